import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'

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

/** The changes of a part, in the order in which they were written. */
export function* readPart(path: string): Generator<StoredChange> {
  const bytes = readFileSync(path)
  for (let at = 0; at < bytes.length;) {
    const line = bytes.indexOf(LINE_FEED, at)
    const head = JSON.parse(bytes.toString('utf8', at, line)) as Head
    at = line + 1
    const end = at + (head.bytes ?? 0)
    const content = head.bytes === null ? null : bytes.subarray(at, end)
    yield { path: head.path, before: head.before, content }
    at = end
  }
}
