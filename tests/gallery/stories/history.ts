import { html, type TemplateResult } from 'lit'
import { emptySet } from '../../../src/core/annotation/annotation-set.ts'
import type { Edit } from '../../../src/core/annotation/edit.ts'
import {
  applyChange,
  newDocument,
  type AnnotationDocument,
  type Change,
} from '../../../src/core/annotation/history.ts'
import { DEFAULT_LABEL_SET } from '../../../src/core/annotation/label-set.ts'
import '../../../src/renderer/history/history-panel.ts'
import '../../../src/renderer/label-bar/past-bar.ts'
import { press } from '../gestures.ts'
import { ARABIC, ARABIC_NAME, ENGLISH, LONG_WORD, type ArticleSample } from '../samples.ts'
import { ANNOTATOR, ARTICLE, MARKS, openScene, spansOn, type Mark, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

const LABELS = new Set(DEFAULT_LABEL_SET.map(({ name }) => name))
const DAY = 86_400_000
const LAYLA = { id: 'layla', name: ARABIC_NAME }

type Step = Edit | 'undo' | 'redo'

/** A set after steps, the last of which were made today, those before on days before. */
function after(
  steps: readonly Step[],
  { text }: ArticleSample = ENGLISH,
  byOf: (index: number) => string = () => ANNOTATOR.id,
): AnnotationDocument {
  const first = new Date().setHours(8, 0, 0, 0)
  let document = newDocument(emptySet(ARTICLE, ANNOTATOR.id))
  for (const [index, step] of steps.entries()) {
    const left = steps.length - index
    const daysAgo = left <= 5 ? 0 : left <= 8 ? 1 : 11
    const at = new Date(first - daysAgo * DAY + index * 97_000).toISOString()
    const change: Change =
      typeof step === 'string' ? { type: step, at } : { type: 'do', edit: step, at }
    const context = { text, labels: LABELS, annotator: byOf(index) }
    const applied = applyChange(document, change, context)
    if (!applied.ok) throw new Error(applied.error.message)
    document = applied.value
  }
  return document
}

function adding(marks: readonly Mark[], { text }: ArticleSample = ENGLISH): readonly Edit[] {
  return spansOn(text, marks).map((span) => ({ type: 'add', span }))
}

const STEPS: readonly Step[] = [
  ...adding(MARKS),
  { type: 'relabel', id: 'span-4', label: 'claim' },
  'undo',
  { type: 'note', id: 'span-5', note: 'As the article spells him.' },
  {
    type: 'group',
    edits: [
      { type: 'remove', id: 'span-0' },
      { type: 'remove', id: 'span-6' },
    ],
  },
  { type: 'status', status: 'done' },
]

const LONG_SAMPLE: ArticleSample = { ...ENGLISH, text: `${LONG_WORD}\n\n${ENGLISH.text}` }
const LONG_STEPS: readonly Step[] = [
  ...adding([['claim', LONG_SAMPLE.text.slice(0, 700), LONG_WORD]], LONG_SAMPLE),
  { type: 'note', id: 'span-0', note: `${LONG_WORD}, says the desk. `.repeat(20) },
  { type: 'move', id: 'span-0', start: 0, end: LONG_SAMPLE.text.length },
]

/** As many as are kept. */
const MANY_STEPS: readonly Step[] = [
  ...adding(MARKS),
  ...Array.from({ length: 5000 }, (_, index): Step => (index % 2 === 0 ? 'undo' : 'redo')),
]

const ARABIC_STEPS = adding(
  [
    ['date', '28 شباط 2020'],
    ['casualty figure', '11 مدنيا على الأقل'],
    ['claim', 'أن عدد الضحايا قد يرتفع لأن عائلات ما زالت تحت الأنقاض'],
  ],
  ARABIC,
)

async function panel(scene: Scene, moment?: number): Promise<TemplateResult> {
  const workspace = await openScene(scene)
  workspace.history.open()
  if (moment !== undefined) workspace.history.look(moment)
  return html`<rubric-history-panel .workspace=${workspace}></rubric-history-panel>`
}

async function list(scene: Scene, moment?: number): Promise<TemplateResult> {
  const workspace = await openScene(scene)
  workspace.history.open()
  if (moment !== undefined) workspace.history.look(moment)
  return html`<rubric-history-list .workspace=${workspace}></rubric-history-list>`
}

async function bar(scene: Scene = {}): Promise<TemplateResult> {
  const workspace = await openScene({ document: after(STEPS), ...scene })
  workspace.history.open()
  workspace.history.look(9)
  return html`<rubric-past-bar .workspace=${workspace}></rubric-past-bar>`
}

export const historyStories = [
  storiesOf('rubric-history-panel', { width: 328, height: 640 }, [
    {
      name: 'typical',
      shows: 'Three days of work; the marks are as they are now',
      render: () => panel({ document: after(STEPS) }),
    },
    {
      name: 'past',
      shows: 'An earlier moment is looked at: what came later steps back',
      render: () => panel({ document: after(STEPS) }, 9),
    },
    { name: 'empty', shows: 'Nothing was changed yet', render: () => panel({ marks: [] }) },
    {
      name: 'error',
      shows: 'A history that contradicts the set',
      render: () => {
        const document = after(STEPS)
        return panel({ document: { ...document, set: { ...document.set, spans: [] } } })
      },
    },
    {
      name: 'narrow',
      shows: 'As wide as a narrow window leaves it',
      frame: { width: 220, height: 640 },
      render: () => panel({ document: after(STEPS) }, 9),
    },
  ]),

  storiesOf('rubric-history-list', { width: 328, height: 420 }, [
    {
      name: 'typical',
      shows: 'Marked, relabelled, undone, noted, several at once, and done',
      render: () => list({ document: after(STEPS) }),
    },
    {
      name: 'beginning',
      shows: 'End goes to the beginning',
      render: () => list({ document: after(STEPS) }),
      act: (element) => press(element, '.list', { key: 'End' }),
    },
    {
      name: 'several people',
      shows: 'Who made each change, where it was not one person alone',
      render: () =>
        list({
          document: after(STEPS, ENGLISH, (index) => (index % 3 === 0 ? LAYLA : ANNOTATOR).id),
          project: { annotators: [ANNOTATOR, LAYLA] },
        }),
    },
    {
      name: 'long',
      shows: 'Quotes and notes of several paragraphs in one line',
      render: () => list({ article: LONG_SAMPLE, document: after(LONG_STEPS, LONG_SAMPLE) }),
    },
    {
      name: 'many',
      shows: 'As many changes as are kept; older ones are not',
      render: () => list({ document: after(MANY_STEPS) }, 2500),
    },
    {
      name: 'right to left',
      shows: 'Arabic quotes start at the right',
      render: () => list({ article: ARABIC, document: after(ARABIC_STEPS, ARABIC) }),
    },
  ]),

  storiesOf('rubric-past-bar', { width: 780, height: 51 }, [
    { name: 'typical', shows: 'Marks of yesterday', render: () => bar() },
    {
      name: 'read-only',
      shows: 'Another window is writing: the past can only be looked at',
      render: () => bar({ state: { writable: false } }),
    },
    {
      name: 'narrow',
      shows: 'As wide as a narrow window leaves it',
      frame: { width: 460, height: 51 },
      render: () => bar(),
    },
  ]),
]
