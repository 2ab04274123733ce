import type { TextRange } from '../text/range.ts'
import { augment, type ColumnNode, type RowNode } from './augmenting-path.ts'
import { overlapOf } from './overlap.ts'

/**
 * Steps that one assignment may take before it stops looking for better ones: about a second. 500
 * ranges a side that all lie over each other stay below it in the worst case.
 */
const STEP_LIMIT = 125_000_000

/**
 * Pairs ranges one to one so that the text shared by all pairs is the most that is possible; of the
 * ways to reach it, takes one with the most pairs, and of those one with the smallest sum of
 * differences between the bounds of a pair. What is then still equal follows from the order of the
 * ranges, and so is always the same.
 *
 * The method is that of successive shortest augmenting paths with potentials, over the pairs that
 * share text. It costs rows · columns² steps at worst, and about one step a pair where most ranges
 * have a best partner of their own; memory grows with the ranges alone. It is exact up to a limit of steps
 * that 500 ranges a side over each other do not reach; a row that comes after the limit takes the
 * best column that is free.
 *
 * @param rows - By start, then longest first; offsets in UTF-16 code units. So are `columns`.
 * @returns The pairs in the order of the rows; each range stands in at most one.
 * @see Kuhn, H. W. (1955), The Hungarian method for the assignment problem
 * @see Jonker, R. and Volgenant, A. (1987), A shortest augmenting path algorithm for dense and
 * sparse linear assignment problems
 */
export function assign<Row extends TextRange, Column extends TextRange>(
  rows: readonly Row[],
  columns: readonly Column[],
  stepLimit = STEP_LIMIT,
): readonly (readonly [Row, Column])[] {
  const [row, column] = [rows[0], columns[0]]
  if (row === undefined || column === undefined) return []
  if (rows.length === 1 && columns.length === 1) {
    return overlapOf(row, column) > 0 ? [[row, column]] : []
  }
  const nodes = nodesOf(rows, columns)
  let stepsLeft = stepLimit
  for (const node of nodes) stepsLeft -= augment(node, node.index + 1, stepsLeft)
  return rows.flatMap((range, index) => {
    const partner = columns[nodes[index]?.match?.index ?? -1]
    return partner ? [[range, partner] as const] : []
  })
}

function nodesOf(rows: readonly TextRange[], columns: readonly TextRange[]): readonly RowNode[] {
  const whole = 1 + lengthOf(rows) + lengthOf(columns)
  const columnNodes = columns.map(columnNode)
  // Where the ranges up to each column end at the latest: what ends before a row is passed over.
  let latest = 0
  const ends = columns.map(({ end }) => (latest = Math.max(latest, end)))
  return rows.map(({ start, end }, index): RowNode => {
    const from = firstWhere(columns.length, (at) => (ends[at] ?? 0) > start)
    const to = firstWhere(columns.length, (at) => (columns[at]?.start ?? 0) >= end)
    return {
      start,
      end,
      index,
      columns: columnNodes,
      from,
      to,
      tieShare: whole - (end - start),
      match: undefined,
      potential: 0,
      tiePotential: 0,
    }
  })
}

function columnNode({ start, end }: TextRange, index: number): ColumnNode {
  return {
    start,
    end,
    index,
    match: undefined,
    potential: 0,
    tiePotential: 0,
    search: 0,
    isSettled: false,
    distance: 0,
    tieDistance: 0,
    from: undefined,
  }
}

/** The first of `count` indices for which something holds, that holds for all after it; else `count`. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let [from, to] = [0, count]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}

function lengthOf(ranges: readonly TextRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0)
}
