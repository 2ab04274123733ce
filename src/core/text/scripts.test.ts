import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGraphemeBoundary } from './graphemes.ts'
import {
  createTextOutline,
  firstUnit,
  moveCursor,
  moveEnd,
  moveStart,
  unitAt,
  type TextOutline,
} from './movement.ts'
import type { TextRange } from './range.ts'
import { createSegmenter } from './segments.ts'
import { snapToWords, widenToGraphemes } from './snap.ts'

/**
 * Words that a reader takes for one, with the language of each. Words of scripts without spaces are
 * not among them: where those are cut is for the dictionary of the engine, and differs between two.
 */
const words: readonly (readonly [language: string, what: string, word: string])[] = [
  ['ar', 'vowel marks', 'المُتَحَدِّثُ'],
  ['ar', 'a stretched letter', 'الـــوزارة'],
  ['ar', 'digits of its own', '٣٬٤٥٠'],
  ['fa', 'a joint without a space', 'می‌خواهیم'],
  ['fa', 'two such joints', 'کتاب‌خانه‌ها'],
  ['ur', 'letters of its own', 'گھڑیوں'],
  ['he', 'vowel points', 'שָׁלוֹם'],
  ['he', 'the sign of an abbreviation', 'צה״ל'],
  ['he', 'a straight quote in it', 'צה"ל'],
  ['hi', 'conjuncts and vowel signs', 'स्त्रियाँ'],
  ['hi', 'a joiner in a conjunct', 'क्‍ष'],
  ['mr', 'an eyelash ra', 'दुसऱ्या'],
  ['bn', 'a vowel sign on both sides', 'কোনো'],
  ['ta', 'a vowel sign of two parts', 'கொண்டாள்'],
  ['te', 'a stacked consonant', 'రాష్ట్రం'],
  ['si', 'a joined conjunct', 'ශ්‍රී'],
  ['ko', 'syllables', '대변인은'],
  ['ko', 'single letters of syllables', '\u1112\u1161\u11ab\u1100\u1173\u11af'],
  ['vi', 'marks that stand alone', 'tie\u0302\u0301ng'],
  ['tr', 'a dotted capital', 'İstanbul’da'],
  ['uk', 'an apostrophe', 'п’ятниця'],
  ['en', 'a soft hyphen', 'every\u00ADone'],
]

