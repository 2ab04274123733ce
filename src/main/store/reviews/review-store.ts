import { join } from 'node:path'
import type { CallFailure } from '../../../contract/failure.ts'
import { mergeRecords } from '../../../core/review/log/merge-records.ts'
import type { ReviewLog, ReviewRecord } from '../../../core/review/log/record.ts'
import { ok, type Result } from '../../../core/result.ts'
import { missing, type ArticleAccess } from '../article-access.ts'
import type { ArticleShelf } from '../article-shelf.ts'
import { BrokenFileError, UnreadFileError } from '../durable-json-adapter.ts'
import { encodeFile } from '../file-kind.ts'
import type { LoadedProject } from '../load-project.ts'
import type { PendingWrites } from '../pending-writes.ts'
import { reviewKind } from '../project-kinds.ts'
import { reviewFile } from '../project-layout.ts'
import type { SetGate } from '../set-gate.ts'
import { hashOfFile } from '../hash-of-file.ts'
import { refuse } from '../store-failures.ts'
import type { FileChange } from '../transaction/part-file.ts'
import { createOffsetMap } from '../../../core/text/offsets.ts'

/**
 * What was said in the reviews of an open project. Each person has one file an article, which only they
 * write; records are added to it and never taken out.
 */
export class ReviewStore {
  readonly #files: LoadedProject
  readonly #access: ArticleAccess
  readonly #pending: PendingWrites
  readonly #gate: SetGate

  constructor(files: LoadedProject, access: ArticleAccess, pending: PendingWrites, gate: SetGate) {
    this.#files = files
    this.#access = access
    this.#pending = pending
    this.#gate = gate
  }

  /** The ids of those who have said something about an article. */
  people(article: string): readonly string[] {
    return this.#files.reviews.people(article)
  }

  /** Counts what has happened to the review of an article since the project was opened. */
  changesOf(article: string): number {
    return this.#files.reviews.changesOf(article)
  }

  /** What everybody has said in the review of an article, as the files hold it now. */
  logs(article: string): Promise<Result<readonly ReviewLog[], CallFailure>> {
    return this.#access.use(article, async (shelf) => {
      const logs: ReviewLog[] = []
      for (const by of this.people(article)) {
        const read = await this.#read(shelf, by)
        if (!read.ok) return read
        if (read.value !== null) logs.push(read.value)
      }
      return ok(logs)
    })
  }

  /**
   * Adds to what a person has said; what is there already is not added again. It is durable when this
   * resolves.
   * @param records - All by this person.
   */
  add(
    article: string,
    by: string,
    records: readonly ReviewRecord[],
  ): Promise<Result<null, CallFailure>> {
    const write = (): Promise<Result<null, CallFailure>> =>
      this.#access.use(article, async (shelf) => {
        const read = await this.#read(shelf, by)
        if (!read.ok) return read
        const updated = await this.#files.ground.locks.whileSetsAreOurs(by, () =>
          shelf.log(by).update<CallFailure>((log) => ok(withRecords(log, article, by, records))),
        )
        if (!updated.ok) return updated
        this.#files.shelves.keep(article)
        this.#files.reviews.add(article, by, shelf.log(by).look ?? '')
        return ok(null)
      })
    return this.#pending.run(() => this.#gate.pass(write))
  }

  /**
   * What a transaction writes to add to what a person has said; null when all of it is there.
   * @param text - The article's, which may come with the same transaction.
   */
  async change(
    article: { readonly id: string; readonly text: string; readonly text_sha256: string },
    by: string,
    records: readonly ReviewRecord[],
  ): Promise<Result<FileChange | null, CallFailure>> {
    const { id, text, text_sha256 } = article
    const known = await this.logs(id)
    const logs = known.ok ? known.value : []
    if (!known.ok && this.#files.index.article(id) !== undefined) return known
    const log = logs.find((each) => each.by === by) ?? null
    const next = withRecords(log, id, by, records)
    if (next === log) return ok(null)
    const path = reviewFile(id, by)
    const ground = { article: id, sha256: text_sha256, text, offsets: createOffsetMap(text) }
    const content = encodeFile(reviewKind(ground, by), next)
    return ok({ path, before: await hashOfFile(join(this.#files.ground.folder, path)), content })
  }

  /** Notes that a transaction has written a file of a review. */
  noteWritten(article: string, by: string): void {
    this.#files.reviews.add(article, by)
  }

  /** Notes that a transaction has removed a file of a review. */
  noteGone(article: string, by: string): void {
    this.#files.reviews.remove(article, by)
  }

  /** @returns What a person has said; null where there is nothing; a failure where the file is broken. */
  async #read(shelf: ArticleShelf, by: string): Promise<Result<ReviewLog | null, CallFailure>> {
    const { index, reader, reviews } = this.#files
    const document = shelf.log(by)
    const { id } = shelf.article
    const file = reviewFile(id, by)
    try {
      if (await document.refresh(reviews.has(id, by))) index.forgiveFile(file)
    } catch (error) {
      if (!(error instanceof BrokenFileError) || error instanceof UnreadFileError) throw error
      await reader.read(file, document, by)
      const reason = index.reasonAgainst(file)
      if (reason !== undefined) return brokenLog(file, reason)
      // It was moved aside, and there was no earlier copy.
      if (document.data === null) reviews.remove(id, by)
    }
    // A file that should be there and is not may be back with its drive.
    if (document.data === null && reviews.has(id, by)) throw missing(document.path)
    return ok(document.data)
  }
}

function withRecords(
  log: ReviewLog | null,
  article: string,
  by: string,
  records: readonly ReviewRecord[],
): ReviewLog {
  const before = log?.records ?? []
  const merged = mergeRecords(before, records)
  const isSame = log !== null && merged.length === before.length
  return isSame ? log : { article, by, records: merged }
}

function brokenLog(file: string, reason: string): Result<never, CallFailure> {
  return refuse(`${file} was left as it is, because it cannot be used: ${reason}`)
}
