import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { setImmediate as breathe, setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { StorageError } from '../store/storage-error.ts'
import type { Answer, Job, Order } from './job.ts'

/** More would only wait for the same disk. */
const MOST_THREADS = 4

interface CrewOptions {
  /** The threads' program, as it is built; beside this one, or a URL. */
  readonly program: string
  /** How many threads there are at most. */
  readonly limit: number
  /** How long a thread waits for more to do before it gives its memory back, in milliseconds; null: it stays. */
  readonly patience: number | null
  /**
   * Whose work goes before: nothing is begun here while there is something to do there, but for the longest so many
   * milliseconds; then there is a turn here, however slow the disk is.
   */
  readonly behind?: { readonly crew: Crew; readonly longest: number }
}

interface Task {
  readonly order: Order
  readonly transfer: readonly ArrayBuffer[]
  readonly resolve: (output: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * Threads that do long work, so that the one which answers windows never waits for it. They come when
 * there is something to do, and go when there is nothing.
 */
export class Crew {
  readonly #limit: number
  readonly #patience: number | null
  /** The threads' program; null where the program runs from its sources: then it is done here, in turns. */
  readonly #program: string | null
  readonly #waiting: Task[] = []
  readonly #idle = new Map<Worker, NodeJS.Timeout | undefined>()
  readonly #busy = new Map<Worker, Task>()
  readonly #behind: CrewOptions['behind']
  #isGivingWay = false
  /** Who wants to know when there is nothing to do. */
  readonly #waitingForRest: (() => void)[] = []

  constructor({ program, limit, patience, behind }: CrewOptions) {
    this.#limit = limit
    this.#patience = patience
    this.#behind = behind
    this.#program = pathOf(program)
  }

  /** How many jobs go at a time. */
  get size(): number {
    return this.#program === null ? 1 : this.#limit
  }

  /**
   * Does a job on the next thread that is free.
   * @param transfer - Buffers of the input that move to the thread and are gone here.
   * @throws StorageError when the disk did not take or give something.
   */
  async run<Input, Output>(
    job: Job<Input, Output>,
    input: Input,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Output> {
    if (this.#program === null) {
      await breathe()
      return job.run(input)
    }
    const output = await new Promise<unknown>((resolve, reject) => {
      this.#waiting.push({ order: { job: job.name, input }, transfer, resolve, reject })
      this.#next()
    })
    // A thread does the job of this name, which has this output.
    return output as Output
  }

  /** Whether there is something to do. */
  get isAtWork(): boolean {
    return this.#busy.size > 0
  }

  /** Resolves when there is nothing to do. */
  rest(): Promise<void> {
    return new Promise((resolve) => {
      this.#waitingForRest.push(resolve)
      this.#tellOfRest()
    })
  }

  /** Has a thread come before there is something to do, which then need not wait for it. */
  summon(): void {
    if (this.#program === null || this.#idle.size + this.#busy.size > 0) return
    this.#rest(this.#hire(this.#program))
  }

  #next(): void {
    if (this.#isGivingWay || this.#waiting.length === 0) return
    if (this.#behind?.crew.isAtWork !== true) return this.#begin()
    const { crew: first, longest } = this.#behind
    this.#isGivingWay = true
    void Promise.race([first.rest(), delay(longest, undefined, { ref: false })]).then(() => {
      this.#isGivingWay = false
      this.#begin()
    })
  }

  #begin(): void {
    while (this.#waiting.length > 0) {
      const worker = this.#free()
      const task = worker && this.#waiting.shift()
      if (!worker || !task) return
      this.#busy.set(worker, task)
      worker.ref()
      worker.postMessage(task.order, [...task.transfer])
    }
  }

  #free(): Worker | undefined {
    // The one that was busy last: what it has made ready is of use, and the others may leave.
    const worker = [...this.#idle.keys()].at(-1)
    if (worker !== undefined) {
      clearTimeout(this.#idle.get(worker))
      this.#idle.delete(worker)
      return worker
    }
    return this.#busy.size < this.#limit && this.#program !== null
      ? this.#hire(this.#program)
      : undefined
  }

  #hire(program: string): Worker {
    const worker = new Worker(program)
    worker.on('message', (answer: Answer) => {
      const task = this.#busy.get(worker)
      this.#busy.delete(worker)
      this.#rest(worker)
      if (answer.type === 'done') task?.resolve(answer.output)
      else task?.reject(errorOf(answer))
      this.#next()
      this.#tellOfRest()
    })
    // A thread that ends by itself: out of memory, or a bug.
    worker.on('error', (error) => this.#lose(worker, error))
    worker.on('exit', () => this.#lose(worker, new Error('A thread of the program ended')))
    return worker
  }

  #rest(worker: Worker): void {
    worker.unref()
    this.#idle.set(worker, undefined)
    if (this.#patience === null) return
    const leaving = setTimeout(() => {
      this.#idle.delete(worker)
      void worker.terminate()
    }, this.#patience)
    this.#idle.set(worker, leaving.unref())
  }

  #lose(worker: Worker, error: unknown): void {
    clearTimeout(this.#idle.get(worker))
    this.#idle.delete(worker)
    const task = this.#busy.get(worker)
    this.#busy.delete(worker)
    task?.reject(error instanceof Error ? error : new Error(String(error)))
    this.#next()
    this.#tellOfRest()
  }

  #tellOfRest(): void {
    if (this.isAtWork) return
    for (const tell of this.#waitingForRest.splice(0)) tell()
  }
}

/**
 * The threads that write documents: somebody waits for each, so they do nothing else. One is enough until the disk
 * is slow; then others come, and stay, because it flushes what several have written at the price of one.
 */
export const writers = new Crew({ program: './writer.js', limit: MOST_THREADS, patience: null })

/**
 * The threads of this process, whoever has something long for them to do. Whoever marks goes before: what they would
 * write meanwhile, to the same disk, would have to be flushed with the mark.
 */
export const crew = new Crew({
  program: './thread.js',
  limit: Math.min(MOST_THREADS, Math.max(1, availableParallelism())),
  patience: 3000,
  behind: { crew: writers, longest: 100 },
})

function errorOf(answer: Extract<Answer, { type: 'failed' }>): Error {
  const error = answer.storage ? StorageError.told(answer.message) : new Error(answer.message)
  error.stack = answer.stack
  return error
}

/** By default it lies beside the module that the build has made of this one. */
function pathOf(program: string): string | null {
  const file = fileURLToPath(new URL(program, import.meta.url))
  return existsSync(file) ? file : null
}
