import { randomBytes, randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { SOCKET_PATH } from '../../src/contract/wire.ts'
import { until, type Server } from './program.ts'

/** What the first byte of a WebSocket frame can say. */
export const OPCODES = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9 } as const

export interface Frame {
  readonly opcode: number
  readonly payload?: Uint8Array | string
  /** Whether the message ends with this frame. */
  readonly fin?: boolean
  /** What a window must do with all that it sends, and a program must not. */
  readonly masked?: boolean
  /** The length that the frame says it has, where that is not true. */
  readonly announced?: number
}

/** @returns A frame as its bytes, whether it is allowed or not. */
export function frame({
  opcode,
  payload = '',
  fin = true,
  masked = true,
  announced,
}: Frame): Buffer {
  const bytes = Buffer.from(payload)
  const length = announced ?? bytes.length
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10)
  head[0] = (fin ? 0x80 : 0) | opcode
  head[1] = (masked ? 0x80 : 0) | (length < 126 ? length : length < 65_536 ? 126 : 127)
  if (head.length === 4) head.writeUInt16BE(length, 2)
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2)
  // A mask of zeros leaves the payload as it is.
  return Buffer.concat([head, Buffer.alloc(masked ? 4 : 0), bytes])
}

/** A connection of somebody who keeps to no rule: it sends bytes, and reads or does not. */
export class Wire {
  readonly socket: Socket
  /** Resolves when the program has ended the connection, or broken it. */
  readonly ended: Promise<void>
  #received: Buffer[] = []

  private constructor(socket: Socket) {
    this.socket = socket
    socket.on('data', (data) => this.#received.push(data))
    // A connection that the program breaks while it is written to is one that has ended.
    socket.on('error', () => undefined)
    this.ended = new Promise((resolve) => {
      socket.once('end', resolve)
      socket.once('close', () => resolve())
    })
  }

  static open(server: Server): Promise<Wire> {
    return new Promise((resolve, reject) => {
      // Half of the connection stays open when the program has ended its own.
      const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true })
      socket.once('error', reject)
      socket.once('connect', () => {
        socket.off('error', reject)
        resolve(new Wire(socket))
      })
    })
  }

  /** Opens a connection that has become a WebSocket. */
  static async upgraded(server: Server): Promise<Wire> {
    const wire = await Wire.open(server)
    wire.send(upgradeRequest(server))
    await until(() => wire.text.includes('\r\n\r\n'))
    return wire
  }

  /** Opens a WebSocket that has shown the secret. */
  static async greeted(server: Server): Promise<Wire> {
    const wire = await Wire.upgraded(server)
    const greeting = JSON.stringify({ token: server.token, window: randomUUID() })
    wire.send(frame({ opcode: OPCODES.text, payload: greeting }))
    await until(() => wire.text.includes('{"ready":true}'))
    return wire
  }

  send(data: Uint8Array | string): void {
    this.socket.write(data)
  }

  /** Sends and waits until it is taken; a program that reads no more never takes it. */
  async sendAll(data: Uint8Array | string): Promise<void> {
    if (this.socket.destroyed || this.socket.write(data)) return
    await new Promise<void>((resolve) => {
      this.socket.once('drain', resolve)
      this.socket.once('close', () => resolve())
    })
  }

  /** Everything that was received, as Latin-1. */
  get text(): string {
    this.#received = [Buffer.concat(this.#received)]
    return this.#received[0]?.toString('latin1') ?? ''
  }

  /** The code of the close frame at the end of what was received; null when there is none. */
  get closeCode(): number | null {
    const bytes = Buffer.from(this.text, 'latin1')
    const at = bytes.lastIndexOf(0x88)
    return at < 0 || at + 4 > bytes.length ? null : bytes.readUInt16BE(at + 2)
  }

  /** Breaks the connection, so that the program's next write to it fails. */
  reset(): void {
    this.socket.resetAndDestroy()
  }
}

/** @returns What a window asks to become a WebSocket; headers with a value replace or add to its own. */
export function upgradeRequest(
  server: Server,
  { path = SOCKET_PATH, ...others }: Record<string, string> & { readonly path?: string } = {},
): string {
  const headers = {
    Host: server.host,
    Origin: `http://${server.host}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...others,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`GET ${path} HTTP/1.1`, ...lines, '\r\n'].join('\r\n')
}
