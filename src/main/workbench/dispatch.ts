import * as v from 'valibot'
import { calls, isCallName, type CallName } from '../../contract/calls.ts'
import type { CallResult } from '../../contract/failure.ts'
import { describeNewer } from '../../core/project/newer-project.ts'
import { fail } from '../../core/result.ts'
import { describeIssue } from '../../core/schema-issues.ts'
import { agreementCalls } from './agreement-calls.ts'
import { annotationCalls } from './annotation-calls.ts'
import { articleCalls } from './article-calls.ts'
import { backupCalls } from './backup-calls.ts'
import { exportCalls } from './export-calls.ts'
import { failure, report, unexpected } from './failures.ts'
import { folderCalls } from './folder-calls.ts'
import type { CallContext, Handlers } from './handler.ts'
import type { WindowHost } from './host.ts'
import { importCalls } from './import-calls.ts'
import { keysCalls } from './keys-calls.ts'
import { labelCalls } from './label-calls.ts'
import { packCalls } from './pack-calls.ts'
import { projectCalls } from './project-calls.ts'
import { reviewCalls } from './review-calls.ts'
import { searchCalls } from './search-calls.ts'
import { settingsCalls } from './settings-calls.ts'
import { windowCalls } from './window-calls.ts'
import type { Workbench } from './workbench.ts'

/** Every call has its handler: the compiler refuses the table while one is missing. */
const handlers: Handlers<CallName> = {
  ...projectCalls,
  ...folderCalls,
  ...articleCalls,
  ...searchCalls,
  ...annotationCalls,
  ...importCalls,
  ...exportCalls,
  ...backupCalls,
  ...keysCalls,
  ...labelCalls,
  ...packCalls,
  ...reviewCalls,
  ...agreementCalls,
  ...settingsCalls,
  ...windowCalls,
}

/** Calls that write, but not to the project that is open. */
const ELSEWHERE: ReadonlySet<CallName> = new Set([
  'annotator.name',
  'project.open',
  'project.create',
  'project.sample',
  'folder.pick',
  'folder.list',
  'import.cancel',
  'settings.remember',
])

/**
 * Does one call of a window. Nothing that a window sends is trusted: the name and the arguments are
 * checked before anything else happens, and no error goes past this function.
 */
export async function dispatch(
  workbench: Workbench,
  host: WindowHost,
  name: unknown,
  args: unknown,
): Promise<CallResult<unknown>> {
  if (!isCallName(name)) return failure('invalid-call', 'There is no such call')
  const parsed = v.safeParse(calls[name].args, args, { abortEarly: true })
  if (!parsed.success) return failure('invalid-call', `${name}: ${describeIssue(parsed.issues)}`)
  if (calls[name].writes && !host.writable) {
    return failure('read-only', 'Another window is writing to this project; this one may only look')
  }
  const newer = workbench.current?.store.newerFormat ?? null
  if (newer !== null && calls[name].writes && !ELSEWHERE.has(name)) {
    return failure('read-only', describeNewer(newer))
  }
  // The table and the schemas go by the same name, which a union of functions cannot express.
  const handle = handlers[name] as (
    context: CallContext,
    args: unknown,
  ) => Promise<CallResult<unknown>>
  try {
    return await handle({ workbench, host }, parsed.output)
  } catch (error) {
    const detail = error instanceof Error ? error.stack : undefined
    report(`${name} failed: ${detail ?? String(error)}`)
    return fail(unexpected(error))
  }
}
