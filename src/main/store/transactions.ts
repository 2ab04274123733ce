import { join } from 'node:path'
import type { CallFailure } from '../../contract/failure.ts'
import type { Annotator, AnnotatorFile, Project } from '../../core/project/project.ts'
import { ok, type Result } from '../../core/result.ts'
import { Turns } from '../crew/turns.ts'
import { encodeFile } from './file-kind.ts'
import { annotatorDocument, type LoadedProject } from './load-project.ts'
import { annotatorKind, PROJECT_KIND } from './project-kinds.ts'
import { annotatorFile, PROJECT_FILE, REVIEWS_FOLDER } from './project-layout.ts'
import { hashOfFile } from './hash-of-file.ts'
import type { WrittenEntries } from './transact.ts'
import type { WrittenFile } from './transaction/apply-changes.ts'
import type { FileChange } from './transaction/part-file.ts'
import { Transaction, type Progress } from './transaction/transaction.ts'
import { refuse } from './store-failures.ts'
import { setFile, articleFile } from './project-layout.ts'

/** Files that are made durable in no more time than anybody notices. */
const SETTLED_AT_ONCE = 100

/** Carries out changes of many files of an open project, and takes what they have made into memory. */
export class Transactions {
  readonly #files: LoadedProject
  #settling: Promise<unknown> = Promise.resolve()
  /** How many were carried out and are not durable in their places yet. */
  #unsettled = 0

  constructor(files: LoadedProject) {
    this.#files = files
  }

  /** See `ProjectStore.transact`. */
  async run(
    annotators: readonly string[],
    build: (transaction: Transaction) => Promise<Result<WrittenEntries, CallFailure>>,
    progress?: Progress,
  ): Promise<Result<null, CallFailure>> {
    const { ground } = this.#files
    return this.#whileOurs(annotators, async () => {
      const transaction = await Transaction.begin(ground.folder)
      const built = await this.#build(transaction, build)
      if (!built.ok) return built
      const written = await transaction.apply(progress)
      await this.#takeIn(written, built.value)
      if (written.length > SETTLED_AT_ONCE || this.#unsettled > 0) this.#settleLater(transaction)
      else await transaction.settle()
      return ok(null)
    })
  }

  async projectChange(
    change: (project: Project) => Project,
  ): Promise<Result<FileChange, CallFailure>> {
    const { ground, project } = this.#files
    await project.refresh(true)
    if (project.data === null) return refuse(`${PROJECT_FILE} is not there`)
    const content = encodeFile(PROJECT_KIND, change(project.data))
    const before = await hashOfFile(join(ground.folder, PROJECT_FILE))
    return ok({ path: PROJECT_FILE, before, content })
  }

  async annotatorChange({ id, name }: Annotator): Promise<FileChange | null> {
    const { ground, annotators } = this.#files
    if (annotators.get(id)?.data?.name === name) return null
    const file: AnnotatorFile = { format: 'rubricator-annotator/1', id, name }
    const path = annotatorFile(id)
    const before = await hashOfFile(join(ground.folder, path))
    return { path, before, content: encodeFile(annotatorKind(id), file) }
  }

  /** Resolves when everything that was carried out is durable in its place. */
  async settled(): Promise<void> {
    await this.#settling.catch(() => undefined)
  }

  async #build(
    transaction: Transaction,
    build: (transaction: Transaction) => Promise<Result<WrittenEntries, CallFailure>>,
  ): Promise<Result<WrittenEntries, CallFailure>> {
    try {
      const built = await build(transaction)
      if (built.ok) await transaction.decide()
      else await transaction.cancel()
      return built
    } catch (error) {
      await transaction.cancel()
      throw error
    }
  }

  /** Nobody else writes what a transaction is about, nor carries on with it. */
  #whileOurs<T>(annotators: readonly string[], work: () => Promise<T>): Promise<T> {
    const { locks } = this.#files.ground
    const [annotator, ...others] = annotators
    return annotator === undefined
      ? locks.whileProjectIsOurs(work)
      : locks.whileSetsAreOurs(annotator, () => this.#whileOurs(others, work))
  }

  async #takeIn(written: readonly WrittenFile[], entries: WrittenEntries): Promise<void> {
    const { ground, project, annotators, index, reviews } = this.#files
    const turns = new Turns()
    const looks = new Map<string, string>()
    for (const { path, look } of written) {
      if (turns.isOver) await turns.end()
      looks.set(path, look ?? '')
      if (path === PROJECT_FILE) await project.refresh(true)
      const [kind, id = '', last, file = ''] = path.split('/')
      if (kind === REVIEWS_FOLDER) reviews.add(file.slice(0, -'.json'.length), id, look ?? '')
      if (last === undefined || path !== annotatorFile(id)) continue
      if (look === null) {
        annotators.delete(id)
        continue
      }
      const document = annotators.get(id) ?? annotatorDocument(ground, id)
      await document.refresh(true)
      annotators.set(id, document)
    }
    for (const article of entries.articles) {
      if (turns.isOver) await turns.end()
      index.putArticle({ ...article, look: looks.get(articleFile(article.id)) ?? '' })
    }
    for (const { article, set } of entries.sets) {
      if (turns.isOver) await turns.end()
      index.putSet(article, { ...set, look: looks.get(setFile(article, set.annotator)) ?? '' })
    }
  }

  /**
   * Nobody waits for it: until then the transaction could be carried out again. One after the other, and
   * none after one that failed: that one would bring back what a later one has taken back.
   */
  #settleLater(transaction: Transaction): void {
    const { locks } = this.#files.ground
    const settle = (): Promise<void> => locks.whileProjectIsOurs(() => transaction.settle())
    this.#unsettled++
    this.#settling = this.#settling.then(settle).then(() => this.#unsettled--)
    // What cannot be made durable now stays to be carried out at the next opening.
    this.#settling.catch(() => undefined)
  }
}
