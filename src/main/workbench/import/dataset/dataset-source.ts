import { open, stat, type FileHandle } from 'node:fs/promises'

/** The bytes of a file of native JSONL, on disk or as a window has handed them over. */
export type DatasetSource = { readonly path: string } | { readonly bytes: Uint8Array }

/** Whole lines of a file. */
export interface Chunk {
  /** Where they begin, in bytes. */
  readonly at: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * About how much a thread reads at a time: a hundred articles. What becomes of them is flushed in one go, and somebody
 * who marks meanwhile waits for that.
 */
const CHUNK = 1 << 20
/** A line is one article; nobody has written a longer one. */
const LONGEST_LINE = 256 << 20
const LINE_FEED = 10
/** Enough of a file to tell what it is. */
const START = 200

/**
 * Reads a file in pieces of whole lines: the same pieces every time.
 * @throws RangeError when a line is longer than any article.
 */
export async function* chunksOf(source: DatasetSource): AsyncGenerator<Chunk> {
  const reader =
    'path' in source ? await FileBytes.open(source.path) : new MemoryBytes(source.bytes)
  try {
    for (let at = 0, size = CHUNK; ;) {
      const bytes = await reader.read(at, size)
      const isLast = bytes.length < size
      const end = isLast ? bytes.length : bytes.lastIndexOf(LINE_FEED) + 1
      if (end > 0) yield { at, bytes: bytes.subarray(0, end) }
      if (isLast) return
      at += end
      // A line that is longer than the piece: with more of it.
      size = end === 0 ? size * 2 : CHUNK
      if (size > LONGEST_LINE) {
        throw new RangeError(`the line that begins at byte ${at} is longer than any article`)
      }
    }
  } finally {
    await reader.close()
  }
}

/** The first characters of a file, by which its kind can be told. */
export async function startOf(source: DatasetSource): Promise<string> {
  const reader =
    'path' in source ? await FileBytes.open(source.path) : new MemoryBytes(source.bytes)
  try {
    return Buffer.from(await reader.read(0, START)).toString('utf8')
  } finally {
    await reader.close()
  }
}

/** In bytes. */
export async function sizeOf(source: DatasetSource): Promise<number> {
  return 'path' in source ? (await stat(source.path)).size : source.bytes.length
}

class FileBytes {
  readonly #handle: FileHandle

  private constructor(handle: FileHandle) {
    this.#handle = handle
  }

  static async open(path: string): Promise<FileBytes> {
    return new FileBytes(await open(path, 'r'))
  }

  /** Fewer bytes than asked for only at the end. */
  async read(at: number, size: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(size)
    let filled = 0
    while (filled < size) {
      const { bytesRead } = await this.#handle.read(bytes, filled, size - filled, at + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  }

  close(): Promise<void> {
    return this.#handle.close()
  }
}

class MemoryBytes {
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  async read(at: number, size: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.#bytes.slice(at, at + size)
  }

  async close(): Promise<void> {}
}
