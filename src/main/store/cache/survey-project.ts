import { setImmediate as breathe } from 'node:timers/promises'
import { crew } from '../../crew/crew.ts'
import { surveyJob } from './survey-job.ts'
import { surveyShard, type ShardSurvey, type SurveyOptions } from './survey-shard.ts'

/** What is done within it is done sooner here than a thread begins, in milliseconds. */
export const BEFORE_THREADS = 60
/** Shards to a job: few enough to share the work evenly, and to take in one after the other. */
const SHARDS_A_JOB = 4

/**
 * Surveys shards of a project, the greater part of a large one on threads.
 * @param take - Called with each as it is done, in no order.
 * @param here - How long it may be done on this thread first, in milliseconds: not at all where it answers windows
 * meanwhile.
 */
export async function surveyShards(
  shards: readonly string[],
  options: SurveyOptions,
  take: (survey: ShardSurvey) => void,
  here: number,
): Promise<void> {
  const waiting = [...shards]
  const begun = performance.now()
  while (waiting.length > 0 && performance.now() - begun < here) {
    take(surveyShard(waiting.shift() ?? '', options))
    await breathe()
  }
  const jobs: Promise<void>[] = []
  while (waiting.length > 0) {
    const input = { ...options, shards: waiting.splice(0, SHARDS_A_JOB) }
    jobs.push(crew.run(surveyJob, input).then((surveys) => takeEach(surveys, take)))
  }
  await Promise.all(jobs)
}

async function takeEach(
  surveys: readonly ShardSurvey[],
  take: (survey: ShardSurvey) => void,
): Promise<void> {
  for (const survey of surveys) {
    take(survey)
    await breathe()
  }
}
