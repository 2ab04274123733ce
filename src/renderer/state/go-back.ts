import { editTo } from '../../core/annotation/edit-to.ts'
import { describePast, nameMoment } from './article-history.ts'
import { mayChange } from './marking.ts'
import type { Workspace } from './workspace.ts'

/** Makes the marks again what they were at the moment that is shown, by one edit that can be undone. */
export function goBack(workspace: Workspace): void {
  const { history, notices } = workspace
  const session = workspace.article.get()
  const past = session?.past.get()
  if (!session || !past) {
    notices.announce('These are the marks as they are now')
    return
  }
  if (!mayChange(workspace)) return
  const edit = editTo(session.document.get().set, past.set)
  if (!edit.ok) {
    notices.problem(`${edit.error}. Go back in smaller steps, to a later moment first.`)
    return
  }
  const { moment } = past
  const name = nameMoment(session, moment)
  history.comeBack()
  const problem = edit.value === null ? null : session.apply(edit.value)
  if (problem !== null) notices.problem(problem)
  else if (edit.value === null) {
    notices.done(`The marks are already as they were ${describePast(session, moment)}.`)
  } else notices.done(`Went back to ${name}; undo brings the marks back.`)
}
