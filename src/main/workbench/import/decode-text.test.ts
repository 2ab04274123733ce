import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodings, type EncodingName } from '../../../core/article/encodings.ts'
import { decodeText } from './decode-text.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}

/** Encodes through the reverse of what a decoder makes of all single and double bytes. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label)
  const bytesOf = new Map<string, readonly number[]>()
  const candidates = [...Array(256).keys()].flatMap((high) => [
    [high],
    ...(high < 0x80 ? [] : [...Array(256).keys()].map((low) => [high, low])),
  ])
  for (const bytes of candidates.toSorted((a, b) => a.length - b.length)) {
    const character = decoder.decode(Uint8Array.from(bytes))
    if ([...character].length === 1 && !bytesOf.has(character)) bytesOf.set(character, bytes)
  }
  return Uint8Array.from([...text].flatMap((character) => bytesOf.get(character) ?? [0x3f]))
}

const turkish =
  'Bakanlık sözcüsü dün akşam yaptığı açıklamada, sınırdaki köylerde yaşayan ailelerin güvenli bölgelere taşındığını söyledi. İki ülkenin dışişleri heyetleri görüşmeye başladı.'
const russian =
  'Министерство сообщило вечером, что переговоры делегаций завершились без результата, а стороны договорились встретиться снова на следующей неделе.'
const samples: readonly (readonly [EncodingName, string])[] = [
  [
    'Windows-1250',
    'Rzecznik ministerstwa powiedział w środę, że żołnierze wrócili już do bazy, a rozmowy zostaną wznowione w przyszłym tygodniu. Według źródeł zginęło pięć osób – „to nie koniec”.',
  ],
  ['Windows-1251', russian],
  ['KOI8-R', russian],
  [
    'Windows-1253',
    'Ο εκπρόσωπος του υπουργείου δήλωσε την Τετάρτη ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα στην πρωτεύουσα.',
  ],
  ['Windows-1254', turkish],
  ['Windows-1254', 'Görüşme dün akşam başladı.'],
  [
    'Windows-1255',
    'דובר המשרד אמר ביום רביעי כי השיחות יימשכו בשבוע הבא בבירה, וכי חמישה בני אדם נפצעו.',
  ],
  [
    'Windows-1256',
    'قال المتحدث باسم الوزارة يوم الأربعاء إن المحادثات ستستمر في الأسبوع المقبل في العاصمة، وإن خمسة أشخاص أصيبوا.',
  ],
  [
    'Shift_JIS',
    '外務省の報道官は水曜日、協議は来週も首都で続けられると述べた。けが人は五人だという。',
  ],
  [
    'EUC-JP',
    '外務省の報道官は水曜日、協議は来週も首都で続けられると述べた。けが人は五人だという。',
  ],
  [
    'GB18030',
    '外交部发言人星期三表示，会谈将于下周在首都继续举行。据报道，已有五人受伤，两国都希望尽快停火。',
  ],
  [
    'Big5',
    '外交部發言人星期三表示，會談將於下週在首都繼續舉行。據報導，已有五人受傷，兩國都希望盡快停火。',
  ],
  [
    'EUC-KR',
    '외교부 대변인은 수요일 회담이 다음 주 수도에서 계속될 것이라고 말했다. 다섯 명이 다쳤다고 한다.',
  ],
  [
    'Windows-1252',
    'Le porte-parole du ministère a déclaré mercredi que les pourparlers reprendraient « dès la semaine prochaine » – à l’Élysée, pour 5 €.',
  ],
]

const labelFor = (name: EncodingName): string =>
  encodings.find((encoding) => encoding.name === name)?.label ?? ''

/** Node's own decoder of Windows-1252 is the one that cannot be trusted to build this. */
function encode1252(text: string): Uint8Array {
  const specials: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92, '–': 0x96 }
  return Uint8Array.from(
    [...text].map((character) => specials[character] ?? character.charCodeAt(0)),
  )
}

