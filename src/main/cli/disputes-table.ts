import type { Confusion } from '../../core/review/agreement/confusion.ts'
import type { Disputes } from '../../core/review/agreement/disputes.ts'
import type { EdgePattern } from '../../core/review/agreement/edge-patterns.ts'
import type { Dispute } from '../../core/review/agreement/phrases.ts'
import { plural } from './plural.ts'
import { formatTable } from './table.ts'
import { oneLine } from './terminal.ts'

/** What a person reads at a glance; `--json` has more. */
const ROWS = 10

/** What the patterns are called; docs/agreement.md says what they mean. */
const PATTERNS: Readonly<Record<EdgePattern, string>> = {
  space: 'white space at the edge',
  punctuation: 'punctuation at the edge',
  determiner: 'article or determiner at the edge',
  conjunction: 'conjunction at the edge',
  preposition: 'preposition at the edge',
  hedge: 'hedge before a number',
  title: 'title of a person',
  attribution: 'who says it',
  counted: 'what is counted, after a number',
  words: 'a few other words',
  clause: 'five words or more',
}

/** Sets a matrix of confusion as a table. @param annotators - Of the group that it is of. */
export function describeConfusion(
  { labels, cells }: Confusion,
  annotators: readonly string[],
): string {
  const [rows = '', columns = ''] = annotators.length === 2 ? annotators.map(oneLine) : []
  const corner = annotators.length === 2 ? `${rows} \\ ${columns}` : 'PAIRS'
  const titles = [...labels, 'not marked']
  const lines = titles.map((title, row) => [
    title,
    ...titles.map((_, column) => {
      const isNothing = row === labels.length && column === labels.length
      return isNothing ? '' : String(cells[row]?.[column] ?? 0)
    }),
  ])
  return formatTable([corner, ...titles], lines)
}

/** Sets what is disputed in tables: kinds of places, phrases, outlets and patterns. */
export function describeDisputes({
  phrases,
  outlets,
  patterns,
  disputed_phrases,
  ...all
}: Disputes): string {
  const { agreed, missing, bounds, label, duplicates, attributes } = all.places
  const parts = [
    `${plural(agreed + all.disputed, 'place')}: ${agreed} agreed, ${missing} not marked by all, ${bounds} different bounds, ${label} different labels`,
    duplicates === 0 ? '' : `, ${duplicates} marked twice`,
    attributes === 0 ? '' : `, ${attributes} different attributes`,
    '\n',
  ]
  const tables = [
    disputeTable(
      `DISPUTED PHRASE (${disputed_phrases})`,
      phrases.map((each) => [each.phrase, each] as const),
    ),
    disputeTable(
      'OUTLET',
      outlets.map((each) => [each.outlet ?? 'none stated', each] as const),
    ),
    patterns.length === 0
      ? ''
      : formatTable(
          ['PATTERN', 'PLACES', 'FOR EXAMPLE'],
          patterns.map(({ pattern, places, examples: [example] }) => [
            PATTERNS[pattern],
            String(places),
            oneLine(example?.quotes.join(' | ') ?? ''),
          ]),
        ),
  ]
  return [parts.join(''), ...tables.filter((table) => table !== '')].join('\n')
}

function disputeTable(title: string, rows: readonly (readonly [string, Dispute])[]): string {
  if (rows.length === 0) return ''
  const head = [title, 'AGREED', 'NOT BY ALL', 'BOUNDS', 'LABELS']
  return formatTable(
    head,
    rows
      .slice(0, ROWS)
      .map(([name, { places }]) => [
        oneLine(name),
        ...[places.agreed, places.missing, places.bounds, places.label].map(String),
      ]),
  )
}
