import type { CallResult } from '../../contract/failure.ts'
import type { AnnotationDocument } from '../../core/annotation/history.ts'
import { ok } from '../../core/result.ts'
import { registerAnnotator, requireAnnotator } from './annotator.ts'
import { applyChanges } from './apply-changes.ts'
import type { Handlers } from './handler.ts'

export const annotationCalls: Handlers<'annotations.apply'> = {
  async 'annotations.apply'({ workbench, host }, args) {
    const { article: id, batch, baseRevision, changes } = args
    const project = workbench.requireOpen(args.project, 'These marks')
    if (!project.ok) return project
    const annotator = requireAnnotator(workbench)
    if (!annotator.ok) return annotator
    const { store, batches } = project.value
    const by = annotator.value.id
    const change = (document: AnnotationDocument, text: string): CallResult<AnnotationDocument> => {
      // Asked within the set's queue: the first sending of this batch may still have been running.
      if (batches.revisionAfter(id, by, batch) === document.revision) return ok(document)
      const labels = new Set(store.project.labels.map(({ name }) => name))
      const context = { text, labels, annotator: by }
      return applyChanges(document, baseRevision, changes, context)
    }

    const listed = store.project.annotators.some((known) => known.id === by)
    if (!listed) {
      // Listed before the first set is there; tried before, so that nobody is listed for nothing.
      const article = await store.readArticle(id)
      if (!article.ok) return article
      const present = await store.document(id, by)
      const tried = present.ok ? change(present.value, article.value.text) : present
      if (!tried.ok) return tried
      await registerAnnotator(store, annotator.value)
    }
    const written = await store.updateDocument(id, by, (document, text) => {
      const applied = change(document, text)
      // If the write fails, the set stays below this revision and the batch counts as not applied.
      if (applied.ok) batches.remember(id, by, { batch, revision: applied.value.revision })
      return applied
    })
    if (!written.ok) return written
    if (!listed) workbench.announceState(host)
    workbench.windows.announce(() => ({ type: 'articles' }), host)
    return ok({ revision: written.value.revision })
  },
}
