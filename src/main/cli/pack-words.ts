import type {
  ConflictView,
  PackPreview,
  PackSummary,
  PackUndone,
  SetCounts,
  VersionView,
} from '../../contract/pack-models.ts'
import { valuesBeside } from '../../core/annotation/differing-values.ts'
import { plural } from './plural.ts'
import { oneLine } from './terminal.ts'

/** Most of a value in a line, in UTF-16 code units. */
const VALUE_LENGTH = 60

/** What taking a pack in would do, in lines for a person. */
export function describePreview(preview: PackPreview): string {
  const { project, made, by, sets, changes, conflicts, articles, labels } = preview
  const from = by === null ? '' : `, made by ${by.name}`
  const lines = [
    `Review pack of "${project}"${from} at ${made}`,
    countsOf(sets),
    ...changes.map(
      ({ type, article, annotator, added, changed, removed }) =>
        `  ${type}: "${article}", ${annotator}: +${added} ~${changed} -${removed}`,
    ),
    ...conflictLines(conflicts.count, conflicts.first),
    ...(articles.addable > 0
      ? [`Not here, with text: ${plural(articles.addable, 'article')}`]
      : []),
    ...articles.unknown.first.map((title) => `Not here, without text: "${title}"`),
    ...labels.map(
      ({ name, spans, sets: count }) =>
        `Label not here: "${name}" (${plural(spans, 'span')} in ${plural(count, 'set')})`,
    ),
    ...reviewLines(preview),
  ]
  return textOf(lines)
}

/** What taking a pack in has done. */
export function describeSummary(summary: PackSummary): string {
  const { sets, conflicts, articles, labels, pack } = summary
  const lines = [
    pack === null ? 'Nothing in the pack is new here.' : countsOf(sets),
    ...(articles > 0 ? [`Added ${plural(articles, 'article')}`] : []),
    ...labels.map((label) => `Added the label "${label}"`),
    ...(conflicts > 0 ? [`${plural(conflicts, 'conflict')}: the later change counts`] : []),
    ...reviewLines(summary),
  ]
  return textOf(lines)
}

/** What undoing has taken back, and what it has left. */
export function describeUndone(undone: PackUndone): string {
  const { sets, articles, records, keptSpans, keptArticles } = undone
  const lines = [
    `Undone in ${plural(sets, 'set')}; took out ${plural(articles, 'article')} and ` +
      `${plural(records, 'record')} of reviews.`,
    ...(keptSpans > 0 ? [`Changed since and left: ${plural(keptSpans, 'span')}`] : []),
    ...(keptArticles > 0 ? [`Marked since and left: ${plural(keptArticles, 'article')}`] : []),
  ]
  return textOf(lines)
}

function countsOf({ new: fresh, updated, same, older, leftOut }: SetCounts): string {
  const missing = leftOut > 0 ? `, ${leftOut} left out` : ''
  return `Sets: ${fresh} new, ${updated} updated, ${same} the same, ${older} older than here${missing}`
}

function reviewLines({
  records,
  spansLeftOut,
}: Pick<PackSummary, 'records' | 'spansLeftOut'>): readonly string[] {
  return [
    ...(records > 0 ? [`Verdicts, comments and the like: ${records} new`] : []),
    ...(spansLeftOut > 0 ? [`Left out with their labels: ${plural(spansLeftOut, 'span')}`] : []),
  ]
}

function conflictLines(count: number, first: readonly ConflictView[]): readonly string[] {
  if (count === 0) return []
  const lines = first.map((conflict) => {
    const { article, annotator, here, theirs, taken } = conflict
    const [ours, other] = [versionWords(here, theirs), versionWords(theirs, here)]
    const kept = taken === 'here' ? 'here is later' : 'the pack is later'
    return `  "${article}", ${annotator}: here ${ours}; in the pack ${other}; ${kept}`
  })
  return [`Changed on both sides: ${count}`, ...lines]
}

type Version = VersionView | string | null

/** @param other - What it is in conflict with: values that both have are not told. */
function versionWords(version: Version, other: Version): string {
  if (version === null) return 'removed'
  if (typeof version === 'string') return version
  const beside = typeof other === 'string' ? null : (other?.attributes ?? null)
  const values = valuesBeside(version.attributes, beside, VALUE_LENGTH)
  const note = version.note === null ? '' : `note: "${version.note}"`
  const more = [values, note].filter((words) => words !== '').join('; ')
  return `${version.label} "${version.quote}"${more === '' ? '' : ` (${more})`}`
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line.startsWith('  ') ? '  ' : ''}${oneLine(line)}\n`).join('')
}
