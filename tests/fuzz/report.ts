import type { Row } from './fuzz.ts'

const COLUMNS = ['target', 'inputs', 'accepted', 'refused', 'slowest ms', 'failures'] as const

/** The table of a run, with a line for all targets together, and every failure that was kept. */
export function report(rows: readonly Row[], seed: number): string {
  const lines = [[...COLUMNS], ...rows.map(cellsOf), cellsOf(totalOf(rows))]
  const widths = COLUMNS.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  const table = lines.map((line) =>
    line
      .map((cell, column) => pad(cell, widths[column] ?? 0, column))
      .join('  ')
      .trimEnd(),
  )
  const failures = rows.flatMap(({ failures: kept }) =>
    kept.map(({ target, index, reason, input }) =>
      [
        `\n${target}, input ${index}: ${reason}`,
        `  again: npm run fuzz -- --target '${target}' --seed ${seed} --first ${index} --inputs 1`,
        `  input: ${input}`,
      ].join('\n'),
    ),
  )
  return [...table, ...failures].join('\n')
}

function cellsOf({ target, inputs, accepted, refused, slowest, failed }: Row): string[] {
  const counts = [inputs, accepted, refused, Math.round(slowest), failed]
  return [target, ...counts.map((count) => count.toLocaleString('en'))]
}

function totalOf(rows: readonly Row[]): Row {
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0)
  return {
    target: 'all',
    inputs: sum(({ inputs }) => inputs),
    accepted: sum(({ accepted }) => accepted),
    refused: sum(({ refused }) => refused),
    slowest: Math.max(...rows.map(({ slowest }) => slowest)),
    failed: sum(({ failed }) => failed),
    failures: [],
  }
}

/** Names to the left, numbers to the right. */
function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}
