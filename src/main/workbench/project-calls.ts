import { isAbsolute } from 'node:path'
import type { CallResult } from '../../contract/failure.ts'
import type { WorkbenchState } from '../../contract/models.ts'
import { ok } from '../../core/result.ts'
import { failure } from './failures.ts'
import type { CallContext, Handlers } from './handler.ts'

export const projectCalls: Handlers<
  'workbench.state' | 'project.open' | 'project.create' | 'project.sample'
> = {
  async 'workbench.state'({ workbench, host }) {
    return ok(workbench.state(host))
  },

  async 'project.open'(context, { path }) {
    if (!isAbsolute(path)) return failure('refused', `${path} is not a full path`)
    return stateAfter(context, await context.workbench.openProject(path, context.host))
  },

  async 'project.create'(context, { path, name }) {
    if (!isAbsolute(path)) return failure('refused', `${path} is not a full path`)
    return stateAfter(context, await context.workbench.createProject(path, name, context.host))
  },

  async 'project.sample'(context) {
    return stateAfter(context, await context.workbench.openSample(context.host))
  },
}

function stateAfter(
  { workbench, host }: CallContext,
  outcome: CallResult<null>,
): CallResult<WorkbenchState> {
  return outcome.ok ? ok(workbench.state(host)) : outcome
}
