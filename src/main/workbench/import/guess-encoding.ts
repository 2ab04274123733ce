import { analyse } from 'chardet'
import type { EncodingName } from '../../../core/article/encodings.ts'

/**
 * The names of chardet and what is read for them. The Windows code pages contain all letters of
 * their ISO counterparts, and browsers read them so too.
 */
const readAs: Readonly<Record<string, EncodingName>> = {
  'windows-1250': 'Windows-1250',
  'windows-1251': 'Windows-1251',
  'windows-1252': 'Windows-1252',
  'windows-1253': 'Windows-1253',
  'windows-1254': 'Windows-1254',
  'windows-1255': 'Windows-1255',
  'windows-1256': 'Windows-1256',
  'ISO-8859-1': 'Windows-1252',
  'ISO-8859-2': 'ISO-8859-2',
  'ISO-8859-7': 'Windows-1253',
  'ISO-8859-8': 'Windows-1255',
  'ISO-8859-9': 'Windows-1254',
  'KOI8-R': 'KOI8-R',
  Shift_JIS: 'Shift_JIS',
  'EUC-JP': 'EUC-JP',
  GB18030: 'GB18030',
  Big5: 'Big5',
  'EUC-KR': 'EUC-KR',
}

/** As much of a file as its encoding is judged by; more only takes longer. */
const sampleLength = 65_536

/** Ğ İ Ş ğ ı ş in Windows-1254, which in Windows-1252 are letters of Icelandic only. */
const turkish = new Set([0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe])
/** Á Æ É Í Ó Ú and their small forms in either: common in Icelandic, next to absent in Turkish. */
const icelandic = new Set([0xc1, 0xc6, 0xc9, 0xcd, 0xd3, 0xda, 0xe1, 0xe6, 0xe9, 0xed, 0xf3, 0xfa])

/** Short Turkish texts have too few of the letter groups that chardet counts. */
function isRatherTurkish(sample: Uint8Array): boolean {
  const count = (letters: ReadonlySet<number>) => sample.filter((byte) => letters.has(byte)).length
  return count(turkish) > 2 * count(icelandic)
}

/**
 * Guesses UTF-16 without a byte order mark: of two bytes, the one that names the block of characters
 * is below 0x20 in all alphabetic scripts, and the other seldom, at line ends mostly.
 * @returns Undefined if the bytes do not lie so; also for Chinese, Japanese and Korean, which can be
 * told from other files only by their byte order mark.
 */
export function guessUtf16(bytes: Uint8Array): EncodingName | undefined {
  const sample = bytes.subarray(0, sampleLength)
  const pairs = Math.max(1, Math.floor(sample.length / 2))
  const lowShare = (parity: number): number =>
    sample.filter((byte, index) => byte < 0x20 && index % 2 === parity).length / pairs
  const even = lowShare(0)
  const odd = lowShare(1)
  if (Math.max(even, odd) < 0.75 || Math.min(even, odd) > 0.5) return undefined
  return odd > even ? 'UTF-16 LE' : 'UTF-16 BE'
}

/**
 * Guesses which one of the older encodings a text is in.
 * @param bytes - Of a text that is not UTF-8 and has no zero bytes.
 * @returns The most probable first; empty if nothing speaks for any supported encoding.
 */
export function guessLegacy(bytes: Uint8Array): readonly EncodingName[] {
  const sample = bytes.subarray(0, sampleLength)
  const guesses = analyse(sample).flatMap(({ name }) => readAs[name] ?? [])
  if (guesses[0] === 'Windows-1252' && isRatherTurkish(sample)) guesses.unshift('Windows-1254')
  return [...new Set(guesses)]
}
