import * as v from 'valibot'
import {
  decodeMessage,
  encodeMessage,
  GreetingSchema,
  WindowMessageSchema,
} from '../../../src/contract/wire.ts'
import { tokensMatch } from '../../../src/main/browser-host/token.ts'
import type { Random } from '../../bench/reader/documents/random.ts'
import { mutatedText, mutatedValue } from '../inputs/mutate.ts'
import { giantString, hostileString } from '../inputs/strings.ts'
import { brackets, hostileJson, hostileValue, textOf } from '../inputs/values.ts'
import { ensure, refusedWith, type Target, type Trial, type Verdict } from '../target.ts'

const TOKEN = 'x'.repeat(43)
const GREETING = { token: TOKEN, window: '0b5f4f7e-7a43-4c0f-8f0e-2f1c9f3f6f10' }
const CALL = { id: 7, name: 'import.offer', args: { bytes: new Uint8Array([0, 128, 255]) } }

/** The texts of messages, and what the first one of a window says. */
export class WireTarget implements Target {
  readonly name = 'wire'

  draw(random: Random, index: number): Trial {
    const text =
      index === 0
        ? brackets(random, 1_000_000)
        : index === 1
          ? JSON.stringify({ $bytes: giantString(random) })
          : messageOf(random)
    return { input: text, run: () => read(text) }
  }
}

function messageOf(random: Random): string {
  const kind = random.next()
  if (kind < 0.4) return hostileJson(random)
  if (kind < 0.5) return textOf(hostileValue(random), encodeMessage)
  const message = random.pick([GREETING, CALL, { saved: true }])
  if (kind < 0.75) return mutatedText(random, encodeMessage(message))
  if (kind < 0.98) return textOf(mutatedValue(random, message), encodeMessage)
  return JSON.stringify({ ...GREETING, token: hostileString(random) })
}

function read(text: string): Verdict {
  let message: unknown
  try {
    message = decodeMessage(text)
  } catch (error) {
    // A RangeError is for what is nested too deeply.
    if (error instanceof SyntaxError || error instanceof RangeError) return 'refused'
    throw error
  }
  if (v.is(WindowMessageSchema, message)) return 'accepted'
  const greeting = v.safeParse(GreetingSchema, message)
  if (!greeting.success) return refusedWith(greeting.issues[0].message.slice(0, 100))
  const { token } = greeting.output
  ensure(tokensMatch(token, TOKEN) === (token === TOKEN), 'Another secret was taken for ours')
  return 'accepted'
}
