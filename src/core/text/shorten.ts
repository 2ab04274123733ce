import { isGraphemeBoundary } from './graphemes.ts'
import { splitsSurrogatePair } from './offsets.ts'

/** The longest word at the end that is given up so that the cut falls between words. */
const LONGEST_WORD = 24

const lastBlank = /\s+\S*$/u

/**
 * The beginning of a text that is too long for its place, with an ellipsis. It is cut between words
 * where the last one is no longer than a word is, and never within what a reader sees as one
 * character.
 * @param length - Most UTF-16 code units that are kept, without the ellipsis.
 */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const isBetweenWords = /^\s/u.test(text.slice(length, length + 1))
  const tail = Math.max(0, length - LONGEST_WORD)
  const blank = isBetweenWords ? -1 : text.slice(tail, length).search(lastBlank)
  let end = text.slice(0, blank === -1 ? length : tail + blank).trimEnd().length
  while (!isGraphemeBoundary(text, end)) end -= 1
  return `${text.slice(0, end)}…`
}

/**
 * A text that is too long for its place, without its middle: what was quoted is cut, and what is said
 * of it stays.
 * @param length - Most UTF-16 code units that are kept, without the ellipsis.
 */
export function shortenMiddle(text: string, length: number): string {
  if (text.length <= length) return text
  const half = Math.floor(length / 2)
  const start = splitsSurrogatePair(text, half) ? half - 1 : half
  const end = text.length - half
  return `${text.slice(0, start)}…${text.slice(splitsSurrogatePair(text, end) ? end + 1 : end)}`
}
