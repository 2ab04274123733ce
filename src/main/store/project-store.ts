import type { CallFailure } from '../../contract/failure.ts'
import { emptySet, type AnnotationSet, type Status } from '../../core/annotation/annotation-set.ts'
import { newDocument, type AnnotationDocument } from '../../core/annotation/history.ts'
import { compareText } from '../../core/annotation/span.ts'
import type { Article, Metadata } from '../../core/article/article.ts'
import {
  withAnnotators,
  type Annotator,
  type AnnotatorFile,
  type Project,
} from '../../core/project/project.ts'
import { ok, type Result } from '../../core/result.ts'
import { ArticleAccess, missing } from './article-access.ts'
import { writers } from '../crew/crew.ts'
import type { ArticleIndex } from './article-index.ts'
import type { ArticleShelf } from './article-shelf.ts'
import type { ArticleShelves } from './article-shelves.ts'
import {
  indexArticle,
  indexSet,
  type IndexedArticle,
  type IndexedSet,
} from './cache/index-entry.ts'
import { searchTexts } from './cache/search-texts.ts'
import { createProjectFile } from './create-project.ts'
import type { DurableDocument } from './durable-document.ts'
import {
  annotatorDocument,
  loadProject,
  type LoadedProject,
  type LoadOptions,
} from './load-project.ts'
import type { Lock } from './lock/lock-file.ts'
import { PendingWrites } from './pending-writes.ts'
import type { ProjectGround } from './project-ground.ts'
import { articleFile, shardOf, type StoreProblem } from './project-layout.ts'
import { ReviewStore } from './reviews/review-store.ts'
import { SetGate } from './set-gate.ts'
import { unknownArticle } from './store-failures.ts'
import { removeSpares } from './spare-files.ts'
import { Transactions } from './transactions.ts'
import type { FileChange } from './transaction/part-file.ts'
import type { Progress, Transaction } from './transaction/transaction.ts'
import type { WrittenEntries } from './transact.ts'
import { FolderWatch, type Changes } from './watch/folder-watch.ts'
import { ProjectRefresh, type Refreshed } from './watch/refresh-project.ts'

/** What the article list shows of a set. */
export interface SetSummary {
  readonly status: Status
  readonly spans: number
}

/**
 * One open project folder. What the list of articles needs is in memory; texts and sets are read when
 * they are asked for. Every change is on disk before it is seen here. Methods that write reject with a
 * `StorageError` when the disk did not take the change, which then has not happened.
 *
 * It is long because it is the one way to a project's files, and each method says what it promises; what they call
 * is in files of its own.
 */
export class ProjectStore {
  readonly folder: string
  readonly #files: LoadedProject
  readonly #ground: ProjectGround
  readonly #project: DurableDocument<Project>
  readonly #annotators: Map<string, DurableDocument<AnnotatorFile>>
  readonly #index: ArticleIndex
  readonly #shelves: ArticleShelves
  readonly #pending: PendingWrites
  readonly #transactions: Transactions
  readonly #gate = new SetGate()
  readonly #access: ArticleAccess
  /** What was said in reviews of the articles. */
  readonly reviews: ReviewStore
  #watch: FolderWatch | null = null

