import * as v from 'valibot'
import { decodeBase64, encodeBase64 } from './base64.ts'
import type { WorkbenchEvent } from './events.ts'
import type { CallResult } from './failure.ts'

/*
 * How a window and the program talk over a WebSocket, where values cannot be passed as they are.
 * Each message is one JSON text. JSON has no bytes, so a Uint8Array is written as an object with the
 * one key `$bytes` that holds base64. An object of the person's own data that looks like that, one
 * key `$bytes` (or `$$bytes`, and so on), is written with one more `$`, which reading takes off.
 */

const ESCAPED_KEY = /^\$+bytes$/

/** Writes a JSON value that may hold Uint8Arrays as one text. */
export function encodeMessage(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, given: unknown) {
    // The holder is asked because Node's Buffer, a Uint8Array, has turned itself into an array here.
    const original = this[key]
    if (original instanceof Uint8Array) return { $bytes: encodeBase64(original) }
    const only = lookalike(given)
    return only === null ? given : { [`$${only.key}`]: only.held }
  })
}

/**
 * Reads what {@link encodeMessage} wrote.
 * @throws SyntaxError when the text is not JSON, or holds `$bytes` that are not base64; RangeError
 * when it is nested too deeply to be read.
 */
export function decodeMessage(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    const only = lookalike(value)
    if (only === null) return value
    const { key, held } = only
    if (key !== '$bytes') return { [key.slice(1)]: held }
    const bytes = typeof held === 'string' ? decodeBase64(held) : null
    if (bytes === null) throw new SyntaxError('A message holds $bytes that are not base64')
    return bytes
  })
}

/** @returns The one entry of an object that looks like written bytes; null for everything else. */
function lookalike(value: unknown): { readonly key: string; readonly held: unknown } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const [entry, ...others] = Object.entries(value)
  if (entry === undefined || others.length > 0 || !ESCAPED_KEY.test(entry[0])) return null
  return { key: entry[0], held: entry[1] }
}

/** The first message of a window: the secret, and an id that survives a reload of the window. */
export const GreetingSchema = v.strictObject({
  token: v.pipe(v.string(), v.maxLength(200)),
  window: v.pipe(v.string(), v.uuid()),
})
export type Greeting = Readonly<v.InferOutput<typeof GreetingSchema>>

/** Every other message of a window: a call, or word that it has nothing left to save. */
export const WindowMessageSchema = v.union([
  v.strictObject({
    id: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    name: v.pipe(v.string(), v.maxLength(100)),
    args: v.unknown(),
  }),
  v.strictObject({ saved: v.literal(true) }),
])
export type WindowMessage = Readonly<v.InferOutput<typeof WindowMessageSchema>>

/** What the program sends: word that the secret was right, replies, and events. */
export type HostMessage =
  | { readonly ready: true }
  | { readonly id: number; readonly result: CallResult<unknown> }
  | { readonly event: WorkbenchEvent }

/** Path of the WebSocket on the host. */
export const SOCKET_PATH = '/socket'

/** Why the program closed a connection, as WebSocket close codes. */
export const CLOSE_CODES = {
  /** The program ended. */
  ended: 1001,
  /** A message was not one of those above. */
  notUnderstood: 4400,
  /** The secret was wrong or did not come in time; trying again does not help. */
  refused: 4401,
} as const
