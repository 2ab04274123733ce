import type { AnnotationSet } from '../../annotation/annotation-set.ts'
import { alignPair, type PairAligner } from '../align-pair.ts'

/** Which label one annotator gave where another gave which. */
export interface Confusion {
  /** Of the rows and columns; after the last label stands *not marked*. */
  readonly labels: readonly string[]
  /** The first annotator's label is the row, the second's the column. */
  readonly cells: readonly (readonly number[])[]
}

/** The cells of a matrix of so many labels, row after row. */
export function newCells(labels: number): Int32Array {
  return new Int32Array((labels + 1) ** 2)
}

/**
 * Counts what two annotators made of each place that one of them has marked: spans are paired one to one by
 * `alignPair`, and what has no counterpart was not marked by the other.
 * @param labels - All that the spans may have.
 * @param cells - Of `newCells`; added to.
 */
export function countConfusion(
  [one, other]: readonly [AnnotationSet, AnnotationSet],
  labels: readonly string[],
  cells: Int32Array,
  align: PairAligner = alignPair,
): void {
  const numbers = new Map(labels.map((label, number) => [label, number]))
  const width = labels.length + 1
  const count = (row: string | null, column: string | null): void => {
    const at = numberOf(numbers, row) * width + numberOf(numbers, column)
    cells[at] = (cells[at] ?? 0) + 1
  }
  const { pairs, onlyA, onlyB } = align(one.spans, other.spans)
  for (const [a, b] of pairs) count(a.label, b.label)
  for (const { label } of onlyA) count(label, null)
  for (const { label } of onlyB) count(null, label)
}

/** @param label - Null is *not marked*. */
function numberOf(numbers: ReadonlyMap<string, number>, label: string | null): number {
  return label === null ? numbers.size : (numbers.get(label) ?? numbers.size)
}

/** The matrix of one pair of annotators. */
export function confusionOf(labels: readonly string[], cells: Int32Array): Confusion {
  const width = labels.length + 1
  return {
    labels,
    cells: Array.from({ length: width }, (_, row) => [
      ...cells.subarray(row * width, (row + 1) * width),
    ]),
  }
}

/**
 * The matrix of a group of more than two: its pairs added up. There is no first annotator, so the cell of two
 * labels has the pairs of spans with the one and the other, whoever gave which, and stands there twice, on both
 * sides of the diagonal.
 */
export function symmetricConfusion(
  labels: readonly string[],
  pairs: readonly Int32Array[],
): Confusion {
  const sum = newCells(labels.length)
  const width = labels.length + 1
  for (const cells of pairs) {
    for (const [at, number] of cells.entries()) {
      const turned = (at % width) * width + Math.floor(at / width)
      sum[at] = (sum[at] ?? 0) + number
      if (turned !== at) sum[turned] = (sum[turned] ?? 0) + number
    }
  }
  return confusionOf(labels, sum)
}
