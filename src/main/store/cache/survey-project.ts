import { setImmediate as breathe } from 'node:timers/promises'
import { crew } from '../../crew/crew.ts'
import { surveyJob } from './survey-job.ts'
import { surveyShard, type ShardSurvey, type SurveyOptions } from './survey-shard.ts'

/** What is done within it is done sooner here than a thread begins, in milliseconds. */
const HERE = 60
/** Shards to a job: few enough to share the work evenly, and to take in one after the other. */
const SHARDS_A_JOB = 4

/**
 * Surveys shards of a project, the greater part of a large one on threads.
 * @param take - Called with each as it is done, in no order.
 */
export async function surveyShards(
  shards: readonly string[],
  options: SurveyOptions,
  take: (survey: ShardSurvey) => void,
): Promise<void> {
  const waiting = [...shards]
  const begun = performance.now()
  while (waiting.length > 0 && performance.now() - begun < HERE) {
    take(surveyShard(waiting.shift() ?? '', options))
    await breathe()
  }
  const jobs: Promise<void>[] = []
  while (waiting.length > 0) {
    const input = { ...options, shards: waiting.splice(0, SHARDS_A_JOB) }
    jobs.push(crew.run(surveyJob, input).then((surveys) => surveys.forEach(take)))
  }
  await Promise.all(jobs)
}
