import * as v from 'valibot'
import { WebSocket } from 'ws'
import type { WorkbenchEvent } from '../../contract/events.ts'
import type { CallResult } from '../../contract/failure.ts'
import type { ExportOutcome, HostView } from '../../contract/models.ts'
import {
  CLOSE_CODES,
  decodeMessage,
  encodeMessage,
  WindowMessageSchema,
  type HostMessage,
} from '../../contract/wire.ts'
import { fail, ok } from '../../core/result.ts'
import { dispatch } from '../workbench/dispatch.ts'
import type { Delivery, WindowHost } from '../workbench/host.ts'
import type { Workbench } from '../workbench/workbench.ts'
import type { Downloads } from './downloads.ts'
import type { Seat } from './window-seats.ts'

/** Calls of one window that are done at a time; what else it sends waits outside the program. */
const CALLS_AT_A_TIME = 100
/** What may wait for a window that does not read, in bytes: several of the largest articles. */
const LARGEST_BACKLOG = 64 * 1024 * 1024

interface BrowserWindowOptions {
  readonly id: string
  readonly socket: WebSocket
  readonly downloads: Downloads
  readonly version: string
  readonly workbench: Workbench
}

/** One window in a browser, once it has shown the secret: the workbench's view of its connection. */
export class BrowserWindow implements WindowHost, Seat {
  readonly id: string
  writable = false
  /** Whether it was told to close, and a person is asked about what is not saved. */
  isAsking = false
  readonly #options: BrowserWindowOptions
  readonly #running = new Set<Promise<void>>()
  #finish: () => void = () => undefined
  readonly #finished = new Promise<void>((resolve) => (this.#finish = resolve))

  constructor(options: BrowserWindowOptions) {
    this.id = options.id
    this.#options = options
    options.socket.once('close', () => this.#finish())
  }

  /** Handles one message after the greeting. */
  receive(text: string): void {
    const message = parseMessage(text)
    const { socket } = this.#options
    if (message === null) {
      socket.close(CLOSE_CODES.notUnderstood, 'The message was not understood.')
    } else if ('saved' in message) {
      this.#finish()
    } else {
      const work = this.#call(message)
      this.#running.add(work)
      if (this.#running.size >= CALLS_AT_A_TIME) socket.pause()
      void work.finally(() => {
        this.#running.delete(work)
        if (socket.isPaused && this.#running.size < CALLS_AT_A_TIME) socket.resume()
      })
    }
  }

  /** Asks the window to save. @returns When it has, or has gone; calls it made are answered by then. */
  async finish(): Promise<void> {
    this.emit({ type: 'closing' })
    await this.#finished
    while (this.#running.size > 0) await Promise.all(this.#running)
  }

  stay(): void {
    this.isAsking = true
  }

  view(): HostView {
    return {
      kind: 'browser',
      version: this.#options.version,
      platform: process.platform,
      nativeDialogs: false,
      blockedRequests: null,
    }
  }

  async pickFolder(): Promise<null> {
    return null
  }

  async pickFiles(): Promise<null> {
    return null
  }

  async deliver(delivery: Delivery): Promise<CallResult<ExportOutcome>> {
    const prepared = await this.#options.downloads.prepare(delivery)
    if (!prepared.ok) return fail({ code: 'storage', message: prepared.error })
    const { name, lines } = delivery
    return ok({ type: 'download', url: `/download/${prepared.value}`, name, lines })
  }

  emit(event: WorkbenchEvent): void {
    this.send({ event })
  }

  send(message: HostMessage): void {
    const { socket } = this.#options
    if (socket.readyState !== WebSocket.OPEN) return
    if (socket.bufferedAmount > LARGEST_BACKLOG) socket.terminate()
    else socket.send(encodeMessage(message))
  }

  async #call({ id, name, args }: { id: number; name: string; args: unknown }): Promise<void> {
    this.send({ id, result: await dispatch(this.#options.workbench, this, name, args) })
  }
}

function parseMessage(text: string): v.InferOutput<typeof WindowMessageSchema> | null {
  try {
    const parsed = v.safeParse(WindowMessageSchema, decodeMessage(text))
    return parsed.success ? parsed.output : null
  } catch {
    // Not JSON, broken bytes, or nested too deeply to be read.
    return null
  }
}
