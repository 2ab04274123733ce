import { join, resolve } from 'node:path'
import type { CallResult } from '../../contract/failure.ts'
import type { WorkbenchState } from '../../contract/models.ts'
import { ok } from '../../core/result.ts'
import type { Lock } from '../store/lock/lock-file.ts'
import type { RestoreOptions, Restored } from '../store/backup/restore-backup.ts'
import { ProjectStore } from '../store/project-store.ts'
import { SerialQueue } from '../store/serial-queue.ts'
import { StorageError } from '../store/storage-error.ts'
import { isSameFolder } from './same-folder.ts'
import { AppliedBatches } from './applied-batches.ts'
import { failure, report, unexpected } from './failures.ts'
import type { WindowHost } from './host.ts'
import { Stagings } from './import/stagings.ts'
import { ProjectBackups } from './project-backups.ts'
import { viewOf } from './project-view.ts'
import { ReviewQueue } from './review/review-queue.ts'
import { openSample } from './sample.ts'
import { SettingsStore } from './settings.ts'
import { TextSearch } from './text-search.ts'
import { Windows } from './windows.ts'

export interface WorkbenchOptions {
  /** Holds `settings.json`. */
  readonly settingsFolder: string
  /** Holds new projects unless another folder is chosen. */
  readonly projectsFolder: string
  /** Holds what the sample project is built from. */
  readonly seedsFolder: string
  readonly now?: () => Date
}

/** How often a lock that another process holds is asked for, in milliseconds. */
const ASKING_PAUSE = 2000

/** Everything about one open project that ends with it. */
export interface OpenProject {
  readonly store: ProjectStore
  readonly batches: AppliedBatches
  readonly stagings: Stagings
  readonly textSearch: TextSearch
  readonly reviews: ReviewQueue
  /** Imports run one after the other, so that one that fails takes back only its own. */
  readonly imports: SerialQueue
  /** What changes a label just now, to cancel it; null while nothing does. */
  labelChange: AbortController | null
  /** What reads, takes in or undoes a review pack just now, to cancel it; null while nothing does. */
  packWork: AbortController | null
}

/** The application: what all hosts open, and what every call works on. */
export class Workbench {
  readonly settings: SettingsStore
  readonly windows = new Windows()
  readonly projectsFolder: string
  readonly now: () => Date
  /** Folders that a person chose outside a window: in the system's dialog, a menu or a second start. */
  readonly chosen = new Set<string>()
  readonly #seedsFolder: string
  readonly #opening = new SerialQueue()
  #current: OpenProject | null = null
  /** Who writes this annotator's sets in the open project, when it is another process. */
  #holder: Lock | null = null
  #asking: NodeJS.Timeout | undefined
  readonly #backups: ProjectBackups

