import { ok } from '../../core/result.ts'
import type { Handlers } from './handler.ts'
import { collectPaths } from './import/collect-paths.ts'
import { commitImport } from './import/commit-import.ts'
import { planImport } from './import/import-planner.ts'
import { progressTo } from './progress.ts'

export const importCalls: Handlers<
  | 'import.pick'
  | 'import.offer'
  | 'import.read'
  | 'import.decode'
  | 'import.commit'
  | 'import.cancel'
> = {
  async 'import.pick'({ workbench, host }, { kind }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const paths = await host.pickFiles(kind)
    if (paths === null) return ok(null)
    const { stagings, store } = project.value
    return ok(stagings.begin(store).choose(await collectPaths(paths)))
  },

  async 'import.offer'({ workbench }, { import: id, files }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const { stagings, store } = project.value
    const staging = id === null ? ok(stagings.begin(store)) : stagings.find(id)
    return staging.ok ? ok(await staging.value.offer(files)) : staging
  },

  async 'import.read'({ workbench, host }, { import: id }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const staging = project.value.stagings.find(id)
    return staging.ok ? ok(await staging.value.readNext(progressTo(host))) : staging
  },

  async 'import.decode'({ workbench }, { import: id, index, encoding }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const staging = project.value.stagings.find(id)
    return staging.ok ? staging.value.decode(index, encoding) : staging
  },

  async 'import.commit'({ workbench, host }, { import: id }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const { imports, stagings, store } = project.value
    const found = stagings.find(id)
    if (!found.ok) return found
    const staging = found.value
    // Taken out at once: a second press of the button finds nothing to import twice.
    stagings.write(staging)
    const { signal } = staging
    const outcome = await imports
      .run(async () => {
        await staging.readAll()
        const plan = await planImport(store, staging.files, { at: workbench.now().toISOString() })
        return commitImport(store, plan, { progress: progressTo(host), signal })
      })
      .finally(() => stagings.end(staging))
    if (!outcome.ok) {
      if (!signal.aborted) stagings.keep(staging)
      return outcome
    }
    workbench.windows.announce(() => ({ type: 'articles' }), host)
    if (outcome.value.added.length > 0) workbench.announceState()
    return outcome
  },

  async 'import.cancel'({ workbench }, { import: id }) {
    workbench.current?.stagings.cancel(id)
    return ok(null)
  },
}
