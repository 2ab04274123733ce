import type { CallResult } from '../../contract/failure.ts'
import { fail } from '../../core/result.ts'
import { backUp } from '../store/backup/back-up.ts'
import { listBackups } from '../store/backup/backup-files.ts'
import {
  restoreBackup,
  type RestoreOptions,
  type Restored,
} from '../store/backup/restore-backup.ts'
import { failure, report, unexpected } from './failures.ts'

/** When a project is backed up after it was opened, and how often that is thought of, in milliseconds. */
const DELAY = 60_000
const PAUSE = 3_600_000

/** The backups of the open project: one a day by itself, and restoring one. */
export class ProjectBackups {
  readonly #folder: () => string | null
  readonly #now: () => Date
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()

  /** @param folder - The project that this process writes; null while there is none. */
  constructor(folder: () => string | null, now: () => Date) {
    this.#folder = folder
    this.#now = now
  }

  /** A project was opened: it is backed up once a day, when the person has what was asked for. */
  begin(): void {
    this.#later(DELAY)
  }

  /** @returns When no backup is being made; none is begun any more. */
  end(): Promise<void> {
    clearTimeout(this.#timer)
    return this.#running
  }

  /**
   * Puts files of a project back. Nobody else may write meanwhile, this process neither.
   * @param name - The backup's.
   */
  async restore(
    folder: string,
    name: string,
    options: RestoreOptions,
  ): Promise<CallResult<Restored>> {
    await this.#running
    try {
      const backup = (await listBackups(folder)).find((each) => each.name === name)
      if (backup === undefined) return failure('not-found', `There is no backup of ${name}`)
      return await restoreBackup(folder, backup, options)
    } catch (error) {
      return fail(unexpected(error))
    }
  }

  #later(pause: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#running = this.#make()
      this.#later(PAUSE)
    }, pause).unref()
  }

  async #make(): Promise<void> {
    const folder = this.#folder()
    if (folder === null) return
    try {
      await backUp(folder, this.#now())
    } catch (error) {
      report(`The project was not backed up: ${unexpected(error).message}`)
    }
  }
}
