import { html, type TemplateResult } from 'lit'
import { DEFAULT_LABEL_SET } from '../../../src/core/annotation/label-set.ts'
import { READING_BOUNDS } from '../../../src/renderer/state/reading.ts'
import '../../../src/renderer/label-bar/label-bar.ts'
import { click } from '../gestures.ts'
import { MANY_LABELS } from '../samples.ts'
import { MARKS, openScene, openWithSelection, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

async function labelBar(scene: Scene = {}): Promise<TemplateResult> {
  const workspace = await openScene({ marks: MARKS, ...scene })
  return html`<rubric-label-bar class="top" .workspace=${workspace}></rubric-label-bar>`
}

async function panel(reading: Scene['reading'] = {}): Promise<TemplateResult> {
  const workspace = await openScene({ reading })
  return html`<rubric-reading-panel
    role="dialog"
    aria-label="Reading settings"
    .reading=${workspace.reading}
  ></rubric-reading-panel>`
}

const { size, lineHeight, width } = READING_BOUNDS

export const labelBarStories = [
  storiesOf('rubric-label-bar', { width: 780 }, [
    { name: 'typical', shows: 'How many spans each label has', render: () => labelBar() },
    {
      name: 'selected span',
      shows: 'The label of the selected span is raised',
      render: async () => {
        const workspace = await openWithSelection('the BBC')
        return html`<rubric-label-bar .workspace=${workspace}></rubric-label-bar>`
      },
    },
    {
      name: 'chosen',
      shows: 'A label that marks every selection from now on',
      render: async () => {
        const workspace = await openScene({ marks: MARKS })
        workspace.activeLabel.set('date')
        return html`<rubric-label-bar .workspace=${workspace}></rubric-label-bar>`
      },
    },
    {
      name: 'read-only',
      shows: 'Another window is writing: nothing can be marked',
      render: () => labelBar({ state: { writable: false } }),
    },
    {
      name: 'empty',
      shows: 'No project is open',
      render: () => labelBar({ article: null, project: null }),
    },
    {
      name: 'long',
      shows: 'Ten labels, one of them without a key: what does not fit is scrolled to',
      scrollsSideways: true,
      render: () => labelBar({ project: { labels: [...MANY_LABELS] } }),
    },
    {
      name: 'right to left',
      shows: 'Labels with Arabic names',
      render: () =>
        labelBar({
          marks: [],
          project: {
            labels: DEFAULT_LABEL_SET.map((label, index) => ({
              ...label,
              name: ['ادعاء', 'جهة فاعلة', 'تاريخ', 'عدد الضحايا'][index] ?? '',
              letter: ['ا', 'ج', 'ت', 'ع'][index] ?? '',
            })),
          },
        }),
    },
    {
      name: 'narrow',
      shows: 'Without numbers; what does not fit fades out and is scrolled to',
      frame: { width: 380 },
      scrollsSideways: true,
      render: () => labelBar(),
    },
    {
      name: 'reading settings',
      shows: 'The panel is open beneath its button',
      frame: { width: 560, height: 620 },
      render: () => labelBar(),
      act: (element) => click(element, '.reading'),
    },
  ]),

  storiesOf('rubric-reading-panel', { width: 328, padded: true }, [
    { name: 'typical', shows: 'The settings of a first start', render: () => panel() },
    {
      name: 'least',
      shows: 'Nothing can become less',
      render: () =>
        panel({ size: size.min, lineHeight: lineHeight.min, width: width.min, font: 'sans' }),
    },
    {
      name: 'most',
      shows: 'Nothing can become more, and everything is on',
      render: () =>
        panel({
          size: size.max,
          lineHeight: lineHeight.max,
          width: width.max,
          font: 'mono',
          chips: true,
          focus: true,
        }),
    },
    {
      name: 'right to left',
      shows: 'In a document that is read from the right, the sliders fill from there',
      render: async () => html`<div dir="rtl">${await panel()}</div>`,
    },
    {
      name: 'narrow',
      shows: 'A window that is narrower than the panel would be',
      frame: { width: 240, padded: true },
      render: () => panel(),
    },
  ]),
]
