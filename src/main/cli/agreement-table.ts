import type { Agreement } from '../../core/review/agreement/agreement.ts'
import type { AgreementMeasures, GroupAgreement } from '../../core/review/agreement/group.ts'
import { isDefined, type Measure } from '../../core/review/agreement/measure.ts'
import { describeConfusion, describeDisputes } from './disputes-table.ts'
import { plural } from './plural.ts'
import { formatTable } from './table.ts'
import { oneLine } from './terminal.ts'

type MeasureName = Exclude<keyof AgreementMeasures, 'n' | 'ci'>

const COLUMNS: readonly (readonly [MeasureName, string])[] = [
  ['exact_f1', 'exact F1'],
  ['relaxed_f1', 'relaxed F1'],
  ['token_kappa', 'token kappa'],
  ['character_kappa', 'character kappa'],
  ['alpha_u', 'alpha U'],
  ['fleiss_kappa', "Fleiss' kappa"],
  ['krippendorff_alpha', 'alpha nominal'],
]

/** Sets agreement in tables for people: of all, then of each pair where they are more than two, then disputes. */
export function describeAgreement({ pairs = [], ...all }: Agreement): string {
  const groups = [all, ...pairs].map(describeGroup)
  if (all.annotators.length < 2) return groups.join('\n')
  return [...groups, describeDisputes(all.disputes)].join('\n')
}

function describeGroup({
  annotators,
  articles,
  labels,
  overall,
  confusion,
}: GroupAgreement): string {
  const rows: readonly (readonly [string, AgreementMeasures])[] = [
    ...Object.entries(labels),
    ['overall', overall],
  ]
  const head = ['LABEL', 'SPANS', ...COLUMNS.map(([, title]) => title.toUpperCase())]
  const lines = rows.map(([label, figures]) => [
    label,
    Object.values(figures.n.spans).join(' + '),
    ...COLUMNS.map(([name]) => cell(figures[name], figures.ci[name])),
  ])
  const { merged, tokens } = overall.n
  const macro = `macro F1: exact ${inWords(overall.macro_exact_f1)}, relaxed ${inWords(overall.macro_relaxed_f1)}\n`
  return [
    `${annotators.map(oneLine).join(', ') || 'nobody'}: ${plural(articles, 'article')}, ${plural(tokens, 'token')}\n`,
    formatTable(head, lines),
    macro,
    describeValues(labels),
    merged === 0 ? '' : `${plural(merged, 'overlapping span')} merged for all measures but F1\n`,
    ...rows.map(([label, figures]) => reasons(label, figures)),
    annotators.length < 2 ? '' : `\n${describeConfusion(confusion, annotators)}`,
  ].join('')
}

/** The agreement on values, where any were given. */
function describeValues(labels: GroupAgreement['labels']): string {
  const rows = Object.entries(labels).flatMap(([label, { attributes }]) =>
    Object.entries(attributes).map(([attribute, { n, agreement, alpha, metric }]) => [
      label,
      attribute,
      String(n.places),
      String(n.one_value),
      inWords(agreement),
      `${inWords(alpha)}${metric === 'interval' ? ' (interval)' : ''}`,
    ]),
  )
  if (rows.length === 0) return ''
  const head = ['LABEL', 'ATTRIBUTE', 'TWO VALUES', 'ONE VALUE', 'EQUAL', 'ALPHA']
  return `\n${formatTable(head, rows)}\n`
}

function cell(measure: Measure, interval: readonly [number, number] | undefined): string {
  if (!isDefined(measure)) return 'not defined'
  const bounds = interval?.map((bound) => bound.toFixed(2)).join(', ')
  return bounds === undefined ? measure.toFixed(3) : `${measure.toFixed(3)} [${bounds}]`
}

function inWords(measure: Measure): string {
  return isDefined(measure) ? measure.toFixed(3) : `not defined: ${measure.undefined}`
}

/** A line for each reason why figures of a row are not defined, with their names. */
function reasons(label: string, figures: AgreementMeasures): string {
  const titles = new Map<string, string[]>()
  for (const [name, title] of COLUMNS) {
    const measure = figures[name]
    if (isDefined(measure)) continue
    titles.set(measure.undefined, [...(titles.get(measure.undefined) ?? []), title])
  }
  return [...titles]
    .map(([reason, names]) => `${oneLine(label)}: ${names.join(', ')} not defined: ${reason}\n`)
    .join('')
}
