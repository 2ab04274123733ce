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
import { ArticleIndex } from './article-index.ts'
import { createArticleFile } from './create-article.ts'
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
import { unknownArticle } from './store-failures.ts'
import { articleFile, type StoreProblem } from './project-layout.ts'
import { FolderWatch } from './watch/folder-watch.ts'
import { ProjectRefresh, type Refreshed } from './watch/refresh-project.ts'

/** What the article list shows of a set. */
export interface SetSummary {
  readonly status: Status
  readonly spans: number
}

/**
 * One open project folder. Everything is in memory; every change is on disk before it is seen here.
 * Methods that write reject with a `StorageError` when the disk did not take the change, which then
 * has not happened.
 */
export class ProjectStore {
  readonly folder: string
  readonly #ground: ProjectGround
  readonly #project: DurableDocument<Project>
  readonly #annotators: Map<string, DurableDocument<AnnotatorFile>>
  readonly #index: ArticleIndex
  readonly #pending: PendingWrites
  #watch: FolderWatch | null = null

  private constructor({ ground, project, annotators, shelves, problems }: LoadedProject) {
    this.folder = ground.folder
    this.#ground = ground
    this.#project = project
    this.#annotators = annotators
    this.#index = new ArticleIndex(shelves, problems)
    this.#pending = new PendingWrites(ground)
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

  /** All articles, in the order in which they were imported. */
  articles(): readonly Article[] {
    return this.#index.articles()
  }

  article(id: string): Article | undefined {
    return this.#index.shelf(id)?.article
  }

  /** The article whose text has this SHA-256. */
  articleByHash(sha256: string): Article | undefined {
    return this.#index.byHash(sha256)
  }

  summary(article: string, annotator: string): SetSummary {
    const set = this.#index.shelf(article)?.documentOf(annotator)?.set
    return { status: set?.status ?? 'not-started', spans: set?.spans.length ?? 0 }
  }

  /** The sets on an article that have a file, by annotator. */
  sets(article: string): readonly AnnotationSet[] {
    return this.documents(article).map(({ set }) => set)
  }

  /** The same with their histories. */
  documents(article: string): readonly AnnotationDocument[] {
    const documents = this.#index.shelf(article)?.documents() ?? []
    return documents.toSorted((a, b) => compareText(a.set.annotator, b.set.annotator))
  }

  /**
   * An annotator's set on an article with its history; a new one where there is no file.
   * @returns A failure where the file is broken: it must not be written over.
   */
  document(article: string, annotator: string): Result<AnnotationDocument, CallFailure> {
    const shelf = this.#index.shelfFor(article, annotator)
    if (!shelf.ok) return shelf
    const document = shelf.value.documentOf(annotator)
    return ok(document ?? newDocument(emptySet(article, annotator)))
  }

  /**
   * Changes a set; changes of one set happen one after the other.
   * @param change - Computes the next document from the present one; a failure writes nothing.
   */
  async updateDocument(
    article: string,
    annotator: string,
    change: (document: AnnotationDocument) => Result<AnnotationDocument, CallFailure>,
  ): Promise<Result<AnnotationDocument, CallFailure>> {
    const shelf = this.#index.shelfFor(article, annotator)
    if (!shelf.ok) return shelf
    const fresh = newDocument(emptySet(article, annotator))
    const document = shelf.value.set(annotator)
    const update = (): Promise<Result<AnnotationDocument, CallFailure>> =>
      document.update((data) => change(data ?? fresh))
    return this.#pending.run(() => this.#ground.locks.whileSetsAreOurs(annotator, update))
  }

  /** Removes a set's file: only to take back what an import has written. */
  async removeDocument(article: string, annotator: string): Promise<void> {
    const shelf = this.#index.shelf(article)
    if (shelf === undefined) return
    const remove = (): Promise<void> => shelf.set(annotator).remove()
    await this.#pending.run(() => this.#ground.locks.whileSetsAreOurs(annotator, remove))
  }

  /** Why an article's file cannot be used; undefined when there is none or all is well. */
  problemWithArticle(id: string): string | undefined {
    const file = articleFile(id)
    const reason = this.#index.reasonAgainst(file)
    return reason === undefined ? undefined : `${file} cannot be used: ${reason}`
  }

  /** Adds an article; a file that is there already, readable or not, is never written over. */
  async addArticle(article: Article): Promise<Result<Article, CallFailure>> {
    const shelf = await this.#pending.run(() => createArticleFile(this.#ground, article))
    if (!shelf.ok) return shelf
    this.#index.add(shelf.value)
    return ok(shelf.value.article)
  }

  /** Removes an article's file: only to take back what an import has written. */
  async removeArticle(id: string): Promise<void> {
    const shelf = this.#index.shelf(id)
    if (shelf === undefined) return
    await this.#pending.run(() => shelf.document.remove())
    this.#index.remove(id)
  }

  /** Corrects what a person may change about an article. */
  async setMetadata(
    id: string,
    meta: Omit<Metadata, 'source'>,
  ): Promise<Result<Article, CallFailure>> {
    const shelf = this.#index.shelf(id)
    if (shelf === undefined) return unknownArticle(id)
    const change = (article: Article | null): Result<Article, CallFailure> =>
      article === null ? unknownArticle(id) : ok({ ...article, meta: { ...article.meta, ...meta } })
    return this.#pending.run(() => shelf.document.update(change))
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

  /** Removes an annotator's own file: only to take back what an import has written. */
  async forgetAnnotator(id: string): Promise<void> {
    const document = this.#annotators.get(id)
    if (document === undefined) return
    const remove = (): Promise<void> => document.remove()
    await this.#pending.run(() => this.#ground.locks.whileSetsAreOurs(id, remove))
    this.#annotators.delete(id)
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
   * Makes this process the one that writes an annotator's sets, until the store is closed or another
   * annotator works here.
   * @returns Who writes them, when somebody else does: then no change of theirs is taken here.
   * @throws StorageError when the folder takes no lock.
   */
  async claim(annotator: string): Promise<Lock | null> {
    // Nothing is written, so nobody is kept from it.
    return this.newerFormat === null ? this.#ground.locks.keep(annotator) : null
  }

  /**
   * Reads from now on, until the store is closed, what others change on disk.
   * @param onChange - Called when something of it is in memory.
   */
  async watch(onChange: (what: Refreshed) => void): Promise<void> {
    if (this.#watch !== null) return
    const files = {
      ground: this.#ground,
      project: this.#project,
      annotators: this.#annotators,
      index: this.#index,
    }
    this.#watch = new FolderWatch(this.folder, async (folders) => {
      const what = await new ProjectRefresh(files).run(folders)
      if (what.articles || what.project) onChange(what)
    })
    await this.#watch.start()
  }

  /** Lets other processes write. */
  async close(): Promise<void> {
    this.#watch?.stop()
    this.#watch = null
    await this.settled()
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
}
