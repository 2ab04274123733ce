import { readFile } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import { removeFileDurably, writeFileDurably } from './durable-write.ts'
import { readKind, type FileKind } from './file-kind.ts'
import { parseJson } from './json-syntax.ts'
import { stableJson } from './stable-json.ts'
import { codeOf, reasonOf } from './storage-error.ts'

/** A file that is there but cannot be used; it must never be written over. */
export class BrokenFileError extends Error {
  override readonly name = 'BrokenFileError'
  /** What is wrong, as it completes "the file …". */
  readonly reason: string

  constructor(path: string, reason: string, cause?: unknown) {
    super(`${path}: ${reason}`, { cause })
    this.reason = reason
  }
}

/** The writing that an adapter does, replaceable so that tests can make the disk fail. */
export type WriteFile = (path: string, content: string) => Promise<void>

/** lowdb's adapter for one file of a project: checked when read, durable when written. */
export class DurableJsonAdapter<T> implements Adapter<T | null> {
  readonly #path: string
  readonly #kind: FileKind<T>
  readonly #write: WriteFile

  constructor(path: string, kind: FileKind<T>, write: WriteFile = writeFileDurably) {
    this.#path = path
    this.#kind = kind
    this.#write = write
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
      throw new BrokenFileError(this.#path, `it could not be read: ${reasonOf(error)}`, error)
    }
    const json = parseJson(this.#decode(bytes))
    if (!json.ok) throw new BrokenFileError(this.#path, json.error)
    const data = readKind(this.#kind, json.value)
    if (!data.ok) throw new BrokenFileError(this.#path, data.error)
    return data.value
  }

  /**
   * Resolves when the data is durably on disk.
   * @param data - null removes the file.
   * @throws StorageError when it is not; the file is then as it was.
   */
  async write(data: T | null): Promise<void> {
    if (data === null) await removeFileDurably(this.#path)
    else await this.#write(this.#path, stableJson(this.#kind.encode(data), this.#kind.rows))
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

  #decode(bytes: Uint8Array): string {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch (error) {
      throw new BrokenFileError(this.#path, 'it is not UTF-8 text', error)
    }
  }
}
