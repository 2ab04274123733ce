import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Crew } from './crew.ts'
import type { Job } from './job.ts'

/** Does what a thread of the program does, but that its jobs end when their input says so. */
const PROGRAM = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ input: { signal, name } }) => {
  const flag = new Int32Array(signal)
  Atomics.wait(flag, 0, 0)
  parentPort.postMessage({ type: 'done', output: name })
})
`

interface Input {
  readonly signal: SharedArrayBuffer
  readonly name: string
}

/** Only its name goes to the thread. */
const job: Job<Input, string> = {
  name: 'wait',
  run: () => Promise.reject(new Error('There is no thread')),
}

let folder: string
let program: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rubricator-crew-'))
  const file = join(folder, 'thread.mjs')
  await writeFile(file, PROGRAM)
  program = pathToFileURL(file).href
})

afterAll(() => rm(folder, { recursive: true }))

/** @param longest - How long the second gives way to the first, in milliseconds. */
function crews(longest: number): { writers: Crew; crew: Crew } {
  const writers = new Crew({ program, limit: 1, patience: 1 })
  const behind = { crew: writers, longest }
  return { writers, crew: new Crew({ program, limit: 1, patience: 1, behind }) }
}

const FOR_EVER = 2 ** 31 - 1

/** A job that ends when it is told to. */
function begin(crew: Crew, name: string, done: string[]): { end: () => Promise<string> } {
  const signal = new SharedArrayBuffer(4)
  const running = crew.run(job, { signal, name }).finally(() => done.push(name))
  const end = (): Promise<string> => {
    const flag = new Int32Array(signal)
    Atomics.store(flag, 0, 1)
    Atomics.notify(flag, 0)
    return running
  }
  return { end }
}

test('nothing is begun while those who go before are at work', async () => {
  const { writers, crew } = crews(FOR_EVER)
  const done: string[] = []
  const mark = begin(writers, 'mark', done)
  const long = begin(crew, 'long', done)
  const ended = long.end()
  expect(crew.isAtWork).toBe(false)
  await mark.end()
  await ended
  expect(done).toEqual(['mark', 'long'])
})

test('a job has its turn in the end, however long others are at work', async () => {
  const { writers, crew } = crews(1)
  const done: string[] = []
  const mark = begin(writers, 'mark', done)
  await begin(crew, 'long', done).end()
  expect(done).toEqual(['long'])
  await mark.end()
  expect(done).toEqual(['long', 'mark'])
})

test('a crew that is behind nobody begins at once', async () => {
  const { writers } = crews(FOR_EVER)
  const mark = begin(writers, 'mark', [])
  expect(writers.isAtWork).toBe(true)
  await mark.end()
  await writers.rest()
  expect(writers.isAtWork).toBe(false)
})

test('a thread that ends lets those behind it begin', async () => {
  const { writers, crew } = crews(FOR_EVER)
  const broken = writers.run(job, { signal: null as never, name: 'mark' })
  const long = begin(crew, 'long', [])
  await expect(broken).rejects.toThrow(TypeError)
  expect(await long.end()).toBe('long')
})
