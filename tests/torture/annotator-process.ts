import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { heard, type Message } from './messages.ts'

/** When a program is killed. */
export interface Moment {
  /** Counted from when it was started, or from when it is about to mark. */
  readonly from: 'start' | 'ready'
  /** In milliseconds. */
  readonly after: number
}

/** What an annotator's program has to know. */
export interface Assignment {
  /** The folder of its settings. */
  readonly home: string
  readonly project: string
  readonly name: string
  readonly seed: number
}

/** What an annotator's program has done until it was killed. */
export interface Work {
  readonly messages: readonly Message[]
  /** Everything about its end and its complaints that should not be; null when all was well. */
  readonly trouble: string | null
}

/** Opening a small project takes less than a second; what takes so long has stopped for good. */
const READY_WITHIN = 60_000

/**
 * Starts an annotator's program, and kills it: it learns nothing of it and can do nothing about it.
 * @param program - The bundled `annotator.ts`.
 * @returns What it said, once everything of it is gone.
 */
export async function workUntilKilled(
  program: string,
  { home, project, name, seed }: Assignment,
  { from, after }: Moment,
): Promise<Work> {
  const child = spawn(process.execPath, [program, home, project, name, String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let complaints = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const ended = once(child, 'close')
  let isLate = false
  if (from === 'ready') {
    const tooLate = delay(READY_WITHIN, true, { ref: false })
    const spoken = once(child.stdout, 'data').then(() => false)
    isLate = await Promise.race([spoken, ended.then(() => false), tooLate])
  }
  await delay(after)
  child.kill('SIGKILL')
  await ended
  const troubles = [
    isLate ? `it did not open the project within ${READY_WITHIN} ms` : '',
    child.signalCode === 'SIGKILL' ? '' : `it ended by itself with ${child.exitCode}`,
    complaints.trim(),
  ].filter((trouble) => trouble !== '')
  const trouble = troubles.length === 0 ? null : `${name}’s program: ${troubles.join('; ')}`
  return { messages: heard(output), trouble }
}
