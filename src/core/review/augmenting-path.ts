import type { TextRange } from '../text/range.ts'

/**
 * A range that is to be paired with one of the other side. A weight is two numbers: an amount, and
 * one that decides where amounts are equal; so are potentials and distances. The potentials of a row
 * and a column always sum to at least the weight of the edge between them, and to just that of a pair.
 */
export interface RowNode extends TextRange {
  readonly index: number
  /**
   * All columns. Those that share text with the row lie in `[from, to)`; which they are is found when
   * it is needed, since where everything overlaps memory could not hold all edges.
   */
  readonly columns: readonly ColumnNode[]
  readonly from: number
  readonly to: number
  /** The length of all ranges, and 1, without that of the row; see `tieWeightOf`. */
  readonly tieShare: number
  match: ColumnNode | undefined
  potential: number
  tiePotential: number
}

export interface ColumnNode extends TextRange {
  readonly index: number
  match: RowNode | undefined
  /** 0 while the column is free. */
  potential: number
  tiePotential: number
  /** The last search that reached this column; what follows holds for that search. */
  search: number
  isSettled: boolean
  distance: number
  tieDistance: number
  from: RowNode | undefined
}

/**
 * Gives a row the column by which the whole gains most; that may move other rows to other columns, or
 * leave one of them without. A distance is how much less is gained than the row could hope for; the
 * way with the smallest one is found as by Dijkstra, and the potentials follow from the distances.
 * @param root - A row that is not paired.
 * @param search - A number above 0 that no earlier call on these nodes had.
 * @param stepLimit - From then on no row that is paired already is moved.
 * @returns The steps it took.
 */
export function augment(root: RowNode, search: number, stepLimit: number): number {
  hopeForMost(root)
  const settled: ColumnNode[] = []
  const frontier: ColumnNode[] = []
  let steps = 0
  let row = root
  let distance = 0
  let tieDistance = 0
  // The row that stays without a column at the end, or the free column that is taken.
  let end: RowNode | ColumnNode = root
  let best = root.potential
  let tieBest = root.tiePotential

  for (;;) {
    const without = distance + row.potential
    const tieWithout = tieDistance + row.tiePotential
    if (isLess(without, tieWithout, best, tieBest)) {
      end = row
      best = without
      tieBest = tieWithout
    }
    for (let at = row.from; at < row.to; at++) {
      const column = row.columns[at]
      const weight = column ? weightOf(row, column) : 0
      if (column === undefined || weight <= 0) continue
      const isReached = column.search === search
      if (isReached && column.isSettled) continue
      const reach = without + column.potential - weight
      const tieReach = tieWithout + column.tiePotential - tieWeightOf(row, column)
      if (!isLess(reach, tieReach, best, tieBest)) continue
      if (column.match === undefined) {
        column.from = row
        end = column
        best = reach
        tieBest = tieReach
      } else if (!isReached || isLess(reach, tieReach, column.distance, column.tieDistance)) {
        if (!isReached) frontier.push(column)
        column.search = search
        column.isSettled = false
        column.from = row
        column.distance = reach
        column.tieDistance = tieReach
      }
    }
    steps += row.to - row.from + frontier.length
    const next = steps < stepLimit ? takeNearest(frontier) : undefined
    if (!next?.match || !isLess(next.distance, next.tieDistance, best, tieBest)) break
    next.isSettled = true
    settled.push(next)
    row = next.match
    distance = next.distance
    tieDistance = next.tieDistance
  }

  lower(root, best, tieBest)
  for (const column of settled) {
    const gap = best - column.distance
    const tieGap = tieBest - column.tieDistance
    column.potential += gap
    column.tiePotential += tieGap
    if (column.match) lower(column.match, gap, tieGap)
  }
  shift(root, end)
  return steps
}

/** Pairs along the way that was found, from its end back to its root. */
function shift(root: RowNode, end: RowNode | ColumnNode): void {
  let free: ColumnNode | undefined
  if ('columns' in end) {
    free = end.match
    end.match = undefined
  } else free = end
  while (free?.from) {
    const row: RowNode = free.from
    const left = row.match
    row.match = free
    free.match = row
    if (row === root) return
    free = left
  }
}

/** The least potential that all of a row's edges allow; below 0 it would be better off without any. */
function hopeForMost(row: RowNode): void {
  for (let at = row.from; at < row.to; at++) {
    const column = row.columns[at]
    const weight = column ? weightOf(row, column) : 0
    if (column === undefined || weight <= 0) continue
    const hope = weight - column.potential
    const tieHope = tieWeightOf(row, column) - column.tiePotential
    if (isLess(row.potential, row.tiePotential, hope, tieHope)) {
      row.potential = hope
      row.tiePotential = tieHope
    }
  }
}

/** Shared text; 0 or less where there is none, and so no edge. */
function weightOf(row: RowNode, column: ColumnNode): number {
  return Math.min(row.end, column.end) - Math.max(row.start, column.start)
}

/**
 * Summed over pairs, tells first how many there are, and then how short the ranges in them are. What
 * two overlapping ranges do not share is their lengths without twice their overlap, so that for one
 * total of overlaps the shortest ranges have the least differences between their bounds.
 */
function tieWeightOf(row: RowNode, column: ColumnNode): number {
  return row.tieShare - (column.end - column.start)
}

function lower(row: RowNode, gap: number, tieGap: number): void {
  row.potential -= gap
  row.tiePotential -= tieGap
}

function takeNearest(frontier: ColumnNode[]): ColumnNode | undefined {
  let at = 0
  let nearest = frontier[0]
  if (nearest === undefined) return undefined
  for (let index = 1; index < frontier.length; index++) {
    const column = frontier[index]
    if (
      column &&
      isLess(column.distance, column.tieDistance, nearest.distance, nearest.tieDistance)
    ) {
      nearest = column
      at = index
    }
  }
  const last = frontier.pop()
  if (last && last !== nearest) frontier[at] = last
  return nearest
}

function isLess(a: number, tieA: number, b: number, tieB: number): boolean {
  return a < b || (a === b && tieA < tieB)
}
