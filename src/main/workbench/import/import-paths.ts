import type { CallFailure } from '../../../contract/failure.ts'
import type { ImportSummary } from '../../../contract/models.ts'
import type { Result } from '../../../core/result.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { collectPaths } from './collect-paths.ts'
import type { Progress } from '../../store/transaction/transaction.ts'
import { commitImport } from './commit-import.ts'
import { planImport } from './import-planner.ts'
import { Staging } from './staging.ts'

export interface ImportPathsOptions {
  /** Takes only this annotator's sets out of JSONL. */
  readonly annotator?: string | undefined
  readonly now: () => Date
  readonly progress?: Progress
}

/** Imports files and folders without a window in between: nobody looks before it is written. */
export async function importPaths(
  store: ProjectStore,
  paths: readonly string[],
  { annotator, now, progress }: ImportPathsOptions,
): Promise<Result<ImportSummary, CallFailure>> {
  const staging = new Staging(store)
  staging.choose(await collectPaths(paths))
  await staging.readAll()
  const plan = await planImport(store, staging.files, { annotator, at: now().toISOString() })
  return commitImport(store, plan, progress ? { progress } : {})
}
