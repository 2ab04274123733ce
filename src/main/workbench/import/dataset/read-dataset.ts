import { fail, ok, type Result } from '../../../../core/result.ts'
import { crew } from '../../../crew/crew.ts'
import type { Progress } from '../../../store/transaction/transaction.ts'
import { chunksOf, sizeOf, type DatasetSource } from './dataset-source.ts'
import type { LineSummary } from './line-summary.ts'
import { readDatasetJob, type ReadChunk } from './read-job.ts'

/** A piece of a dataset that was read and checked. */
export interface CheckedChunk {
  readonly sha256: string
  /** How many lines precede it. */
  readonly before: number
}

/** A file of native JSONL that was read and checked. */
export interface Dataset {
  readonly source: DatasetSource
  readonly chunks: readonly CheckedChunk[]
  readonly lines: readonly LineSummary[]
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined
  /** Told as it is read, in bytes. */
  readonly progress?: Progress
}

/** Where and why a file is not native JSONL; lines count from 1, null where it is not one of them. */
export interface DatasetProblem {
  readonly line: number | null
  readonly message: string
}

/**
 * Reads a file of native JSONL on the threads of the crew. A file is read whole or not at all: its first
 * problem ends it.
 */
export async function readDataset(
  source: DatasetSource,
  { signal, progress }: ReadOptions = {},
): Promise<Result<Dataset, DatasetProblem>> {
  const gathering = new Gathering(source)
  const running: Promise<ReadChunk>[] = []
  try {
    const size = await sizeOf(source)
    for await (const { at, bytes } of chunksOf(source)) {
      signal?.throwIfAborted()
      running.push(crew.run(readDatasetJob, { bytes, at }))
      progress?.(at + bytes.length, size)
      if (running.length > crew.size && !gathering.take(await running.shift())) break
    }
    for (const chunk of running) if (!gathering.take(await chunk)) break
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return fail({ line: null, message: error.message })
  } finally {
    await Promise.allSettled(running)
  }
  return gathering.end()
}

/** Puts pieces together that come in their order. */
class Gathering {
  readonly #source: DatasetSource
  readonly #chunks: CheckedChunk[] = []
  readonly #lines: LineSummary[] = []
  readonly #seen = new Map<string, number>()
  #before = 0
  #problem: DatasetProblem | null = null

  constructor(source: DatasetSource) {
    this.#source = source
  }

  /** @returns False after a problem: what follows is not looked at. */
  take(chunk: ReadChunk | undefined): boolean {
    if (chunk === undefined || this.#problem !== null) return false
    if (chunk.problem !== null) {
      const line = chunk.line === null ? null : this.#before + chunk.line
      this.#problem = { line, message: chunk.problem }
      return false
    }
    for (const summary of chunk.lines) if (!this.#takeLine(summary)) return false
    this.#chunks.push({ sha256: chunk.sha256, before: this.#before })
    this.#before += chunk.feeds
    return true
  }

  end(): Result<Dataset, DatasetProblem> {
    if (this.#problem !== null) return fail(this.#problem)
    if (this.#lines.length === 0) {
      return fail({ line: null, message: 'it holds no line to import' })
    }
    return ok({ source: this.#source, chunks: this.#chunks, lines: this.#lines })
  }

  #takeLine(summary: LineSummary): boolean {
    const line = this.#before + summary.line
    const key = `${summary.id} ${summary.set?.annotator ?? ''}`
    const earlier = this.#seen.get(key)
    if (earlier !== undefined) {
      const message = `the same article and annotator stand on line ${earlier}`
      this.#problem = { line, message }
      return false
    }
    this.#seen.set(key, line)
    this.#lines.push({ ...summary, line })
    return true
  }
}
