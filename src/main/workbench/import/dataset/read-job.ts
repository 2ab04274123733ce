import { isUtf8 } from 'node:buffer'
import { readLines, type ReadRecord } from '../../../../core/formats/rubricator/read.ts'
import type { Job } from '../../../crew/job.ts'
import { sha256 } from '../../../store/sha256.ts'
import { decodeText } from '../decode-text.ts'
import { describeDecodeProblem } from '../describe-decode-problem.ts'
import { linesOf } from './lines-of.ts'
import { summarise, type LineSummary } from './line-summary.ts'

interface ReadInput {
  readonly bytes: Uint8Array
  /** Where they begin in the file. */
  readonly at: number
}

/** What was found in whole lines of a file; lines count from 1 within them. */
export type ReadChunk =
  | { readonly problem: string; readonly line: number | null }
  | {
      readonly problem: null
      readonly lines: readonly LineSummary[]
      /** How many line feeds the bytes hold. */
      readonly feeds: number
      /** SHA-256 of the bytes: what is written later must be what was looked at. */
      readonly sha256: string
    }

const OPENING_BRACE = 0x7b

/** Reads and checks lines of native JSONL. */
export const readDatasetJob: Job<ReadInput, ReadChunk> = {
  name: 'read a dataset',
  run: async ({ bytes, at }) => {
    // A file that begins with a byte order mark, or is no text, is looked at closely.
    const isPlain = bytes[0] === OPENING_BRACE && isUtf8(bytes) && !bytes.includes(0)
    const decoded = isPlain ? null : decodeText(bytes, 'UTF-8')
    if (decoded?.ok === false) {
      if (decoded.error.code === 'empty') return chunkOf(bytes, [])
      return { problem: describeDecodeProblem(decoded.error, at), line: null }
    }
    const read = readLines(decoded?.value.text ?? linesOf(bytes), sha256)
    if (!read.ok) return { problem: read.error.message, line: read.error.line }
    return chunkOf(bytes, read.value)
  },
}

function chunkOf(bytes: Uint8Array, records: readonly ReadRecord[]): ReadChunk {
  const lines = records.map((record) => summarise(record, 0))
  return { problem: null, lines, feeds: countFeeds(bytes), sha256: sha256(bytes) }
}

function countFeeds(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++
  return count
}
