import { html, type TemplateResult } from 'lit'
import type { Attributes } from '../../../src/core/annotation/attribute.ts'
import type { Span } from '../../../src/core/annotation/span.ts'
import type { Comment, ReviewRecord, ReviewStatus } from '../../../src/core/review/log/record.ts'
import type { Thread } from '../../../src/core/review/log/review-state.ts'
import { ok } from '../../../src/core/result.ts'
import '../../../src/renderer/elements/comment-thread.ts'
import '../../../src/renderer/inspector/feedback.ts'
import { click } from '../gestures.ts'
import { ENGLISH, LONG_WORD } from '../samples.ts'
import { ANNOTATOR, ARTICLE, MARKS, openScene, refused, spansOn, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

export const REVIEWER = { id: 'maria-koch', name: 'Maria Koch' }
const AT = '2026-03-02T09:14:00.000Z'
const OWN = spansOn(ENGLISH.text, MARKS)

/** A span over the first place of a quote. */
function over(quote: string, label: string): Span {
  const [span] = spansOn(ENGLISH.text, [[label, quote]])
  if (span === undefined) throw new RangeError(`No span over ${quote}`)
  return { ...span, id: `reviewer-${span.start}` }
}

/** @param index - Of the own mark; null for a place that is not marked. */
function verdict(
  index: number | null,
  outcome: readonly Span[],
  reason: string | null = null,
  guideline: string | null = null,
): ReviewRecord {
  const span = index === null ? undefined : OWN[index]
  return {
    kind: 'verdict',
    id: `verdict-${index ?? outcome[0]?.id}`,
    by: REVIEWER.id,
    at: AT,
    step: 'step',
    took: null,
    replaces: [],
    reason,
    guideline,
    ground: span === undefined ? [] : [{ annotator: ANNOTATOR.id, span }],
    outcome: [...outcome],
  }
}

/** @param index - Of the own mark that it is about; null for the article. */
export function comment(
  text: string,
  {
    index = null,
    thread: answered = null,
    by = REVIEWER.id,
  }: {
    readonly index?: number | null
    readonly thread?: string | null
    readonly by?: string
  } = {},
): Comment {
  const span = index === null ? undefined : OWN[index]
  const mark = span === undefined ? null : { annotator: ANNOTATOR.id, span }
  const id = `comment-${text.length}-${index ?? 'article'}`
  return { kind: 'comment', id, by, at: AT, step: id, text, thread: answered, mark }
}

const QUESTION = comment('Is the hedge part of the figure?', { index: 2 })
const RECORDS: readonly ReviewRecord[] = [
  verdict(0, [over('Thursday', 'date')], 'The guideline leaves out “late on”.', 'date'),
  verdict(2, [over('34\u00A0Turkish soldiers', 'casualty figure')]),
  verdict(4, []),
  verdict(5, [{ ...over('Recep Tayyip Erdogan', 'claim') }]),
  verdict(null, [over('Oleg Zhuravlev', 'actor')], 'Marked everywhere else.'),
  QUESTION,
  comment('The desk counts it in.', { thread: QUESTION.id, by: ANNOTATOR.id }),
  comment('Much better than last week.'),
]

/** The figure with what its annotator gave it, and the reviewer’s verdicts on it. */
const VALUED: Scene = {
  spans: OWN.map((span, index) =>
    index === 2 ? { ...span, attributes: { count: 34, hedged: true, outcome: 'wounded' } } : span,
  ),
}
const [, , FIGURE] = VALUED.spans ?? []

function valued(attributes: Attributes, more: Partial<Span> = {}): readonly ReviewRecord[] {
  const outcome = FIGURE === undefined ? [] : [{ ...FIGURE, ...more, id: 'theirs', attributes }]
  const ground = FIGURE === undefined ? [] : [{ annotator: ANNOTATOR.id, span: FIGURE }]
  const said = verdict(2, outcome, 'They died: the second paragraph.', 'casualty figure')
  return said.kind === 'verdict' ? [{ ...said, ground }] : []
}

async function feedback(
  records: readonly ReviewRecord[],
  scene: Scene = {},
  status: ReviewStatus = 'changes-asked',
): Promise<TemplateResult> {
  const reply = { article: ARTICLE, status, records }
  const workspace = await openScene({
    marks: MARKS,
    ...scene,
    project: { annotators: [ANNOTATOR, REVIEWER] },
    answers: {
      'review.feedback': () => ok(reply),
      'review.record': () => ok(null),
      ...scene.answers,
    },
  })
  await workspace.feedback.load()
  return html`<rubric-feedback .workspace=${workspace}></rubric-feedback>`
}

const LONG = `${LONG_WORD} is one word. Everything that stands before the figure belongs to it, as the \
guideline says since March, and so does what stands after it where no comma parts them.`

function told(thread: Thread, isWritable = true): TemplateResult {
  const names = new Map([ANNOTATOR, REVIEWER].map(({ id, name }) => [id, name]))
  return html`<rubric-comment-thread
    .thread=${thread}
    .nameOf=${(id: string) => names.get(id) ?? id}
    .timeOf=${() => '09:14'}
    ?writable=${isWritable}
  ></rubric-comment-thread>`
}

export const feedbackStories = [
  storiesOf('rubric-feedback', { width: 328, height: 560 }, [
    {
      name: 'typical',
      shows: 'What was changed, in the order of the text',
      render: () => feedback(RECORDS),
    },
    {
      name: 'chosen',
      shows: 'One of them with its reason, to take over and to answer',
      render: () => feedback(RECORDS),
      act: (element) => click(element, 'li:nth-child(1) .row'),
    },
    {
      name: 'thread',
      shows: 'What was said about the span',
      render: () => feedback(RECORDS),
      act: (element) => click(element, 'li:nth-child(2) .row'),
    },
    {
      name: 'values',
      shows: 'Values that the reviewer has changed, one by one',
      render: () => feedback(valued({ count: 34, outcome: 'killed' }), VALUED),
      act: (element) => click(element, 'li .row'),
    },
    {
      name: 'values and bounds',
      shows: 'A long value, beside other bounds',
      render: () =>
        feedback(
          valued(
            { count: 34, hedged: true, outcome: LONG },
            { end: (FIGURE?.end ?? 0) - ' soldiers'.length },
          ),
          VALUED,
        ),
      act: (element) => click(element, 'li .row'),
    },
    {
      name: 'added with values',
      shows: 'What was not marked, with what it is',
      render: () =>
        feedback([
          verdict(null, [
            { ...over('34\u00A0Turkish soldiers', 'casualty figure'), attributes: { count: 34 } },
          ]),
        ]),
      act: (element) => click(element, 'li .row'),
    },
    {
      name: 'followed',
      shows: 'The own marks say what the reviewer decided',
      render: () => feedback(RECORDS.slice(0, 1), { marks: [['date', 'Thursday']] }, 'approved'),
      act: (element) => click(element, 'li .row'),
    },
    {
      name: 'approved',
      shows: 'Nothing differs: the status alone',
      render: () => feedback([], {}, 'approved'),
    },
    {
      name: 'long',
      shows: 'A long quote and a long reason',
      render: () => feedback([verdict(1, [], LONG, 'claim')]),
      act: (element) => click(element, 'li .row'),
    },
    {
      name: 'read-only',
      shows: 'Another window is writing: nothing can be taken over or answered',
      render: () => feedback(RECORDS, { state: { writable: false } }),
      act: (element) => click(element, 'li:nth-child(2) .row'),
    },
    {
      name: 'error',
      shows: 'A file of the review is damaged',
      render: () =>
        feedback([], {
          answers: {
            'review.feedback': () =>
              refused('reviews/maria-koch/41/07e4b1dd1288c941.json cannot be read'),
          },
        }),
    },
    {
      name: 'narrow',
      shows: 'As wide as a narrow window leaves it',
      frame: { width: 220, height: 560 },
      render: () => feedback(RECORDS),
      act: (element) => click(element, 'li:nth-child(1) .row'),
    },
  ]),

  storiesOf('rubric-comment-thread', { width: 300, padded: true }, [
    {
      name: 'question',
      shows: 'A comment that nobody has answered',
      render: () => told({ comment: QUESTION, answers: [], isResolved: false }),
    },
    {
      name: 'answers',
      shows: 'Answers of two people, one in another script',
      render: () =>
        told({
          comment: QUESTION,
          answers: [
            comment('The desk counts it in.', { by: ANNOTATOR.id }),
            comment('راجع رقم Reuters.', { by: REVIEWER.id }),
          ],
          isResolved: false,
        }),
    },
    {
      name: 'resolved',
      shows: 'It is dealt with, and can be opened again',
      render: () => told({ comment: QUESTION, answers: [], isResolved: true }),
    },
    {
      name: 'long',
      shows: 'A long comment with a word that breaks nowhere',
      render: () => told({ comment: comment(LONG), answers: [], isResolved: false }),
    },
    {
      name: 'read-only',
      shows: 'Nothing can be said here',
      render: () => told({ comment: QUESTION, answers: [], isResolved: false }, false),
    },
  ]),
]
