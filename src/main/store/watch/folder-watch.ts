import { watch, type FSWatcher } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ANNOTATIONS_FOLDER, ARTICLES_FOLDER, REVIEWS_FOLDER } from '../project-layout.ts'

/** How often it is seen which of the folders that have changed are to be told, in milliseconds. */
const SETTLING = 200
/** How long a folder must be quiet before it is told, in milliseconds: files come in several steps. */
const QUIET = 100
/** How long a folder that is never quiet goes untold, in milliseconds: somebody marks in it, or copies into it. */
const LONGEST_UNTOLD = 1000
/**
 * How often folders are looked at that have said nothing, in milliseconds: what another machine does
 * to a network drive is not told to this one.
 */
const LOOKING = 1500
const FOLDERS_DEEP = 3

/**
 * Folders of which something has changed, by their paths inside the project, with `/`; the project itself is
 * ''. With the names of the files in them, or null where it is not known which.
 */
export type Changes = ReadonlyMap<string, ReadonlySet<string> | null>

/** A folder that has changed and is not told yet; when, in milliseconds of `performance.now`. */
interface Dirty {
  /** Of the files that the system has told of; null where it has not. */
  names: Set<string> | null
  readonly since: number
  last: number
}

/**
 * Watches the folders of a project: the one itself, `articles/`, `annotations/`, `reviews/`, and those below that
 * hold files. It tells which of them have changed, not what in them.
 */
export class FolderWatch {
  readonly #root: string
  readonly #onChange: (changes: Changes) => Promise<void>
  readonly #onFailure: (error: unknown) => void
  readonly #watchers = new Map<string, FSWatcher | null>()
  /** When each folder was changed last, as its own time says. */
  readonly #times = new Map<string, bigint | null>()
  readonly #dirty = new Map<string, Dirty>()
  #settling: NodeJS.Timeout | undefined
  #looking: NodeJS.Timeout | undefined
  #isStopped = false

  /**
   * @param root - The project's folder.
   * @param onChange - Not called again before it has come to an end. What it fails to take in is told again.
   * @param onFailure - Told why.
   */
  constructor(
    root: string,
    onChange: (changes: Changes) => Promise<void>,
    onFailure: (error: unknown) => void,
  ) {
    this.#root = root
    this.#onChange = onChange
    this.#onFailure = onFailure
  }

  /** Begins to watch: what has changed before is not told. */
  async start(): Promise<void> {
    await this.#find('', false)
    this.#lookLater()
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#settling)
    clearTimeout(this.#looking)
    for (const watcher of this.#watchers.values()) watcher?.close()
    this.#watchers.clear()
  }

  /** Watches a folder and those below it, as far as a project has files there. */
  async #find(folder: string, isNew: boolean): Promise<void> {
    const time = await this.#timeOf(folder)
    if (time === null || this.#isStopped || this.#watchers.has(folder)) return
    this.#watchers.set(folder, this.#watch(folder))
    this.#times.set(folder, time)
    if (isNew) this.#mark(folder, null)
    for (const inner of await this.#foldersIn(folder)) await this.#find(inner, isNew)
  }

  #watch(folder: string): FSWatcher | null {
    try {
      const watcher = watch(join(this.#root, folder), { persistent: false }, (_, name) => {
        if (name?.startsWith('.') !== true) this.#mark(folder, name ?? null)
      })
      // A folder that is removed or a drive that goes away; it is looked at all the same.
      watcher.on('error', () => watcher.close())
      return watcher
    } catch {
      // The system watches only so many folders for one person; the others are looked at.
      return null
    }
  }

  async #foldersIn(folder: string): Promise<readonly string[]> {
    if (folder === '') return [ARTICLES_FOLDER, ANNOTATIONS_FOLDER, REVIEWS_FOLDER]
    if (folder.split('/').length >= FOLDERS_DEEP) return []
    const entries = await readdir(join(this.#root, folder), { withFileTypes: true }).catch(() => [])
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    return folders.map(({ name }) => `${folder}/${name}`)
  }

  /** @param name - Of a file in it; null where it is not known which has changed. */
  #mark(folder: string, name: string | null): void {
    const now = performance.now()
    const dirty = this.#dirty.get(folder) ?? { names: new Set<string>(), since: now, last: now }
    this.#dirty.set(folder, dirty)
    dirty.last = now
    if (name === null) dirty.names = null
    else dirty.names?.add(name)
    this.#settle()
  }

  /** Takes the folders that are to be told. */
  #settled(): Map<string, ReadonlySet<string> | null> {
    const now = performance.now()
    const settled = new Map<string, ReadonlySet<string> | null>()
    for (const [folder, { names, since, last }] of this.#dirty) {
      if (now - last < QUIET && now - since < LONGEST_UNTOLD) continue
      settled.set(folder, names)
      this.#dirty.delete(folder)
    }
    return settled
  }

  #settle(wait = SETTLING): void {
    this.#settling ??= setTimeout(() => void this.#tell(), wait).unref()
  }

  async #tell(): Promise<void> {
    const changes = this.#settled()
    for (const folder of changes.keys()) {
      // What is told now is not found once more when the folder is looked at.
      const time = await this.#timeOf(folder)
      if (time !== null && this.#times.has(folder)) this.#times.set(folder, time)
      for (const inner of await this.#foldersIn(folder)) await this.#find(inner, true)
    }
    for (const [folder, { names }] of this.#dirty) if (names === null) changes.set(folder, null)
    const isTaken = changes.size === 0 || this.#isStopped || (await this.#deliver(changes))
    this.#settling = undefined
    // What has changed meanwhile; what was told just now is quickly found to be known.
    if (this.#dirty.size > 0 && !this.#isStopped) this.#settle(isTaken ? SETTLING : LOOKING)
  }

  /** @returns Whether it was taken in. */
  async #deliver(changes: Changes): Promise<boolean> {
    try {
      await this.#onChange(changes)
      return true
    } catch (error) {
      for (const [folder, names] of changes) {
        for (const name of names ?? [null]) this.#mark(folder, name)
      }
      this.#onFailure(error)
      return false
    }
  }

  #lookLater(): void {
    if (this.#isStopped) return
    this.#looking = setTimeout(
      () => void this.#look().then(() => this.#lookLater()),
      LOOKING,
    ).unref()
  }

  async #look(): Promise<void> {
    for (const [folder, before] of this.#times) {
      if (this.#isStopped) return
      const now = await this.#timeOf(folder)
      // Where the system has told which files have changed, nothing has to be searched.
      if (now === before || (now !== null && this.#dirty.has(folder))) continue
      if (now === null) this.#lose(folder)
      else {
        this.#times.set(folder, now)
        if (before === null) this.#watchers.set(folder, this.#watch(folder))
      }
      this.#mark(folder, null)
    }
  }

  #lose(folder: string): void {
    this.#watchers.get(folder)?.close()
    this.#watchers.delete(folder)
    // A drive that has gone may come back, and with it all the other folders.
    if (folder === '') this.#times.set(folder, null)
    else this.#times.delete(folder)
  }

  async #timeOf(folder: string): Promise<bigint | null> {
    const found = await stat(join(this.#root, folder), { bigint: true }).catch(() => null)
    return found?.isDirectory() === true ? found.mtimeNs : null
  }
}
