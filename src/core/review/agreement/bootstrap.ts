/** Numbers in `[0, 1)` that are the same for the same seed. */
export type Random = () => number

/** Marsaglia's xorshift with 32 bits: enough to draw articles, and the same everywhere. */
export function randomFrom(seed: number): Random {
  // Zero would stay zero.
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** Samples that are added up together: each number is fetched once for all of them. */
const TOGETHER = 4

/**
 * Draws as many rows as there are, with replacement, and adds them up; again and again.
 * @param matrix - One row for each article after the other.
 * @param size - How many numbers a row has.
 * @param samples - How many sums to give.
 * @see Efron & Tibshirani 1993, An introduction to the bootstrap, chapter 13
 */
export function* resampledSums(
  matrix: Float64Array,
  size: number,
  samples: number,
  random: Random,
): Generator<Float64Array> {
  const rows = matrix.length / size
  const columns = columnsOf(matrix, size)
  for (let from = 0; from < samples; from += TOGETHER) {
    const drawn = Array.from({ length: TOGETHER }, () => drawRows(rows, random))
    const sums = sumColumns(columns, drawn)
    yield* sums.slice(0, samples - from)
  }
}

/** A column of nothing but zeros is empty: there is nothing to add up. */
function columnsOf(matrix: Float64Array, size: number): readonly Float64Array[] {
  const rows = matrix.length / size
  return Array.from({ length: size }, (_, column) => {
    const numbers = new Float64Array(rows)
    for (let row = 0; row < rows; row++) numbers[row] = matrix[row * size + column] ?? 0
    return numbers.some((number) => number !== 0) ? numbers : new Float64Array()
  })
}

/** @returns How often each row is drawn. */
function drawRows(rows: number, random: Random): Float64Array {
  const times = new Float64Array(rows)
  for (let draw = 0; draw < rows; draw++) {
    const row = Math.floor(random() * rows)
    times[row] = (times[row] ?? 0) + 1
  }
  return times
}

/** Most of the time goes into these additions; sums that are variables of their own are not fetched and stored. */
function sumColumns(
  columns: readonly Float64Array[],
  drawn: readonly Float64Array[],
): readonly Float64Array[] {
  const none = new Float64Array()
  const [first = none, second = none, third = none, fourth = none] = drawn
  const sums = drawn.map(() => new Float64Array(columns.length))
  for (const [index, column] of columns.entries()) {
    let [one, two, three, four] = [0, 0, 0, 0]
    for (let row = 0; row < column.length; row++) {
      const number = column[row] ?? 0
      one += number * (first[row] ?? 0)
      two += number * (second[row] ?? 0)
      three += number * (third[row] ?? 0)
      four += number * (fourth[row] ?? 0)
    }
    for (const [sample, sum] of [one, two, three, four].entries()) {
      const into = sums[sample]
      if (into) into[index] = sum
    }
  }
  return sums
}

/** The bounds between which 95 % of values lie, with as many below as above. */
export function percentileInterval(values: Float64Array): readonly [number, number] {
  const ascending = values.toSorted()
  const at = (share: number): number => {
    const place = share * (ascending.length - 1)
    const below = ascending[Math.floor(place)] ?? NaN
    const above = ascending[Math.ceil(place)] ?? NaN
    return below + (above - below) * (place - Math.floor(place))
  }
  return [at(0.025), at(0.975)]
}
