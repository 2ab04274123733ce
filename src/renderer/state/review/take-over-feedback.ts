import { editTo } from '../../../core/annotation/edit-to.ts'
import { simpleEditsOf } from '../../../core/annotation/edit.ts'
import type { Span } from '../../../core/annotation/span.ts'
import { takeOver } from '../../../core/review/take-over.ts'
import { change } from '../marking.ts'
import type { Workspace } from '../workspace.ts'
import type { FeedbackItem } from './article-feedback.ts'

/** Gives the own set what the reviewer made of an item: one edit, which one undo takes back. */
export function takeOverFeedback(workspace: Workspace, item: FeedbackItem): void {
  const { feedback, notices } = workspace
  change(workspace, (session) => {
    const { set } = session.document.get()
    const at = new Date().toISOString()
    const added = (span: Span): Span => ({
      ...span,
      id: crypto.randomUUID(),
      note: null,
      created: { by: set.annotator, at, via: 'review' },
    })
    const edit = editTo(set, takeOver(set, item, added))
    if (!edit.ok) return edit.error
    const problem = edit.value === null ? null : session.edit(simpleEditsOf(edit.value))
    if (problem !== null) return problem
    feedback.choose(item.id)
    const { length } = feedback.open.get()
    notices.announce(`Taken over. ${length === 0 ? 'All feedback is followed' : `${length} open`}`)
    return null
  })
}
