import type { CommandId } from '../../contract/commands.ts'
import type { Workspace } from './workspace.ts'

/** A reason that a command cannot be carried out just now; null when it is none. */
type Condition = (workspace: Workspace) => string | null

const isInCharge: Condition = ({ inCharge }) =>
  inCharge.get() ? null : 'This window can only look'
const canWrite: Condition = (workspace) =>
  isInCharge(workspace) ?? (workspace.writable.get() ? null : 'These marks can only be read here')
const isPresent: Condition = ({ article }) =>
  article.get()?.past.get() ? 'These are the marks of the past' : null
const hasProject: Condition = ({ state }) => (state.get()?.project ? null : 'No project is open')
const hasArticles: Condition = ({ library }) =>
  library.entries.get().length > 0 ? null : 'There are no articles yet'
const hasArticle: Condition = ({ article }) => (article.get() ? null : 'No article is open')
const hasSpans: Condition = ({ article }) =>
  article.get()?.spans.get().length ? null : 'Nothing is marked yet'
const hasSelectedSpan: Condition = ({ article }) =>
  article.get()?.selectedSpan.get() ? null : 'No span is selected'
const hasUnsaved: Condition = ({ save }) =>
  save.get().type === 'unsaved' ? null : 'Everything is saved'
const canGoBack =
  (direction: 'undo' | 'redo'): Condition =>
  ({ article, review, view }) => {
    const isReview = view.get() === 'review'
    const next = isReview ? review.session.get()?.steps.get() : article.get()?.next.get()
    return next?.[direction] ? null : `There is nothing to ${direction}`
  }
const isAnnotating: Condition = ({ view }) =>
  view.get() === 'annotate' ? null : 'This is for annotating'
const isReviewing: Condition = ({ view }) =>
  view.get() === 'review' ? null : 'This is for reviews'
const hasReview: Condition = ({ review }) =>
  review.session.get() ? null : 'No article is being reviewed'
const seesOthers: Condition = ({ review }) =>
  review.session.get()?.opened.get().hidden.length ? 'Your own marks are not done' : null
const hasDisagreements: Condition = ({ review }) =>
  review.session.get()?.items.get().length ? null : 'Nothing is marked in this article'
const hasFeedback: Condition = ({ feedback }) =>
  feedback.isThere.get() ? null : 'There is no feedback on this article'
const hasChosenFeedback: Condition = ({ feedback }) =>
  feedback.chosen.get() ? null : 'No feedback is chosen'

const marks = [isAnnotating, hasArticle, canWrite, isPresent]
const editsSpan = [...marks, hasSelectedSpan]

/** What must hold for commands, by their ids or by how these begin; the longest counts alone. */
const CONDITIONS: Readonly<Record<string, readonly Condition[]>> = {
  'project.': [isInCharge],
  'project.blind': [isInCharge, hasProject],
  'annotator.': [isInCharge],
  'import.': [hasProject, canWrite],
  'export.': [hasProject],
  'unsaved.retry': [hasProject],
  'unsaved.': [hasUnsaved],
  'backups.': [isInCharge, hasProject],
  'labels.': [isInCharge, hasProject],
  'packs.': [hasProject],
  'packs.undo': [isInCharge, hasProject],
  'articles.': [hasArticles],
  'articles.done': marks,
  'articles.reopen': marks,
  'cursor.': [isAnnotating, hasArticle],
  'find.': [isAnnotating, hasArticle],
  'spans.': [isAnnotating, hasArticle, hasSpans],
  'spans.end-': editsSpan,
  'spans.start-': editsSpan,
  'spans.values': editsSpan,
  'spans.note': editsSpan,
  'spans.remove': editsSpan,
  'history.undo': [canWrite, isPresent, canGoBack('undo')],
  'history.redo': [canWrite, isPresent, canGoBack('redo')],
  'history.show': [isAnnotating, hasArticle],
  'review.': [isReviewing, hasReview, canWrite, seesOthers, hasDisagreements],
  'review.comment-article': [isReviewing, hasReview, canWrite, seesOthers],
  'review.phrase': [isReviewing, hasReview, canWrite, seesOthers],
  'review.next': [isReviewing, hasReview],
  'review.previous': [isReviewing, hasReview],
  'review.skip': [isReviewing, hasReview],
  'review.switch': [isReviewing],
  'review.next-article': [isReviewing, hasReview],
  'review.previous-article': [isReviewing, hasReview],
  'comments.': [hasProject],
  'feedback.': [isAnnotating, hasArticle, hasFeedback],
  'feedback.take-over': [isAnnotating, hasArticle, hasChosenFeedback, canWrite, isPresent],
  'feedback.answer': [isAnnotating, hasArticle, hasChosenFeedback, canWrite],
  'view.review': [hasProject],
  'view.figures': [hasProject],
  'view.reading': [isAnnotating],
}

const NAMES = Object.keys(CONDITIONS).toSorted((a, b) => b.length - a.length)

/** @returns Why a command can do nothing just now, for a person; null when it can. */
export function whyNot(id: CommandId, workspace: Workspace): string | null {
  const name = NAMES.find((start) => id.startsWith(start))
  return firstReason(name === undefined ? [] : (CONDITIONS[name] ?? []), workspace)
}

/** @returns Why no label can be chosen just now; null when one can. */
export function whyNoLabel(workspace: Workspace): string | null {
  return firstReason(marks, workspace)
}

function firstReason(conditions: readonly Condition[], workspace: Workspace): string | null {
  for (const condition of conditions) {
    const reason = condition(workspace)
    if (reason !== null) return reason
  }
  return null
}
