import { html, type TemplateResult } from 'lit'
import type { ReviewEntry } from '../../../src/contract/review-models.ts'
import { emptySet } from '../../../src/core/annotation/annotation-set.ts'
import type { Attributes } from '../../../src/core/annotation/attribute.ts'
import { compareSpans, quoteOf } from '../../../src/core/annotation/span.ts'
import type { ReviewRecord } from '../../../src/core/review/log/record.ts'
import { ok } from '../../../src/core/result.ts'
import { styleProperties } from '../../../src/renderer/elements/style-properties.ts'
import type { Workspace } from '../../../src/renderer/state/workspace.ts'
import '../../../src/renderer/review/review.ts'
import { press } from '../gestures.ts'
import { ARABIC, ARABIC_NAME, ENGLISH, LONG_TITLE, LONG_WORD } from '../samples.ts'
import type { ArticleSample } from '../samples.ts'
import { ARTICLE, MARKS, openScene, spansOn, type Mark } from '../scene.ts'
import { storiesOf } from '../story.ts'

const MADE = '2026-03-01T10:00:00.000Z'

interface ReviewScene {
  readonly article?: ArticleSample
  /** By the names of the annotators. */
  readonly sets?: Readonly<Record<string, readonly Mark[]>>
  /** What is given beside the marks, by the names of the annotators and what they marked. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>
  readonly records?: readonly ReviewRecord[]
  readonly entries?: readonly ReviewEntry[]
  readonly hidden?: readonly string[]
  readonly writable?: boolean
}

const SETS: NonNullable<ReviewScene['sets']> = {
  Ana: MARKS,
  Bilal: [
    ['date', 'late on Thursday'],
    ['casualty figure', '34\u00A0Turkish soldiers', 'The hedge is part of it: guideline 4.2.'],
    ['claim', 'Syrian government forces'],
    ['actor', 'the BBC'],
  ],
  Chen: [
    ['date', 'on Thursday'],
    ['actor', 'the BBC'],
    ['actor', 'Recep Tayyip Erdogan'],
  ],
}

const ARABIC_SETS: NonNullable<ReviewScene['sets']> = {
  [ARABIC_NAME]: [
    ['date', '28 شباط 2020'],
    ['casualty figure', '11 مدنيا على الأقل'],
  ],
  Bilal: [['casualty figure', '11 مدنيا']],
}

const TOLL = 'at least 34\u00A0Turkish soldiers'

/** They mark the same, and say otherwise what it is. */
const VALUED: ReviewScene = {
  sets: {
    Ana: [['casualty figure', TOLL]],
    Bilal: [['casualty figure', TOLL, 'The hedge is part of it: guideline 4.2.']],
    Chen: [['casualty figure', TOLL]],
  },
  values: {
    Ana: { [TOLL]: { count: 34, outcome: 'wounded' } },
    Bilal: { [TOLL]: { count: 34, outcome: 'killed' } },
    Chen: { [TOLL]: { count: 34 } },
  },
}

const LONG_VALUES: ReviewScene = {
  sets: VALUED.sets ?? {},
  values: {
    Ana: {
      [TOLL]: {
        count: 1_234_567_890.5,
        outcome: LONG_WORD,
        'who told it, and to whom': 'The governor of Hatay, who corrected it twice before dawn',
      },
    },
    Bilal: { [TOLL]: { outcome: 'killed', exact: false } },
  },
}

const ARABIC_VALUES: ReviewScene = {
  article: ARABIC,
  sets: {
    [ARABIC_NAME]: [['casualty figure', '11 مدنيا على الأقل']],
    Bilal: [['casualty figure', '11 مدنيا على الأقل']],
  },
  values: {
    [ARABIC_NAME]: {
      '11 مدنيا على الأقل': { count: 11, outcome: 'killed', المصدر: 'المرصد السوري' },
    },
    Bilal: { '11 مدنيا على الأقل': { count: 12, outcome: 'killed' } },
  },
}

const COMMENTS: readonly ReviewRecord[] = [
  {
    kind: 'comment',
    id: 'c1',
    by: 'bilal',
    at: MADE,
    step: 'c1',
    text: 'The hedge belongs to the figure: guideline 4.2.',
    thread: null,
    mark: {
      annotator: 'bilal',
      span: { ...firstOf(SETS['Bilal'] ?? [], 1), id: 'span-1' },
    },
  },
  {
    kind: 'comment',
    id: 'c2',
    by: 'ada-uenal',
    at: MADE,
    step: 'c2',
    text: 'Agreed, taking yours.',
    thread: 'c1',
    mark: null,
  },
]

function firstOf(marks: readonly Mark[], index: number): ReturnType<typeof spansOn>[number] {
  const span = spansOn(ENGLISH.text, marks)[index]
  if (span === undefined) throw new RangeError('There is no such mark')
  return span
}

function entry(title: string, more: Partial<ReviewEntry> = {}): ReviewEntry {
  return {
    article: `article-${title.length}`,
    title,
    outlet: 'Wire',
    published: '2020-02-28',
    annotators: [
      { id: 'ana', status: 'done', spans: 12 },
      { id: 'bilal', status: 'in-progress', spans: 9 },
    ],
    status: 'to-review',
    items: 24,
    open: 9,
    agreed: 15,
    changed: 0,
    f1: 0.71,
    threads: 0,
    withoutLabel: 0,
    ...more,
  }
}

const ENTRIES: readonly ReviewEntry[] = [
  entry(ENGLISH.meta.title, { article: ARTICLE, status: 'in-review', open: 7, threads: 1 }),
  entry('Delegation leaves with nothing agreed', { open: 16, f1: 0.5 }),
  entry('Two presidents talk while the border fills', { status: 'changes-asked', open: 3 }),
  entry('Joint patrols rehearse what is left', { status: 'approved', open: 0, f1: 0.92 }),
]

function idOf(name: string): string {
  return name === ARABIC_NAME ? 'layla' : name.toLowerCase()
}

/** The workspace of a window that shows the review of an article. */
async function openReview(scene: ReviewScene = {}): Promise<Workspace> {
  const { article = ENGLISH, sets = SETS, records = [], hidden = [], writable = true } = scene
  const entries = scene.entries ?? ENTRIES
  const made = Object.entries(sets).map(([name, marks]) => ({
    ...emptySet(ARTICLE, idOf(name)),
    status: 'done' as const,
    spans: spansOn(article.text, marks)
      .map((span) => {
        const attributes = scene.values?.[name]?.[quoteOf(article.text, span)]
        return attributes === undefined ? span : { ...span, attributes }
      })
      .toSorted(compareSpans),
  }))
  const { meta } = article
  const workspace = await openScene({
    article,
    state: { writable },
    project: {
      annotators: Object.keys(sets).map((name) => ({ id: idOf(name), name })),
    },
    answers: {
      'review.queue': () => Promise.resolve(ok(entries)),
      'review.record': () => Promise.resolve(ok(null)),
      'review.open': () =>
        Promise.resolve(
          ok({ article: ARTICLE, text: article.text, meta, sets: made, hidden, records }),
        ),
    },
  })
  if (entries.length > 0) await workspace.review.open(ARTICLE)
  await workspace.review.refresh(true)
  workspace.view.set('review')
  return workspace
}

async function view(scene: ReviewScene = {}): Promise<TemplateResult> {
  const workspace = await openReview(scene)
  // It has its columns from the window.
  const columns = styleProperties({ '--library': '272px', '--inspector': '328px' })
  return html`<div class="window" ${columns}>
    <rubric-review .workspace=${workspace}></rubric-review>
  </div>`
}

async function decided(scene: ReviewScene = {}): Promise<Workspace> {
  const workspace = await openReview(scene)
  const session = workspace.review.session.get()
  session?.takeAgreed()
  session?.take(0)
  session?.reject()
  return workspace
}

async function bar(scene: ReviewScene = {}): Promise<TemplateResult> {
  const workspace = await openReview(scene)
  return html`<rubric-review-bar .workspace=${workspace}></rubric-review-bar>`
}

async function card(
  scene: ReviewScene = {},
  prepare: (workspace: Workspace) => void = () => undefined,
): Promise<TemplateResult> {
  const workspace = await openReview(scene)
  prepare(workspace)
  return html`<rubric-decision-card .workspace=${workspace}></rubric-decision-card>`
}

/** Looks at the first place of which a word stands in the text. */
function lookAt(workspace: Workspace, quote: string): void {
  const session = workspace.review.session.get()
  const at = session?.text.indexOf(quote) ?? -1
  const item = session?.items
    .get()
    .find(({ marks }) =>
      marks.some(({ span }) => span.start <= at && at < span.end && span.end - span.start < 60),
    )
  session?.look(item?.id ?? null)
}

export const reviewStories = [
  storiesOf('rubric-review', { width: 1440, height: 860 }, [
    { name: 'typical', shows: 'Three annotators, some of it agreed', render: () => view() },
    {
      name: 'empty',
      shows: 'Nobody has marked anything yet',
      render: () => view({ entries: [], sets: {} }),
    },
    {
      name: 'blind',
      shows: 'The own set is not done: others’ marks are not shown',
      render: () => view({ hidden: ['bilal', 'chen'], sets: { Ana: MARKS } }),
    },
    {
      name: 'right to left',
      shows: 'An Arabic article',
      render: () => view({ article: ARABIC, sets: ARABIC_SETS }),
    },
    {
      name: 'narrow',
      shows: 'As narrow as a window gets',
      frame: { width: 900, height: 700 },
      render: () => view(),
    },
    {
      name: 'values, narrow',
      shows: 'Values that differ, as narrow as a window gets',
      frame: { width: 900, height: 700 },
      render: () => view(VALUED),
    },
  ]),

  storiesOf('rubric-review-queue', { width: 272, height: 480 }, [
    {
      name: 'typical',
      shows: 'The most disputed first',
      render: async () =>
        html`<rubric-review-queue .workspace=${await openReview()}></rubric-review-queue>`,
    },
    {
      name: 'long',
      shows: 'A title of many words',
      render: async () =>
        html`<rubric-review-queue
          .workspace=${await openReview({ entries: [entry(LONG_TITLE, { article: ARTICLE })] })}
        ></rubric-review-queue>`,
    },
    {
      name: 'empty',
      shows: 'Nothing to review, and how that changes',
      render: async () =>
        html`<rubric-review-queue
          .workspace=${await openReview({ entries: [], sets: {} })}
        ></rubric-review-queue>`,
    },
  ]),

  storiesOf('rubric-review-bar', { width: 820 }, [
    { name: 'typical', shows: 'Three annotators, nothing decided', render: () => bar() },
    {
      name: 'read-only',
      shows: 'Another window is writing',
      render: () => bar({ writable: false }),
    },
    {
      name: 'narrow',
      shows: 'What finds no room goes on below',
      frame: { width: 420 },
      render: () => bar(),
    },
  ]),

  storiesOf('rubric-review-text', { width: 820, height: 700 }, [
    {
      name: 'typical',
      shows: 'A line for each annotator where they differ, labels where they agree',
      render: async () =>
        html`<rubric-review-text .workspace=${await openReview()}></rubric-review-text>`,
    },
    {
      name: 'decided',
      shows: 'What was decided looks as it does in annotating',
      render: async () =>
        html`<rubric-review-text .workspace=${await decided()}></rubric-review-text>`,
    },
  ]),

  storiesOf('rubric-decision-card', { width: 328 }, [
    { name: 'typical', shows: 'Different bounds', render: () => card() },
    {
      name: 'labels',
      shows: 'Different labels, each named',
      render: () => card({}, (workspace) => lookAt(workspace, 'Syrian government forces')),
    },
    {
      name: 'values',
      shows: 'Values that differ stand out, and one that is not there is named',
      render: () => card(VALUED),
    },
    {
      name: 'long values',
      shows: 'Values and names of many words',
      render: () => card(LONG_VALUES),
    },
    {
      name: 'values right to left',
      shows: 'Names and values of two directions',
      render: () => card(ARABIC_VALUES),
    },
    {
      name: 'values decided',
      shows: 'The values that were taken',
      render: () =>
        card(VALUED, (workspace) => {
          const session = workspace.review.session.get()
          const id = session?.currentId.get() ?? null
          session?.take(1)
          session?.look(id)
        }),
    },
    {
      name: 'values of an own version',
      shows: 'Bounds, label and values are edited in place',
      render: () =>
        card(VALUED, (workspace) => workspace.review.session.get()?.beginDraft(null, 'claim')),
    },
    {
      name: 'comments',
      shows: 'A conversation about a mark',
      render: () =>
        card({ records: COMMENTS }, (workspace) => lookAt(workspace, '34\u00A0Turkish soldiers')),
    },
    {
      name: 'decided',
      shows: 'What was decided, by whom and why',
      render: () =>
        card({}, (workspace) => {
          const session = workspace.review.session.get()
          const id = session?.currentId.get() ?? null
          session?.reason.set('Guideline 4.2')
          session?.take(0)
          session?.look(id)
        }),
    },
    {
      name: 'read-only',
      shows: 'Another window is writing: nothing can be decided here',
      render: () => card({ writable: false }),
    },
    {
      name: 'narrow',
      shows: 'As wide as a narrow window leaves it',
      frame: { width: 220 },
      render: () => card(),
    },
  ]),

  storiesOf('rubric-draft-editor', { width: 296, padded: true }, [
    {
      name: 'typical',
      shows: 'Bounds and label of the reviewer’s own',
      render: async () => {
        const workspace = await openReview()
        const session = workspace.review.session.get()
        session?.beginDraft(null, 'claim')
        return html`<rubric-draft-editor
          .workspace=${workspace}
          .session=${session}
        ></rubric-draft-editor>`
      },
      act: (element) => press(element, '[role=group]', { key: 'ArrowRight' }),
    },
    {
      name: 'foreign values',
      shows: 'With another label values stay, and can be removed',
      render: async () => {
        const workspace = await openReview(VALUED)
        const session = workspace.review.session.get()
        session?.beginDraft(null, 'claim')
        return html`<rubric-draft-editor
          .workspace=${workspace}
          .session=${session}
        ></rubric-draft-editor>`
      },
      act: (element) => press(element, '[role=group]', { key: '1' }),
    },
    {
      name: 'narrow',
      shows: 'As wide as a narrow window leaves it',
      frame: { width: 196 },
      render: async () => {
        const workspace = await openReview(VALUED)
        const session = workspace.review.session.get()
        session?.beginDraft(null, 'claim')
        return html`<rubric-draft-editor
          .workspace=${workspace}
          .session=${session}
        ></rubric-draft-editor>`
      },
    },
  ]),

  storiesOf('rubric-disagreement-list', { width: 328, height: 320 }, [
    {
      name: 'typical',
      shows: 'What is open, of what kind',
      render: async () =>
        html`<rubric-disagreement-list
          .workspace=${await openReview()}
        ></rubric-disagreement-list>`,
    },
    {
      name: 'decided',
      shows: 'What became of some',
      render: async () =>
        html`<rubric-disagreement-list .workspace=${await decided()}></rubric-disagreement-list>`,
    },
    {
      name: 'values',
      shows: 'Which values differ, and how',
      render: async () =>
        html`<rubric-disagreement-list
          .workspace=${await openReview(VALUED)}
        ></rubric-disagreement-list>`,
    },
    {
      name: 'agreed',
      shows: 'Nothing is disputed',
      render: async () =>
        html`<rubric-disagreement-list
          .workspace=${await openReview({ sets: { Ana: MARKS, Bilal: MARKS } })}
        ></rubric-disagreement-list>`,
    },
  ]),

  storiesOf('rubric-disagreement-table', { width: 820, height: 600 }, [
    {
      name: 'typical',
      shows: 'Every disagreement with what each made of it',
      render: async () =>
        html`<rubric-disagreement-table
          .workspace=${await openReview()}
        ></rubric-disagreement-table>`,
    },
    {
      name: 'values',
      shows: 'What each made of it, values and all',
      render: async () =>
        html`<rubric-disagreement-table
          .workspace=${await openReview(VALUED)}
        ></rubric-disagreement-table>`,
    },
  ]),
]
