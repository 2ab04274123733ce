/** What two texts may differ in and still count as the same to a search. */
export interface FoldOptions {
  /** Tell capitals from small letters. */
  readonly matchCase: boolean
  /** Find with a plain keyboard what is written with more than that; see `foldText`. */
  readonly ignoreDiacritics: boolean
}

/**
 * A text as a search compares it, with the way back to the text itself. Each code unit of `folded`
 * came from a piece of the text; units with the same start came from the same piece, and nothing
 * smaller than a piece can be found.
 */
export interface FoldedText {
  readonly folded: string
  /** For each code unit of `folded`, the UTF-16 offset in the text at which its piece begins. */
  readonly starts: Uint32Array
  /** For each code unit of `folded`, the UTF-16 offset in the text at which its piece ends. */
  readonly ends: Uint32Array
}

/**
 * Belongs to the character before it: marks, joiners, and the letters of a Hangul syllable but for
 * the first.
 */
const joining = /[\u200D\u200C\p{M}\u1160-\u11FF]/u

/** A Hangul syllable in its letters; it is compared whole, as nothing smaller can be found. */
const syllable = /[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?/gu

/**
 * What nobody sees and nobody would type: soft hyphens, marks of direction, leftovers of web pages.
 * Not U+200D, which makes one picture of several.
 */
const invisible =
  /[\uFE00-\uFE0F\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\u00AD\u061C\u180E\uFEFF]|\u034F/gu

const whiteSpace = /\p{White_Space}/gu

/**
 * Marks that are added to a letter without making it another one. In scripts such as Devanagari and
 * Thai vowels are marks too, and a Japanese syllable with its voicing mark is another syllable, so
 * only the scripts are named in which readers do without them. Russian й is a letter of its own, as
 * it is in the Unicode collation. The tatweel only makes an Arabic word wider.
 * @see Unicode Technical Standard 35, part 5, "Root Collation"
 */
const diacritic =
  /\u0640|(?<![Ии])\u0306|(?![\u0306\u3099\u309A])(?=\p{Mn})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]/gu

/** What is typed for signs that have no decomposition, on a keyboard that does not have them. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...pairs('ıiłlŁLøoØOđdĐDðdÐDħhĦHŧtŦTɓbƁBɗdƊDƙkƘKƴyƳYٱا'),
  ...['æae', 'ÆAE', 'œoe', 'ŒOE', 'þth', 'ÞTh'].map(split),
  ...['ﬀff', 'ﬁfi', 'ﬂfl', 'ﬃffi', 'ﬄffl', 'ﬅst', 'ﬆst', '…...'].map(split),
  ...[...'‘’‚‛′ʼʻ´׳'].map((quote) => [quote, "'"] as const),
  ...[...'“”„‟″«»״'].map((quote) => [quote, '"'] as const),
  ...[...'‐‑‒–—―−־'].map((dash) => [dash, '-'] as const),
  ...[...'٠١٢٣٤٥٦٧٨٩'].map((digit, value) => [digit, String(value)] as const),
  ...[...'۰۱۲۳۴۵۶۷۸۹'].map((digit, value) => [digit, String(value)] as const),
])
const unplain = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'gu')

function pairs(letters: string): readonly (readonly [string, string])[] {
  return (letters.match(/../gu) ?? []).map(split)
}

function split(entry: string): readonly [string, string] {
  return [entry.charAt(0), entry.slice(1)]
}

/**
 * Full case folding, so far as the language has it: first down, for ẞ has no other capital, then up,
 * for ß and ﬁ become several letters there, then down again. Letter by letter, as a final sigma is
 * no other letter. Turkish ı and i have one capital in other languages, and so count as the same.
 */
function foldCase(text: string): string {
  return Array.from(text, (letter) => letter.toLowerCase().toUpperCase().toLowerCase()).join('')
}

function foldPiece(piece: string, { matchCase, ignoreDiacritics }: FoldOptions): string {
  let folded = piece.replaceAll(invisible, '').normalize('NFD')
  if (ignoreDiacritics) folded = folded.replaceAll(diacritic, '')
  if (!matchCase) folded = foldCase(folded)
  if (ignoreDiacritics) folded = folded.replaceAll(unplain, (sign) => PLAIN.get(sign) ?? sign)
  return folded
    .replaceAll(whiteSpace, ' ')
    .replaceAll(syllable, (letters) => letters.normalize('NFC'))
}

const UNITS = 0x10000
/** Below it no character joins the one before it. */
const FIRST_JOINING = 0x300
const SPACE = 0x20
const APART = 1
const JOINED = 2
/** Whether a code unit joins what is before it, where one can tell; 0 is not known yet. */
const joins = new Uint8Array(UNITS)

