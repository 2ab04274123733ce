import { EventEmitter } from 'node:events'
import * as v from 'valibot'
import { WebSocket } from 'ws'
import { isCallName } from '../../../src/contract/calls.ts'
import type { CallResult } from '../../../src/contract/failure.ts'
import { CLOSE_CODES, decodeMessage, encodeMessage } from '../../../src/contract/wire.ts'
import { BrowserWindow } from '../../../src/main/browser-host/browser-window.ts'
import { Downloads } from '../../../src/main/browser-host/downloads.ts'
import type { Random } from '../../bench/reader/documents/random.ts'
import { mutatedText, mutatedValue } from '../inputs/mutate.ts'
import { CALL_NAMES, validArguments } from '../inputs/valid-calls.ts'
import { brackets, hostileJson, hostileValue, textOf } from '../inputs/values.ts'
import { ensure, refusedWith, type Target, type Trial, type Verdict } from '../target.ts'
import type { World } from '../world.ts'
import { verdictOn } from './calls.ts'

const ReplySchema = v.strictObject({ id: v.number(), result: v.looseObject({ ok: v.boolean() }) })

/** What a window is told beside its answers, such as how far long work is. */
const EventSchema = v.strictObject({ event: v.unknown() })

/** A connection without a network: it keeps the last answer that was sent, and why it was closed. */
class Line extends EventEmitter {
  readonly readyState = WebSocket.OPEN
  readonly bufferedAmount = 0
  readonly isPaused = false
  sent: string | null = null
  closed: number | null = null

  forget(): void {
    this.sent = null
    this.closed = null
  }

  send(text: string): void {
    if (v.is(EventSchema, decodeMessage(text))) return
    this.sent = text
    this.emit('sent')
  }

  close(code: number): void {
    this.closed = code
  }

  /** What comes in waits for its answer anyhow. */
  pause(): void {}
}

/** What a window in a browser sends, from the text of its message to the text of the answer. */
export class SocketTarget implements Target {
  readonly name = 'socket'
  readonly #world: World
  readonly #line = new Line()
  readonly #window: BrowserWindow

  constructor(world: World, downloads: Downloads) {
    this.#world = world
    this.#window = new BrowserWindow({
      id: 'fuzz',
      // The window uses nothing of a socket but what a line has.
      socket: this.#line as unknown as WebSocket,
      downloads,
      version: '0',
      workbench: world.workbench,
    })
  }

  draw(random: Random, index: number): Trial {
    const text = index === 0 ? brackets(random, 1_000_000) : this.#messageOf(random)
    return { input: text, run: () => this.#receive(text) }
  }

  settle(): Promise<void> {
    return this.#world.check()
  }

  #messageOf(random: Random): string {
    const kind = random.next()
    if (kind < 0.25) return hostileJson(random)
    const name = random.pick(CALL_NAMES)
    const args = validArguments(random, name, { world: this.#world, staging: '' })
    const message = { id: random.between(0, 1_000_000), name, args }
    if (kind < 0.4) return encodeMessage(message)
    if (kind < 0.7) return mutatedText(random, encodeMessage(message))
    const isCall = random.next() < 0.95
    const value = isCall ? mutatedValue(random, message) : { saved: hostileValue(random) }
    return textOf(value, encodeMessage)
  }

  async #receive(text: string): Promise<Verdict> {
    const line = this.#line
    line.forget()
    this.#window.receive(text)
    if (line.closed !== null) {
      ensure(line.closed === CLOSE_CODES.notUnderstood, `The connection was closed: ${line.closed}`)
      return refusedWith('The message was not understood.')
    }
    if (isGoodbye(text)) return 'accepted'
    if (line.sent === null) await new Promise((resolve) => line.once('sent', resolve))
    const reply = v.parse(ReplySchema, decodeMessage(line.sent ?? ''))
    const { id, name } = decodeMessage(text) as { readonly id: number; readonly name: unknown }
    ensure(reply.id === id, 'The answer is to another message')
    const result = reply.result as unknown as CallResult<unknown>
    // A reply that holds a NaN or the like does not cross the wire as it was.
    return isCallName(name) || !result.ok ? verdictOn(name, result) : 'refused'
  }
}

function isGoodbye(text: string): boolean {
  return v.is(v.strictObject({ saved: v.literal(true) }), decodeMessage(text))
}
