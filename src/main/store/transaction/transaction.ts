import { randomBytes } from 'node:crypto'
import { readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { compareText } from '../../../core/annotation/span.ts'
import { crew } from '../../crew/crew.ts'
import { flushFolder, makeFolder } from '../durable-folder.ts'
import { flushFileSystem } from './flush-file-system.ts'
import { codeOf, StorageError } from '../storage-error.ts'
import type { WrittenFile } from './apply-changes.ts'
import { PartWriter, type FileChange } from './part-file.ts'
import { applyJob, listJob, settleJob, takeBackJob, type PlacedChange } from './transaction-jobs.ts'

/** Holds what a transaction will write, from the decision until everything is durable in its place. */
export const TRANSACTIONS_FOLDER = '.transactions'

/** Names of a transaction's folder: being written, decided upon, being taken back. */
const WRITTEN = '.new'
const TAKEN_BACK = '.back'

/** Told as a transaction is carried out: how much of it is done, of how much. */
export type Progress = (done: number, total: number) => void

/** Enough for a thread to be worth its errand, few enough for somebody who marks not to wait for them. */
const FILES_A_JOB = 50

/**
 * Changes of many files that happen all or not at all, whatever ends the program in between.
 *
 * What each file is to hold is written into parts, in a folder of its own, and made durable. Giving that
 * folder its name decides: before, nothing has happened; afterwards it will, if not now then when the
 * project is opened next, because each part can be carried out again. When every file is durable, the
 * folder goes. (Flushing ten thousand files takes longer than writing them once more in one piece, and
 * nobody has to wait for it.)
 */
export class Transaction {
  readonly #folder: string
  #place: string
  #parts = 0

  private constructor(folder: string, place: string) {
    this.#folder = folder
    this.#place = place
  }

  /** @param folder - The project's. */
  static async begin(folder: string): Promise<Transaction> {
    // Sorts by time.
    const time = new Date().toISOString().replaceAll(/[:.]/g, '-')
    const name = `${time}-${randomBytes(3).toString('hex')}${WRITTEN}`
    const place = join(folder, TRANSACTIONS_FOLDER, name)
    await makeFolder(place, folder)
    return new Transaction(folder, place)
  }

  /** Paths of the parts so far. */
  get parts(): readonly string[] {
    return Array.from({ length: this.#parts }, (_, index) => partPath(this.#place, index))
  }

  /** @returns The path of a new part, for a thread that writes it. */
  nextPart(): string {
    return partPath(this.#place, this.#parts++)
  }

  /** Writes a part here. */
  add(changes: readonly FileChange[]): void {
    const part = this.nextPart()
    try {
      const writer = new PartWriter(part)
      for (const change of changes) writer.add(change)
      writer.end()
    } catch (error) {
      throw new StorageError('write', part, error)
    }
  }

  /** Decides: from here on it will happen. */
  async decide(): Promise<void> {
    await flushFolder(this.#place)
    await this.#rename(this.#place.slice(0, -WRITTEN.length))
  }

  /**
   * Does what was decided.
   * @returns Every file that it is about.
   * @throws StorageError when the disk did not take it; then it was taken back.
   */
  async apply(progress: Progress = () => undefined): Promise<readonly WrittenFile[]> {
    let done = 0
    try {
      const changes = await this.#changes()
      const jobs = Math.ceil(changes.length / FILES_A_JOB)
      const written = await finished(
        Array.from({ length: jobs }, async (_, job) => {
          const some = changes.slice(job * FILES_A_JOB, (job + 1) * FILES_A_JOB)
          const files = await crew.run(applyJob, { folder: this.#folder, changes: some })
          progress(++done, jobs)
          return files
        }),
      )
      return written.flat()
    } catch (error) {
      await this.#takeBack()
      throw error
    }
  }

  /** Makes everything durable in its place, and ends. */
  async settle(): Promise<void> {
    if (!(await flushFileSystem(this.#folder))) await this.#flushFiles()
    await this.cancel()
  }

  /** Leaves nothing behind; what was not decided upon has never been. */
  async cancel(): Promise<void> {
    await rm(this.#place, { recursive: true, force: true })
  }

  async #flushFiles(): Promise<void> {
    const input = { folder: this.#folder }
    const files = await this.#eachPart((part) => crew.run(settleJob, { ...input, part }))
    const inner = files.flat().map((file) => dirname(file))
    // A folder above may be as new as one that holds files.
    const folders = new Set([...inner, ...inner.map((folder) => dirname(folder))])
    for (const folder of folders) await flushFolder(join(this.#folder, folder)).catch(ignoreMissing)
  }

  /**
   * Carries on where a program has ended, in a project that this process may write.
   * @returns How many transactions were completed.
   */
  static async recover(folder: string): Promise<number> {
    const root = join(folder, TRANSACTIONS_FOLDER)
    const names = await readdir(root).catch(() => [])
    let completed = 0
    for (const name of names.toSorted(compareText)) {
      const transaction = new Transaction(folder, join(root, name))
      transaction.#parts = (await readdir(transaction.#place)).length
      if (name.endsWith(WRITTEN)) await transaction.cancel()
      else if (name.endsWith(TAKEN_BACK)) await transaction.#takeBack()
      else {
        await transaction.apply()
        await transaction.settle()
        completed++
      }
    }
    return completed
  }

  /** Whether something waits to be carried on. */
  static async isWaiting(folder: string): Promise<boolean> {
    const names = await readdir(join(folder, TRANSACTIONS_FOLDER)).catch(() => [])
    return names.length > 0
  }

  /**
   * Folder by folder: files that are made all over a project fill the journal of a file system many times as
   * fast, and whoever edits meanwhile waits for it.
   */
  async #changes(): Promise<readonly PlacedChange[]> {
    const folders = new Map<string, PlacedChange[]>()
    await this.#eachPart(async (part) => {
      for (const change of await crew.run(listJob, { part })) {
        const folder = dirname(change.path)
        const changes = folders.get(folder) ?? []
        folders.set(folder, changes)
        changes.push({ ...change, part })
      }
    })
    return [...folders].toSorted(([a], [b]) => compareText(a, b)).flatMap(([, changes]) => changes)
  }

  async #takeBack(): Promise<void> {
    if (!this.#place.endsWith(TAKEN_BACK)) await this.#rename(`${this.#place}${TAKEN_BACK}`)
    await this.#eachPart((part) => crew.run(takeBackJob, { folder: this.#folder, part }))
    await this.cancel()
  }

  #eachPart<T>(work: (part: string) => Promise<T>): Promise<readonly T[]> {
    return finished(this.parts.map(work))
  }

  async #rename(place: string): Promise<void> {
    try {
      await rename(this.#place, place)
    } catch (error) {
      throw new StorageError('write', place, error)
    }
    this.#place = place
    await flushFolder(dirname(place))
  }
}

/** Resolves or rejects when nothing goes on any more. */
async function finished<T>(running: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(running)
  return Promise.all(running)
}

function partPath(place: string, index: number): string {
  return join(place, `part-${index}`)
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof StorageError) || codeOf(error.cause) !== 'ENOENT') throw error
}