/** Signs that a reader takes for one. */
const signs: readonly (readonly [what: string, sign: string])[] = [
  ['a family', '👨‍👩‍👧‍👦'],
  ['a skin tone', '👍🏽'],
  ['a profession with a skin tone', '👩🏿‍🚒'],
  ['a flag', '🇺🇦'],
  ['a flag of a part of a country', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['a flag that is joined', '🏳️‍🌈'],
  ['a keycap of a digit', '1️⃣'],
  ['a keycap of a sign', '#️⃣'],
  ['a sign made an emoji', '☎️'],
  ['a heart on fire', '❤️‍🔥'],
  ['a currency', '₪'],
  ['a wide per cent sign', '％'],
]

const quote = (outline: TextOutline, range: TextRange | undefined): string =>
  outline.text.slice(range?.start, range?.end)

const outlineOf = (text: string, language = 'en'): TextOutline =>
  createTextOutline(text, createSegmenter(language))

/** All stops of the cursor, in order. */
function stopsOf(outline: TextOutline): readonly string[] {
  const stops: string[] = []
  let at = firstUnit(outline)
  while (at !== undefined) {
    stops.push(quote(outline, at))
    const next = moveCursor(outline, at, 'word', 1)
    at = next === at ? undefined : next
  }
  return stops
}

function expectWhole(text: string, range: TextRange): void {
  expect([range.start, range.end].filter((at) => !isGraphemeBoundary(text, at))).toEqual([])
}

function sentencesOf(text: string, language: string): readonly string[] {
  const segmenter = createSegmenter(language)
  const all = { start: 0, end: text.length }
  return segmenter.sentencesOf(text, all).map(({ start, end }) => text.slice(start, end))
}

describe('a word', () => {
  it.each(words)(
    'of %s with %s is one stop, whole from every side: %s',
    (language, _what, word) => {
      const text = `${word} ${word}, «${word}» 7`
      const outline = outlineOf(text, language)
      expect(stopsOf(outline)).toEqual([word, word, word, '7'])
      for (let offset = 0; offset < word.length; offset++) {
        expect(unitAt(outline, offset)).toEqual({ start: 0, end: word.length })
        const selected = { start: offset, end: offset + 1 }
        expect(quote(outline, snapToWords(outline, selected))).toBe(word)
      }
    },
  )

  it.each(signs)('that is a sign, %s, is one too: %s', (_what, sign) => {
    const text = `a${sign}${sign === '₪' || sign === '％' ? ' ' : ''}${sign}b`
    const outline = outlineOf(text)
    expect(stopsOf(outline)).toEqual(['a', sign, sign, 'b'])
    for (let offset = 1; offset < 1 + sign.length; offset++) {
      const whole = { start: 1, end: 1 + sign.length }
      expect(unitAt(outline, offset)).toEqual(whole)
      expect(snapToWords(outline, { start: offset, end: offset + 1 })).toEqual(whole)
      expect(widenToGraphemes(text, { start: offset, end: offset + 1 })).toEqual(whole)
    }
  })

  it('of a span grows and shrinks by whole words, whatever their direction', () => {
    const text = 'قال متحدث باسم Reuters (Beirut) إن 34 جنديًا قتلوا'
    const outline = outlineOf(text, 'ar')
    const start = text.indexOf('Reuters')
    const span = { start, end: start + 'Reuters'.length }
    expect(quote(outline, moveEnd(outline, span, 1))).toBe('Reuters (Beirut')
    expect(quote(outline, moveStart(outline, span, -1))).toBe('باسم Reuters')
    const longer = moveEnd(outline, moveEnd(outline, span, 1), 1)
    expect(quote(outline, longer)).toBe('Reuters (Beirut) إن')
    expect(moveEnd(outline, moveEnd(outline, longer, -1), -1)).toEqual(span)
  })
})

describe('a text without spaces', () => {
  it.each([
    ['zh', '外交部发言人星期三表示会谈将于下周在首都继续举行'],
    ['ja', '外務省の報道官は協議が来週も首都で続けられると述べた'],
    ['th', 'กระทรวงการต่างประเทศแถลงว่าการเจรจาจะดำเนินต่อไป'],
    ['km', 'ក្រសួងការបរទេសបានប្រកាសថាការចរចានឹងបន្តទៀត'],
    ['lo', 'ກະຊວງການຕ່າງປະເທດແຈ້ງວ່າການເຈລະຈາຈະດຳເນີນຕໍ່ໄປ'],
    ['my', 'နိုင်ငံခြားရေးဝန်ကြီးဌာနကဆွေးနွေးပွဲဆက်လက်ကျင်းပမည်ဟုပြောသည်'],
  ])('of %s is cut into words that cover it, not into its letters', (language, text) => {
    const outline = outlineOf(text, language)
    const stops = stopsOf(outline)
    expect(stops.join('')).toBe(text)
    const clusters = [...new Intl.Segmenter(language).segment(text)]
    expect(stops.length).toBeLessThan(clusters.length)
    expect(stops.length).toBeGreaterThan(2)
  })

  it('has its numbers, names in other letters and wide signs as stops of their own', () => {
    const outline = outlineOf('約３．５％、２０２０年２月のＮＡＴＯとNHK。', 'ja')
    const stops = stopsOf(outline)
    for (const stop of ['３．５', '％', '２０２０', 'ＮＡＴＯ', 'NHK'])
      expect(stops).toContain(stop)
    expect(stops.join('')).not.toMatch(/[、。]/)
  })
})

describe('a sentence', () => {
  it.each<[string, readonly string[]]>([
    ['zh', ['市长说，水涨得很快！', '你们呢？', '我们走。']],
    ['zh', ['他走了。', '“我们也走。”', '她点头。']],
    ['zh', ['他走了。', '《港口》今天出版。']],
    ['ja', ['水が増えた。', '本当ですか？', 'はい！']],
    ['ja', ['彼は止まった。', '「待て。」と彼は言った。', '三人が残った。']],
    ['ar', ['قال الوزير إن الطريق مغلق.', 'هل سيفتح غدا؟', 'لا أحد يعرف!']],
    ['ar', ['التقى د. سامي بالوفد.', 'ثم غادر؛ ولم يعد.']],
    ['ur', ['وزیر نے بات کی۔', 'کیا سڑک کھلے گی؟']],
    ['fa', ['وزیر گفت.', 'آیا جاده باز می‌شود؟', 'نه!']],
    ['hi', ['मंत्री ने कहा।', 'क्या सड़क खुलेगी?', 'डॉ. वर्मा चुप रहे॥']],
    ['bn', ['মন্ত্রী বললেন।', 'পথ কি খুলবে?']],
    ['he', ['ד. לוי דיבר.', 'מי ענה?']],
    ['th', ['การประชุมเริ่ม 10.00 น. ที่ท่าเรือ']],
    ['my', ['ဝန်ကြီးက ပြောသည်။', 'ရေတက်သည်။']],
    ['km', ['រដ្ឋមន្ត្រីបាននិយាយ។', 'ទឹកឡើង។']],
    ['am', ['ሚኒስትሩ ተናገሩ።', 'ውሃ ጨመረ።']],
    ['hy', ['Նախարարը խոսեց։', 'Ջուրը բարձրացավ։']],
    ['el', ['Τι έγινε;', 'Τίποτα.']],
    ['de', ['Am 28. Februar kam er.', '„Halt!“ rief sie.', '„Stopp.“', 'Er ging.']],
    ['de', ['Er kam.', '»Stopp!«', 'Er ging.']],
    ['fr', ['Il a dit : « Oui ! »', 'Elle est partie.', '« Non ! » a-t-il répondu.']],
    ['ru', ['«Стойте!» — сказал он.', 'Все встали.']],
    ['en', ['“Stop!” he said.', 'She ran.', '(They left!)', '“Yes?”', 'Silence.']],
  ])('of %s ends where its readers see it end: %j', (language, sentences) => {
    const gap = /^(?:zh|ja)$/.test(language) ? '' : ' '
    expect(sentencesOf(sentences.join(gap), language)).toEqual(sentences)
  })
})

describe('marks that only steer the direction', () => {
  const text = '\u200Fقال\u200F \u2067Reuters\u2069 إن\u200E\n\u200F\nنعم'
  const outline = outlineOf(text, 'ar')

  it('are no part of a word, of a selection, or a paragraph of their own', () => {
    expect(stopsOf(outline)).toEqual(['قال', 'Reuters', 'إن', 'نعم'])
    const end = text.indexOf('\n')
    expect(quote(outline, snapToWords(outline, { start: 0, end }))).toBe(text.slice(1, end - 1))
    expect(outline.paragraphs).toHaveLength(2)
  })
})

describe('in a mixture of all scripts', () => {
  const parts = [...words.map(([, , word]) => word), ...signs.map(([, sign]) => sign)]
  const gaps = ['', ' ', '، ', '。', '؟ ', '\u200F', '।', '\n', ' “', '” ', ' (', ') ']
  const mixture = fc
    .array(fc.tuple(fc.constantFrom(...parts), fc.constantFrom(...gaps)), { minLength: 1 })
    .map((pairs) => pairs.flat().join(''))
  const selection = mixture.chain((text) =>
    fc
      .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }))
      .map(([a, b]) => ({ text, range: { start: Math.min(a, b), end: Math.max(a, b) } })),
  )
  const language = fc.constantFrom('en', 'ar', 'hi', 'ja', 'th', 'el')

  it('nothing that the cursor, the mouse or a span’s end does splits a cluster', () => {
    fc.assert(
      fc.property(selection, language, ({ text, range }, tag) => {
        const outline = outlineOf(text, tag)
        const unit = unitAt(outline, range.start)
        if (unit) expectWhole(text, unit)
        for (const direction of [1, -1] as const) {
          for (const granularity of ['word', 'sentence', 'paragraph'] as const) {
            if (unit) expectWhole(text, moveCursor(outline, unit, granularity, direction))
          }
          const whole = widenToGraphemes(text, range)
          expectWhole(text, whole)
          if (whole.start === whole.end) continue
          expectWhole(text, moveStart(outline, whole, direction))
          expectWhole(text, moveEnd(outline, whole, direction))
        }
        const snapped = snapToWords(outline, range)
        if (snapped) expectWhole(text, snapped)
      }),
    )
  })

  it('the cursor stops at every word once, in the order of reading', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1 }), language, (row, tag) => {
        const all = row.map(([, , word]) => word)
        expect(stopsOf(outlineOf(all.join(' — '), tag))).toEqual(all)
      }),
    )
  })
})
