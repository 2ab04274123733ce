import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import type { Result } from '../../core/result.ts'
import { removeFileDurably } from './durable-write.ts'
import { isDamaged, readKind, type FileKind } from './file-kind.ts'
import { parseJson } from './json-syntax.ts'
import { copiesOf, type LastGood } from './last-good.ts'
import { lookOf } from './look.ts'
import { stableBytes, type FileBytes } from './stable-json.ts'
import { newerFormatOf, readNewer } from './newer/read-newer.ts'
import type { NewerFiles } from './newer/newer-files.ts'
import { codeOf, reasonOf } from './storage-error.ts'
import { writeDocument } from './write-document.ts'

/** A file that is there but cannot be used; it must never be written over. */
export class BrokenFileError extends Error {
  override readonly name = 'BrokenFileError'
  readonly path: string
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
    this.path = path
    this.reason = reason
    this.isDamaged = damaged
  }
}

/** The disk does not give a file for now: nothing is known against the file. */
export class UnreadFileError extends BrokenFileError {
  /** @param cause - What the system said. */
  constructor(path: string, cause: unknown) {
    super(path, `it could not be read: ${reasonOf(cause)}`, { cause })
  }
}

/** What git and other programs write between the two sides of a merge. */
const conflictMark = /^(?:<{7}|>{7})(?: |$)/m

/** The writing that an adapter does, replaceable so that tests can make the disk fail. */
/** @returns What the file looks like from outside, if that is known. */
export type WriteFile = (
  path: string,
  content: FileBytes,
  lastGood: LastGood | null,
) => Promise<unknown>

/** Where a file lies, and how it is written. */
export interface Place {
  readonly path: string
  /** Where what it held before its last change is kept; null for a file that is not kept so. */
  readonly lastGood?: LastGood | null
  readonly write?: WriteFile | undefined
  /** Told of a file that a newer program has made, which is then read to be shown; else it is refused. */
  readonly newer?: NewerFiles | undefined
}

/** lowdb's adapter for one file of a project: checked when read, durable when written. */
export class DurableJsonAdapter<T> implements Adapter<T | null> {
  readonly #path: string
  readonly #kind: FileKind<T>
  readonly #write: WriteFile
  readonly #lastGood: LastGood | null
  #look: string | null = null
  /** What was checked last, as it is written. */
  #checked: { readonly data: T; readonly json: object } | null = null
  readonly #newer: NewerFiles | undefined

  constructor({ path, lastGood = null, write = writeDocument, newer }: Place, kind: FileKind<T>) {
    this.#path = path
    this.#newer = newer
    this.#kind = kind
    this.#write = write
    this.#lastGood = lastGood
  }

  /**
   * @returns null when there is no file.
   * @throws BrokenFileError when there is one that this program cannot use: an `UnreadFileError` where the disk
   *   does not give it.
   */
  async read(): Promise<T | null> {
    let bytes: Uint8Array
    try {
      bytes = await readFile(this.#path)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null
      throw new UnreadFileError(this.#path, error)
    }
    return decodeFile(this.#path, this.#kind, bytes, this.#newer)
  }

  /** What the file looked like from outside when it was written last; null: there is none. */
  get look(): string | null {
    return this.#look
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
      this.#look = null
      const copies = this.#lastGood === null ? [] : copiesOf(this.#lastGood)
      for (const copy of copies) await removeFileDurably(copy)
    } else {
      const { data: checked, json } = this.#checked ?? {}
      const value = checked === data && json ? json : this.#kind.encode(data)
      const content = stableBytes(value, this.#kind.rows, this.#kind.written)
      const look = await this.#write(this.#path, content, this.#lastGood)
      this.#look = typeof look === 'string' ? look : await lookOf(this.#path)
    }
    this.#checked = null
  }

  /**
   * What a restart would read if this data were written.
   * @throws TypeError when the data breaks its own format: a bug, which must not reach the disk.
   */
  check(data: T): T {
    const json = this.#kind.encode(data)
    const checked = readKind(this.#kind, json)
    if (!checked.ok) throw new TypeError(`${this.#path} would be broken: ${checked.error}`)
    this.#checked = { data: checked.value, json }
    return checked.value
  }
}

/**
 * Reads a file of a project out of its bytes, and checks it.
 * @param path - For messages.
 * @param newer - Told of a file that a newer program has made, which is then read to be shown; without
 *   it such a file is refused.
 * @throws BrokenFileError when this program cannot use it.
 */
export function decodeFile<T>(
  path: string,
  kind: FileKind<T>,
  bytes: Uint8Array,
  newer?: Pick<NewerFiles, 'tell'>,
): T {
  const text = decodeText(path, bytes)
  const json = parseJson(text)
  if (!json.ok) throw notJson(path, text, json.error)
  const data = newer ? readAny(kind, json.value, newer) : readKind(kind, json.value)
  if (data.ok) return data.value
  throw new BrokenFileError(path, data.error, { damaged: isDamaged(kind, json.value) })
}

function readAny<T>(
  kind: FileKind<T>,
  json: unknown,
  newer: Pick<NewerFiles, 'tell'>,
): Result<T, string> {
  const format = newerFormatOf(kind, json)
  if (format === null) return readKind(kind, json)
  newer.tell(format)
  return readNewer(kind, json as object)
}

function decodeText(path: string, bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new BrokenFileError(path, 'it is not UTF-8 text', { damaged: true })
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

function notJson(path: string, text: string, reason: string): BrokenFileError {
  if (!conflictMark.test(text)) return new BrokenFileError(path, reason, { damaged: true })
  return new BrokenFileError(
    path,
    'it holds both sides of a merge ("<<<<<<<"): keep one of them, in git or by hand',
  )
}
