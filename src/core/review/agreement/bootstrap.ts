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

/**
 * Draws as many rows as there are, with replacement, and adds them up; again and again.
 * @param rows - One for each article, all of the same length.
 * @param samples - How many sums to give.
 * @see Efron & Tibshirani 1993, An introduction to the bootstrap, chapter 13
 */
export function* resampledSums(
  rows: readonly (readonly number[])[],
  samples: number,
  random: Random,
): Generator<readonly number[]> {
  const size = rows[0]?.length ?? 0
  const matrix = Float64Array.from({ length: rows.length * size }, (_, index) => {
    return rows[Math.floor(index / size)]?.[index % size] ?? 0
  })
  for (let sample = 0; sample < samples; sample++) {
    const sums = new Float64Array(size)
    for (let draw = 0; draw < rows.length; draw++) {
      const at = Math.floor(random() * rows.length) * size
      for (let column = 0; column < size; column++) {
        sums[column] = (sums[column] ?? 0) + (matrix[at + column] ?? 0)
      }
    }
    yield [...sums]
  }
}

/** The bounds between which 95 % of values lie, with as many below as above. */
export function percentileInterval(values: readonly number[]): readonly [number, number] {
  const ascending = values.toSorted((a, b) => a - b)
  const at = (share: number): number => {
    const place = share * (ascending.length - 1)
    const below = ascending[Math.floor(place)] ?? NaN
    const above = ascending[Math.ceil(place)] ?? NaN
    return below + (above - below) * (place - Math.floor(place))
  }
  return [at(0.025), at(0.975)]
}
