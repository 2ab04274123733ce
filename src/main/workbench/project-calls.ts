import type { CallResult } from '../../contract/failure.ts'
import type { WorkbenchState } from '../../contract/models.ts'
import { ok } from '../../core/result.ts'
import type { CallContext, Handlers } from './handler.ts'
import { placeForNew, placeToOpen } from './places.ts'

export const projectCalls: Handlers<
  'workbench.state' | 'project.open' | 'project.create' | 'project.sample' | 'project.blind'
> = {
  async 'workbench.state'({ workbench, host }) {
    return ok(workbench.state(host))
  },

  async 'project.open'(context, { path }) {
    const place = placeToOpen(context, path)
    if (!place.ok) return place
    return stateAfter(context, await context.workbench.openProject(place.value, context.host))
  },

  async 'project.create'(context, { path, name }) {
    const place = placeForNew(context, path, name)
    if (!place.ok) return place
    const { workbench, host } = context
    return stateAfter(context, await workbench.createProject(place.value, name, host))
  },

  async 'project.blind'({ workbench }, { project: path, blind }) {
    const project = workbench.requireOpen(path, 'This setting')
    if (!project.ok) return project
    const { imports, store } = project.value
    return imports.run(async () => {
      await store.updateProject((now) => (now.blind === blind ? now : { ...now, blind }))
      workbench.announceState()
      return ok({})
    })
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