  private constructor(options: WorkbenchOptions, settings: SettingsStore) {
    this.settings = settings
    this.projectsFolder = resolve(options.projectsFolder)
    this.#seedsFolder = options.seedsFolder
    this.now = options.now ?? (() => new Date())
    this.#backups = new ProjectBackups(() => {
      const store = this.#current?.store
      const isOurs = this.#holder === null && store?.newerFormat === null
      return isOurs ? store.folder : null
    }, this.now)
  }

  static async start(options: WorkbenchOptions): Promise<Workbench> {
    return new Workbench(options, await SettingsStore.open(options.settingsFolder, report))
  }

  /** The project that is open, if any. */
  get current(): OpenProject | null {
    return this.#current
  }

  /** @returns The open project, or a failure that says that there is none. */
  requireProject(): CallResult<OpenProject> {
    return this.#current === null ? failure('not-ready', 'Open a project first') : ok(this.#current)
  }

  /**
   * @param path - The project that a window shows; another may have been opened since.
   * @param what - What the window sends, as it begins a sentence.
   * @returns The open project if it is this one, or a failure that says that it is not.
   */
  requireOpen(path: string, what: string): CallResult<OpenProject> {
    const project = this.requireProject()
    if (!project.ok || project.value.store.folder === path) return project
    return failure('conflict', `${what} belong to ${path}, which is no longer open`)
  }

  /**
   * Opens a project in the place of the present one, which stays when this fails.
   * @param caller - The window that asks, which learns of it by its own answer.
   */
  openProject(path: string, caller?: WindowHost): Promise<CallResult<null>> {
    const folder = resolve(path)
    return this.#take(
      folder,
      () => ProjectStore.open(folder, { mends: true, now: this.now }),
      caller,
    )
  }

  /** Makes a project in a folder that is empty or not there yet, and opens it. */
  createProject(path: string, name: string, caller?: WindowHost): Promise<CallResult<null>> {
    const folder = resolve(path)
    return this.#take(folder, () => ProjectStore.create(folder, name), caller)
  }

  /** Opens the sample project; it is built first where there is none. */
  openSample(caller?: WindowHost): Promise<CallResult<null>> {
    const folder = join(this.projectsFolder, 'Sample project')
    return this.#take(folder, () => openSample(this.#seedsFolder, folder, this.now), caller)
  }

  /**
   * Puts the open project's files back as they were in a backup, and opens it again: also when that
   * failed, because some of them may be back already.
   * @param name - The backup's.
   * @param caller - The window that asks, which reads everything again by itself.
   */
  async restoreBackup(
    name: string,
    options: RestoreOptions,
    caller?: WindowHost,
  ): Promise<CallResult<Restored>> {
    const project = this.requireProject()
    if (!project.ok) return project
    const { folder } = project.value.store
    let restored: CallResult<Restored> | undefined
    const opened = await this.#take(
      folder,
      async () => {
        restored ??= await this.#backups.restore(folder, name, options)
        return ProjectStore.open(folder, { mends: true })
      },
      caller,
    )
    if (!opened.ok) return opened
    if (restored === undefined) throw new TypeError('The project was opened and not restored')
    return restored
  }

  /** What a window shows around the articles. */
  state(host: WindowHost): WorkbenchState {
    const { annotator, recent, panes, reading, keys } = this.settings.current
    const store = this.#current?.store
    return {
      annotator,
      project: store === undefined ? null : viewOf(store, this.#holder),
      recent: [...recent],
      projectsFolder: this.projectsFolder,
      panes,
      reading,
      keys,
      lastArticle: store === undefined ? null : this.#lastArticle(store),
      writable: host.writable,
      host: host.view(),
    }
  }

  /** Tells every window but the caller's that the project or the annotator has changed. */
  announceState(caller?: WindowHost): void {
    this.windows.announce((host) => ({ type: 'state', state: this.state(host) }), caller)
  }

  /** Resolves when everything that was asked for is on disk. */
  async close(): Promise<void> {
    clearTimeout(this.#asking)
    await this.#opening.settled()
    await this.#backups.end()
    await this.#current?.imports.settled()
    await this.#current?.store.close()
    await this.settings.settled()
  }

  #take(
    folder: string,
    open: () => Promise<CallResult<ProjectStore>>,
    caller: WindowHost | undefined,
  ): Promise<CallResult<null>> {
    return this.#opening.run(async () => {
      try {
        const taken = await this.#replaceBy(folder, open).finally(() => this.#settleIn())
        if (!taken.ok) return taken
        await this.#rememberProject(taken.value)
        this.#backups.begin()
        this.announceState(caller)
        return ok(null)
      } catch (error) {
        return { ok: false, error: unexpected(error) }
      }
    })
  }

  /**
   * Opens a folder and takes it in the place of the present project. If it is the same folder, what
   * was read while something was written is stale and is read again: two copies in memory must
   * never take turns.
   */
  async #replaceBy(
    folder: string,
    open: () => Promise<CallResult<ProjectStore>>,
  ): Promise<CallResult<ProjectStore>> {
    const present = this.#current
    for (;;) {
      await present?.imports.settled()
      await present?.store.close()
      const writesBegun = present?.store.writesBegun ?? 0
      const opened = await open()
      if (!opened.ok) return opened
      const isSame = present !== null && (await isSameFolder(present.store.folder, folder))
      // From here on nothing waits, so nothing can be written in between.
      if (isSame && !present.store.retire(writesBegun)) continue
      const store = opened.value
      const batches = new AppliedBatches()
      const stagings = new Stagings()
      const textSearch = new TextSearch()
      const reviews = new ReviewQueue(store)
      const imports = new SerialQueue()
      this.#current = {
        store,
        batches,
        stagings,
        textSearch,
        reviews,
        imports,
        labelChange: null,
        packWork: null,
      }
      return opened
    }
  }

  /** What every project needs that is open, the one before too where another could not be opened. */
  async #settleIn(): Promise<void> {
    await this.claimSets()
    // Nobody waits for it: a large project has hundreds of folders.
    void this.#current?.store.watch(
      ({ articles, project }) => {
        if (project) this.announceState()
        if (articles) this.windows.announce(() => ({ type: 'articles' }))
      },
      (error) => {
        // That a project is away is said to whoever marks.
        if (!(error instanceof StorageError)) report(unexpected(error).message)
      },
    )
  }

  /**
   * Makes this process the one that writes the annotator's sets. While another one does, the project
   * can only be read here, and it is asked for again and again; then what the other has written is read.
   */
  async claimSets(): Promise<void> {
    clearTimeout(this.#asking)
    const { annotator } = this.settings.current
    const store = this.#current?.store
    const before = this.#holder
    try {
      this.#holder = store && annotator ? await store.claim(annotator.id) : null
    } catch (error) {
      // A folder that takes no lock takes no change either, and each of those will say so.
      report(unexpected(error).message)
      this.#holder = null
    }
    if (this.#holder !== null) {
      this.#asking = setTimeout(() => void this.#askAgain(), ASKING_PAUSE).unref()
    }
    if (before?.token !== this.#holder?.token) this.announceState()
  }

  async #askAgain(): Promise<void> {
    const before = this.#current?.store
    await this.#opening.run(() => this.claimSets())
    if (before === undefined || this.#holder !== null || this.#current?.store !== before) return
    try {
      await this.openProject(before.folder)
    } catch (error) {
      // What the other one has written is read with each file that is opened or marked.
      report(unexpected(error).message)
    }
  }

  async #rememberProject(store: ProjectStore): Promise<void> {
    try {
      await this.settings.rememberProject({ name: store.project.name, path: store.folder })
    } catch (error) {
      // The project is open; a full disk must not keep a person from reading it.
      report(unexpected(error).message)
    }
  }

  #lastArticle(store: ProjectStore): string | null {
    const id = this.settings.lastArticle(store.folder)
    return id !== null && store.article(id) !== undefined ? id : null
  }
}
