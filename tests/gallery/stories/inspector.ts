import { html, type TemplateResult } from 'lit'
import type { Attribute } from '../../../src/core/annotation/attribute.ts'
import { DEFAULT_LABEL_SET, type Label } from '../../../src/core/annotation/label-set.ts'
import '../../../src/renderer/inspector/inspector.ts'
import { click, fill, part } from '../gestures.ts'
import {
  ARABIC,
  ENGLISH,
  LONG_PATH,
  LONG_TITLE,
  LONG_WORD,
  type ArticleSample,
} from '../samples.ts'
import {
  MARKS,
  openScene,
  openWithSelection,
  selectQuote,
  type Mark,
  type Scene,
} from '../scene.ts'
import { storiesOf } from '../story.ts'
import { ARABIC_ATTRIBUTES, EVERY_TYPE, LONG_ATTRIBUTES, LONG_VALUES } from './attributes.ts'

const LONG_NOTE = `The figure differs from one agency to the next. ${LONG_WORD} says 33, as the BBC \
did at first; Reuters has 34 since the morning. Ask the desk which of them the project follows.`

const FIGURE = 'at least 34\u00A0Turkish soldiers'

const ARABIC_MARKS: readonly Mark[] = [
  ['date', '28 شباط 2020'],
  ['casualty figure', '11 مدنيا على الأقل', 'راجع رقم Reuters.', { العدد: 11, النتيجة: 'قتلى' }],
  ['actor', 'متحدث باسم فرق الإنقاذ'],
  ['claim', 'أن عدد الضحايا قد يرتفع لأن عائلات ما زالت تحت الأنقاض'],
]
const ARABIC_SCENE: Scene = {
  article: ARABIC,
  marks: ARABIC_MARKS,
  project: {
    labels: withAttributes(ARABIC_ATTRIBUTES.slice(0, 2)),
  },
}

/** Nothing is known about it but its text. */
const BARE: ArticleSample = {
  text: ENGLISH.text,
  meta: { ...ENGLISH.meta, outlet: null, published: null, source: null },
  encoding: null,
  detectedLanguage: null,
}

const LONG: ArticleSample = {
  text: `${LONG_TITLE}\n\n${LONG_WORD}.\n\n${ENGLISH.text}`,
  meta: {
    ...ENGLISH.meta,
    title: LONG_TITLE,
    outlet: `${LONG_WORD} and the other papers of its house`,
    source: LONG_PATH,
  },
  encoding: 'UTF-8 with BOM',
  detectedLanguage: 'zh-Hant',
}
const LONG_SCENE: Scene = {
  article: LONG,
  marks: [
    ['claim', LONG.text.slice(0, LONG.text.indexOf('Below it')), LONG_NOTE],
    ['actor', LONG_WORD],
    ['casualty figure', FIGURE, LONG_NOTE, LONG_VALUES],
  ],
  project: { labels: withAttributes(LONG_ATTRIBUTES) },
}

/** Every word is marked, as nobody does. */
const MANY_MARKS: readonly Mark[] = [...new Set(ENGLISH.text.match(/\p{L}{5,}/gu))].map(
  (word, index) => [(['claim', 'actor', 'date'] as const)[index % 3] ?? 'claim', word],
)

/** The labels of a new project, with these attributes of a casualty figure. */
function withAttributes(attributes: readonly Attribute[]): Label[] {
  return DEFAULT_LABEL_SET.map((label) =>
    label.name === 'casualty figure' ? { ...label, attributes } : label,
  )
}

async function inspector(scene: Scene): Promise<TemplateResult> {
  const workspace = await openScene({ marks: MARKS, ...scene })
  return html`<rubric-inspector .workspace=${workspace}></rubric-inspector>`
}

async function inspectorOn(quote: string, scene: Scene = {}): Promise<TemplateResult> {
  const workspace = await openWithSelection(quote, scene)
  return html`<rubric-inspector .workspace=${workspace}></rubric-inspector>`
}

async function card(quote: string, scene: Scene = {}): Promise<TemplateResult> {
  const workspace = await openWithSelection(quote, scene)
  return html`<rubric-span-card .workspace=${workspace}></rubric-span-card>`
}

async function list(scene: Scene, quote?: string): Promise<TemplateResult> {
  const workspace = await openScene({ marks: MARKS, ...scene })
  if (quote !== undefined) selectQuote(workspace, quote)
  return html`<rubric-span-list .workspace=${workspace}></rubric-span-list>`
}

async function form(scene: Scene): Promise<TemplateResult> {
  const workspace = await openScene(scene)
  return html`<rubric-metadata-form .workspace=${workspace}></rubric-metadata-form>`
}

