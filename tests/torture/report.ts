import { Table } from '../bench/reader/runner/table.ts'
import type { Counts } from './counts.ts'

/** The lines of the report, and what each counts. */
const LINES: readonly (readonly [title: string, count: keyof Counts])[] = [
  ['rounds', 'rounds'],
  ['programs killed', 'kills'],
  ['… in the middle of a write', 'killsInWrite'],
  ['edits sent', 'sent'],
  ['edits acknowledged', 'acknowledged'],
  ['unacknowledged but kept', 'kept'],
  ['leftover temporary files', 'leftovers'],
  ['harmless notices', 'notices'],
  ['damaged files', 'damaged'],
  ['lost edits', 'lost'],
]

/** A column of figures for each kind of torture. */
export function report(columns: Readonly<Record<string, Counts>>): string {
  const table = new Table(['', ...Object.keys(columns)], 1)
  for (const [title, count] of LINES) {
    const figures = Object.values(columns).map((counts) => counts[count].toLocaleString('en'))
    table.add(title, ...figures)
  }
  return table.toString(false)
}
