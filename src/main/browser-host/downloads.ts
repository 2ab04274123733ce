import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Delivery } from '../workbench/host.ts'

const KEPT_FOR = 60_000
/** Exports that wait at a time; a window that asks for more and fetches none does not fill the disk. */
const KEPT = 4
/** In bytes: the marks of hundreds of articles, with their texts. */
const LARGEST_IN_MEMORY = 32 * 1024 * 1024

interface Download {
  /** Its bytes where no disk took them, else the path of a file. */
  readonly content: string | Buffer
  readonly name: string
  readonly size: number
  readonly timer: NodeJS.Timeout
}

/**
 * Exports that wait for their window to fetch them: each once, within a minute. They wait in a
 * private temporary folder, complete, so that a failure shows before anything is offered. Where that
 * folder takes nothing (the disk is full, and marks have to get off it), small ones wait in memory.
 */
export class Downloads {
  readonly #waiting = new Map<string, Download>()
  #folder: Promise<string> | null = null

  /** @returns The id under which the export can be fetched, or why it could not be made. */
  async prepare(delivery: Delivery): Promise<Result<string, string>> {
    const id = randomBytes(16).toString('hex')
    try {
      const { content, size } = await this.#write(id, delivery)
      const timer = setTimeout(() => void this.#discard(id), KEPT_FOR).unref()
      this.#waiting.set(id, { content, name: delivery.name, size, timer })
      const [oldest] = this.#waiting.keys()
      if (this.#waiting.size > KEPT && oldest !== undefined) await this.#discard(oldest)
      return ok(id)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return fail(`The export could not be prepared: ${reason}`)
    }
  }

  async #write(id: string, delivery: Delivery): Promise<Pick<Download, 'content' | 'size'>> {
    try {
      const content = path.join(await this.#temporaryFolder(), id)
      try {
        const target = createWriteStream(content, { flags: 'wx', mode: 0o600 })
        await pipeline(Readable.from(delivery.parts()), target)
        const { size } = await stat(content)
        return { content, size }
      } catch (error) {
        await rm(content, { force: true })
        throw error
      }
    } catch (error) {
      const content = await inMemory(delivery)
      if (content === null) throw error
      return { content, size: content.length }
    }
  }

  #temporaryFolder(): Promise<string> {
    this.#folder ??= mkdtemp(path.join(os.tmpdir(), 'rubricator-')).catch((error: unknown) => {
      this.#folder = null
      throw error
    })
    return this.#folder
  }

  /** Hands an export out. @returns null when there is none of that id, or not any more. */
  take(id: string): { name: string; size: number; stream: Readable } | null {
    const download = this.#waiting.get(id)
    if (download === undefined) return null
    this.#waiting.delete(id)
    clearTimeout(download.timer)
    const { content, name, size } = download
    if (typeof content !== 'string') return { name, size, stream: Readable.from([content]) }
    const stream = createReadStream(content)
    stream.once('close', () => void rm(content, { force: true }))
    return { name, size, stream }
  }

  /** Removes everything that was not fetched. */
  async close(): Promise<void> {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer)
    this.#waiting.clear()
    const folder = await this.#folder
    if (folder !== null) await rm(folder, { recursive: true, force: true })
  }

  async #discard(id: string): Promise<void> {
    const download = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (download === undefined) return
    clearTimeout(download.timer)
    if (typeof download.content === 'string') await rm(download.content, { force: true })
  }
}

/** @returns null when it is larger than what may wait in memory. */
async function inMemory(delivery: Delivery): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of delivery.parts()) {
    const bytes = Buffer.from(part)
    size += bytes.length
    if (size > LARGEST_IN_MEMORY) return null
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}
