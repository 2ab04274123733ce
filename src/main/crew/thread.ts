import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { countJob, measureJob } from '../workbench/agreement/agreement-jobs.ts'
import { exportJob } from '../workbench/export/export-job.ts'
import { readDatasetJob } from '../workbench/import/dataset/read-job.ts'
import { writeDatasetJob } from '../workbench/import/dataset/write-job.ts'
import { searchJob } from '../store/cache/search-job.ts'
import { surveyJob } from '../store/cache/survey-job.ts'
import { labelJob } from '../store/labels/label-job.ts'
import { StorageError } from '../store/storage-error.ts'
import { applyJob, settleJob, takeBackJob } from '../store/transaction/transaction-jobs.ts'
import { adjudicatedJob, recordsJob, reviewJob } from '../workbench/review/review-job.ts'
import type { AnyJob, Answer, Order } from './job.ts'

/** Of nineteen steps by which a thread can stand behind others. */
const BEHIND_WINDOWS = 10

/** The program of a thread: does one job after the other. */
const jobs: ReadonlyMap<string, AnyJob> = new Map(
  [
    surveyJob,
    searchJob,
    readDatasetJob,
    writeDatasetJob,
    applyJob,
    settleJob,
    takeBackJob,
    exportJob,
    labelJob,
    countJob,
    measureJob,
    reviewJob,
    recordsJob,
    adjudicatedJob,
  ].map((job): [string, AnyJob] => [job.name, job]),
)

// Answering a window goes before everything that threads do. Elsewhere it would slow the whole program.
if (process.platform === 'linux') setPriority(BEHIND_WINDOWS)

parentPort?.on('message', (order: Order) => {
  // oxlint-disable-next-line require-post-message-target-origin -- a thread's port has no origin
  void answer(order).then((told) => parentPort?.postMessage(told))
})

async function answer({ job, input }: Order): Promise<Answer> {
  try {
    const found = jobs.get(job)
    if (found === undefined) throw new TypeError(`There is no job ${job}`)
    return { type: 'done', output: await found.run(input as never) }
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return { type: 'failed', storage: error instanceof StorageError, message, stack }
  }
}
