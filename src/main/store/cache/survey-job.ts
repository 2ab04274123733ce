import type { Job } from '../../crew/job.ts'
import { surveyShard, type ShardSurvey, type SurveyOptions } from './survey-shard.ts'

export interface SurveyInput extends SurveyOptions {
  readonly shards: readonly string[]
}

/** Surveys some shards of a project. */
export const surveyJob: Job<SurveyInput, readonly ShardSurvey[]> = {
  name: 'survey',
  run: async ({ shards, ...options }) => shards.map((shard) => surveyShard(shard, options)),
}
