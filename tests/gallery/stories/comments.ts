import { html, type TemplateResult } from 'lit'
import type { CallReply } from '../../../src/contract/calls.ts'
import type { ReviewRecord } from '../../../src/core/review/log/record.ts'
import { ok } from '../../../src/core/result.ts'
import '../../../src/renderer/dialogs/comments-dialog.ts'
import '../../../src/renderer/review/article-comments.ts'
import { click, until } from '../gestures.ts'
import { ENGLISH, LONG_TITLE, LONG_WORD } from '../samples.ts'
import { ANNOTATOR, ARTICLE, MARKS, openScene, refused, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'
import { comment, REVIEWER } from './feedback.ts'

const HEDGE = comment('Is the hedge part of the figure?', { index: 2 })
const WHO = comment('Who is meant here?', { index: 4 })
const WHOLE = comment('Please look at all dates again: the guideline has changed in March.')
const LONG = comment(`${LONG_WORD}! `.repeat(4), { index: 1 })

function resolved(thread: string): ReviewRecord {
  const { by, at } = HEDGE
  return { kind: 'resolution', id: `resolved-${thread}`, by, at, step: 'r', thread, resolved: true }
}

type Commented = CallReply<'review.comments'>

function commented(
  records: readonly ReviewRecord[],
  title = ENGLISH.meta.title,
): Commented[number] {
  const quotes = [
    { thread: HEDGE.id, quote: 'at least 34\u00A0Turkish soldiers' },
    { thread: WHO.id, quote: 'the BBC' },
    { thread: LONG.id, quote: ENGLISH.text.slice(200, 390) },
  ]
  return {
    article: `article-${title.length}`,
    title,
    records,
    quotes,
  }
}

const EVERYDAY = [
  commented([
    HEDGE,
    comment('The desk counts it in.', { thread: HEDGE.id, by: ANNOTATOR.id }),
    WHO,
    resolved(WHO.id),
  ]),
  commented([WHOLE], 'Delegation leaves Ankara with nothing agreed'),
]

const PEOPLE: Scene = { project: { annotators: [ANNOTATOR, REVIEWER] } }

async function dialog(answer: Commented, scene: Scene = {}): Promise<TemplateResult> {
  const workspace = await openScene({
    ...PEOPLE,
    ...scene,
    answers: {
      'review.comments': () => ok(answer),
      'review.record': () => ok(null),
      ...scene.answers,
    },
  })
  return html`<rubric-comments-dialog .workspace=${workspace}></rubric-comments-dialog>`
}

async function onArticle(
  records: readonly ReviewRecord[],
  scene: Scene = {},
): Promise<TemplateResult> {
  const { text, meta } = ENGLISH
  const opened = { article: ARTICLE, text, meta, sets: [], hidden: [], records }
  const workspace = await openScene({
    ...PEOPLE,
    ...scene,
    marks: MARKS,
    answers: {
      'review.open': () => ok(opened as unknown as CallReply<'review.open'>),
      'review.record': () => ok(null),
    },
  })
  await workspace.review.open(ARTICLE)
  return html`<rubric-article-comments .workspace=${workspace}></rubric-article-comments>`
}

export const commentStories = [
  storiesOf('rubric-comments-dialog', { width: 720, height: 560 }, [
    {
      name: 'typical',
      shows: 'Open threads of two articles',
      render: () => dialog(EVERYDAY),
      act: (element) => until(() => element.renderRoot.querySelector('li') !== null),
    },
    {
      name: 'resolved',
      shows: 'Those that are dealt with',
      render: () => dialog(EVERYDAY),
      act: (element) => click(element, '.filters button:nth-child(3)'),
    },
    { name: 'empty', shows: 'How to begin', render: () => dialog([]) },
    {
      name: 'long',
      shows: 'A long title, a long quote and words that break nowhere',
      render: () => dialog([commented([LONG], LONG_TITLE)]),
    },
    {
      name: 'read-only',
      shows: 'Another window is writing: nothing can be answered',
      render: () => dialog(EVERYDAY, { state: { writable: false } }),
    },
    {
      name: 'error',
      shows: 'They cannot be read',
      render: () =>
        dialog([], { answers: { 'review.comments': () => refused('the disk is gone') } }),
    },
    {
      name: 'narrow',
      shows: 'In a narrow window',
      frame: { width: 420, height: 560 },
      render: () => dialog(EVERYDAY),
    },
  ]),

  storiesOf('rubric-article-comments', { width: 320 }, [
    { name: 'empty', shows: 'Nothing was said yet', render: () => onArticle([]) },
    {
      name: 'typical',
      shows: 'A thread on the article, and one that is dealt with',
      render: () => {
        const before = comment('Done with the first half.', { by: ANNOTATOR.id })
        return onArticle([before, resolved(before.id), WHOLE])
      },
    },
    {
      name: 'read-only',
      shows: 'Another window is writing',
      render: () => onArticle([WHOLE], { state: { writable: false } }),
    },
  ]),
]
