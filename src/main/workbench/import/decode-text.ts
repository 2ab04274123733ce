import { isUtf8 as isValidUtf8 } from 'node:buffer'
import { labelOf, type EncodingName } from '../../../core/article/encodings.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { trimWhiteSpace } from '../../../core/text/range.ts'
import { guessLegacy, guessUtf16 } from './guess-encoding.ts'

/** A file's text, exactly as its bytes say, without the byte order mark. */
export interface DecodedText {
  readonly text: string
  readonly encoding: EncodingName
  /**
   * How the encoding is known: by a byte order mark, by being valid UTF-8 (which happens to other
   * encodings hardly ever), by a guess, or because a person chose it.
   */
  readonly certainty: 'declared' | 'valid' | 'guessed' | 'chosen'
}

/** Why a file is no article. Positions count bytes from 0, a byte order mark included. */
export type DecodeProblem =
  /** Nothing but white space in it. */
  | { readonly code: 'empty' }
  /** Not a text at all: a known kind of file (position 0), or a NUL at this position. */
  | { readonly code: 'binary'; readonly position: number }
  /** The character that begins at this position does not exist in the encoding. */
  | { readonly code: 'undecodable'; readonly encoding: EncodingName; readonly position: number }

/** What files begin with that analysts keep beside their articles and drop by mistake. */
const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x50, 0x4b, 0x03, 0x04], // ZIP, and so Word and OpenDocument
  [0xd0, 0xcf, 0x11, 0xe0], // Word before 2007
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x1f, 0x8b], // gzip
]

const byteOrderMarks: readonly (readonly [EncodingName, readonly number[]])[] = [
  ['UTF-8 with BOM', [0xef, 0xbb, 0xbf]],
  ['UTF-16 LE', [0xff, 0xfe]],
  ['UTF-16 BE', [0xfe, 0xff]],
]

/** 0x80 to 0x9F; the five that Windows-1252 does not define stay the control characters they are. */
const windows1252Specials = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** What the decoders give for single bytes that an encoding leaves undefined. */
const undefinedByte = /[\u0080-\u0084\u0086-\u009F\uF8F0-\uF8F8]/

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte)

/** Those in which every character, control characters too, has a proper place. */
const isUnicode = (encoding: EncodingName): boolean => /^(?:UTF|GB18030)/.test(encoding)

