import type { FigureQuestion } from '../../contract/agreement-models.ts'
import { measureWords } from '../state/figures/figure-words.ts'
import type { FigureGround } from './agreement-figures.ts'
import type { Figure, FigureCell } from './figure.ts'

type Outcomes = NonNullable<FigureQuestion['value']>['outcomes']

/** Whether anybody gave an attribute a value. */
export function hasValues({ labels }: FigureGround['agreement']): boolean {
  return Object.values(labels).some(({ attributes }) => Object.keys(attributes).length > 0)
}

/** How far values of attributes are the same, where at least two have marked the span. */
export function valueFigures({ agreement }: FigureGround): Figure {
  const rows = Object.entries(agreement.labels).flatMap(([label, { attributes }]) =>
    Object.entries(attributes).map(([attribute, { n, agreement: share, alpha, metric }]) => {
      const cell = (text: string, of: string, outcomes: Outcomes): FigureCell => ({
        text,
        parts: {
          type: 'places',
          title: `${label}, ${attribute} · ${of}`,
          question: { label, value: { attribute, outcomes: [...outcomes] } },
        },
      })
      const unit = metric === 'interval' ? ' (by size)' : ''
      return [
        { text: `${label}: ${attribute}` },
        cell(measureWords(share), 'all values', ['equal', 'different']),
        cell(`${measureWords(alpha)}${unit}`, 'different values', ['different']),
        cell(String(n.places), 'all values', ['equal', 'different']),
        n.one_value === 0
          ? { text: '0' }
          : cell(String(n.one_value), 'a value by one alone', ['one']),
      ]
    }),
  )
  return {
    file: 'agreement-of-values',
    title: 'Values of attributes',
    caption:
      'Where two have marked a span with the same label: do they give its attributes the same value? α takes away what chance would give; of numbers it weighs how far they are apart.',
    head: ['Attribute', 'Equal', 'α', 'Spans with two values', 'With one value'],
    rows,
  }
}
