import type { ReviewSession } from '../../state/review/review-session.ts'
import type { Workspace } from '../../state/workspace.ts'
import { count } from '../../state/format.ts'
import type { Handler, Handlers, IdsOf } from './handler.ts'

/** The handlers of what is done with the open review; without one there is nothing to do. */
export const reviewCommands: Handlers<IdsOf<'review'>> = {
  'review.next': onSession((session, workspace) => go(session, workspace, 1)),
  'review.previous': onSession((session, workspace) => go(session, workspace, -1)),
  'review.choose-next': onSession((session) => session.choose(1)),
  'review.choose-previous': onSession((session) => session.choose(-1)),
  'review.accept': onSession((session, workspace) =>
    session.current.get()?.group === null
      ? keepOutcome(session, workspace)
      : take(session, workspace, session.choice.get()),
  ),
  'review.take-1': onSession((session, workspace) => take(session, workspace, 0)),
  'review.take-2': onSession((session, workspace) => take(session, workspace, 1)),
  'review.take-3': onSession((session, workspace) => take(session, workspace, 2)),
  'review.take-4': onSession((session, workspace) => take(session, workspace, 3)),
  'review.take-5': onSession((session, workspace) => take(session, workspace, 4)),
  'review.take-6': onSession((session, workspace) => take(session, workspace, 5)),
  'review.take-7': onSession((session, workspace) => take(session, workspace, 6)),
  'review.take-8': onSession((session, workspace) => take(session, workspace, 7)),
  'review.take-9': onSession((session, workspace) => take(session, workspace, 8)),
  'review.take-agreed': onSession((session, { notices }) => {
    const taken = session.takeAgreed()
    notices.announce(
      taken === 0 ? 'Nothing is left that all agree on' : `Took ${count(taken, 'agreed place')}`,
    )
  }),
  'review.reject': onSession((session, workspace) => {
    if (session.reject()) tellLeft(session, workspace, 'Rejected')
  }),
  'review.edit': ({ review }) => review.edit(),
  'review.comment': ({ review }) => review.focusComment(),
  'review.comment-article': ({ review }) => review.focusArticleComment(),
  'review.phrase': ({ review }) => review.openPhrase(),
  'review.reason': ({ review }) => review.focusReason(),
  'review.skip': onSession((session, workspace) => go(session, workspace, 1)),
  'review.undo': onSession((session, workspace) => undoReview(session, workspace, 'undo')),
  'review.switch': ({ workspace }) => {
    const { layout } = workspace.review
    layout.set(layout.get() === 'text' ? 'list' : 'text')
  },
  'review.next-article': ({ workspace }) => neighbour(workspace, 1),
  'review.previous-article': ({ workspace }) => neighbour(workspace, -1),
  'review.approve': ({ review }) => review.approve(),
  'review.ask-changes': onSession((session, { notices }) => {
    session.setStatus('changes-asked')
    notices.announce('Asked for changes')
  }),
}

/** Takes a decision back, or the taking back. */
export function undoReview(
  session: ReviewSession,
  { notices }: Workspace,
  direction: 'undo' | 'redo',
): void {
  const isDone = session.undo(direction)
  if (isDone) notices.announce(direction === 'undo' ? 'Taken back' : 'Done again')
  else notices.announce(`There is nothing to ${direction}`)
}

function onSession(act: (session: ReviewSession, workspace: Workspace) => void): Handler {
  return ({ workspace }) => {
    const session = workspace.review.session.get()
    if (session === null) return false
    act(session, workspace)
    return true
  }
}

function go(session: ReviewSession, workspace: Workspace, direction: 1 | -1): void {
  if (session.go(direction)) tellCurrent(session, workspace)
  else workspace.notices.announce('Everything in this article is decided')
}

function take(session: ReviewSession, workspace: Workspace, index: number): void {
  const version = session.versions.get()[index]
  if (version === undefined || !session.take(index)) return
  tellLeft(session, workspace, `Took ${workspace.nameOf(version.annotator)}`)
}

/** Of a place whose marks have gone, or that the reviewer added, what was decided is decided again. */
function keepOutcome(session: ReviewSession, workspace: Workspace): void {
  if (session.keep()) tellLeft(session, workspace, 'Kept')
}

function tellLeft(session: ReviewSession, { notices }: Workspace, what: string): void {
  const { open } = session.progress.get()
  notices.announce(`${what}. ${open === 0 ? 'Everything is decided' : `${open} open`}`)
}

function tellCurrent(session: ReviewSession, { notices }: Workspace): void {
  const mark = session.current.get()?.marks[0]
  if (mark) notices.announce(session.text.slice(mark.span.start, mark.span.end))
}

function neighbour({ review, notices }: Workspace, direction: 1 | -1): void {
  if (!review.neighbour(direction)) {
    notices.announce(direction === 1 ? 'This is the last article' : 'This is the first article')
  }
}
