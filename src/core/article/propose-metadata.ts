import { isGraphemeBoundary } from '../text/graphemes.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { trimWhiteSpace, type TextRange } from '../text/range.ts'
import { findDate } from './propose-date.ts'
import {
  looksLikeOutlet,
  outletOfDateline,
  outletOfMasthead,
  outletOfSourceLine,
} from './propose-outlet.ts'

/** A first guess at an article's metadata, for a person to correct. */
export interface ProposedMetadata {
  /** One line, never empty. */
  readonly title: string
  /** Null when the text names none. */
  readonly outlet: string | null
  /**
   * ISO 8601, a date or a date with a time; the time has an offset if the text gives one. Null when
   * the text does not say.
   */
  readonly published: string | null
}

/** The furniture above an article's body has seldom more lines than this. */
const headLength = 8
/** "Source: …" also comes last, but before it there may be tags and links. */
const tailLength = 5
/** Headlines are shorter than this; what is longer is a paragraph, of which the start must do. */
const longestTitle = 160
const shortenedTitle = 80
/** No rule asks for more of a line, which may have megabytes. */
const longestLine = 1000

const section =
  /^(?:africa|americas?|asia|business|economy|europe|home|latest|middle east|national|news|opinion|politics|region|top stories|u\.?k\.?|u\.?s\.?|world)(?: news)?$/i
const byline = /^by\s+\p{Lu}/iu
const dateLabel =
  /^(?:first |last )?(?:published|posted|date|created|updated|modified)(?: (?:on|at))?\b\s*:?/i
const updateLabel = /^(?:last )?(?:updated|modified)\b/i
const credit = /^(?:photo|image|picture|source|copyright|©)\b/i
const address = /^(?:https?:\/\/|www\.)\S+$/i

/**
 * What may stand beside the date of a dateline: nothing, a zone or "at", or who wrote it. A text can be
 * read in one way only: each second way would double the time that a line takes which does not fit.
 */
const dateCompanion = /^(?:[\s,;:|()–—/-]|\b[A-Z]{2,4}\b)*$|^by(?:\s+\S+){1,8}\s*$/i

interface HeadDate {
  readonly iso: string
  readonly isUpdate: boolean
}

/** The date that a line of the head exists to tell; a date within a sentence is none. */
function headDate(line: string): HeadDate | undefined {
  const dateline = outletOfDateline(line) && line.slice(0, line.indexOf('('))
  const found = findDate(dateline ?? line)
  if (!found) return undefined
  const beside = found.rest.replace(dateLabel, '').trim()
  if (dateline === undefined && !dateCompanion.test(beside)) return undefined
  return { iso: found.iso, isUpdate: updateLabel.test(line) }
}

function isFurniture(line: string): boolean {
  return (
    [section, byline, credit, address].some((form) => form.test(line)) ||
    line.replace(dateLabel, '').trim() === '' ||
    headDate(line) !== undefined ||
    looksLikeOutlet(line)
  )
}

function shorten(line: string): string {
  if (line.length <= longestTitle) return line
  let end = line.lastIndexOf(' ', shortenedTitle)
  // Chinese and Japanese have no spaces to cut at.
  if (end <= 0) end = shortenedTitle
  while (!isGraphemeBoundary(line, end)) end -= 1
  return line.slice(0, end)
}

/** Not a paragraph of the body, which is longer or ends as sentences do. */
function canBeHeadline(line: string): boolean {
  return line.length <= longestTitle && !/\.["'”’]?$/.test(line) && !isFurniture(line)
}

/** A headline that was scraped twice is surely one; else it is the first line that says something. */
function findTitle(head: readonly string[]): string | undefined {
  return (
    head.find((line, index) => canBeHeadline(line) && head.includes(line, index + 1)) ??
    head.find((line) => !isFurniture(line)) ??
    head[0]
  )
}

function findOutlet(lines: readonly string[], title: string | undefined): string | undefined {
  const head = lines.slice(0, headLength)
  const sources = [...head, ...lines.slice(-tailLength)].flatMap(
    (line) => outletOfSourceLine(line) ?? [],
  )
  const datelines = head.flatMap((line) => outletOfDateline(line) ?? [])
  const above = title === undefined ? [] : head.slice(0, head.indexOf(title))
  const mastheads = above
    .filter((line) => !section.test(line) && !headDate(line))
    .flatMap((line) => outletOfMasthead(line) ?? [])
  // Elsewhere a short name may be a photo's credit; beside a date it is the publisher.
  const besideDates = head.filter(
    (line, index) =>
      line !== title &&
      !section.test(line) &&
      looksLikeOutlet(line) &&
      [head[index - 1], head[index + 1]].some((other) => other !== undefined && headDate(other)),
  )
  return sources[0] ?? mastheads[0] ?? besideDates[0] ?? datelines[0]
}

/** A paragraph's beginning on one line, each stretch of white space a space. */
function lineOf(text: string, range: TextRange): string {
  const { start } = trimWhiteSpace(text, range) ?? range
  return text
    .slice(range.start, Math.min(range.end, start + longestLine))
    .replace(/[\s\u200B\u2060]+/g, ' ')
    .trim()
}

/**
 * Proposes title, outlet and date of publication from an article's first lines (and from a source
 * line at its end). Works by simple rules for what scraped English news pages begin with; where
 * they do not fit it proposes nothing rather than something unlikely.
 *
 * - Title: the first line, no sentence, that appears twice; or else the first that is neither a date, a section,
 *   a byline, a credit, an address nor an outlet's name.
 * - Date: of the lines that consist of one, and of a dateline. The date of an update counts only if
 *   there is no other.
 * - Outlet: of a source line, of a line above the title, of a name beside a date, or of a dateline.
 * @param text - The article's text, with any line ends; it is only read.
 */
export function proposeMetadata(text: string): ProposedMetadata {
  const paragraphs = paragraphsOf(text)
  const ends = [
    ...paragraphs.slice(0, headLength),
    ...paragraphs.slice(headLength).slice(-tailLength),
  ]
  const lines = ends.map((range) => lineOf(text, range))
  const head = lines.slice(0, headLength)
  const title = findTitle(head)
  const dates = head.flatMap((line) => headDate(line) ?? [])
  const published = dates.find(({ isUpdate }) => !isUpdate) ?? dates[0]
  return {
    title: title === undefined ? 'Untitled' : shorten(title),
    outlet: findOutlet(lines, title) ?? null,
    published: published?.iso ?? null,
  }
}
