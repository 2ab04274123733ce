import * as v from 'valibot'
import { TrimmedSchema } from '../trimmed.ts'
import { AttributeListSchema } from './attribute.ts'

/** Hues of the palette; each theme gives them its own colours. */
export const LABEL_HUES = ['violet', 'blue', 'green', 'orange'] as const

/** How the line beneath a span is drawn: the label can be told without colour. */
export const LABEL_LINES = ['solid', 'dotted', 'dashed', 'double'] as const

export const LabelNameSchema = v.pipe(TrimmedSchema, v.minLength(1), v.maxLength(60))

/** A label: its name is its identity, on screen, in spans and in exports. */
export const LabelSchema = v.strictObject({
  name: LabelNameSchema,
  hue: v.picklist(LABEL_HUES),
  line: v.picklist(LABEL_LINES),
  letter: v.pipe(v.string(), v.minLength(1), v.maxLength(2)),
  key: v.nullable(v.pipe(v.string(), v.regex(/^[1-9]$/, 'a label key is a digit from 1 to 9'))),
  guideline: v.string(),
  /** Files of before labels had attributes do not name them. */
  attributes: v.optional(AttributeListSchema, []),
})
export type Label = Readonly<v.InferOutput<typeof LabelSchema>>

/** The project's labels in the order of the label bar; names and keys are unique. */
export const LabelSetSchema = v.pipe(
  v.array(LabelSchema),
  v.check((labels) => areUnique(labels.map(({ name }) => name)), 'two labels share a name'),
  v.check((labels) => areUnique(labels.flatMap(({ key }) => key ?? [])), 'two labels share a key'),
)
export type LabelSet = readonly Label[]

function areUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}

/** The labels of a new project. */
export const DEFAULT_LABEL_SET: LabelSet = [
  {
    name: 'claim',
    hue: 'violet',
    line: 'solid',
    letter: 'C',
    key: '1',
    guideline: 'What somebody asserts to be so: the whole clause, with the one who asserts it.',
    attributes: [],
  },
  {
    name: 'actor',
    hue: 'blue',
    line: 'dotted',
    letter: 'A',
    key: '2',
    guideline: 'A person, government, force or organisation that acts, speaks or is acted upon.',
    attributes: [],
  },
  {
    name: 'date',
    hue: 'green',
    line: 'dashed',
    letter: 'D',
    key: '3',
    guideline: 'When something happened or was said, in full or relative to the article.',
    attributes: [],
  },
  {
    name: 'casualty figure',
    hue: 'orange',
    line: 'double',
    letter: 'F',
    key: '4',
    guideline: 'A number of people killed, wounded, missing or displaced, with its qualifier.',
    attributes: [
      { name: 'count', type: 'number', minimum: 0, maximum: null },
      { name: 'outcome', type: 'choice', choices: ['killed', 'wounded', 'missing', 'displaced'] },
    ],
  },
]

/**
 * A label for a name that came with imported data: the first hue and line, the first letter of its
 * name, and the first free key, if any is left.
 */
export function labelForName(name: string, existing: LabelSet): Label {
  const taken = new Set(existing.map(({ key }) => key))
  const key = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].find((digit) => !taken.has(digit))
  const turn = existing.length
  return {
    name,
    hue: LABEL_HUES[turn % LABEL_HUES.length] ?? 'violet',
    // Shifted by one for every round of hues, so that the pair of hue and line stays unique longest.
    line:
      LABEL_LINES[(turn + Math.floor(turn / LABEL_HUES.length)) % LABEL_LINES.length] ?? 'solid',
    // Upper case first: some letters become several by it, and a label has room for one.
    letter: [...name.toUpperCase()][0] ?? '?',
    key: key ?? null,
    guideline: '',
    attributes: [],
  }
}
