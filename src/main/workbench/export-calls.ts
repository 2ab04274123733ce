import { exportDelivery } from './export/export-delivery.ts'
import type { Handlers } from './handler.ts'

export const exportCalls: Handlers<'export.jsonl'> = {
  async 'export.jsonl'({ workbench, host }, { annotator }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const delivery = exportDelivery(project.value.store, { annotator })
    return delivery.ok ? host.deliver(delivery.value) : delivery
  },
}
