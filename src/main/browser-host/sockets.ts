import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import * as v from 'valibot'
import { WebSocket, WebSocketServer, type RawData } from 'ws'
import { CLOSE_CODES, decodeMessage, GreetingSchema, type Greeting } from '../../contract/wire.ts'
import { tokensMatch, WRONG_TOKEN_COSTS } from './token.ts'

/** The largest message, which carries dropped files in base64. */
const LARGEST_MESSAGE = 256 * 1024 * 1024
/** What may come before the secret was shown, in bytes; a greeting has about one hundred. */
const LARGEST_GREETING = 16 * 1024
const GREETING_WITHIN = 5000
/** How long the other side may take to agree that a connection is closed. */
const CLOSED_WITHIN = 2000
const PING_EVERY = 30_000

interface SocketsOptions {
  readonly token: string
  readonly onRefused: (sentence: string) => void
  /** A window has shown the secret; its further messages go to the function that is returned. */
  readonly onWindow: (id: string, socket: WebSocket) => (text: string) => void
}

/** The WebSocket connections: who may stay, and who is still there. */
export class Sockets {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
  })
  readonly #options: SocketsOptions
  readonly #alive = new WeakSet<WebSocket>()
  readonly #pulse = setInterval(() => this.#ping(), PING_EVERY).unref()

  constructor(options: SocketsOptions) {
    this.#options = options
  }

  /** Takes an upgrade that the request guard has let in. */
  upgrade(request: IncomingMessage, duplex: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, duplex, head, (socket) => {
      this.#admit(socket, limitGreeting(socket, request.socket))
    })
  }

  /** Closes every connection; a window that does not answer is cut off. */
  async close(): Promise<void> {
    clearInterval(this.#pulse)
    const closed = [...this.#server.clients].map(
      (socket) => new Promise((resolve) => socket.once('close', resolve)),
    )
    for (const socket of this.#server.clients) {
      socket.close(CLOSE_CODES.ended, 'The program ended.')
      setTimeout(() => socket.terminate(), 500).unref()
    }
    await Promise.all(closed)
    this.#server.close()
  }

  #admit(socket: WebSocket, endLimit: () => void): void {
    this.#alive.add(socket)
    socket.on('pong', () => this.#alive.add(socket))
    // A broken frame or a message that is too large; the connection is closed after it.
    socket.on('error', () => undefined)
    const refuse = (sentence: string): void => this.#refuse(socket, sentence)
    let late = setTimeout(() => refuse('A window did not show the secret.'), GREETING_WITHIN)
    socket.once('close', () => clearTimeout(late))
    socket.once('message', (data, isBinary) => {
      clearTimeout(late)
      const greeting = isBinary ? null : parseGreeting(textOf(data))
      if (greeting === null || !tokensMatch(greeting.token, this.#options.token)) {
        late = setTimeout(() => refuse('A window showed a wrong secret.'), WRONG_TOKEN_COSTS)
        return
      }
      endLimit()
      const receive = this.#options.onWindow(greeting.window, socket)
      socket.on('message', (later, isLaterBinary) => {
        // Nothing is done that comes after what ended the connection.
        if (socket.readyState !== WebSocket.OPEN) return
        if (isLaterBinary) socket.close(CLOSE_CODES.notUnderstood, 'Messages are text.')
        else receive(textOf(later))
      })
    })
  }

  #refuse(socket: WebSocket, sentence: string): void {
    this.#options.onRefused(sentence)
    socket.close(CLOSE_CODES.refused, 'The secret is missing or wrong.')
    setTimeout(() => socket.terminate(), CLOSED_WITHIN).unref()
  }

  #ping(): void {
    for (const socket of this.#server.clients) {
      if (!this.#alive.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }
}

/**
 * Cuts a connection off that says more than a greeting before it has shown the secret: the bound on
 * messages is made for imports.
 * @returns A function that ends the limit.
 */
function limitGreeting(socket: WebSocket, wire: Socket): () => void {
  const before = wire.bytesRead
  const measure = (): void => {
    if (wire.bytesRead - before > LARGEST_GREETING) socket.terminate()
  }
  wire.on('data', measure)
  return () => wire.off('data', measure)
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return data instanceof ArrayBuffer ? Buffer.from(data).toString('utf8') : data.toString('utf8')
}

function parseGreeting(text: string): Greeting | null {
  try {
    const parsed = v.safeParse(GreetingSchema, decodeMessage(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
