import { html, type TemplateResult } from 'lit'
import type { PhrasePlace } from '../../../src/contract/review-models.ts'
import type { Attributes } from '../../../src/core/annotation/attribute.ts'
import { ok } from '../../../src/core/result.ts'
import '../../../src/renderer/review/phrase-panel.ts'
import { LONG_TITLE, LONG_WORD } from '../samples.ts'
import { openScene, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

const PEOPLE = [
  { id: 'ana', name: 'Ana' },
  { id: 'bilal', name: 'Bilal' },
]

/** @param marks - An annotator, a label, how far the mark goes beyond the phrase on its left, and its values. */
function place(
  index: number,
  title: string,
  around: readonly [before: string, phrase: string, after: string],
  marks: readonly (readonly [
    annotator: string,
    label: string,
    wider?: number,
    attributes?: Attributes,
  ])[] = [],
  decided: PhrasePlace['decided'] = null,
): PhrasePlace {
  const [before, phrase, after] = around
  const start = 1000 * (index + 1)
  const end = start + phrase.length
  return {
    article: `article-${title.length}`,
    title,
    start,
    end,
    before,
    phrase,
    after,
    marks: marks.map(([annotator, label, wider = 0, attributes = {}]) => ({
      annotator,
      label,
      start: start - wider,
      end,
      attributes,
    })),
    decided,
  }
}

const EVERYDAY = [
  place(
    0,
    'Night strike in Idlib',
    ['were wounded, according to ', 'the BBC', ', and many more'],
    [
      ['ana', 'actor'],
      ['bilal', 'actor'],
    ],
  ),
  place(
    1,
    'Night strike in Idlib',
    ['Several reporters of ', 'the BBC', ' were in Saraqeb'],
    [['ana', 'actor', 21]],
  ),
  place(
    2,
    'Delegation leaves Ankara',
    ['told Reuters and ', 'the BBC', ' on Monday.'],
    [['bilal', 'claim']],
    [{ label: 'actor', attributes: {} }],
  ),
  place(3, 'Two presidents talk', ['“Nobody asked us,” he told ', 'the BBC', '.']),
  place(4, 'Two presidents talk', ['', 'The BBC', ' reported it first.'], [], []),
]

const VALUED = [
  place(
    0,
    'Night strike in Idlib',
    ['the figure of ', '34 soldiers', ' was given by the governor'],
    [
      ['ana', 'casualty figure', 0, { count: 34, outcome: 'wounded' }],
      ['bilal', 'casualty figure', 0, { count: 34, outcome: 'killed' }],
    ],
  ),
  place(
    1,
    'Delegation leaves Ankara',
    ['Its army lost ', '34 soldiers', ' in February.'],
    [['ana', 'casualty figure', 0, { count: 34, who: LONG_WORD }]],
    [{ label: 'casualty figure', attributes: { count: 34, outcome: 'killed' } }],
  ),
]

const ARABIC = [
  place(
    0,
    'قصف ليلي على ريف إدلب',
    ['وقتل في ريف ', 'إدلب', ' الجنوبي 11 مدنيا على الأقل'],
    [['ana', 'actor']],
  ),
]

const LONG = [
  place(
    0,
    LONG_TITLE,
    [`${LONG_WORD} and `, LONG_WORD, ` or ${LONG_WORD}`],
    [
      ['ana', 'claim', 40],
      ['bilal', 'claim', 80],
    ],
  ),
]

async function panel(
  phrase: string,
  places: readonly PhrasePlace[],
  scene: Scene = {},
): Promise<TemplateResult> {
  const workspace = await openScene({
    ...scene,
    project: { annotators: PEOPLE },
    answers: { 'review.phrase': () => ok({ places: places as never, hidden: 0, next: null }) },
  })
  await workspace.phrases.open(phrase)
  return html`<rubric-phrase-panel .workspace=${workspace}></rubric-phrase-panel>`
}

export const phraseStories = [
  storiesOf('rubric-phrase-panel', { width: 840, height: 480 }, [
    {
      name: 'typical',
      shows: 'Places in several articles, two of them decided',
      render: () => panel('the BBC', EVERYDAY),
    },
    { name: 'empty', shows: 'How to begin', render: () => panel('', []) },
    { name: 'nothing found', shows: 'No article has it', render: () => panel('the ABC', []) },
    {
      name: 'values',
      shows: 'What was given beside the marks, and what was decided',
      render: () => panel('34 soldiers', VALUED),
    },
    {
      name: 'long',
      shows: 'Words that break nowhere, and a long title',
      render: () => panel(LONG_WORD, LONG),
    },
    {
      name: 'right to left',
      shows: 'What comes before stands at the right',
      render: () => panel('إدلب', ARABIC),
    },
    {
      name: 'read-only',
      shows: 'Another window is writing',
      render: () => panel('the BBC', EVERYDAY, { state: { writable: false } }),
    },
    {
      name: 'narrow',
      shows: 'As wide as a narrow window leaves it',
      frame: { width: 320, height: 520 },
      render: () => panel('the BBC', EVERYDAY),
    },
  ]),
]
