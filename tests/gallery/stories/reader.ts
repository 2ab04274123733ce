import { html, type TemplateResult } from 'lit'
import type { Workspace } from '../../../src/renderer/state/workspace.ts'
import '../../../src/renderer/find/find-bar.ts'
import '../../../src/renderer/reader/reader.ts'
import { fill, settled, until } from '../gestures.ts'
import { ARABIC, ENGLISH, LONG_WORD, type ArticleSample } from '../samples.ts'
import {
  articleOf,
  MARKS,
  openScene,
  openWithSelection,
  spanAt,
  type Mark,
  type Scene,
} from '../scene.ts'
import { storiesOf } from '../story.ts'

/** More spans over one word than the text has lines for. */
const CROWDED: Scene = {
  spans: Array.from({ length: 9 }, (_, index) => {
    const start = ENGLISH.text.indexOf('Ambulances')
    const label = ['claim', 'actor', 'date', 'casualty figure'][index % 4] ?? 'claim'
    return spanAt(start, start + 10 + 9 * index, { id: `span-${index}`, label })
  }),
}

const ARABIC_SCENE: Scene = {
  article: ARABIC,
  marks: [
    ['date', '28 شباط 2020'],
    ['casualty figure', '11 مدنيا على الأقل'],
    ['claim', 'أن عدد الضحايا قد يرتفع لأن عائلات ما زالت تحت الأنقاض'],
  ],
}

const UNBROKEN: ArticleSample = {
  ...ENGLISH,
  text: `${LONG_WORD}\n\n${LONG_WORD.repeat(8)}\n\n${ENGLISH.text}`,
  meta: { ...ENGLISH.meta, title: LONG_WORD, outlet: LONG_WORD },
}

/** Ten thousand paragraphs with a mark in every tenth. */
const HUGE: ArticleSample = {
  ...ENGLISH,
  text: Array.from({ length: 10_000 }, (_, index) => `Paragraph ${index} of the report.`).join(
    '\n',
  ),
}
const HUGE_MARKS: readonly Mark[] = Array.from({ length: 1000 }, (_, index) => [
  ['claim', 'actor', 'date'][index % 3] ?? 'claim',
  `Paragraph ${index * 7 + 1000} of`,
])

function readerOf(workspace: Workspace): TemplateResult {
  return html`<rubric-reader .workspace=${workspace}></rubric-reader>`
}

async function reader(scene: Scene): Promise<TemplateResult> {
  return readerOf(await openScene({ marks: MARKS, ...scene }))
}

/** A reader in which something is sought. */
async function seeking(query: string, scene: Scene = {}): Promise<Workspace> {
  const workspace = await openScene({ marks: MARKS, ...scene })
  workspace.find.open(query)
  return workspace
}

async function findBar(query: string, scene: Scene = {}): Promise<TemplateResult> {
  return html`<rubric-find-bar .workspace=${await seeking(query, scene)}></rubric-find-bar>`
}

export const readerStories = [
  storiesOf('rubric-reader', { width: 760, height: 680 }, [
    { name: 'typical', shows: 'Spans that overlap, nest and meet', render: () => reader({}) },
    {
      name: 'selected',
      shows: 'The selected span has a ring, and edges to pull at',
      render: async () => readerOf(await openWithSelection('at least 34\u00A0Turkish soldiers')),
    },
    {
      name: 'cursor',
      shows: 'Words are selected, not marked yet',
      render: async () => {
        const workspace = await openScene({ marks: MARKS })
        const start = ENGLISH.text.indexOf('Ambulances')
        articleOf(workspace).select({ start, end: start + 24 })
        return readerOf(workspace)
      },
    },
    {
      name: 'draft',
      shows: 'What a span will hold when the mouse lets go of its end',
      render: async () => {
        const workspace = await openWithSelection('at least 34\u00A0Turkish soldiers')
        const { start, end } = articleOf(workspace).selectedSpan.get() ?? { start: 0, end: 0 }
        articleOf(workspace).draft.set({ start, end: end + 11 })
        return readerOf(workspace)
      },
    },
    {
      name: 'hits',
      shows: 'What was found, and the current hit',
      render: async () => readerOf(await seeking('Turk')),
    },
    { name: 'crowded', shows: 'More spans than lines', render: () => reader(CROWDED) },
    {
      name: 'letters and focus',
      shows: 'Sans serif, the letters of labels, all but one paragraph dimmed',
      render: async () => {
        const reading = { font: 'sans', chips: true, focus: true } as const
        const workspace = await openScene({ marks: MARKS, reading })
        const start = ENGLISH.text.indexOf('By then')
        articleOf(workspace).select({ start, end: start + 7 })
        return readerOf(workspace)
      },
    },
    {
      name: 'large',
      shows: 'The largest text on the narrowest column',
      render: () => reader({ reading: { font: 'mono', size: 40, width: 360, lineHeight: 1.2 } }),
    },
    {
      name: 'empty',
      shows: 'A project without articles',
      render: () => reader({ article: null }),
    },
    {
      name: 'no project',
      shows: 'Nothing is open',
      render: () => reader({ article: null, project: null }),
    },
    {
      name: 'long',
      shows: 'Words without a place to break them, in the title too',
      render: () => reader({ article: UNBROKEN, marks: [['claim', LONG_WORD]] }),
    },
    { name: 'right to left', shows: 'An Arabic article', render: () => reader(ARABIC_SCENE) },
    {
      name: 'narrow',
      shows: 'What a narrow window leaves',
      frame: { width: 316, height: 680 },
      render: () => reader({}),
    },
  ]),

  storiesOf('rubric-overview-ruler', { width: 480, height: 320 }, [
    { name: 'typical', shows: 'A tick where each span lies', render: () => reader({}) },
    { name: 'empty', shows: 'Nothing is marked', render: () => reader({ marks: [] }) },
    {
      name: 'hits',
      shows: 'Hits go across the whole ruler',
      render: async () => readerOf(await seeking('Turk')),
    },
    {
      name: 'long',
      shows: 'A thousand spans in ten thousand paragraphs',
      render: () => reader({ article: HUGE, marks: HUGE_MARKS }),
    },
  ]),

  storiesOf('rubric-find-bar', { width: 640, height: 96 }, [
    { name: 'typical', shows: 'The first of several hits', render: () => findBar('Turk') },
    {
      name: 'empty',
      shows: 'Nothing is sought yet',
      render: () => findBar(''),
    },
    { name: 'nothing found', shows: 'Nothing to step to', render: () => findBar('zeppelin') },
    {
      name: 'error',
      shows: 'An expression that is not finished',
      render: async () => {
        const workspace = await seeking('')
        workspace.find.compare({ isExpression: true })
        return html`<rubric-find-bar .workspace=${workspace}></rubric-find-bar>`
      },
      act: async (element) => {
        await fill(element, 'input', '(Turk|Syria')
        await until(() => element.workspace.find.problem.get() !== null)
        await settled()
      },
    },
    {
      name: 'long',
      shows: 'Many hits of a long query, with every switch down',
      render: async () => {
        const workspace = await seeking('of the report', { article: HUGE, marks: [] })
        workspace.find.compare({ matchCase: true, wholeWord: true, ignoreDiacritics: false })
        return html`<rubric-find-bar .workspace=${workspace}></rubric-find-bar>`
      },
    },
    {
      name: 'right to left',
      shows: 'An Arabic query',
      render: () => findBar('متحدث', ARABIC_SCENE),
    },
    {
      name: 'narrow',
      shows: 'What a narrow window leaves',
      frame: { width: 316, height: 128 },
      render: () => findBar('Turk'),
    },
  ]),
]
