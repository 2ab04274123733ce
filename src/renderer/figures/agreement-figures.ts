import type { Label } from '../../core/annotation/label-set.ts'
import { isDefined } from '../../core/review/agreement/measure.ts'
import type { CallReply } from '../../contract/calls.ts'
import {
  intervalWords,
  MEASURE_QUESTIONS,
  MEASURES,
  measureWords,
  type Figures,
  type MeasureName,
} from '../state/figures/figure-words.ts'
import type { FigureParts } from '../state/figures/figures.ts'
import type { Figure, FigureCell } from './figure.ts'
import { dotPlot } from './pictures/dot-plot.ts'
import { matrix } from './pictures/matrix.ts'
import { timeLine } from './pictures/time-line.ts'

type Agreement = CallReply<'agreement.measure'>['agreement']

/** What the figures of a report are drawn with. */
export interface FigureGround {
  readonly agreement: Agreement
  readonly measure: MeasureName
  readonly labelByName: ReadonlyMap<string, Label>
  readonly nameOf: (annotator: string) => string
}

const NO_DATE = 'no date'
const NAMES = Object.keys(MEASURES) as readonly MeasureName[]

/** One figure with its interval, as a table has it. */
function figureCells(figures: Figures, measure: MeasureName, parts: FigureParts): FigureCell[] {
  return [
    { text: measureWords(figures[measure]), parts },
    { text: intervalWords(figures.ci[measure]) },
  ]
}

function placesOf(label: string | null, of: string): FigureParts {
  return { type: 'places', title: `${label ?? 'All labels'} · ${of}`, question: { label } }
}

/** The figures of the chosen measure for each label and over all. */
export function byLabel({ agreement, measure, labelByName }: FigureGround): Figure {
  const rows = [...Object.entries(agreement.labels), ['All labels', agreement.overall] as const]
  const isAll = (index: number): boolean => index === rows.length - 1
  return {
    file: 'agreement-by-label',
    title: `${MEASURES[measure]} by label`,
    caption: `${MEASURE_QUESTIONS[measure]} Lines are 95 % intervals, found by drawing articles anew.`,
    head: ['Label', MEASURES[measure], '95 % interval', 'Spans', 'Articles'],
    rows: rows.map(([name, figures], index) => [
      { text: name },
      ...figureCells(figures, measure, placesOf(isAll(index) ? null : name, 'all places')),
      { text: Object.values(figures.n.spans).join(' + ') },
      { text: String(figures.n.articles) },
    ]),
    picture: (drawing) =>
      dotPlot(
        rows.map(([name, figures], index) => ({
          name,
          hue: isAll(index) ? null : (labelByName.get(name)?.hue ?? null),
          measure: figures[measure],
          interval: figures.ci[measure],
          parts: placesOf(isAll(index) ? null : name, 'all places'),
        })),
        drawing,
      ),
  }
}

/** Every figure of every label. */
export function allFigures({ agreement }: FigureGround): Figure {
  const columns = [...Object.entries(agreement.labels), ['All labels', agreement.overall] as const]
  const row = (name: string, textOf: (figures: Figures) => string): FigureCell[] => [
    { text: name },
    ...columns.map(([, figures]) => ({ text: textOf(figures) })),
  ]
  return {
    file: 'agreement-figures',
    title: 'Every figure',
    caption:
      'Figures with their 95 % intervals, and what they rest on. A figure that is not defined says why.',
    head: ['Measure', ...columns.map(([label]) => label)],
    rows: [
      ...NAMES.map((name): FigureCell[] => [
        { text: MEASURES[name] },
        ...columns.map(([label, figures], index) => {
          const interval = intervalWords(figures.ci[name])
          return {
            text: `${measureWords(figures[name])}${interval === '' ? '' : ` (${interval})`}`,
            parts: placesOf(index === columns.length - 1 ? null : label, 'all places'),
          }
        }),
      ]),
      [
        { text: 'uα' },
        ...Object.keys(agreement.labels).map(() => ({ text: '' })),
        {
          text: measureWords(agreement.overall.u_alpha_2016),
          parts: placesOf(null, 'all places'),
        },
      ],
      row('Spans', ({ n }) => Object.values(n.spans).join(' + ')),
      row('Articles that two have opened', ({ n }) => String(n.articles)),
      row('Articles that all have opened', ({ n }) => String(n.articles_of_all)),
      row('Words', ({ n }) => String(n.tokens)),
      row('Characters', ({ n }) => String(n.characters)),
      row('Overlapping spans merged, but for F1', ({ n }) => String(n.merged)),
    ],
  }
}

