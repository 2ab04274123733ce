import { watch, type FSWatcher } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ANNOTATIONS_FOLDER, ARTICLES_FOLDER, REVIEWS_FOLDER } from '../project-layout.ts'

/** How long a folder must be quiet before it is looked at, in milliseconds: files come in several steps. */
const SETTLING = 200
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

/**
 * Watches the folders of a project: the one itself, `articles/`, `annotations/`, `reviews/`, and those below that
 * hold files. It tells which of them have changed, not what in them.
 */
export class FolderWatch {
  readonly #root: string
  readonly #onChange: (changes: Changes) => Promise<void>
  readonly #watchers = new Map<string, FSWatcher | null>()
  /** When each folder was changed last, as its own time says. */
  readonly #times = new Map<string, bigint | null>()
  /** With the names of the files that the system has told of; null where it has not. */
  readonly #dirty = new Map<string, Set<string> | null>()
  #settling: NodeJS.Timeout | undefined
  #looking: NodeJS.Timeout | undefined
  #isStopped = false

  /**
   * @param root - The project's folder.
   * @param onChange - Not called again before it has come to an end.
   */
  constructor(root: string, onChange: (changes: Changes) => Promise<void>) {
    this.#root = root
    this.#onChange = onChange
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
    const known = this.#dirty.get(folder)
    if (name === null || known === null) this.#dirty.set(folder, null)
    else if (known === undefined) this.#dirty.set(folder, new Set([name]))
    else known.add(name)
    this.#settle()
  }

  #settle(): void {
    this.#settling ??= setTimeout(() => void this.#tell(), SETTLING).unref()
  }

  async #tell(): Promise<void> {
    const changes = new Map(this.#dirty)
    this.#dirty.clear()
    for (const folder of changes.keys()) {
      // What is told now is not found once more when the folder is looked at.
      const time = await this.#timeOf(folder)
      if (time !== null && this.#times.has(folder)) this.#times.set(folder, time)
      for (const inner of await this.#foldersIn(folder)) await this.#find(inner, true)
    }
    for (const [folder, names] of this.#dirty) if (names === null) changes.set(folder, null)
    if (!this.#isStopped) await this.#onChange(changes)
    this.#settling = undefined
    // What has changed meanwhile; what was told just now is quickly found to be known.
    if (this.#dirty.size > 0 && !this.#isStopped) this.#settle()
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
      if (now === before) continue
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