  private constructor(files: LoadedProject) {
    const { ground, project, annotators, index, shelves } = files
    this.folder = ground.folder
    this.#files = files
    this.#ground = ground
    this.#project = project
    this.#annotators = annotators
    this.#index = index
    this.#shelves = shelves
    this.#pending = new PendingWrites(ground)
    this.#transactions = new Transactions(files)
    this.#access = new ArticleAccess(files)
    this.reviews = new ReviewStore(files, this.#access, this.#pending, this.#gate)
  }

  /** Makes a project in a folder that is empty or not there yet, and opens it. */
  static async create(
    folder: string,
    name: string,
    options: LoadOptions = {},
  ): Promise<Result<ProjectStore, CallFailure>> {
    const created = await createProjectFile(folder, name, options.write)
    return created.ok ? ProjectStore.open(folder, options) : created
  }

  /** Opens a project; files that cannot be used are told in `problems`, the rest is open. */
  static async open(
    folder: string,
    options: LoadOptions = {},
  ): Promise<Result<ProjectStore, CallFailure>> {
    const loaded = await loadProject(folder, options)
    return loaded.ok ? ok(new ProjectStore(loaded.value)) : loaded
  }

  /** The project, with all annotators, wherever they are listed. */
  get project(): Project {
    const project = this.#project.data
    if (project === null) throw new TypeError('An open project has its project.json in memory')
    return withAnnotators(
      project,
      [...this.#annotators.values()].flatMap(({ data }) => data ?? []),
    )
  }

  /** Files that cannot be used, or that something has been done to. */
  get problems(): readonly StoreProblem[] {
    return this.#index.problems
  }

  /**
   * The format of a file that a newer program has made: then the project can be read and every write is
   * refused with a `NewerProjectError`. Null when there is none.
   */
  get newerFormat(): string | null {
    return this.#ground.newer.format
  }

  /** How many writes have begun since the project was opened. */
  get writesBegun(): number {
    return this.#pending.begun
  }

  /** All articles without their texts, in the order in which they were imported. */
  articles(): readonly IndexedArticle[] {
    return this.#index.articles()
  }

  /** An article without its text. */
  article(id: string): IndexedArticle | undefined {
    return this.#index.article(id)
  }

  /** The article whose text has this SHA-256. */
  articleByHash(sha256: string): IndexedArticle | undefined {
    return this.#index.byHash(sha256)
  }

  summary(article: string, annotator: string): SetSummary {
    return this.#index.set(article, annotator) ?? { status: 'not-started', spans: 0 }
  }

  /** What is known of an annotator's set; undefined where there is no file. */
  setOn(article: string, annotator: string): IndexedSet | undefined {
    return this.#index.set(article, annotator)
  }

  /** What is known of the sets on an article that have a file, by annotator. */
  setsOn(article: string): readonly IndexedSet[] {
    return this.#index.sets(article)
  }

  /** An article with its text, as its file holds it now. */
  async readArticle(id: string): Promise<Result<Article, CallFailure>> {
    return this.#access.use(id, async (shelf) => {
      await shelf.document.refresh(true)
      return ok(shelf.article)
    })
  }

