import type { CallArguments, CallName, CallReply } from '../../contract/calls.ts'
import type { Bridge, WorkbenchEvent } from '../../contract/events.ts'
import type { CallFailure, CallResult } from '../../contract/failure.ts'
import {
  CLOSE_CODES,
  decodeMessage,
  encodeMessage,
  SOCKET_PATH,
  type Greeting,
  type HostMessage,
  type WindowMessage,
} from '../../contract/wire.ts'
import { fail, ok } from '../../core/result.ts'
import { readToken, windowId } from './browser-session.ts'

/** Whether the program can be reached; `refused` is final, for this window's secret is not its. */
export type Connection = 'open' | 'lost' | 'refused'

/** The bridge of a window in a browser, and what only such a window needs. */
export interface BrowserBridge extends Bridge {
  /** @returns A function that ends the subscription. */
  onConnection(listener: (connection: Connection) => void): () => void
  /** Answers the event `closing`: this window has nothing left to save and may be ended. */
  saved(): void
  /** Fetches an export and saves it where the browser puts downloads. */
  download(url: string, name: string): Promise<CallResult<null>>
}

const FIRST_DELAY = 200
const LONGEST_DELAY = 5000

const LOST: CallFailure = {
  code: 'internal',
  message: 'The connection to the program was lost. It is being sought again.',
}
const REFUSED: CallFailure = {
  code: 'internal',
  message:
    'The program did not accept this window. Open the address that it printed when it started.',
}

/** Connects a window to the program that served it; calls made before it is connected wait. */
export function connectBrowserBridge(location: Location): BrowserBridge {
  const bridge = new SocketBridge(location)
  bridge.connect()
  return bridge
}

class SocketBridge implements BrowserBridge {
  readonly #url: string
  readonly #token: string | null
  readonly #events = new Set<(event: WorkbenchEvent) => void>()
  readonly #connections = new Set<(connection: Connection) => void>()
  readonly #pending = new Map<number, (result: CallResult<unknown>) => void>()
  #waiting: string[] = []
  #socket: WebSocket | null = null
  #state: Connection | 'connecting' = 'connecting'
  #delay = FIRST_DELAY
  #nextId = 0

  constructor(location: Location) {
    this.#url = `ws://${location.host}${SOCKET_PATH}`
    this.#token = readToken(location)
  }

  connect(): void {
    if (this.#token === null) {
      // Told later, so that whoever made the bridge can subscribe first.
      queueMicrotask(() => this.#refuse())
      return
    }
    const greeting: Greeting = { token: this.#token, window: windowId() }
    const socket = new WebSocket(this.#url)
    this.#socket = socket
    socket.addEventListener('open', () => socket.send(encodeMessage(greeting)))
    socket.addEventListener('message', ({ data }) => this.#receive(String(data)))
    socket.addEventListener('close', ({ code }) => {
      if (code === CLOSE_CODES.refused) this.#refuse()
      else this.#lose()
    })
  }

  call<N extends CallName>(name: N, args: CallArguments<N>): Promise<CallResult<CallReply<N>>> {
    if (this.#state === 'lost') return Promise.resolve(fail(LOST))
    if (this.#state === 'refused') return Promise.resolve(fail(REFUSED))
    const id = this.#nextId++
    return new Promise((resolve) => {
      // The program parses what it is sent and answers with what the contract says.
      this.#pending.set(id, (result) => resolve(result as CallResult<CallReply<N>>))
      this.#send({ id, name, args })
    })
  }

  subscribe(listener: (event: WorkbenchEvent) => void): () => void {
    this.#events.add(listener)
    return () => this.#events.delete(listener)
  }

  onConnection(listener: (connection: Connection) => void): () => void {
    this.#connections.add(listener)
    return () => this.#connections.delete(listener)
  }

  saved(): void {
    if (this.#state === 'open') this.#send({ saved: true })
  }

  async download(url: string, name: string): Promise<CallResult<null>> {
    try {
      const headers = { Authorization: `Bearer ${this.#token ?? ''}` }
      const response = await fetch(url, { headers, cache: 'no-store' })
      if (!response.ok) return fail({ code: 'not-found', message: await response.text() })
      saveBlob(await response.blob(), name)
      return ok(null)
    } catch {
      return fail(LOST)
    }
  }

  #send(message: WindowMessage): void {
    const text = encodeMessage(message)
    if (this.#state === 'open') this.#socket?.send(text)
    else this.#waiting.push(text)
  }

  #receive(text: string): void {
    const message = decodeMessage(text) as HostMessage
    if ('ready' in message) {
      this.#delay = FIRST_DELAY
      this.#become('open')
      for (const waiting of this.#waiting.splice(0)) this.#socket?.send(waiting)
    } else if ('event' in message) {
      for (const listener of this.#events) listener(message.event)
    } else {
      this.#pending.get(message.id)?.(message.result)
      this.#pending.delete(message.id)
    }
  }

  #lose(): void {
    this.#become('lost')
    this.#failPending(LOST)
    setTimeout(() => this.connect(), this.#delay)
    this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY)
  }

  #refuse(): void {
    this.#become('refused')
    this.#failPending(REFUSED)
  }

  #failPending(failure: CallFailure): void {
    const pending = [...this.#pending.values()]
    this.#pending.clear()
    this.#waiting = []
    for (const resolve of pending) resolve(fail(failure))
  }

  #become(state: Connection): void {
    if (this.#state === state) return
    this.#state = state
    for (const listener of this.#connections) listener(state)
  }
}

function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