export const inspectorStories = [
  storiesOf('rubric-inspector', { width: 328, height: 640 }, [
    {
      name: 'typical',
      shows: 'A span is selected; the article is folded away',
      render: () => inspectorOn(FIGURE),
    },
    {
      name: 'nothing selected',
      shows: 'The list has the room of the card',
      render: () => inspector({}),
    },
    { name: 'empty', shows: 'Nothing is marked yet', render: () => inspector({ marks: [] }) },
    {
      name: 'article',
      shows: 'What is known about the article is unfolded',
      render: () => inspectorOn(FIGURE),
      act: (element) => click(element, '#article'),
    },
    {
      name: 'read-only',
      shows: 'Another window is writing: nothing can be changed',
      render: () => inspectorOn(FIGURE, { state: { writable: false } }),
      act: (element) => click(element, '#article'),
    },
    {
      name: 'long',
      shows: 'A long quote and note in a low window: all of it scrolls',
      render: () => inspectorOn('After', LONG_SCENE),
      frame: { width: 328, height: 480 },
      act: (element) => click(element, '#article'),
    },
    {
      name: 'right to left',
      shows: 'An Arabic article',
      render: () => inspectorOn('11 مدنيا', ARABIC_SCENE),
      act: (element) => click(element, '#article'),
    },
    {
      name: 'narrow',
      shows: 'As wide as a narrow window leaves it',
      frame: { width: 220, height: 640 },
      render: () => inspectorOn(FIGURE),
      act: (element) => click(element, '#article'),
    },
  ]),

  storiesOf('rubric-span-card', { width: 328 }, [
    { name: 'typical', shows: 'A span with values and a note', render: () => card(FIGURE) },
    {
      name: 'bare',
      shows: 'A label without attributes, and no note',
      render: () => card('Syrian government'),
    },
    {
      name: 'empty',
      shows: 'Nothing is said of it yet',
      render: () =>
        card(FIGURE, {
          marks: [['casualty figure', FIGURE]],
          project: { labels: withAttributes(EVERY_TYPE) },
        }),
    },
    {
      name: 'unusable',
      shows: 'A number that is none stays, with what is wrong with it',
      render: () => card(FIGURE),
      act: (element) =>
        fill(
          part(
            element,
            'rubric-attribute-fields',
          ) as HTMLElementTagNameMap['rubric-attribute-fields'],
          'input',
          'several dozen',
        ),
    },
    {
      name: 'relabelled',
      shows: 'Values that are no attributes of its label stay, and can be removed',
      render: () =>
        card(FIGURE, { marks: [['claim', FIGURE, null, { count: 34, outcome: 'killed' }]] }),
    },
    {
      name: 'long values',
      shows: 'Long names, values and choices',
      render: () => card(FIGURE, LONG_SCENE),
    },
    {
      name: 'long',
      shows: 'The quote is cut after six lines, the note grows',
      render: () => card('After', LONG_SCENE),
    },
    {
      name: 'long word',
      shows: 'A quote without a place to break it',
      render: () => card(LONG_WORD, LONG_SCENE),
    },
    {
      name: 'read-only',
      shows: 'Another window is writing',
      render: () => card(FIGURE, { state: { writable: false } }),
    },
    {
      name: 'right to left',
      shows: 'The quote starts at the right; so does an Arabic note',
      render: () => card('11 مدنيا', ARABIC_SCENE),
    },
    {
      name: 'narrow',
      shows: 'As wide as a narrow window leaves it',
      frame: { width: 220 },
      render: () => card(FIGURE),
    },
  ]),

  storiesOf('rubric-span-list', { width: 328, height: 280 }, [
    { name: 'typical', shows: 'Spans in the order of the text', render: () => list({}) },
    { name: 'selected', shows: 'One of them is selected', render: () => list({}, FIGURE) },
    { name: 'empty', shows: 'How to begin', render: () => list({ marks: [] }) },
    {
      name: 'long',
      shows: 'Quotes of several paragraphs in one line',
      render: () => list(LONG_SCENE, 'After'),
    },
    {
      name: 'many',
      shows: 'More than there is room for: the selected one is in sight',
      render: () => list({ marks: MANY_MARKS }, 'RELATED'),
    },
    {
      name: 'right to left',
      shows: 'Arabic quotes start at the right',
      render: () => list(ARABIC_SCENE, '11 مدنيا'),
    },
    {
      name: 'values',
      shows: 'What is said of a span stands at the end of its row, and is cut where it is long',
      render: () =>
        list(
          {
            marks: [
              ...MARKS.slice(0, 5),
              ['claim', 'humanitarian', null, { certainty: 'high', quoted: false }],
              ['actor', 'Erdogan', 'See above.', { country: LONG_WORD, seat: 'Ankara' }],
            ],
          },
          FIGURE,
        ),
    },
    {
      name: 'unknown label',
      shows: 'A label that the project does not have',
      render: () => list({ marks: [['weapon', 'drones'], ...MARKS] }),
    },
  ]),

  storiesOf('rubric-metadata-form', { width: 360, padded: true }, [
    { name: 'typical', shows: 'An article as it was imported', render: () => form({}) },
    { name: 'empty', shows: 'Nothing but a title is known', render: () => form({ article: BARE }) },
    {
      name: 'long',
      shows: 'A title and a path of several lines',
      render: () => form({ article: LONG }),
    },
    {
      name: 'error',
      shows: 'A date that is none stays, with what is wrong with it',
      render: () => form({}),
      act: (element) => fill(element, '#published', 'late on Thursday'),
    },
    {
      name: 'read-only',
      shows: 'Another window is writing',
      render: () => form({ state: { writable: false } }),
    },
    {
      name: 'right to left',
      shows: 'An Arabic article: its words start at the right of their fields',
      render: () => form({ article: ARABIC }),
    },
  ]),
]
