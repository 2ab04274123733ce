import { ok } from '../../core/result.ts'
import { annotatorNamed, renameAnnotator } from './annotator.ts'
import type { Handlers } from './handler.ts'

export const settingsCalls: Handlers<'annotator.name' | 'settings.remember'> = {
  async 'annotator.name'({ workbench, host }, { name }) {
    const { settings, current } = workbench
    await settings.update((now) => {
      // The id names folders in every project; it stays when the name changes.
      const annotator = now.annotator === null ? annotatorNamed(name) : { ...now.annotator, name }
      return { ...now, annotator }
    })
    const { annotator } = settings.current
    if (current !== null && annotator !== null) await renameAnnotator(current.store, annotator)
    await workbench.claimSets()
    workbench.announceState(host)
    return ok(workbench.state(host))
  },

  async 'settings.remember'({ workbench, host }, { panes, reading, keys, article }) {
    const { settings, current } = workbench
    if (panes !== undefined || reading !== undefined || keys !== undefined) {
      await settings.update((now) => ({
        ...now,
        ...(panes && { panes }),
        ...(reading && { reading }),
        ...(keys && { keys }),
      }))
    }
    // The menus show the keys.
    if (keys !== undefined) workbench.announceState(host)
    if (article !== undefined && current !== null) {
      await settings.rememberArticle(current.store.folder, article)
    }
    return ok(null)
  },
}
