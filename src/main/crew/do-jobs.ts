import { parentPort } from 'node:worker_threads'
import { StorageError } from '../store/storage-error.ts'
import type { AnyJob, Answer, Order } from './job.ts'

/** The program of a thread: does one job after the other. */
export function doJobs(jobs: readonly AnyJob[]): void {
  const byName = new Map(jobs.map((job) => [job.name, job]))
  parentPort?.on('message', (order: Order) => {
    void answer(byName, order).then((told) => parentPort?.postMessage(told, buffersOf(told)))
  })
}

async function answer(jobs: ReadonlyMap<string, AnyJob>, { job, input }: Order): Promise<Answer> {
  try {
    const found = jobs.get(job)
    if (found === undefined) throw new TypeError(`There is no job ${job}`)
    return { type: 'done', output: await found.run(input as never) }
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return { type: 'failed', storage: error instanceof StorageError, message, stack }
  }
}

/** Bytes that an answer consists of need not be copied. Those in a buffer with others stay. */
function buffersOf(told: Answer): ArrayBuffer[] {
  const output = told.type === 'done' ? told.output : null
  if (!(output instanceof Uint8Array)) return []
  const { buffer, byteLength } = output
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}