/** @returns The text, with any byte order mark; undefined if some byte does not decode. */
function decodeStrictly(
  bytes: Uint8Array,
  encoding: EncodingName,
  stream = false,
): string | undefined {
  if (isUtf8(encoding) && !stream) return isValidUtf8(bytes) ? textOf(bytes) : undefined
  const decoder = new TextDecoder(labelOf(encoding), { fatal: true, ignoreBOM: true })
  try {
    const text = decoder.decode(bytes, { stream })
    if (encoding !== 'Windows-1252') return text
    // Node takes Windows-1252 for ISO-8859-1 and gives control characters for these.
    return text.replace(
      /[\u0080-\u009F]/g,
      (control) => windows1252Specials[control.charCodeAt(0) - 0x80] ?? control,
    )
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** The smallest length, up to `limit`, for which a condition holds that holds for all after it. */
function smallestLength(limit: number, holds: (length: number) => boolean): number {
  let from = 0
  let to = limit
  while (from < to) {
    const middle = (from + to) >>> 1
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}

/** Whether every byte belongs to a character that an encoding has. */
function fits(bytes: Uint8Array, encoding: EncodingName): boolean {
  if (isUtf8(encoding)) return isValidUtf8(bytes)
  const text = decodeStrictly(bytes, encoding)
  return text !== undefined && (isUnicode(encoding) || !undefinedByte.test(text))
}

/** Bytes that are searched at a time: looking for a place decodes what is before it many times. */
const pieceLength = 65_536
/** Bytes of the longest character of any encoding. */
const longestCharacter = 4

/** The first byte of the first character that an encoding does not have; undefined if all is well. */
function findUndecodable(bytes: Uint8Array, encoding: EncodingName): number | undefined {
  if (fits(bytes, encoding)) return undefined
  for (let from = 0; ;) {
    const piece = bytes.subarray(from, from + pieceLength)
    const length = soundLength(piece, encoding)
    if (length === 0) return from + findInPiece(piece, encoding)
    from += length
  }
}

/** How much of a piece is sound, but for a character that its end cuts; 0 when it is broken. */
function soundLength(piece: Uint8Array, encoding: EncodingName): number {
  for (let cut = 0; cut < longestCharacter; cut++) {
    const length = piece.length - cut
    if (length <= 0) return 0
    if (fits(piece.subarray(0, length), encoding)) return length
  }
  return 0
}

/** The same as `findUndecodable`, in a piece that is known to be broken. */
function findInPiece(bytes: Uint8Array, encoding: EncodingName): number {
  const text = decodeStrictly(bytes, encoding)
  const undefinedAt = text === undefined || isUnicode(encoding) ? -1 : text.search(undefinedByte)
  // Streaming leaves an unfinished character at the end of a prefix alone, so this is monotone.
  const seen = smallestLength(bytes.length, (length) => {
    const prefix = decodeStrictly(bytes.subarray(0, length), encoding, true)
    return prefix === undefined || (undefinedAt >= 0 && prefix.length > undefinedAt)
  })
  // The offending character began where a prefix last was complete.
  let position = seen - 1
  while (position > 0 && decodeStrictly(bytes.subarray(0, position), encoding) === undefined) {
    position -= 1
  }
  return position
}

function isUtf8(encoding: EncodingName): boolean {
  return encoding.startsWith('UTF-8')
}

/** Several times as fast as a decoder that is to stop at the first wrong byte. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}

function isUtf16(encoding: EncodingName): boolean {
  return encoding.startsWith('UTF-16')
}

function decodeAs(
  bytes: Uint8Array,
  encoding: EncodingName,
  certainty: DecodedText['certainty'],
): Result<DecodedText, DecodeProblem> {
  const nul = isUtf16(encoding) ? -1 : bytes.indexOf(0)
  if (nul >= 0) return fail({ code: 'binary', position: nul })
  const position = findUndecodable(bytes, encoding)
  if (position !== undefined) return fail({ code: 'undecodable', encoding, position })
  const decoded = decodeStrictly(bytes, encoding) ?? ''
  const wideNul = isUtf16(encoding) ? decoded.indexOf('\0') : -1
  if (wideNul >= 0) return fail({ code: 'binary', position: wideNul * 2 })
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded
  if (!trimWhiteSpace(text, { start: 0, end: text.length })) return fail({ code: 'empty' })
  return ok({ text, encoding, certainty })
}

/**
 * Decodes a text file, and refuses it rather than lose or replace anything. Line ends stay.
 *
 * Without a chosen encoding it takes the one that a byte order mark declares; else UTF-8 if all of
 * it is valid; else UTF-16 if the zero bytes lie so; else the most probable of the older encodings
 * in which all of it decodes.
 * @param bytes - The whole file.
 * @param encoding - One that a person chose, instead of detection.
 * @returns The text, or the first problem. If no encoding fits, it tells where UTF-8 breaks.
 */
export function decodeText(
  bytes: Uint8Array,
  encoding?: EncodingName,
): Result<DecodedText, DecodeProblem> {
  if (signatures.some((signature) => startsWith(bytes, signature))) {
    return fail({ code: 'binary', position: 0 })
  }
  if (encoding !== undefined) return decodeAs(bytes, encoding, 'chosen')

  const declared = byteOrderMarks.find(([, mark]) => startsWith(bytes, mark))?.[0]
  if (declared !== undefined) return decodeAs(bytes, declared, 'declared')

  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    const guess = guessUtf16(bytes)
    return guess ? decodeAs(bytes, guess, 'guessed') : fail({ code: 'binary', position: nul })
  }
  const asUtf8 = decodeAs(bytes, 'UTF-8', 'valid')
  if (asUtf8.ok || asUtf8.error.code !== 'undecodable') return asUtf8
  const guess = guessLegacy(bytes).find((name) => fits(bytes, name))
  return guess ? decodeAs(bytes, guess, 'guessed') : asUtf8
}
