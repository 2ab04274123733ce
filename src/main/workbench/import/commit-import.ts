import type { CallFailure } from '../../../contract/failure.ts'
import type { ImportSummary } from '../../../contract/models.ts'
import { ok, type Result } from '../../../core/result.ts'
import { indexArticle, type IndexedArticle } from '../../store/cache/index-entry.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import type { FileChange } from '../../store/transaction/part-file.ts'
import type { Progress, Transaction } from '../../store/transaction/transaction.ts'
import { articleChange, type WrittenEntries } from '../../store/transact.ts'
import { failure, unexpected } from '../failures.ts'
import type { ImportPlan } from './import-plan.ts'
import { DatasetWriter } from './dataset/write-dataset.ts'

/** Articles to a part of the transaction: a few megabytes. */
const ARTICLES_A_PART = 200

export interface CommitOptions {
  /** Told as it is written: articles and sets done, of how many. */
  readonly progress?: Progress
  readonly signal?: AbortSignal | undefined
}

/** Writes what was planned, all of it or nothing. */
export async function commitImport(
  store: ProjectStore,
  plan: ImportPlan,
  { progress = () => undefined, signal }: CommitOptions = {},
): Promise<Result<ImportSummary, CallFailure>> {
  const { articles, sets } = plan.summary
  const total = articles + sets
  if (total === 0) return ok(plan.summary)
  // Deciding what each file holds takes as long as writing the files.
  const tell = (part: number): void => progress(Math.round(part * total), total)
  const annotators = plan.datasets.flatMap(({ lines }) =>
    lines.flatMap(({ set }) => set?.annotator ?? []),
  )
  const names = plan.annotators.map(({ id }) => id)
  try {
    const written = await store.transact(
      [...new Set([...annotators, ...names])],
      (transaction) =>
        writeImport(store, plan, transaction, { signal, tell: (part) => tell(part / 2) }),
      (done, all) => tell(0.5 + done / all / 2),
    )
    return written.ok ? ok(plan.summary) : nothingDone(written.error)
  } catch (error) {
    return nothingDone(unexpected(error))
  }
}

function nothingDone({ code, message }: CallFailure): Result<never, CallFailure> {
  return failure(code, `${message}; nothing was imported`)
}

/**
 * Writes what was planned into a transaction.
 * @param options.tell - Told how much of it is done, from 0 to 1.
 */
export function writeImport(
  store: ProjectStore,
  plan: ImportPlan,
  transaction: Transaction,
  { signal, tell }: { signal?: AbortSignal | undefined; tell?: (part: number) => void } = {},
): Promise<Result<WrittenEntries, CallFailure>> {
  return new ImportWriter(store, plan, transaction, signal).write(tell ?? (() => undefined))
}

/** Writes the parts of an import's transaction. */
class ImportWriter {
  readonly #store: ProjectStore
  readonly #plan: ImportPlan
  readonly #transaction: Transaction
  readonly #signal: AbortSignal | undefined

  constructor(
    store: ProjectStore,
    plan: ImportPlan,
    transaction: Transaction,
    signal: AbortSignal | undefined,
  ) {
    this.#store = store
    this.#plan = plan
    this.#transaction = transaction
    this.#signal = signal
  }

  /** @param tell - Told how much of it is done, from 0 to 1. */
  async write(tell: (part: number) => void): Promise<Result<WrittenEntries, CallFailure>> {
    const { datasets } = this.#plan
    const changed = await this.#writeProject()
    if (!changed.ok) return changed
    const entries: WrittenEntries = { articles: [...this.#writeArticles()], sets: [] }
    for (const [index, planned] of datasets.entries()) {
      const writer = new DatasetWriter(this.#store, planned, this.#transaction, this.#signal)
      const { at } = this.#plan
      const written = await writer.write(at, (part) => tell((index + part) / datasets.length))
      if (!written.ok) return written
      entries.articles.push(...written.value.articles)
      entries.sets.push(...written.value.sets)
    }
    return this.#signal?.aborted === true
      ? failure('refused', 'The import was cancelled')
      : ok(entries)
  }

  /** Labels and annotators, which sets need to be read. */
  async #writeProject(): Promise<Result<null, CallFailure>> {
    const { labels, annotators } = this.#plan
    const changes: FileChange[] = []
    if (labels.length > 0) {
      const change = await this.#store.projectChange((project) => ({
        ...project,
        labels: [...project.labels, ...labels],
      }))
      if (!change.ok) return change
      changes.push(change.value)
    }
    for (const annotator of annotators) {
      const change = await this.#store.annotatorChange(annotator)
      if (change !== null) changes.push(change)
    }
    if (changes.length > 0) this.#transaction.add(changes)
    return ok(null)
  }

  *#writeArticles(): Generator<IndexedArticle> {
    const { articles } = this.#plan
    for (let from = 0; from < articles.length; from += ARTICLES_A_PART) {
      const some = articles.slice(from, from + ARTICLES_A_PART)
      this.#transaction.add(some.map(articleChange))
      yield* some.map((article) => indexArticle(article, ''))
    }
  }
}
