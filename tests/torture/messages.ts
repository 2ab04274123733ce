import { writeSync } from 'node:fs'
import type { Change } from '../../src/core/annotation/history.ts'

/** What an annotator's program says of its work; batches are numbered from 1 in each run. */
export type Message =
  /** The project is open, and its articles are. */
  | { readonly type: 'ready' }
  /** Said before the call is made. */
  | {
      readonly type: 'sent'
      readonly batch: number
      readonly article: string
      readonly changes: readonly Change[]
    }
  /** Said as soon as the call has returned. */
  | { readonly type: 'acknowledged'; readonly batch: number; readonly revision: number }
  | { readonly type: 'refused'; readonly batch: number; readonly message: string }

const STANDARD_OUTPUT = 1

/** Says one thing; when this returns it has left the process, whatever happens to that. */
export function say(message: Message): void {
  const bytes = Buffer.from(`${JSON.stringify(message)}\n`)
  for (let written = 0; written < bytes.length;) {
    written += writeSync(STANDARD_OUTPUT, bytes, written)
  }
}

/** Everything that was said; a line that was cut off had not been said yet. */
export function heard(output: string): readonly Message[] {
  const lines = output.split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as Message)
}
