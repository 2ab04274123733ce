import { feedbackWords } from '../../state/review/feedback-words.ts'
import { takeOverFeedback } from '../../state/review/take-over-feedback.ts'
import type { Handlers, IdsOf } from './handler.ts'

/** The handlers of what an annotator does about a review of the own marks. */
export const feedbackCommands: Handlers<IdsOf<'feedback'>> = {
  'feedback.next': ({ workspace }) => {
    const { feedback, notices } = workspace
    const isThere = feedback.next()
    const item = feedback.chosen.get()
    if (isThere && item) notices.announce(feedbackWords(item))
    else notices.announce('No feedback is open on this article')
  },
  'feedback.show': ({ inspector }) => inspector.focusFeedback(),
  'feedback.take-over': ({ workspace }) => {
    const item = workspace.feedback.chosen.get()
    if (item?.isFollowed === false) takeOverFeedback(workspace, item)
  },
  'feedback.answer': ({ inspector }) => inspector.focusAnswer(),
}
