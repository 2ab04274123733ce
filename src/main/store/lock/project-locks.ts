import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findProject } from '../find-project.ts'
import { lookOf } from '../look.ts'
import { PROJECT_FILE } from '../project-layout.ts'
import { SerialQueue } from '../serial-queue.ts'
import {
  giveBackLock,
  giveSignOfLife,
  HEARTBEAT,
  holderOf,
  isHeld,
  takeLock,
  type Lock,
} from './lock-file.ts'

const LOCKS_FOLDER = '.locks'

/** How long another process may take to write `project.json`, in milliseconds, and between two looks. */
const PATIENCE = 5000
const PAUSE = 50

/** Somebody else's lock, which keeps something from being written. */
export class LockedError extends Error {
  override readonly name = 'LockedError'
  readonly holder: Lock

  /** @param what - What the other one writes, as it begins a sentence. */
  constructor(what: string, holder: Lock) {
    super(`${what} in another Rubricator: ${describeHolder(holder)}`)
    this.holder = holder
  }
}

/** "ada on desk-3 (process 4711), since 2026-11-22 14:02 UTC". */
export function describeHolder({ user, machine, process, since }: Lock): string {
  const [host = machine] = machine.split(' ')
  const [day, time = ''] = since.split('T')
  return `${user} on ${host} (process ${process}), since ${day} ${time.slice(0, 5)} UTC`
}

interface Claim {
  lock: Lock
  /** What its file looked like when it was found to be ours last. */
  look: string | null
  /** How many need it at the moment. */
  users: number
}

/**
 * The locks of one open project: a file in `.locks/` for each annotator whose sets this process
 * writes, and one for `project.json`. Of several processes only one writes.
 */
export class ProjectLocks {
  readonly #project: string
  readonly #isRestoring: boolean
  readonly #folder: string
  readonly #claims = new Map<string, Claim>()
  readonly #queue = new SerialQueue()
  #kept: string | null = null
  #heartbeat: NodeJS.Timeout | undefined

  /**
   * @param folder - The project's.
   * @param isRestoring - Whether there may be no project in it, because it is being put back.
   */
  constructor(folder: string, isRestoring = false) {
    this.#isRestoring = isRestoring
    this.#project = folder
    this.#folder = join(folder, LOCKS_FOLDER)
  }

  /**
   * Takes the lock of the annotator who works here, and keeps it until another one does or all are
   * released.
   * @returns Who holds it, when somebody else does.
   * @throws StorageError when the folder takes no lock.
   */
  async keep(annotator: string): Promise<Lock | null> {
    if (this.#kept === annotator) return null
    await this.release()
    try {
      await this.#enter(annotator)
    } catch (error) {
      if (error instanceof LockedError) return error.holder
      throw error
    }
    this.#kept = annotator
    return null
  }

  /** Who else writes sets of an annotator just now, in words; null when nobody does. */
  async holderElsewhere(annotator: string): Promise<string | null> {
    const holder = await holderOf(this.#pathOf(annotator))
    const isOurs = holder?.token === this.#claims.get(annotator)?.lock.token
    return holder === null || isOurs
      ? null
      : new LockedError(`The marks of ${annotator} are written`, holder).message
  }

  /** Whether this process is the one that writes an annotator's sets, until it is released. */
  isKept(annotator: string): boolean {
    return this.#kept === annotator
  }

  /** Gives back what is kept. */
  async release(): Promise<void> {
    const kept = this.#kept
    this.#kept = null
    if (kept !== null) await this.#leave(kept)
  }

  /**
   * Writes sets of an annotator.
   * @throws LockedError when another process does.
   */
  whileSetsAreOurs<T>(annotator: string, write: () => Promise<T>): Promise<T> {
    return this.#during(annotator, write)
  }

  /**
   * Writes `project.json`, once nobody else does.
   * @throws LockedError when another process does not come to an end with it.
   */
  async whileProjectIsOurs<T>(write: () => Promise<T>): Promise<T> {
    for (const begun = performance.now(); ; await delay(PAUSE)) {
      try {
        return await this.#during(PROJECT_FILE, write)
      } catch (error) {
        const isOver = performance.now() - begun > PATIENCE
        if (!(error instanceof LockedError) || isOver) throw error
      }
    }
  }

  async #during<T>(name: string, task: () => Promise<T>): Promise<T> {
    await this.#enter(name)
    try {
      return await task()
    } finally {
      await this.#leave(name)
    }
  }

  #enter(name: string): Promise<void> {
    return this.#queue.run(async () => {
      const path = this.#pathOf(name)
      const claim = this.#claims.get(name)
      // A lock can be removed by hand, or taken over while this machine sleeps.
      if (claim !== undefined && (await this.#isHeld(path, claim))) {
        claim.users++
        return
      }
      if (!this.#isRestoring) await findProject(this.#project)
      const taken = await takeLock(path)
      if ('holder' in taken && claim?.lock.token === taken.holder.token) {
        // It could not be read just now, and is ours.
        claim.users++
        return
      }
      if ('holder' in taken) {
        const what =
          name === PROJECT_FILE ? `${name} is written` : `The marks of ${name} are written`
        throw new LockedError(what, taken.holder)
      }
      this.#claims.set(name, { lock: taken.lock, look: null, users: (claim?.users ?? 0) + 1 })
      this.#heartbeat ??= setInterval(() => this.#beat(), HEARTBEAT).unref()
    })
  }

  async #isHeld(path: string, claim: Claim): Promise<boolean> {
    const look = await lookOf(path)
    // A file that is another one, or was touched, is read again.
    if (look !== null && look === claim.look) return true
    if (!(await isHeld(path, claim.lock))) return false
    claim.look = look
    return true
  }

  #leave(name: string): Promise<void> {
    return this.#queue.run(async () => {
      const claim = this.#claims.get(name)
      if (claim === undefined || --claim.users > 0) return
      this.#claims.delete(name)
      await giveBackLock(this.#pathOf(name), claim.lock)
      if (this.#claims.size > 0) return
      clearInterval(this.#heartbeat)
      this.#heartbeat = undefined
    })
  }

  #beat(): void {
    for (const name of this.#claims.keys()) void giveSignOfLife(this.#pathOf(name))
  }

  /** No annotator’s id has a dot in it. */
  #pathOf(name: string): string {
    return join(this.#folder, `${name}.lock`)
  }
}
