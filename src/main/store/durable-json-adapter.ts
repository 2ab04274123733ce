import { readFile } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import type { Result } from '../../core/result.ts'
import { keepLastGood } from './last-good.ts'
import { removeFileDurably, writeFileDurably } from './durable-write.ts'
import { isDamaged, readKind, type FileKind } from './file-kind.ts'
import { parseJson } from './json-syntax.ts'
import { stableJson } from './stable-json.ts'
import type { NewerFiles } from './newer/newer-files.ts'
import { newerFormatOf, readNewer } from './newer/read-newer.ts'
import { codeOf, reasonOf } from './storage-error.ts'

/** A file that is there but cannot be used; it must never be written over. */
export class BrokenFileError extends Error {
  override readonly name = 'BrokenFileError'
  /** What is wrong, as it completes "the file …". */
  readonly reason: string
  /**
   * Whether the file itself is damaged: empty, cut, not what its format says. A sound file that
   * cannot be used here (newer, not readable for now, a merge that nobody has settled) is not.
   */
  readonly isDamaged: boolean

  constructor(
    path: string,
    reason: string,
    { damaged = false, cause }: { damaged?: boolean; cause?: unknown } = {},
  ) {
    super(`${path}: ${reason}`, { cause })
    this.reason = reason
    this.isDamaged = damaged
  }
}

/** What git and other programs write between the two sides of a merge. */
const conflictMark = /^(?:<{7}|>{7})(?: |$)/m

/** The writing that an adapter does, replaceable so that tests can make the disk fail. */
export type WriteFile = (path: string, content: string) => Promise<void>

/** Where a file lies, and how it is written. */
export interface Place {
  readonly path: string
  /** Path for what it held before its last change; null for a file that is not kept so. */
  readonly lastGood?: string | null
  readonly write?: WriteFile | undefined
  /** Told of a file that a newer program has made, which is then read to be shown; else it is refused. */
  readonly newer?: NewerFiles | undefined
}

/** lowdb's adapter for one file of a project: checked when read, durable when written. */
export class DurableJsonAdapter<T> implements Adapter<T | null> {
  readonly #path: string
  readonly #kind: FileKind<T>
  readonly #write: WriteFile
  readonly #lastGood: string | null
  readonly #newer: NewerFiles | undefined

  constructor(
    { path, lastGood = null, write = writeFileDurably, newer }: Place,
    kind: FileKind<T>,
  ) {
    this.#path = path
    this.#newer = newer
    this.#kind = kind
    this.#write = write
    this.#lastGood = lastGood
  }

  /**
   * @returns null when there is no file.
   * @throws BrokenFileError when there is one that this program cannot use.
   */
  async read(): Promise<T | null> {
    let bytes: Uint8Array
    try {
      bytes = await readFile(this.#path)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null
      const reason = `it could not be read: ${reasonOf(error)}`
      throw new BrokenFileError(this.#path, reason, { cause: error })
    }
    const text = this.#decode(bytes)
    const json = parseJson(text)
    if (!json.ok) throw this.#notJson(text, json.error)
    const data =
      this.#newer === undefined
        ? readKind(this.#kind, json.value)
        : this.#readAny(json.value, this.#newer)
    if (data.ok) return data.value
    throw new BrokenFileError(this.#path, data.error, {
      damaged: isDamaged(this.#kind, json.value),
    })
  }

  /**
   * Resolves when the data is durably on disk.
   * @param data - null removes the file.
   * @throws StorageError when it is not; the file is then as it was.
   * @throws NewerProjectError when a newer program has worked on the project.
   */
  async write(data: T | null): Promise<void> {
    this.#newer?.refuseWrites()
    if (data === null) {
      await removeFileDurably(this.#path)
      if (this.#lastGood !== null) await removeFileDurably(this.#lastGood)
    } else {
      if (this.#lastGood !== null) await keepLastGood(this.#path, this.#lastGood)
      await this.#write(this.#path, stableJson(this.#kind.encode(data), this.#kind.rows))
    }
  }

  /**
   * What a restart would read if this data were written.
   * @throws TypeError when the data breaks its own format: a bug, which must not reach the disk.
   */
  check(data: T): T {
    const checked = readKind(this.#kind, this.#kind.encode(data))
    if (!checked.ok) throw new TypeError(`${this.#path} would be broken: ${checked.error}`)
    return checked.value
  }

  #readAny(json: unknown, newer: NewerFiles): Result<T, string> {
    const format = newerFormatOf(this.#kind, json)
    if (format === null) return readKind(this.#kind, json)
    newer.tell(format)
    return readNewer(this.#kind, json as object)
  }

  #decode(bytes: Uint8Array): string {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch (error) {
      const reason = 'it is not UTF-8 text'
      throw new BrokenFileError(this.#path, reason, { damaged: true, cause: error })
    }
  }

  #notJson(text: string, reason: string): BrokenFileError {
    if (!conflictMark.test(text)) {
      return new BrokenFileError(this.#path, reason, { damaged: true })
    }
    return new BrokenFileError(
      this.#path,
      'it holds both sides of a merge ("<<<<<<<"): keep one of them, in git or by hand',
    )
  }
}