/** The chosen measure over all labels, of each annotator with each other. */
export function betweenAnnotators({ agreement, measure, nameOf }: FigureGround): Figure {
  const { annotators } = agreement
  const groups = agreement.pairs ?? [agreement]
  const cells = annotators.map((row) =>
    annotators.map((column): FigureCell => {
      const group = groups.find(
        ({ annotators: pair }) => row !== column && pair.includes(row) && pair.includes(column),
      )
      if (group === undefined) return { text: '–' }
      const value = group.overall[measure]
      return {
        text: measureWords(value),
        tint: {
          tone: 'agreement',
          strength: isDefined(value) ? Math.max(0, Math.min(1, value)) : 0,
        },
        parts: {
          type: 'places',
          title: `${nameOf(row)} and ${nameOf(column)}`,
          question: {},
          annotators: [row, column],
        },
      }
    }),
  )
  const names = annotators.map(nameOf)
  return {
    file: 'agreement-between-annotators',
    title: 'Between annotators',
    caption: `${MEASURES[measure]} over all labels, of the articles that both have opened.`,
    head: ['', ...names],
    rows: cells.map((row, index) => [{ text: names[index] ?? '' }, ...row]),
    picture: (drawing) => matrix({ axes: null, rows: names, columns: names, cells }, drawing),
  }
}

/** Which label one annotator gave where the other gave which. */
export function confusionFigure({ agreement, nameOf }: FigureGround): Figure {
  const { annotators, confusion } = agreement
  const [first = '', second = ''] = annotators.map(nameOf)
  const isPair = annotators.length === 2
  const titles = [...confusion.labels, 'not marked']
  const labelAt = (index: number): string | null => confusion.labels[index] ?? null
  const cells = confusion.cells.map((row, index) => {
    const all = row.reduce((sum, number) => sum + number, 0)
    return row.map((number, column): FigureCell => {
      if (labelAt(index) === null && labelAt(column) === null) return { text: '' }
      const cell = { row: labelAt(index), column: labelAt(column) }
      const title = `${titles[index] ?? ''} / ${titles[column] ?? ''}`
      const parts: FigureParts = { type: 'places', title, question: { cell } }
      return {
        text: String(number),
        tint: {
          tone: index === column ? 'agreement' : 'dispute',
          strength: all === 0 ? 0 : number / all,
        },
        ...(number > 0 && { parts }),
      }
    })
  })
  return {
    file: 'confusion',
    title: 'Which label for which',
    caption: isPair
      ? `What ${second} made of the spans of ${first}, paired one to one. The last row is what only ${second} has marked.`
      : 'The spans of all pairs of annotators, paired one to one. Nobody comes first: each pair stands on both sides of the diagonal.',
    head: [isPair ? `${first} \\ ${second}` : '', ...titles],
    rows: cells.map((row, index) => [{ text: titles[index] ?? '' }, ...row]),
    picture: (drawing) =>
      matrix(
        { axes: isPair ? [first, second] : null, rows: titles, columns: titles, cells },
        drawing,
      ),
  }
}

/** Those of the whole continuum, which no month has for itself. */
function isUnitizing(
  measure: MeasureName,
): measure is 'alpha_u' | 'alpha_u_2016' | 'cu_alpha_2016' {
  return measure === 'alpha_u' || measure === 'alpha_u_2016' || measure === 'cu_alpha_2016'
}

/** The chosen measure over all labels, month by month or day by day. */
export function overTime(
  { agreement, measure }: FigureGround,
  by: 'published' | 'changed',
): Figure {
  const name = isUnitizing(measure) ? 'exact_f1' : measure
  const periods = agreement.over_time[by].map((period) => {
    const when = period.when ?? NO_DATE
    const question = { [by]: { when: period.when } }
    const parts: FigureParts = { type: 'places', title: `${when} · all places`, question }
    return {
      when,
      isKnown: period.when !== null,
      measure: period[name],
      articles: period.articles,
      spans: period.spans,
      parts,
    }
  })
  const unit = by === 'published' ? 'Month of publication' : 'Day of the last change'
  return {
    file: `agreement-over-time-${by}`,
    title: `${MEASURES[name]} over time`,
    caption:
      by === 'published'
        ? 'By the month in which articles were published, over all labels. Bars say how many articles a dot rests on.'
        : 'By the day (UTC) on which the marks of an article were changed last, over all labels. Bars say how many articles a dot rests on.',
    head: [unit, MEASURES[name], 'Articles', 'Spans'],
    rows: periods.map(({ when, measure: value, articles, spans, parts }) => [
      { text: when },
      { text: measureWords(value), parts },
      { text: String(articles) },
      { text: String(spans) },
    ]),
    picture: (drawing) => timeLine(periods, drawing),
  }
}