  /**
   * Looks for words in all texts.
   * @param terms - Folded by `foldForSearch`.
   * @returns For each term, the ids of the articles whose texts hold it.
   */
  async search(terms: readonly string[]): Promise<readonly ReadonlySet<string>[]> {
    const fresh = this.#index.freshShards
    if (fresh.length > 0) {
      await this.#gate.pass(() => new ProjectRefresh(this.#files).survey(fresh))
    }
    return searchTexts(this.folder, this.#index.shards, terms)
  }

  /** The sets on an article that have a file, by annotator. */
  async sets(article: string): Promise<Result<readonly AnnotationSet[], CallFailure>> {
    const documents = await this.documents(article)
    return documents.ok ? ok(documents.value.map(({ set }) => set)) : documents
  }

  /** The same with their histories. */
  async documents(article: string): Promise<Result<readonly AnnotationDocument[], CallFailure>> {
    const documents: AnnotationDocument[] = []
    for (const { annotator } of this.#index.sets(article)) {
      const document = await this.document(article, annotator)
      if (!document.ok) return document
      documents.push(document.value)
    }
    return ok(documents)
  }

  /**
   * An annotator's set on an article with its history, as its file holds it now; a new one where there is
   * no file.
   * @returns A failure where the file is broken: it must not be written over.
   */
  async document(
    article: string,
    annotator: string,
  ): Promise<Result<AnnotationDocument, CallFailure>> {
    const checked = this.#index.check(article, annotator)
    if (!checked.ok) return checked
    return this.#access.use(article, async (shelf) => {
      const document = shelf.set(annotator)
      // A file that should be there and is not may be back with its drive.
      const isKnown = this.#index.set(article, annotator) !== undefined
      await document.refresh(isKnown)
      if (document.data === null && isKnown) throw missing(document.path)
      return ok(document.data ?? newDocument(emptySet(article, annotator)))
    })
  }

  /**
   * Changes a set; changes of one set happen one after the other.
   * @param change - Computes the next document from the present one on a text; a failure writes nothing.
   */
  async updateDocument(
    article: string,
    annotator: string,
    change: (document: AnnotationDocument, text: string) => Result<AnnotationDocument, CallFailure>,
  ): Promise<Result<AnnotationDocument, CallFailure>> {
    const checked = this.#index.check(article, annotator)
    if (!checked.ok) return checked
    const fresh = newDocument(emptySet(article, annotator))
    const write = (): Promise<Result<AnnotationDocument, CallFailure>> =>
      this.#access.use(article, async (shelf) => {
        const document = shelf.set(annotator)
        const updated = await this.#ground.locks.whileSetsAreOurs(annotator, () =>
          document.update((data) => change(data ?? fresh, shelf.article.text)),
        )
        if (!updated.ok || document.data === null) return updated
        this.#shelves.keep(article)
        this.#index.putSet(article, indexSet(document.data, document.look ?? ''))
        return updated
      })
    return this.#pending.run(() => this.#gate.pass(write))
  }

  /** Why an article's file cannot be used; undefined when there is none or all is well. */
  problemWithArticle(id: string): string | undefined {
    const file = articleFile(id)
    const reason = this.#index.reasonAgainst(file)
    return reason === undefined ? undefined : `${file} cannot be used: ${reason}`
  }

  /** Corrects what a person may change about an article. */
  async setMetadata(
    id: string,
    meta: Omit<Metadata, 'source'>,
  ): Promise<Result<IndexedArticle, CallFailure>> {
    const change = (article: Article | null): Result<Article, CallFailure> =>
      article === null ? unknownArticle(id) : ok({ ...article, meta: { ...article.meta, ...meta } })
    const write = (): Promise<Result<IndexedArticle, CallFailure>> =>
      this.#access.use(id, async (shelf) => {
        const changed = await shelf.document.update(change)
        return changed.ok ? ok(this.#noteArticle(shelf)) : changed
      })
    return this.#pending.run(write)
  }

  /** Says what an annotator is called, in their own file; what is said already is not written again. */
  async nameAnnotator({ id, name }: Annotator): Promise<void> {
    if (this.project.annotators.some((known) => known.id === id && known.name === name)) return
    const document = this.#annotators.get(id) ?? annotatorDocument(this.#ground, id)
    const file: AnnotatorFile = { format: 'rubricator-annotator/1', id, name }
    this.#annotators.set(id, document)
    const update = (): Promise<unknown> =>
      document.update<never>((data) => ok(data?.name === name ? data : file))
    await this.#pending.run(() => this.#ground.locks.whileSetsAreOurs(id, update))
  }

  /**
   * Changes what `project.json` holds, the project's name and labels; annotators are those that it lists
   * itself. Returning the same project writes nothing.
   */
  async updateProject(change: (project: Project) => Project): Promise<void> {
    const { locks } = this.#ground
    const update = (): Promise<unknown> =>
      this.#project.update<never>((data) => ok(change(data ?? this.project)))
    await this.#pending.run(() => locks.whileProjectIsOurs(update))
  }

  /**
   * Changes many files as one: all of it happens, or nothing, whatever ends the program in between.
   * @param annotators - Whose sets are among them.
   * @param build - Writes the parts. A failure that it returns ends it, and nothing has happened.
   * @param progress - Told as the files get their content: parts done, of how many.
   * @returns Once it is durable.
   */
  transact(
    annotators: readonly string[],
    build: (transaction: Transaction) => Promise<Result<WrittenEntries, CallFailure>>,
    progress?: Progress,
  ): Promise<Result<null, CallFailure>> {
    return this.#pending.run(() => this.#transactions.run(annotators, build, progress))
  }

  /**
   * The same for a change of the project's labels and the sets with them, whoever's they are.
   * @param labels - Names that the sets may have meanwhile: the labels before and after.
   * @throws LockedError when another process writes sets.
   */
  rewriteSets(
    labels: Iterable<string>,
    build: (transaction: Transaction) => Promise<Result<WrittenEntries, CallFailure>>,
    progress?: Progress,
  ): Promise<Result<null, CallFailure>> {
    return this.changeSets(() => this.#markers(), labels, build, progress)
  }

  /**
   * Changes sets of some annotators as one, with what depends on them. Changes of single sets wait
   * meanwhile, and are then made on what has become of the sets.
   * @param annotators - Told when nothing changes any more: whose sets are among them.
   * @param labels - Names that the sets may have meanwhile: the labels before and after.
   * @throws LockedError when another process writes sets of theirs.
   */
  changeSets(
    annotators: () => readonly string[],
    labels: Iterable<string>,
    build: (transaction: Transaction) => Promise<Result<WrittenEntries, CallFailure>>,
    progress?: Progress,
  ): Promise<Result<null, CallFailure>> {
    const { passingLabels } = this.#ground
    return this.#gate.close(async () => {
      for (const label of labels) passingLabels.add(label)
      try {
        return await this.transact(annotators(), build, progress)
      } finally {
        passingLabels.clear()
      }
    })
  }

  /** Finds out again what is in the shards of some articles, because a transaction has removed files there. */
  async lookAgain(articles: readonly string[]): Promise<void> {
    const shards = new Set(articles.map(shardOf))
    await this.#gate.pass(() => new ProjectRefresh(this.#files).survey([...shards]))
  }

  /** What a transaction writes to change `project.json`. */
  projectChange(change: (project: Project) => Project): Promise<Result<FileChange, CallFailure>> {
    return this.#transactions.projectChange(change)
  }

  /** What a transaction writes to say what an annotator is called; null when it is said already. */
  annotatorChange(annotator: Annotator): Promise<FileChange | null> {
    return this.#transactions.annotatorChange(annotator)
  }

  /**
   * Makes this process the one that writes an annotator's sets, until the store is closed or another
   * annotator works here.
   * @returns Who writes them, when somebody else does: then no change of theirs is taken here.
   * @throws StorageError when the folder takes no lock.
   */
  async claim(annotator: string): Promise<Lock | null> {
    // Nothing is written, so nobody is kept from it.
    if (this.newerFormat !== null) return null
    writers.summon()
    return this.#ground.locks.keep(annotator)
  }

  /**
   * Who else writes sets of this project just now, a sentence each.
   * @param annotators - Whose sets are asked about; all who have some unless told.
   */
  async otherWriters(annotators: readonly string[] = this.#markers()): Promise<readonly string[]> {
    const { locks } = this.#ground
    const holders = await Promise.all(annotators.map((id) => locks.holderElsewhere(id)))
    return holders.flatMap((holder) => holder ?? [])
  }

  /**
   * Reads from now on, until the store is closed, what others change on disk.
   * @param onChange - Called when something of it is in memory.
   * @param onFailure - Called when it could not be read, which is tried again: with a `StorageError` while the
   *   project is not there.
   */
  async watch(
    onChange: (what: Refreshed) => void,
    onFailure: (error: unknown) => void,
  ): Promise<void> {
    if (this.#watch !== null) return
    const take = async (changes: Changes): Promise<void> => {
      const what = await this.#gate.pass(() => new ProjectRefresh(this.#files).run(changes))
      if (what.articles || what.project) onChange(what)
    }
    this.#watch = new FolderWatch(this.folder, take, onFailure)
    await this.#watch.start()
  }

  /** Lets other processes write. */
  async close(): Promise<void> {
    this.#watch?.stop()
    this.#watch = null
    await this.settled()
    await this.#transactions.settled()
    removeSpares(this.folder)
    await this.#ground.locks.release()
  }

  /**
   * Ends this copy of the project in memory, because another has been read and takes its place.
   * @param writesBegun - What it was when the other began to read.
   * @returns False, and nothing has changed, when something was written since: read again.
   */
  retire(writesBegun: number): boolean {
    return this.#pending.retire(writesBegun)
  }

  /** Resolves when no write waits any more. */
  settled(): Promise<void> {
    return this.#pending.settled()
  }

  /** The ids of all who have sets here, or have said something in a review. */
  #markers(): readonly string[] {
    const sets = this.articles().flatMap(({ id }) => this.setsOn(id))
    const marked = sets.map(({ annotator }) => annotator)
    return [...new Set([...marked, ...this.#files.reviews.everybody()])].toSorted(compareText)
  }

  #noteArticle({ article, document }: ArticleShelf): IndexedArticle {
    const entry = indexArticle(article, document.look ?? '')
    this.#index.putArticle(entry)
    return entry
  }
}