const bytesFor = (name: EncodingName, text: string): Uint8Array =>
  name === 'Windows-1252' ? encode1252(text) : encode(text, labelFor(name))

describe('decodeText', () => {
  it.each(samples)('guesses %s: %s', (encoding, text) => {
    expect(decodeText(bytesFor(encoding, text))).toEqual({
      ok: true,
      value: { text, encoding, certainty: 'guessed' },
    })
  })

  it.each(samples)('reads the chosen %s: %s', (encoding, text) => {
    expect(decodeText(bytesFor(encoding, text), encoding)).toEqual({
      ok: true,
      value: { text, encoding, certainty: 'chosen' },
    })
  })

  it('knows every special character of Windows-1252', () => {
    const bytes = Uint8Array.of(0x80, 0x85, 0x8a, 0x91, 0x92, 0x93, 0x94, 0x99, 0x9f)
    expect(decodeText(bytes, 'Windows-1252')).toMatchObject({ value: { text: '€…Š‘’“”™Ÿ' } })
  })

  it('has a decoder for every encoding it offers', () => {
    for (const { name } of encodings) {
      const bytes = name.startsWith('UTF-16') ? utf16('ok', name === 'UTF-16 LE') : utf8('ok')
      expect(decodeText(bytes, name)).toMatchObject({ ok: true, value: { text: 'ok' } })
    }
  })

  it.each<[EncodingName, 'declared' | 'valid' | 'guessed', Uint8Array]>([
    ['UTF-8', 'valid', utf8('Çay\r\n')],
    ['UTF-8 with BOM', 'declared', utf8('\uFEFFÇay\r\n')],
    ['UTF-16 LE', 'declared', utf16('\uFEFFÇay\r\n', true)],
    ['UTF-16 BE', 'declared', utf16('\uFEFFÇay\r\n', false)],
    ['UTF-16 LE', 'guessed', utf16('Çay\r\n', true)],
    ['UTF-16 BE', 'guessed', utf16('Çay\r\n', false)],
  ])('reads %s as %s', (encoding, certainty, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: { text: 'Çay\r\n', encoding, certainty } })
  })

  it('recognises UTF-16 of a script that is not Latin', () => {
    expect(decodeText(utf16(russian, true))).toMatchObject({ value: { text: russian } })
    expect(decodeText(utf16(russian, false))).toMatchObject({ value: { text: russian } })
  })

  it('takes off one byte order mark and no second', () => {
    expect(decodeText(utf8('\uFEFF\uFEFFa'))).toMatchObject({ value: { text: '\uFEFFa' } })
    expect(decodeText(utf8('\uFEFFa'), 'UTF-8')).toMatchObject({ value: { text: 'a' } })
  })

  it('gives back any text that was UTF-8, U+FFFD included', () => {
    const text = fc.string({ unit: 'binary' }).filter((candidate) => /[a-z]/.test(candidate))
    fc.assert(
      fc.property(text, (content) => {
        fc.pre(!content.includes('\0') && !content.startsWith('\uFEFF'))
        expect(decodeText(utf8(content))).toMatchObject({ ok: true, value: { text: content } })
      }),
    )
    expect(decodeText(utf8('a\uFFFDb'))).toMatchObject({ value: { text: 'a\uFFFDb' } })
  })

  it.each([[[]], [[0xef, 0xbb, 0xbf]], [[0xff, 0xfe]], [[0x20, 0x0d, 0x0a]], [[0xc2, 0xa0]]])(
    'finds %j empty',
    (bytes) => {
      expect(decodeText(Uint8Array.from(bytes))).toEqual({ ok: false, error: { code: 'empty' } })
    },
  )

  it.each<[string, Uint8Array, number]>([
    ['a PDF', utf8('%PDF-1.7\n'), 0],
    ['a ZIP', utf8('PK\u0003\u0004 and more'), 0],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 0],
    ['a text with a NUL', utf8('some words, then\0a NUL in it'), 16],
    ['UTF-32 LE', Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), 2],
  ])('refuses %s', (_kind, bytes, position) => {
    expect(decodeText(bytes)).toEqual({ ok: false, error: { code: 'binary', position } })
    expect(decodeText(bytes, bytes[0] === 0xff ? 'UTF-16 LE' : 'Windows-1252')).toMatchObject({
      error: { code: 'binary' },
    })
  })

  it.each<[EncodingName, readonly number[], number]>([
    ['UTF-8', [0x41, 0xc3, 0x28], 1],
    ['UTF-8', [0x41, 0x42, 0xe2, 0x82], 2],
    ['UTF-8', [0xff, 0x41], 0],
    ['UTF-8', [0x41, 0xf0, 0x9f, 0x98, 0x41], 1],
    ['UTF-8', [0x41, 0xed, 0xa0, 0x80], 1],
    ['UTF-8 with BOM', [0xef, 0xbb, 0xbf, 0x41, 0x80], 4],
    ['UTF-16 LE', [0x41, 0, 0x00, 0xd8, 0x41, 0], 2],
    ['UTF-16 LE', [0x41, 0, 0x00, 0xdc, 0x41, 0], 2],
    ['UTF-16 BE', [0, 0x41, 0, 0x42, 0xd8, 0x00], 4],
    ['UTF-16 LE', [0x41, 0, 0x41], 2],
    ['Windows-1252', [0x41, 0x93, 0x81, 0x41], 2],
    ['Windows-1251', [0xc0, 0x98], 1],
    ['Windows-1253', [0x41, 0xd2], 1],
    ['ISO-8859-2', [0x41, 0x9f], 1],
    ['Shift_JIS', [0x41, 0x82, 0xa0, 0x82], 3],
    ['EUC-JP', [0xa4, 0xa2, 0x80, 0x41], 2],
    ['EUC-KR', [0xb0, 0xa1, 0xb0, 0x20], 2],
    ['GB18030', [0x41, 0x81, 0x30, 0x41], 1],
    ['Big5', [0xa4, 0xa4, 0xff], 2],
  ])('tells where %s breaks in %j', (encoding, bytes, position) => {
    expect(decodeText(Uint8Array.from(bytes), encoding)).toEqual({
      ok: false,
      error: { code: 'undecodable', encoding, position },
    })
  })

  it('finds the one broken byte anywhere in a text', () => {
    const text = 'Çay içtik — 😀 ve ağaç\n'
    fc.assert(
      fc.property(fc.nat({ max: text.length }), (at) => {
        // Not inside the emoji: there, its own first half would be at fault.
        const cut = text.codePointAt(at - 1) === text.codePointAt(at) ? 0 : at
        const before = utf8(text.slice(0, cut).toWellFormed())
        fc.pre(text.slice(0, cut).isWellFormed())
        const bytes = Uint8Array.from([...before, 0xff, ...utf8(text.slice(cut))])
        expect(decodeText(bytes, 'UTF-8')).toMatchObject({ error: { position: before.length } })
      }),
    )
  })

  it.each<[EncodingName, readonly number[]]>([
    ['Windows-1252', [0xe9]],
    ['UTF-8', [0xe3, 0x81, 0x82]],
    ['UTF-16 BE', [0x30, 0x42]],
    ['Shift_JIS', [0x82, 0xa0]],
    ['GB18030', [0xd6, 0xd0, 0x61]],
  ])('finds at once where megabytes of %s break at their end', (encoding, character) => {
    const length = 5_000_000 * character.length
    const bytes = Uint8Array.from(
      { length: length + 1 },
      (_, at) => character[at % character.length] ?? 0,
    )
    bytes[length] = 0x81
    const decoded = decodeText(bytes, encoding)
    expect(decoded).toMatchObject({ error: { code: 'undecodable', encoding, position: length } })
  })

  it('does not try all encodings on all of a long file', () => {
    const bytes = new Uint8Array(10_000_001).fill(0x78)
    bytes[10_000_000] = 0xff
    expect(decodeText(bytes)).toMatchObject({ error: { position: 10_000_000 } })
  })
})
