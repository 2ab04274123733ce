import { html, type TemplateResult } from 'lit'
import type { Attribute, Attributes } from '../../../src/core/annotation/attribute.ts'
import { DEFAULT_LABEL_SET } from '../../../src/core/annotation/label-set.ts'
import '../../../src/renderer/dialogs/attribute-editor.ts'
import '../../../src/renderer/dialogs/attribute-list.ts'
import '../../../src/renderer/elements/attribute-fields.ts'
import { click, fill, submit } from '../gestures.ts'
import { ARABIC_NAME, LONG_TITLE, LONG_WORD } from '../samples.ts'
import { storiesOf } from '../story.ts'

const FIGURE = DEFAULT_LABEL_SET.find(({ name }) => name === 'casualty figure')?.attributes ?? []

/** One of every type. */
export const EVERY_TYPE: readonly Attribute[] = [
  ...FIGURE,
  { name: 'who', type: 'text' },
  { name: 'confirmed', type: 'boolean' },
]

export const LONG_ATTRIBUTES: readonly Attribute[] = [
  { name: LONG_WORD.slice(0, 60), type: 'number', minimum: null, maximum: null },
  { name: 'who says so, as the article names them', type: 'text' },
  { name: 'how', type: 'choice', choices: [LONG_WORD.slice(0, 60), LONG_TITLE.slice(0, 60)] },
]

export const LONG_VALUES: Attributes = {
  'who says so, as the article names them': `${LONG_TITLE}, says ${LONG_WORD}`,
  how: LONG_WORD.slice(0, 60),
  [LONG_TITLE.slice(0, 60)]: LONG_WORD,
}

export const ARABIC_ATTRIBUTES: readonly Attribute[] = [
  { name: 'العدد', type: 'number', minimum: 0, maximum: 100 },
  { name: 'النتيجة', type: 'choice', choices: ['قتلى', 'جرحى'] },
  { name: 'من', type: 'text' },
]

function list(attributes: readonly Attribute[], isDisabled = false): TemplateResult {
  const [label] = DEFAULT_LABEL_SET
  return html`<rubric-attribute-list
    .label=${{ ...label, attributes }}
    ?disabled=${isDisabled}
  ></rubric-attribute-list>`
}

function editor(index: number, isDisabled = false): TemplateResult {
  return html`<rubric-attribute-editor
    .definition=${EVERY_TYPE[index]}
    .taken=${[]}
    ?disabled=${isDisabled}
  ></rubric-attribute-editor>`
}

function fields(
  definitions: readonly Attribute[],
  values: Attributes,
  isDisabled = false,
): TemplateResult {
  return html`<rubric-attribute-fields
    label="casualty figure"
    .definitions=${definitions}
    .values=${values}
    ?disabled=${isDisabled}
  ></rubric-attribute-fields>`
}

export const attributeStories = [
  storiesOf('rubric-attribute-fields', { width: 300, padded: true }, [
    {
      name: 'typical',
      shows: 'What a casualty figure says',
      render: () => fields(FIGURE, { count: 34, outcome: 'killed' }),
    },
    { name: 'empty', shows: 'Nothing is said yet', render: () => fields(EVERY_TYPE, {}) },
    {
      name: 'every type',
      shows: 'A number, a choice, a text, yes or no',
      render: () =>
        fields(EVERY_TYPE, {
          count: 34,
          outcome: 'killed',
          who: 'Turkish soldiers',
          confirmed: false,
        }),
    },
    {
      name: 'unusable',
      shows: 'What is no number stays, with what is wrong with it',
      render: () => fields(FIGURE, { outcome: 'killed' }),
      act: (element) => fill(element, 'input', 'several dozen'),
    },
    {
      name: 'not allowed',
      shows: 'Values that the attributes do not allow, as after a change of the label',
      render: () =>
        fields(EVERY_TYPE, { count: -2, outcome: 'lost', who: 7, confirmed: 'perhaps' }),
    },
    {
      name: 'foreign',
      shows: 'Values that are left from another label',
      render: () => fields(FIGURE, { count: 34, certainty: 'high', quoted: true }),
    },
    {
      name: 'foreign only',
      shows: 'The label has no attributes',
      render: () => fields([], { certainty: 'high' }),
    },
    {
      name: 'read-only',
      shows: 'It can only be looked at',
      render: () =>
        fields(EVERY_TYPE, { count: 34, who: 'Turkish soldiers', certainty: 'high' }, true),
    },
    {
      name: 'long',
      shows: 'Long names, values and choices',
      render: () => fields(LONG_ATTRIBUTES, LONG_VALUES),
    },
    {
      name: 'right to left',
      shows: 'Arabic names and values start at the right of their places',
      render: () =>
        fields(ARABIC_ATTRIBUTES, { النتيجة: 'جرحى', من: ARABIC_NAME, المصدر: 'وكالة Reuters' }),
    },
    {
      name: 'narrow',
      shows: 'As wide as a narrow window leaves it',
      frame: { width: 190, padded: true },
      render: () => fields(EVERY_TYPE, { count: 34, outcome: 'displaced', certainty: 'high' }),
    },
  ]),

  storiesOf('rubric-attribute-list', { width: 520, padded: true }, [
    { name: 'typical', shows: 'What is said of a casualty figure', render: () => list(FIGURE) },
    { name: 'empty', shows: 'Nothing is said of a span yet', render: () => list([]) },
    {
      name: 'open',
      shows: 'One of them with all that it has',
      render: () => list(EVERY_TYPE),
      act: (element) => click(element, 'li:nth-child(2) .row'),
    },
    {
      name: 'taken name',
      shows: 'A name that another attribute has',
      render: () => list(FIGURE),
      act: async (element) => {
        await fill(element, '#new', 'count')
        await submit(element)
      },
    },
    {
      name: 'long',
      shows: 'Long names and choices',
      render: () => list(LONG_ATTRIBUTES),
      act: (element) => click(element, 'li:nth-child(3) .row'),
    },
    { name: 'disabled', shows: 'It can only be looked at', render: () => list(FIGURE, true) },
    {
      name: 'right to left',
      shows: 'Arabic names and choices',
      render: () => list(ARABIC_ATTRIBUTES),
      act: (element) => click(element, 'li:nth-child(2) .row'),
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 280, padded: true },
      render: () => list(FIGURE),
      act: (element) => click(element, 'li:nth-child(1) .row'),
    },
  ]),

  storiesOf('rubric-attribute-editor', { width: 480, padded: true }, [
    { name: 'typical', shows: 'A choice', render: () => editor(1) },
    { name: 'number', shows: 'A number with its range', render: () => editor(0) },
    { name: 'text', shows: 'A text needs nothing more', render: () => editor(2) },
    {
      name: 'error',
      shows: 'A choice that is there twice stays, with what is wrong with it',
      render: () => editor(1),
      act: (element) => fill(element, '#choices', 'killed\nwounded\nkilled'),
    },
    {
      name: 'wrong range',
      shows: 'A maximum below the minimum',
      render: () => editor(0),
      act: (element) => fill(element, '#maximum', '-5'),
    },
    {
      name: 'deleting',
      shows: 'What becomes of the values',
      render: () => editor(1),
      act: (element) => click(element, '.delete'),
    },
    { name: 'disabled', shows: 'It can only be looked at', render: () => editor(0, true) },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 260, padded: true },
      render: () => editor(0),
    },
  ]),
]
