import { writeJob } from '../store/write-job.ts'
import { doJobs } from './do-jobs.ts'

// Kept small: it begins with the program, and somebody waits for everything that it does.
doJobs([writeJob])
