import { ok } from '../../core/result.ts'
import { requireAnnotator } from './annotator.ts'
import { adjudicatedDelivery } from './export/adjudicated-delivery.ts'
import { exportDelivery } from './export/export-delivery.ts'
import { unsavedDelivery } from './export/unsaved-delivery.ts'
import { unsavedReviewsDelivery } from './export/unsaved-reviews.ts'
import type { Handlers } from './handler.ts'

export const exportCalls: Handlers<
  | 'export.jsonl'
  | 'export.unsaved'
  | 'export.unsavedReviews'
  | 'export.adjudicated'
  | 'review.summary'
> = {
  async 'export.jsonl'({ workbench, host }, { annotator }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const delivery = exportDelivery(project.value.store, { annotator })
    return delivery.ok ? host.deliver(delivery.value) : delivery
  },

  async 'export.adjudicated'({ workbench, host }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const { store, reviews } = project.value
    const delivery = await adjudicatedDelivery(store, reviews)
    return delivery.ok ? host.deliver(delivery.value) : delivery
  },

  async 'review.summary'({ workbench }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const { store, reviews } = project.value
    const delivery = await adjudicatedDelivery(store, reviews)
    if (!delivery.ok) return delivery
    const { lines, unreviewed, unapproved, open, untaken, withoutLabel } = delivery.value
    return ok({ lines, unreviewed, unapproved, open, untaken, withoutLabel })
  },

  async 'export.unsaved'({ host }, { articles }) {
    const delivery = unsavedDelivery(articles)
    return delivery.ok ? host.deliver(delivery.value) : delivery
  },

  async 'export.unsavedReviews'({ workbench, host }, { project: path, reviews }) {
    const project = workbench.requireOpen(path, 'These verdicts')
    if (!project.ok) return project
    const reviewer = requireAnnotator(workbench)
    if (!reviewer.ok) return reviewer
    const delivery = unsavedReviewsDelivery(project.value.store, reviews, {
      by: reviewer.value,
      at: workbench.now().toISOString(),
    })
    return delivery.ok ? host.deliver(delivery.value) : delivery
  },
}
