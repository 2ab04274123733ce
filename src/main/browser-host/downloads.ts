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

interface Download {
  readonly file: string
  readonly name: string
  readonly size: number
  readonly timer: NodeJS.Timeout
}

/**
 * Exports that wait for their window to fetch them: each once, within a minute. They wait in a
 * private temporary folder, complete, so that a failure shows before anything is offered.
 */
export class Downloads {
  readonly #waiting = new Map<string, Download>()
  #folder: Promise<string> | null = null

  /** @returns The id under which the export can be fetched, or why it could not be made. */
  async prepare(delivery: Delivery): Promise<Result<string, string>> {
    const id = randomBytes(16).toString('hex')
    let file: string | null = null
    try {
      this.#folder ??= mkdtemp(path.join(os.tmpdir(), 'rubricator-'))
      file = path.join(await this.#folder, id)
      const target = createWriteStream(file, { flags: 'wx', mode: 0o600 })
      await pipeline(Readable.from(delivery.parts()), target)
      const { size } = await stat(file)
      const timer = setTimeout(() => void this.#discard(id), KEPT_FOR).unref()
      this.#waiting.set(id, { file, name: delivery.name, size, timer })
      const [oldest] = this.#waiting.keys()
      if (this.#waiting.size > KEPT && oldest !== undefined) await this.#discard(oldest)
      return ok(id)
    } catch (error) {
      if (file !== null) await rm(file, { force: true })
      const reason = error instanceof Error ? error.message : String(error)
      return fail(`The export could not be prepared: ${reason}`)
    }
  }

  /** Hands an export out. @returns null when there is none of that id, or not any more. */
  take(id: string): { name: string; size: number; stream: Readable } | null {
    const download = this.#waiting.get(id)
    if (download === undefined) return null
    this.#waiting.delete(id)
    clearTimeout(download.timer)
    const stream = createReadStream(download.file)
    stream.once('close', () => void rm(download.file, { force: true }))
    return { name: download.name, size: download.size, stream }
  }

  /** Removes everything that was not fetched. */
  async close(): Promise<void> {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer)
    this.#waiting.clear()
    if (this.#folder !== null) await rm(await this.#folder, { recursive: true, force: true })
  }

  async #discard(id: string): Promise<void> {
    const download = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (download === undefined) return
    clearTimeout(download.timer)
    await rm(download.file, { force: true })
  }
}
