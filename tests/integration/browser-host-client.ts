import { request } from 'node:http'
import { connect } from 'node:net'
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import { decodeMessage, encodeMessage, SOCKET_PATH } from '../../src/contract/wire.ts'
import { hashOf } from '../support/hash-of.ts'
import type { Home, Server } from './program.ts'
import { until } from './program.ts'

export interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Record<string, unknown>
}

/** Sends a request as it is given: path, method and headers are not corrected. */
export function ask(
  server: Server,
  options: { path?: string; method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { path = '/', method = 'GET', headers = {} } = options
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port: server.port, path, method, headers },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (part) => (body += String(part)))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
        )
      },
    )
    call.on('error', reject)
    call.end()
  })
}

/** Sends bytes and collects what comes back until the connection is closed. */
export function askRaw(
  server: Server,
  ...parts: readonly (string | Uint8Array)[]
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = []
    const socket = connect(server.port, '127.0.0.1', () => {
      for (const part of parts) socket.write(part)
    })
    socket.on('data', (data) => received.push(data))
    socket.on('error', reject)
    socket.on('close', () => resolve(Buffer.concat(received)))
  })
}

/** What a WebSocket came to: refused before it was one, or closed with a code. */
export type Ending = { readonly status: number } | { readonly code: number }

/** A window as the program sees it: a WebSocket and what it says. */
export class Window {
  readonly socket: WebSocket
  readonly received: Record<string, unknown>[] = []
  readonly ended: Promise<Ending>
  #nextId = 0

  constructor(server: Server, headers?: Record<string, string>, path = SOCKET_PATH) {
    const origin = `http://${server.host}`
    this.socket = new WebSocket(`ws://${server.host}${path}`, { headers: headers ?? { origin } })
    this.socket.on('message', (data: Buffer) => {
      this.received.push(decodeMessage(data.toString('utf8')) as Record<string, unknown>)
    })
    this.ended = new Promise((resolve) => {
      this.socket.on('unexpected-response', (_, { statusCode = 0 }) =>
        resolve({ status: statusCode }),
      )
      this.socket.on('close', (code) => resolve({ code }))
      this.socket.on('error', () => undefined)
    })
  }

  /** Opens a window that has shown the secret. */
  static async open(server: Server, id: string = randomUUID()): Promise<Window> {
    const window = await Window.connect(server)
    window.send({ token: server.token, window: id })
    await until(() => window.received.some((message) => 'ready' in message))
    return window
  }

  /** Opens a connection that has said nothing yet. */
  static async connect(server: Server): Promise<Window> {
    const window = new Window(server)
    await new Promise((resolve, reject) => {
      window.socket.once('open', resolve)
      window.socket.once('error', reject)
    })
    return window
  }

  send(message: unknown): void {
    this.socket.send(encodeMessage(message))
  }

  async call(name: string, args: unknown): Promise<Record<string, any>> {
    const id = this.#nextId++
    this.send({ id, name, args })
    const reply = (): Record<string, any> | undefined =>
      this.received.find((message) => message['id'] === id)
    await until(() => reply() !== undefined)
    return reply()?.['result'] as Record<string, any>
  }

  /** The latest state that the program has announced to this window. */
  get announced(): Record<string, any> | undefined {
    return this.received
      .map((message) => message['event'] as Record<string, any> | undefined)
      .findLast((event) => event?.['type'] === 'state')?.['state']
  }

  close(): Promise<Ending> {
    this.socket.close()
    return this.ended
  }
}

/**
 * Holds what must be true after every attack: the program lives, serves its person, and has changed
 * nothing.
 * @param before - The hash of the home folder before the attack.
 */
export async function expectUnharmed(server: Server, home: Home, before: string): Promise<void> {
  expect(server.process.exitCode).toBeNull()
  const window = await Window.open(server)
  expect(await window.call('articles.list', {})).toMatchObject({ ok: true })
  await window.close()
  expect(await hashOf(home.folder)).toBe(before)
}
