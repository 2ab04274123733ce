import { percentileInterval, randomFrom, resampledSums } from './bootstrap.ts'
import { isDefined } from './measure.ts'
import { measuresOf, talliesIn, tallySize } from './tally.ts'

/** 95 % intervals by measure, where there is one. */
export type Intervals = Readonly<Record<string, readonly [number, number]>>

/** How intervals are found; the same seed gives the same ones. */
export interface BootstrapOptions {
  readonly samples: number
  readonly seed: number
}

/** Fewer articles say nothing of how much others would differ. */
const FEWEST_ARTICLES = 5
/** An interval of the other samples would be one of samples that suit it. */
const MOST_UNDEFINED = 0.05

/**
 * Finds intervals by drawing articles anew.
 * @param matrix - A row for each article: the tallies of all labels one after the other.
 * @returns Those of each label, and last of all; a measure without one is not named.
 */
export function intervalsOf(
  matrix: Float64Array,
  labels: number,
  annotators: number,
  { samples, seed }: BootstrapOptions,
): readonly Intervals[] {
  const size = labels * tallySize(annotators)
  const values = Array.from({ length: labels + 1 }, () => new Map<string, number[]>())
  if (annotators >= 2 && matrix.length >= FEWEST_ARTICLES * size) {
    for (const sums of resampledSums(matrix, size, samples, randomFrom(seed))) {
      for (const [index, tally] of talliesIn(sums, labels, annotators).entries()) {
        for (const [name, measure] of Object.entries(measuresOf(tally, annotators))) {
          if (!isDefined(measure)) continue
          const found = values[index]?.get(name)
          if (found === undefined) values[index]?.set(name, [measure])
          else found.push(measure)
        }
      }
    }
  }
  return values.map((found) =>
    Object.fromEntries(
      [...found]
        .filter(([, each]) => each.length >= samples * (1 - MOST_UNDEFINED))
        .map(([name, each]) => [name, percentileInterval(Float64Array.from(each))]),
    ),
  )
}
