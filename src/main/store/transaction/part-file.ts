import { closeSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'

/** One file that a transaction writes or removes. */
export interface FileChange {
  /** Inside the project, with `/`. */
  readonly path: string
  /** SHA-256 of what the file held before; null: there was none. */
  readonly before: string | null
  /** What it holds afterwards; null: it is gone. */
  readonly content: string | Uint8Array | null
}

/** The same as it is read back. */
export interface StoredChange extends FileChange {
  readonly content: Uint8Array | null
}

interface Head {
  readonly path: string
  readonly before: string | null
  /** Length of the content that follows; null: the file is gone afterwards. */
  readonly bytes: number | null
}

const LINE_FEED = 10
/** Collected before it is handed to the disk. */
const BLOCK = 1 << 20
/** Files that one reader has open at a time: a process may have a thousand. */
const MOST_OPEN = 64

/**
 * Writes a part of a transaction: for each file a line of JSON and then its content, byte by byte. For a
 * thread, which has nothing else to do.
 */
export class PartWriter {
  readonly #handle: number
  #blocks: Buffer[] = []
  #size = 0

  constructor(path: string) {
    this.#handle = openSync(path, 'wx')
  }

  add({ path, before, content }: FileChange): void {
    const bytes = content === null ? null : Buffer.from(content)
    const head: Head = { path, before, bytes: bytes?.length ?? null }
    this.#push(Buffer.from(`${JSON.stringify(head)}\n`))
    if (bytes !== null) this.#push(bytes)
  }

  /** Resolves when all of it is durable; the folder is not. */
  end(): void {
    this.#flush()
    fsyncSync(this.#handle)
    closeSync(this.#handle)
  }

  /** Gives up. */
  abort(): void {
    closeSync(this.#handle)
  }

  #push(bytes: Buffer): void {
    this.#blocks.push(bytes)
    this.#size += bytes.length
    if (this.#size >= BLOCK) this.#flush()
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#blocks)
    for (let at = 0; at < bytes.length;) at += writeSync(this.#handle, bytes, at)
    this.#blocks = []
    this.#size = 0
  }
}

/** Where a change stands in a part, in bytes. */
export interface ChangePlace {
  readonly path: string
  readonly at: number
  readonly length: number
}

/** The changes of a part, in the order in which they were written. */
export function* readPart(path: string): Generator<StoredChange> {
  const bytes = readFileSync(path)
  for (let at = 0; at < bytes.length;) {
    const { change, end } = changeAt(bytes, at)
    yield change
    at = end
  }
}

/** The same by their places. */
export function placesIn(path: string): readonly ChangePlace[] {
  const bytes = readFileSync(path)
  const places: ChangePlace[] = []
  for (let at = 0; at < bytes.length;) {
    const { change, end } = changeAt(bytes, at)
    places.push({ path: change.path, at, length: end - at })
    at = end
  }
  return places
}

/** Reads changes by their places, from one part after another. */
export class ChangeReader {
  readonly #handles = new Map<string, number>()

  read(part: string, { at, length }: ChangePlace): StoredChange {
    const bytes = Buffer.allocUnsafe(length)
    const handle = this.#handleOf(part)
    for (let read = 0; read < length;) {
      const more = readSync(handle, bytes, read, length - read, at + read)
      if (more === 0) throw new RangeError(`${part} ends before ${at + length}`)
      read += more
    }
    return changeAt(bytes, 0).change
  }

  close(): void {
    for (const handle of this.#handles.values()) closeSync(handle)
    this.#handles.clear()
  }

  #handleOf(part: string): number {
    const known = this.#handles.get(part)
    if (known !== undefined) return known
    if (this.#handles.size === MOST_OPEN) this.close()
    const handle = openSync(part, 'r')
    this.#handles.set(part, handle)
    return handle
  }
}

function changeAt(bytes: Buffer, at: number): { change: StoredChange; end: number } {
  const line = bytes.indexOf(LINE_FEED, at)
  const { path, before, bytes: length } = JSON.parse(bytes.toString('utf8', at, line)) as Head
  const end = line + 1 + (length ?? 0)
  const content = length === null ? null : bytes.subarray(line + 1, end)
  return { change: { path, before, content }, end }
}
