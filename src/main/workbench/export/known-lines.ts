import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoredDocument } from '../../../core/annotation/stored-document.ts'
import { orderedSpans, type StoredSpan } from '../../../core/annotation/stored-span.ts'
import type { WrittenArticle } from '../../../core/article/article.ts'
import {
  recordsOfStored,
  writeLine,
  type StoredSet,
} from '../../../core/formats/rubricator/write.ts'
import { lookOfNow } from '../../store/look.ts'
import { articleFile, setFile } from '../../store/project-layout.ts'

/** An article with the sets that are exported, and what their files looked like when they were checked. */
export interface ExportedArticle {
  readonly id: string
  readonly look: string
  readonly sets: readonly { readonly annotator: string; readonly look: string }[]
}

/**
 * How a file becomes JSON. Everything that JSON itself is made of is ASCII, and what stands between its
 * quotation marks goes through unchanged: so bytes need not be made characters to be copied from one file
 * to another, which takes most of the time of an export. As `latin1` each byte stands for itself.
 */
type Reading = 'latin1' | 'utf8'

/**
 * What would not go through as bytes: escaped characters, which may be any, and the three line terminators that
 * a line must have escaped (U+0085, U+2028 and U+2029 in UTF-8).
 */
const NOT_PLAIN = [String.raw`\u`, '\u00c2\u0085', '\u00e2\u0080\u00a8', '\u00e2\u0080\u00a9']
/** Where the log begins in a set as this program writes it. No string holds a line feed. */
const HISTORY = ',\n  "history": ['

/**
 * The lines of an article whose files are those that were checked.
 * @returns Null when a file is not, or of an older version.
 */
export function knownLinesOf(folder: string, article: ExportedArticle): Buffer | null {
  return linesOf(folder, article, 'latin1') ?? linesOf(folder, article, 'utf8')
}

/**
 * Reads a file that has been checked since it was written.
 * @returns Null when it is not that file any more, or of an older version.
 */
export function readKnown(
  folder: string,
  file: string,
  look: string,
  format: string,
): object | null {
  const text = readText(folder, file, look, 'utf8')
  return text === null ? null : parse(text, format)
}

function linesOf(
  folder: string,
  { id, look, sets }: ExportedArticle,
  reading: Reading,
): Buffer | null {
  const file = readText(folder, articleFile(id), look, reading)
  const article = file === null ? null : parse(file, 'rubricator-article/1')
  if (article === null) return null
  const { text, text_sha256, meta } = article as WrittenArticle
  const stored: StoredSet[] = []
  for (const { annotator, look: lookOfSet } of sets) {
    const written = readText(folder, setFile(id, annotator), lookOfSet, reading)
    const set = written === null ? null : parseSet(written)
    if (set === null) return null
    const { status, spans } = set
    // In bytes labels have another order than in characters.
    if (reading === 'latin1' && !areApart(spans)) return null
    stored.push({ annotator, status, spans: [...orderedSpans(spans)] })
  }
  // Files from before articles had them say nothing of either.
  const { language = null, direction = null } = meta
  const described = { id, text, text_sha256, meta: { ...meta, language, direction } }
  const records = recordsOfStored(described, stored)
  return reading === 'utf8'
    ? Buffer.from(records.map(writeLine).join(''))
    : Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''), 'latin1')
}

/** @returns Null when it is not the file that was checked, or cannot be read so. */
function readText(folder: string, file: string, look: string, reading: Reading): string | null {
  const path = join(folder, file)
  if (lookOfNow(path) !== look) return null
  const text = readFileSync(path, reading)
  return reading === 'latin1' && NOT_PLAIN.some((bytes) => text.includes(bytes)) ? null : text
}

function parse(text: string, format: string): object | null {
  const json = JSON.parse(text) as { readonly format: string }
  return json.format === format ? json : null
}

/** Without its log, of which nothing is exported and which is as long as all the rest. */
function parseSet(text: string): StoredDocument | null {
  const format = 'rubricator-annotations/2'
  const end = text.indexOf(HISTORY)
  const set = parse(end === -1 ? text : `${text.slice(0, end)}}`, format)
  // Where somebody has put the log first, the rest follows it.
  const isWhole = set === null || ('spans' in set && 'status' in set)
  return (isWhole ? set : parse(text, format)) as StoredDocument | null
}

/** Whether the places of spans alone give their order. */
function areApart(spans: readonly StoredSpan[]): boolean {
  return spans.every(({ start, end }, index) => {
    const before = spans[index - 1]
    return (
      before === undefined || before.start < start || (before.start === start && before.end > end)
    )
  })
}
