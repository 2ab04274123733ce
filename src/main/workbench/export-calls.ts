import { exportDelivery } from './export/export-delivery.ts'
import { unsavedDelivery } from './export/unsaved-delivery.ts'
import type { Handlers } from './handler.ts'

export const exportCalls: Handlers<'export.jsonl' | 'export.unsaved'> = {
  async 'export.jsonl'({ workbench, host }, { annotator }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const delivery = exportDelivery(project.value.store, { annotator })
    return delivery.ok ? host.deliver(delivery.value) : delivery
  },

  async 'export.unsaved'({ host }, { articles }) {
    const delivery = unsavedDelivery(articles)
    return delivery.ok ? host.deliver(delivery.value) : delivery
  },
}
