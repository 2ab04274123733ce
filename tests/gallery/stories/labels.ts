import { html, type TemplateResult } from 'lit'
import type { LabelOverview, LabelPreview } from '../../../src/contract/models.ts'
import {
  DEFAULT_LABEL_SET,
  type Label,
  type LabelSet,
} from '../../../src/core/annotation/label-set.ts'
import { ok } from '../../../src/core/result.ts'
import '../../../src/renderer/dialogs/label-editor.ts'
import '../../../src/renderer/dialogs/labels-dialog.ts'
import { click, fill, part, settled } from '../gestures.ts'
import { ARABIC_NAME, LONG_PATH, MANY_LABELS } from '../samples.ts'
import { openScene, refused, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

type Dialog = HTMLElementTagNameMap['rubric-labels-dialog']
type LabelEditor = HTMLElementTagNameMap['rubric-label-editor']
type AttributeList = HTMLElementTagNameMap['rubric-attribute-list']

const COUNTS = [412, 1204, 38, 97]
const PREVIEW: LabelPreview = { spans: 1204, sets: 310, annotators: 3, inTheWay: [] }

function overview(labels: LabelSet, latest: LabelOverview['latest'] = null): LabelOverview {
  return {
    labels: labels.map(({ name }, index) => ({
      name,
      spans: COUNTS[index % COUNTS.length] ?? 0,
      sets: 310,
    })),
    latest,
  }
}

async function dialog(
  { answers, ...scene }: Scene = {},
  latest: LabelOverview['latest'] = null,
): Promise<TemplateResult> {
  const labels = scene.project?.labels ?? DEFAULT_LABEL_SET
  const workspace = await openScene({
    ...scene,
    answers: {
      'labels.list': () => ok(overview(labels, latest)),
      'labels.preview': () => ok(PREVIEW),
      'labels.edit': () => ok(null),
      ...answers,
    },
  })
  return html`<rubric-labels-dialog .workspace=${workspace}></rubric-labels-dialog>`
}

async function open(element: Dialog): Promise<void> {
  await settled()
  await click(element, 'li:nth-child(2) .row')
}

async function propose(element: Dialog): Promise<void> {
  await open(element)
  const opened = part(element, 'rubric-label-editor') as LabelEditor
  await click(opened, '.wishes > button:last-child')
}

function editor(label: LabelSet[number], labels: LabelSet, isDisabled = false): TemplateResult {
  return html`<rubric-label-editor
    .label=${label}
    .labels=${labels}
    ?disabled=${isDisabled}
  ></rubric-label-editor>`
}

const [claim, actor, , figure] = DEFAULT_LABEL_SET as readonly [Label, Label, Label, Label]

export const labelStories = [
  storiesOf('rubric-labels-dialog', { width: 760, height: 520 }, [
    { name: 'typical', shows: 'The labels and how much they mark', render: () => dialog() },
    {
      name: 'open',
      shows: 'One label with all that it has',
      frame: { width: 760, height: 720 },
      render: () => dialog(),
      act: open,
    },
    {
      name: 'attributes',
      shows: 'One attribute of a label with all that it has',
      frame: { width: 760, height: 900 },
      render: () => dialog(),
      act: async (element) => {
        await settled()
        await click(element, 'li:nth-child(4) .row')
        const opened = part(element, 'rubric-label-editor') as LabelEditor
        const list = part(opened, 'rubric-attribute-list') as AttributeList
        await click(list, 'li:nth-child(2) .row')
        list.scrollIntoView({ block: 'center' })
      },
    },
    {
      name: 'latest',
      shows: 'What was changed last can be taken back',
      render: () =>
        dialog(
          {},
          {
            id: 'x',
            at: new Date(new Date().setHours(9, 14, 0, 0)).toISOString(),
            change: { type: 'merge', label: 'speaker', into: 'actor' },
          },
        ),
    },
    {
      name: 'confirming',
      shows: 'What will happen, before it does',
      render: () => dialog(),
      act: propose,
    },
    {
      name: 'in the way',
      shows: 'A set that cannot be used, and somebody else who writes',
      render: () =>
        dialog({
          answers: {
            'labels.preview': () =>
              ok({
                ...PREVIEW,
                inTheWay: [
                  `annotations/layla/41/${LONG_PATH.split('/').at(-1)}41.json cannot be used`,
                  'The marks of layla are written in another Rubricator: layla on desk-3 (process 4711), since 2026-11-22 14:02 UTC',
                ],
              }),
          },
        }),
      act: propose,
    },
    {
      name: 'running',
      shows: 'How far it is, and a way out',
      render: () => dialog({ answers: { 'labels.change': () => new Promise(() => {}) } }),
      act: async (element) => {
        await propose(element)
        await click(element, '.primary')
        element.workspace.progress.set({ done: 37, total: 100 })
        await settled()
      },
    },
    {
      name: 'error',
      shows: 'The disk is full: nothing was changed',
      render: () =>
        dialog({ answers: { 'labels.change': () => refused(`Could not write ${LONG_PATH}`) } }),
      act: async (element) => {
        await propose(element)
        await click(element, '.primary')
        await settled()
      },
    },
    {
      name: 'long',
      shows: 'Ten labels and a name that is there already',
      frame: { width: 760, height: 560 },
      render: () => dialog({ project: { labels: [...MANY_LABELS] } }),
      act: async (element) => {
        await settled()
        await fill(element, '#new-name', MANY_LABELS[0]?.name ?? '')
        const form = part(element, '.new') as HTMLFormElement
        form.requestSubmit()
        await settled()
      },
    },
    {
      name: 'read-only',
      shows: 'Another window is writing',
      render: () => dialog({ state: { writable: false } }),
      act: open,
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 320, height: 720 },
      render: () => dialog(),
      act: open,
    },
  ]),
  storiesOf('rubric-label-editor', { width: 560, height: 500 }, [
    {
      name: 'typical',
      shows: 'A label of a new project',
      render: async () => editor(figure, DEFAULT_LABEL_SET),
    },
    {
      name: 'without attributes',
      shows: 'Nothing is asked of its spans',
      render: async () => editor(actor, DEFAULT_LABEL_SET),
    },
    {
      name: 'taken name',
      shows: 'A name that another label has',
      frame: { width: 560, height: 500 },
      render: async () => editor(actor, DEFAULT_LABEL_SET),
      act: (element) => fill(element, '#name', 'claim'),
    },
    {
      name: 'right to left',
      shows: 'An Arabic name and guideline',
      render: async () => {
        const label = { ...claim, name: ARABIC_NAME, letter: 'ع', guideline: 'من قال ماذا ومتى.' }
        return editor(label, [label, actor])
      },
    },
    {
      name: 'only one',
      shows: 'Nothing to merge into, nowhere to move',
      render: async () => editor(actor, [actor]),
    },
    {
      name: 'disabled',
      shows: 'It can only be looked at',
      render: async () => editor(figure, DEFAULT_LABEL_SET, true),
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 300, height: 620 },
      render: async () => editor(figure, DEFAULT_LABEL_SET),
    },
  ]),
]
