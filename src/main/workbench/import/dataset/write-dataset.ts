import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallFailure } from '../../../../contract/failure.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { crew } from '../../../crew/crew.ts'
import { setFile } from '../../../store/project-layout.ts'
import type { ProjectStore } from '../../../store/project-store.ts'
import { sha256 } from '../../../store/sha256.ts'
import type { WrittenEntries } from '../../../store/transact.ts'
import type { Transaction } from '../../../store/transaction/transaction.ts'
import { failure } from '../../failures.ts'
import type { PlannedDataset, PlannedLine, PlannedSet } from '../import-plan.ts'
import { chunksOf } from './dataset-source.ts'
import { writeDatasetJob, type LineOrder, type WrittenLines } from './write-job.ts'

/** Writes what an import takes out of a dataset into a transaction, on the threads of the crew. */
export class DatasetWriter {
  readonly #store: ProjectStore
  readonly #planned: PlannedDataset
  readonly #transaction: Transaction
  readonly #signal: AbortSignal | undefined

  constructor(
    store: ProjectStore,
    planned: PlannedDataset,
    transaction: Transaction,
    signal: AbortSignal | undefined,
  ) {
    this.#store = store
    this.#planned = planned
    this.#transaction = transaction
    this.#signal = signal
  }

  /**
   * @param at - The time of the import.
   * @param tell - Told how much of it is done, from 0 to 1.
   */
  async write(
    at: string,
    tell: (part: number) => void,
  ): Promise<Result<WrittenEntries, CallFailure>> {
    const { dataset, lines } = this.#planned
    const running: Promise<WrittenLines | null>[] = []
    const written: (WrittenLines | null)[] = []
    let index = 0
    let next = 0
    try {
      for await (const { bytes } of chunksOf(dataset.source)) {
        if (this.#signal?.aborted === true) break
        const chunk = dataset.chunks[index++]
        if (chunk === undefined) return this.#changed()
        const end = dataset.chunks[index]?.before ?? Infinity
        const from = next
        while (next < lines.length && (lines[next]?.line ?? 0) <= end) next++
        const orders = await this.#ordersFor(lines.slice(from, next), chunk.before)
        if (!orders.ok) return orders
        tell(index / dataset.chunks.length)
        if (orders.value.length === 0) continue
        const part = this.#transaction.nextPart()
        const input = { bytes, sha256: chunk.sha256, orders: orders.value, part, at }
        running.push(crew.run(writeDatasetJob, input))
        if (running.length > crew.size) written.push(await (running.shift() ?? null))
      }
    } finally {
      await Promise.allSettled(running)
    }
    written.push(...(await Promise.all(running)))
    const entries: WrittenEntries = { articles: [], sets: [] }
    for (const part of written) {
      if (part === null) return this.#changed()
      entries.articles.push(...part.articles)
      entries.sets.push(...part.sets)
    }
    return ok(entries)
  }

  async #ordersFor(
    lines: readonly PlannedLine[],
    before: number,
  ): Promise<Result<readonly LineOrder[], CallFailure>> {
    const orders: LineOrder[] = []
    for (const { line, article, writesArticle, set } of lines) {
      const order = { line: line - before, article, writesArticle }
      if (set === null) orders.push({ ...order, set: null })
      else {
        const followed = await this.#followed(set)
        if (!followed.ok) return followed
        orders.push({ ...order, set: { revision: set.revision, before: followed.value } })
      }
    }
    return ok(orders)
  }

  /** @returns The hash of the file that a set follows upon; null where there is none. */
  async #followed({
    article,
    annotator,
    revision,
  }: PlannedSet): Promise<Result<string | null, CallFailure>> {
    if (this.#store.article(article) === undefined) return ok(null)
    const present = await this.#store.document(article, annotator)
    if (!present.ok) return present
    if (present.value.revision !== revision - 1) {
      return failure('conflict', `The marks of ${annotator} changed while they were imported`)
    }
    if (revision === 1) return ok(null)
    const file = join(this.#store.folder, setFile(article, annotator))
    return ok(sha256(await readFile(file)))
  }

  #changed(): Result<never, CallFailure> {
    return failure('conflict', `${this.#planned.name} was changed while it was imported`)
  }
}
