import { isUtf8 } from 'node:buffer'
import { readHeader, startOfLine, type PackHeader } from '../../../core/review/pack/pack-line.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { chunksOf, type DatasetSource } from '../import/dataset/dataset-source.ts'
import { linesOf } from '../import/dataset/lines-of.ts'

/** Where and why a file is no review pack; lines count from 1, null where it is not one of them. */
export interface PackProblem {
  readonly line: number | null
  readonly message: string
}

/** The lines of some articles, whole, as a thread takes them. */
export interface PackBatch {
  /** The number of the first of the lines, which follow upon each other; blank ones are among them. */
  readonly first: number
  readonly lines: readonly string[]
  /** The texts that they are about, by their SHA-256, in order. */
  readonly articles: readonly string[]
}

/** About how much text a thread takes at a time, in UTF-16 code units, and how many articles. */
const BATCH_LENGTH = 1 << 20
const BATCH_ARTICLES = 100

/** Reads the first line of a file. */
export async function headerOf(source: DatasetSource): Promise<Result<PackHeader, PackProblem>> {
  try {
    for await (const { bytes } of chunksOf(source)) {
      const [first = ''] = linesOf(bytes)
      const header = readHeader(first.replace(/^\uFEFF/, ''))
      return header.ok ? header : fail({ line: 1, message: header.error })
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return fail({ line: null, message: error.message })
  }
  return fail({ line: null, message: 'it is empty' })
}

/**
 * Reads the lines after the first, the lines of one article always together.
 * @throws PackProblemError where a line is none of a pack, or stands in a place of another.
 */
export async function* batchesOf(source: DatasetSource): AsyncGenerator<PackBatch> {
  const seen = new Map<string, number>()
  let batch = emptyBatch(2)
  let number = 0
  let length = 0
  for await (const { at, bytes } of chunksOf(source)) {
    if (!isUtf8(bytes)) throw new PackProblemError(null, `it is not UTF-8, after byte ${at}`)
    const lines = [...linesOf(bytes)]
    // Behind the last line feed nothing follows.
    if (lines.at(-1) === '') lines.pop()
    for (const json of lines) {
      number++
      if (number === 1) continue
      const start = json.trim() === '' ? null : startOfLine(json)
      if (start === null && json.trim() !== '') {
        throw new PackProblemError(number, 'it begins as no line of a review pack does')
      }
      if (start?.kind === 'article') {
        const earlier = seen.get(start.sha256)
        if (earlier !== undefined) {
          throw new PackProblemError(number, `the same article stands on line ${earlier}`)
        }
        seen.set(start.sha256, number)
        if (length > BATCH_LENGTH || batch.articles.length >= BATCH_ARTICLES) {
          yield batch
          batch = emptyBatch(number)
          length = 0
        }
        batch.articles.push(start.sha256)
      } else if (start !== null && batch.articles.at(-1) !== start.sha256) {
        throw new PackProblemError(number, 'it does not follow upon the line of its article')
      }
      batch.lines.push(json)
      length += json.length
    }
  }
  if (batch.articles.length > 0) yield batch
}

/** Says what is wrong with a file. */
export class PackProblemError extends Error {
  override readonly name = 'PackProblemError'
  readonly problem: PackProblem

  constructor(line: number | null, message: string) {
    super(message)
    this.problem = { line, message }
  }
}

/** A problem as a sentence. */
export function describeProblem({ line, message }: PackProblem): string {
  return line === null ? message : `line ${line}: ${message}`
}

/** What reading a file comes to, or what is wrong with it. */
export async function readingPack<T>(work: () => Promise<T>): Promise<Result<T, PackProblem>> {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof PackProblemError) return fail(error.problem)
    if (error instanceof RangeError) return fail({ line: null, message: error.message })
    throw error
  }
}

function emptyBatch(first: number): PackBatch & {
  readonly lines: string[]
  readonly articles: string[]
} {
  return { first, lines: [], articles: [] }
}
