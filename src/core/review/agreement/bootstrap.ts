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
    const sums = sumColumns(columns, size, drawn)
    yield* sums.slice(0, samples - from)
  }
}

/** A column of the matrix by its number. */
interface Column {
  readonly index: number
  readonly numbers: Float64Array
}

/** Without those of nothing but zeros: there is nothing to add up. */
function columnsOf(matrix: Float64Array, size: number): readonly Column[] {
  const rows = matrix.length / size
  return Array.from({ length: size }, (_, index) => {
    const numbers = new Float64Array(rows)
    for (let row = 0; row < rows; row++) numbers[row] = matrix[row * size + index] ?? 0
    return { index, numbers }
  }).filter(({ numbers }) => numbers.some((number) => number !== 0))
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

/**
 * Most of the time goes into these additions: two columns of four samples at a time, of which every number is fetched
 * once, into sums that are variables of their own and are not fetched and stored.
 */
function sumColumns(
  columns: readonly Column[],
  size: number,
  drawn: readonly Float64Array[],
): readonly Float64Array[] {
  const none = new Float64Array()
  const [first = none, second = none, third = none, fourth = none] = drawn
  const sums = drawn.map(() => new Float64Array(size))
  for (let next = 0; next < columns.length; next += 2) {
    const [left, right] = [columns[next], columns[next + 1]]
    const [a, b] = [left?.numbers ?? none, right?.numbers ?? none]
    let [a1, a2, a3, a4] = [0, 0, 0, 0]
    let [b1, b2, b3, b4] = [0, 0, 0, 0]
    for (let row = 0; row < a.length; row++) {
      const inA = a[row] ?? 0
      const inB = b[row] ?? 0
      const one = first[row] ?? 0
      const two = second[row] ?? 0
      const three = third[row] ?? 0
      const four = fourth[row] ?? 0
      a1 += inA * one
      a2 += inA * two
      a3 += inA * three
      a4 += inA * four
      b1 += inB * one
      b2 += inB * two
      b3 += inB * three
      b4 += inB * four
    }
    store(sums, left, [a1, a2, a3, a4])
    store(sums, right, [b1, b2, b3, b4])
  }
  return sums
}

function store(
  sums: readonly Float64Array[],
  column: Column | undefined,
  numbers: readonly number[],
): void {
  if (column === undefined) return
  for (const [sample, into] of sums.entries()) into[column.index] = numbers[sample] ?? 0
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
