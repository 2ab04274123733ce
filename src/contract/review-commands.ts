/** The commands of a review; see `COMMANDS`. */
export const REVIEW_COMMANDS = [
  {
    id: 'review.next',
    title: 'Next open disagreement',
    keys: ['j', 'ArrowDown'],
    repeats: true,
  },
  {
    id: 'review.previous',
    title: 'Previous open disagreement',
    keys: ['k', 'ArrowUp'],
    repeats: true,
  },
  {
    id: 'review.choose-next',
    title: 'Choose the next version',
    keys: ['ArrowRight'],
    repeats: true,
  },
  {
    id: 'review.choose-previous',
    title: 'Choose the version before',
    keys: ['ArrowLeft'],
    repeats: true,
  },
  { id: 'review.accept', title: 'Take the chosen version and go on', keys: ['Enter'] },
  { id: 'review.take-1', title: 'Take the first version', keys: ['1'] },
  { id: 'review.take-2', title: 'Take the second version', keys: ['2'] },
  { id: 'review.take-3', title: 'Take the third version', keys: ['3'] },
  { id: 'review.take-4', title: 'Take the fourth version', keys: ['4'] },
  { id: 'review.take-5', title: 'Take the fifth version', keys: ['5'] },
  { id: 'review.take-6', title: 'Take the sixth version', keys: ['6'] },
  { id: 'review.take-7', title: 'Take the seventh version', keys: ['7'] },
  { id: 'review.take-8', title: 'Take the eighth version', keys: ['8'] },
  { id: 'review.take-9', title: 'Take the ninth version', keys: ['9'] },
  {
    id: 'review.take-agreed',
    title: 'Take all that is agreed',
    keys: ['a'],
    also: 'accept unanimous bulk',
  },
  { id: 'review.reject', title: 'Reject all versions', keys: ['x'], also: 'none delete' },
  {
    id: 'review.edit',
    title: 'Decide with bounds or a label of your own',
    keys: ['e'],
    also: 'change edit own',
  },
  { id: 'review.comment', title: 'Comment', keys: ['c'], also: 'thread answer ask' },
  {
    id: 'review.comment-article',
    title: 'Comment on the article',
    keys: ['m'],
    also: 'thread',
  },
  { id: 'review.reason', title: 'Give a reason', keys: ['r'], also: 'why guideline' },
  {
    id: 'review.phrase',
    title: 'Decide on a phrase everywhere…',
    keys: ['f'],
    also: 'occurrences bulk all articles same words',
  },
  { id: 'review.skip', title: 'Skip for now', keys: ['s'] },
  { id: 'review.undo', title: 'Take the last decision back', keys: ['u'] },
  {
    id: 'review.switch',
    title: 'Switch between text and list',
    keys: ['v'],
    also: 'disagreements view lanes',
  },
  { id: 'review.next-article', title: 'Next article to review', keys: ['n'], repeats: true },
  {
    id: 'review.previous-article',
    title: 'Previous article to review',
    keys: ['p'],
    repeats: true,
  },
  { id: 'review.approve', title: 'Approve the article', keys: ['Shift+A'], also: 'finish done' },
  {
    id: 'review.ask-changes',
    title: 'Ask for changes',
    keys: ['Shift+C'],
    also: 'send back feedback',
  },
] as const

/** The commands by which an annotator follows a review. */
export const FEEDBACK_COMMANDS = [
  {
    id: 'feedback.next',
    title: 'Next feedback of the reviewer',
    keys: ['r'],
    repeats: true,
    also: 'review changes asked',
  },
  { id: 'feedback.show', title: 'Go to the feedback', keys: ['Shift+R'], also: 'review' },
  {
    id: 'feedback.take-over',
    title: 'Take over what the reviewer decided',
    keys: ['t'],
    also: 'accept feedback follow',
  },
  { id: 'feedback.answer', title: 'Answer the reviewer', keys: ['a'], also: 'comment reply' },
] as const

/** The command for all comments of the project, in whatever view. */
export const COMMENT_COMMANDS = [
  {
    id: 'comments.show',
    title: 'Comments…',
    keys: ['F9'],
    menu: 'View',
    inFields: true,
    also: 'threads discussion answers questions',
  },
] as const
