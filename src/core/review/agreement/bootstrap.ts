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
  const matrix = new Float64Array(rows.length * size)
  for (const [index, row] of rows.entries()) matrix.set(row, index * size)
  for (let sample = 0; sample < samples; sample++) {
    const times = new Uint32Array(rows.length)
    for (let draw = 0; draw < rows.length; draw++) {
      const drawn = Math.floor(random() * rows.length)
      times[drawn] = (times[drawn] ?? 0) + 1
    }
    const sums = new Float64Array(size)
    // In the order of the rows, of which a third is not drawn: most of the time goes into these additions.
    for (const [row, weight] of times.entries()) {
      if (weight === 0) continue
      for (let column = 0, at = row * size; column < size; column++, at++) {
        sums[column] = (sums[column] ?? 0) + weight * (matrix[at] ?? 0)
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
