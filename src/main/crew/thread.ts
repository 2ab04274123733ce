import { setPriority } from 'node:os'
import {
  countJob,
  intervalsJob,
  itemsJob,
  measureJob,
} from '../workbench/agreement/agreement-jobs.ts'
import { exportJob } from '../workbench/export/export-job.ts'
import { packJob } from '../workbench/pack/pack-job.ts'
import { takeJob } from '../workbench/pack/take-job.ts'
import { undoJob } from '../workbench/pack/undo-job.ts'
import { readDatasetJob } from '../workbench/import/dataset/read-job.ts'
import { writeDatasetJob } from '../workbench/import/dataset/write-job.ts'
import { searchJob } from '../store/cache/search-job.ts'
import { surveyJob } from '../store/cache/survey-job.ts'
import { labelJob } from '../store/labels/label-job.ts'
import { applyJob, listJob, settleJob, takeBackJob } from '../store/transaction/transaction-jobs.ts'
import { adjudicatedJob, recordsJob, reviewJob } from '../workbench/review/review-job.ts'
import { doJobs } from './do-jobs.ts'

/** Of nineteen steps by which a thread can stand behind others. */
const BEHIND_WINDOWS = 10

// Answering a window goes before everything that threads do. Elsewhere it would slow the whole program.
if (process.platform === 'linux') setPriority(BEHIND_WINDOWS)

doJobs([
  surveyJob,
  searchJob,
  readDatasetJob,
  writeDatasetJob,
  listJob,
  applyJob,
  settleJob,
  takeBackJob,
  exportJob,
  labelJob,
  packJob,
  takeJob,
  undoJob,
  countJob,
  measureJob,
  intervalsJob,
  itemsJob,
  reviewJob,
  recordsJob,
  adjudicatedJob,
])