/** Where the piece ends that begins at an offset: a character with all that belongs to it. */
function pieceEnd(text: string, start: number): number {
  let end = start + (isPairAt(text, start) ? 2 : 1)
  for (;;) {
    const unit = text.charCodeAt(end)
    // Also at the end of the text, where the unit is not a number.
    if (!(unit >= FIRST_JOINING)) return end
    if (isPairAt(text, end)) {
      if (!joining.test(text.slice(end, end + 2))) return end
      end += 2
    } else {
      const isJoined = joins[unit] === JOINED || joining.test(text.charAt(end))
      // Half of a pair tells nothing about the next of its kind.
      if ((unit & 0xf800) !== 0xd800) joins[unit] = isJoined ? JOINED : APART
      if (!isJoined) return end
      end += 1
    }
  }
}

function isPairAt(text: string, offset: number): boolean {
  return (
    (text.charCodeAt(offset) & 0xfc00) === 0xd800 &&
    (text.charCodeAt(offset + 1) & 0xfc00) === 0xdc00
  )
}

/** Folds pieces, and remembers how. */
interface Folder {
  /** What a piece of one code unit folds to where that is one code unit too; 0 is not known. */
  readonly single: Uint16Array
  fold(piece: string): string
}

/** More than the pieces of any language; it only bounds what hostile texts can take. */
const MOST_REMEMBERED = 20_000

function createFolder(options: FoldOptions): Folder {
  const single = new Uint16Array(UNITS)
  const known = new Map<string, string>()
  return {
    single,
    fold(piece) {
      const kept = known.get(piece)
      if (kept !== undefined) return kept
      const folded = foldPiece(piece, options)
      if (piece.length === 1 && folded.length === 1) {
        single[piece.charCodeAt(0)] = folded.charCodeAt(0)
      } else if (known.size < MOST_REMEMBERED) known.set(piece, folded)
      return folded
    },
  }
}

const folders = new Map<string, Folder>()

function folderOf({ matchCase, ignoreDiacritics }: FoldOptions): Folder {
  const key = `${matchCase} ${ignoreDiacritics}`
  const kept = folders.get(key)
  if (kept) return kept
  const folder = createFolder({ matchCase, ignoreDiacritics })
  folders.set(key, folder)
  return folder
}

/**
 * Brings a text into the form in which a search compares it.
 *
 * Always: canonical decomposition (NFD, not NFKD: ² is not 2), no invisible characters, and one space
 * for every run of white space, so that a phrase is found across a line break. Unless `matchCase`:
 * full case folding, so that "strasse" is found in "STRAẞE". With `ignoreDiacritics`: without accents,
 * harakat, niqqud and tatweel; and letters, quotation marks, dashes, ligatures and Arabic digits as a
 * plain keyboard has them, so that "Isik" is found in "Işık" and "Russia's" in "Russia’s".
 *
 * A piece is a character with the marks and joiners after it, or a run of white space. Folding what
 * is folded changes nothing. Costs one pass, and memory for two offsets a character.
 * @param text - Any string, also with half surrogate pairs.
 */
export function foldText(text: string, options: FoldOptions): FoldedText {
  const { single, fold } = folderOf(options)
  let units = new Uint16Array(text.length + 16)
  let starts = new Uint32Array(units.length)
  let ends = new Uint32Array(units.length)
  let size = 0
  let start = 0
  while (start < text.length) {
    const last = start + 1 === text.length
    const next = last ? 0 : text.charCodeAt(start + 1)
    const isAlone = next < FIRST_JOINING || joins[next] === APART
    const unit = isAlone ? (single[text.charCodeAt(start)] ?? 0) : 0
    const end = unit === 0 ? pieceEnd(text, start) : start + 1
    const folded = unit === 0 ? fold(text.slice(start, end)) : ''
    if (size + folded.length >= units.length) {
      units = grown(units, new Uint16Array(units.length * 2 + folded.length))
      starts = grown(starts, new Uint32Array(units.length))
      ends = grown(ends, new Uint32Array(units.length))
    }
    if (unit === SPACE || folded === ' ') {
      if (size > 0 && units[size - 1] === SPACE) size -= 1
      else starts[size] = start
      units[size] = SPACE
      ends[size] = end
      size += 1
    } else if (unit !== 0) {
      units[size] = unit
      starts[size] = start
      ends[size] = end
      size += 1
    } else {
      for (let at = 0; at < folded.length; at++) {
        units[size] = folded.charCodeAt(at)
        starts[size] = start
        ends[size] = end
        size += 1
      }
    }
    start = end
  }
  return {
    folded: stringOf(units.subarray(0, size)),
    starts: starts.subarray(0, size),
    ends: ends.subarray(0, size),
  }
}

function grown<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/** As many as can be passed as arguments without fear for the stack. */
const BLOCK = 8192

function stringOf(units: Uint16Array): string {
  let text = ''
  for (let start = 0; start < units.length; start += BLOCK) {
    const block = units.subarray(start, start + BLOCK)
    // Spreading would go through an iterator, which takes several times as long.
    text += Reflect.apply(String.fromCharCode, null, block)
  }
  return text
}
