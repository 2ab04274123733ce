import { median, quantile } from '../../reader/runner/statistics.ts'
import { Table } from '../../reader/runner/table.ts'
import type { Options } from './options.ts'
import type { Series, Values } from './values.ts'

/** What a cell says of what was measured. */
type Format = (series: Series, articles: number) => string

interface Row {
  readonly title: string
  readonly product: string
  /** The same of the project in one file; null where there is none. */
  readonly oneFile: string | null
  readonly format: Format
}

const time: Format = ({ values }) => milliseconds(median(values))
const spread: Format = ({ values }) =>
  `${milliseconds(median(values))} / ${milliseconds(quantile(values, 0.95))}`
const tail: Format = ({ values }) =>
  [median(values), quantile(values, 0.99), Math.max(...values)].map(milliseconds).join(' / ')
const memory: Format = ({ values }) => `${Math.round(median(values) / 2 ** 20)} MB`
const rate: Format = ({ values }, articles) =>
  `${grouped(Math.round(articles / (median(values) / 1000)))} /s`

const ROWS: readonly Row[] = [
  row('open: project to list of articles', 'open', 'one-file-open', time),
  row('the same without `.cache`', 'open-uncached', null, time),
  row('memory after opening: RSS', 'open-rss', 'one-file-open-rss', memory),
  row('memory after opening: heap', 'open-heap', 'one-file-open-heap', memory),
  row('search: first article found, p50 / p95', 'search-first', null, spread),
  row('search: all articles looked at, p50 / p95', 'search-all', null, spread),
  row('one edit, durably: p50 / p95', 'edit', 'one-file-edit', spread),
  row('the first 600 edits of a process: p50 / p95', 'first-edit', null, spread),
  row('a bare write and fsync of the same bytes: p50 / p95', 'bare-write', null, spread),
  row('import of JSONL', 'import-call', 'one-file-import', rate),
  row('making as many files, none flushed', 'bare-files', null, rate),
  row('`rubricator import`, the whole process', 'import', null, rate),
  row('import: most memory', 'import-peak', 'one-file-import-peak', memory),
  row('open an article during an import: p50 / p99 / max', 'busy-open', null, tail),
  row('an edit during an import: p50 / p99 / max', 'busy-edit', null, tail),
  row('a bare write and fsync during it: p50 / p99 / max', 'busy-bare', null, tail),
  row('export of JSONL', 'export-call', 'one-file-export', rate),
  row('`rubricator export`, the whole process', 'export', null, rate),
  row('export: most memory', 'export-peak', 'one-file-export-peak', memory),
]

function row(title: string, product: string, oneFile: string | null, format: Format): Row {
  return { title, product, oneFile, format }
}

/** Everything that a run prints, as Markdown. */
export function report(options: Options, values: Values, head: readonly string[]): string {
  const notes: string[] = []
  const cell = (what: string | null, { format }: Row, articles: number): string => {
    if (what === null) return '–'
    const series = values.of(what, articles)
    if (series.failure !== null) return `failed [${noteOf(notes, series.failure)}]`
    return series.values.length === 0 ? '–' : format(series, articles)
  }
  const table = new Table(['', 'articles', 'Rubricator', 'one lowdb file'], 1)
  for (const each of ROWS) {
    for (const articles of options.sizes) {
      const cells = [cell(each.product, each, articles), cell(each.oneFile, each, articles)]
      table.add(each.title, grouped(articles), ...cells)
    }
    if (each.product === 'bare-write') addRatios(table, options, values)
  }
  return [
    list(head),
    table.toString(true),
    list([...notes.map((note, index) => `[${index + 1}]: ${note}`), ...KNOWN]),
  ].join('\n\n')
}

/** An edit costs more than its bytes; how much more is what the program is to answer for. */
function addRatios(table: Table, { sizes }: Options, values: Values): void {
  for (const articles of sizes) {
    const [edit, bare] = [values.of('edit', articles), values.of('bare-write', articles)]
    const ratio = quantile(edit.values, 0.95) / quantile(bare.values, 0.95)
    const cells = [Number.isNaN(ratio) ? '–' : ratio.toFixed(2), '–']
    table.add('p95 of an edit over that of the bare write', grouped(articles), ...cells)
  }
}

/** What others say of themselves; not measured here, and on other machines. */
const KNOWN = [
  'labelbuddy, which keeps a project in one SQLite file, states no times',
  'WebAnno 2.3.1 with about 3,300 documents in MySQL: about 30 s to the list of documents (webanno/webanno#401)',
  'Label Studio 1.12 with 50,000 records of 30 MB in all: nearly 4 minutes for an export (HumanSignal/label-studio#5873)',
]

function noteOf(notes: string[], note: string): number {
  if (!notes.includes(note)) notes.push(note)
  return notes.indexOf(note) + 1
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}

function milliseconds(value: number): string {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`
  if (value >= 100) return `${grouped(Math.round(value))} ms`
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`
}

function grouped(value: number): string {
  return value.toLocaleString('en-GB')
}
