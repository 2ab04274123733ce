import { DOCUMENTS } from '../documents/documents.ts'
import { cell, COLUMNS, Footnotes } from './cells.ts'
import { BASELINE, CONTESTANTS, PRODUCT } from './contestants.ts'
import type { Options } from './options.ts'
import type { Results } from './results.ts'
import { median } from './statistics.ts'
import { Table } from './table.ts'
import { Targets } from './targets.ts'

/** Everything that a run prints. */
export function report(options: Options, results: Results, head: readonly string[]): string {
  const notes = new Footnotes()
  const isList = options.markdown
  const listed = (lines: readonly string[]): string =>
    lines.map((line) => (isList ? `- ${line.trim()}` : line)).join('\n')
  const parts = [
    listed(head),
    listed(options.documents.map((name) => `${name}: ${DOCUMENTS[name].title}`)),
    heading('Measured (median / p95, in milliseconds where nothing else is said)', isList),
    measured(options, results, notes).toString(isList),
    listed([...notes.lines, ...remarks(options, results)]),
  ]
  if (options.contestants.includes(BASELINE)) {
    parts.push(
      heading(`Times ${BASELINE} (medians)`, isList),
      ratios(options, results).toString(isList),
    )
  }
  if (options.contestants.includes(PRODUCT)) {
    parts.push(
      heading('The product’s targets, and what was measured', isList),
      listed(new Targets(results, options.documents).lines),
    )
  }
  return parts.filter((part) => part !== '').join('\n\n')
}

function measured({ documents, contestants }: Options, results: Results, notes: Footnotes): Table {
  const table = new Table(['', 'contestant', ...COLUMNS.map(({ title }) => title)], 2)
  for (const document of documents) {
    if (document !== documents[0]) table.space()
    for (const contestant of contestants) {
      const outcomes = results.of(contestant, document)
      const cells = COLUMNS.map(({ measure, format }) => cell(outcomes?.[measure], format, notes))
      table.add(document, contestant, ...cells)
    }
  }
  return table
}

function ratios({ documents, contestants }: Options, results: Results): Table {
  const columns = COLUMNS.filter(({ title }) => title !== '> 33 ms')
  const table = new Table(['', 'contestant', ...columns.map(({ title }) => title)], 2)
  for (const document of documents) {
    if (document !== documents[0]) table.space()
    const baseline = results.of(BASELINE, document)
    for (const contestant of contestants.filter((name) => name !== BASELINE)) {
      const outcomes = results.of(contestant, document)
      const cells = columns.map(({ measure }) => {
        const [own, other] = [outcomes?.[measure], baseline?.[measure]]
        if (own?.type !== 'measured' || other?.type !== 'measured') return '–'
        return (median(own.values) / median(other.values)).toFixed(2)
      })
      table.add(document, contestant, ...cells)
    }
  }
  return table
}

function remarks({ contestants }: Options, results: Results): readonly string[] {
  return contestants.flatMap((contestant) => [
    ...(CONTESTANTS[contestant]?.notes ?? []).map((note) => `${contestant}: ${note}`),
    ...results.errorsOf(contestant).map((error) => `${contestant}: its page reports “${error}”`),
  ])
}

function heading(text: string, isMarkdown: boolean): string {
  return isMarkdown ? `### ${text}` : text
}
