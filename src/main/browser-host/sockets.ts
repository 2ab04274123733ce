import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import * as v from 'valibot'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import {
  CLOSE_CODES,
  decodeMessage,
  GreetingSchema,
  SOCKET_PATH,
  type Greeting,
} from '../../contract/wire.ts'
import { tokensMatch } from './token.ts'

/** The largest message, which carries dropped files in base64. */
const LARGEST_MESSAGE = 256 * 1024 * 1024
const GREETING_WITHIN = 5000
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
    if (request.url !== SOCKET_PATH) {
      duplex.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    this.#server.handleUpgrade(request, duplex, head, (socket) => this.#admit(socket))
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

  #admit(socket: WebSocket): void {
    this.#alive.add(socket)
    socket.on('pong', () => this.#alive.add(socket))
    // A broken frame or a message that is too large; the connection is closed after it.
    socket.on('error', () => undefined)
    const late = setTimeout(
      () => this.#refuse(socket, 'A window did not show the secret.'),
      GREETING_WITHIN,
    )
    socket.once('close', () => clearTimeout(late))
    socket.once('message', (data, isBinary) => {
      clearTimeout(late)
      const greeting = isBinary ? null : parseGreeting(textOf(data))
      if (greeting === null || !tokensMatch(greeting.token, this.#options.token)) {
        this.#refuse(socket, 'A window showed a wrong secret.')
        return
      }
      const receive = this.#options.onWindow(greeting.window, socket)
      socket.on('message', (later, isLaterBinary) => {
        if (isLaterBinary) socket.close(CLOSE_CODES.notUnderstood, 'Messages are text.')
        else receive(textOf(later))
      })
    })
  }

  #refuse(socket: WebSocket, sentence: string): void {
    this.#options.onRefused(sentence)
    socket.close(CLOSE_CODES.refused, 'The secret is missing or wrong.')
  }

  #ping(): void {
    for (const socket of this.#server.clients) {
      if (!this.#alive.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }
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
