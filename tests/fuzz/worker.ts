import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { fuzz, type Row } from './fuzz.ts'
import type { Options } from './options.ts'
import { makeTargets } from './targets/targets.ts'

/** What the worker is given. */
export interface Work {
  readonly options: Options
  /** Three numbers that say where it is: inputs begun, target, index. */
  readonly place: SharedArrayBuffer
}

/** What the worker says: the names of its targets as it begins, the rows when it is done. */
export type Word =
  | { readonly type: 'begun'; readonly targets: readonly string[] }
  | { readonly type: 'done'; readonly rows: readonly Row[] }

const { options, place } = workerData as Work
const folder = await mkdtemp(path.join(os.tmpdir(), 'rubricator-fuzz-'))
try {
  const targets = await makeTargets(folder)
  const { target, inputs, seed, first } = options
  const list = targets.list.filter(({ name }) => target === null || name === target)
  if (list.length === 0) {
    const names = targets.list.map(({ name }) => `'${name}'`).join(', ')
    throw new Error(`There is no target '${target}'; there are ${names}`)
  }
  say({ type: 'begun', targets: list.map(({ name }) => name) })
  const numbers = new Int32Array(place)
  const onInput = (turn: number, index: number): void => {
    numbers[1] = turn
    numbers[2] = index
    Atomics.add(numbers, 0, 1)
  }
  const rows = await fuzz(list, { inputs, seed, first, onInput })
  await targets.close()
  say({ type: 'done', rows })
} finally {
  await rm(folder, { recursive: true, force: true })
}

function say(word: Word): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has none
  parentPort?.postMessage(word)
}
