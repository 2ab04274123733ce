/**
 * The heights of elements that follow each other, and where each begins; a Fenwick tree, so that a
 * change and a question cost the logarithm of their number.
 * @see Peter M. Fenwick, "A new data structure for cumulative frequency tables", 1994
 */
export class HeightTree {
  readonly #heights: Float64Array
  /** At `index`, counted from 1: the sum of as many heights as its lowest bit says, up to it. */
  readonly #sums: Float64Array
  /** The highest power of two within the number of heights. */
  readonly #top: number

  constructor(heights: Float64Array) {
    const { length } = heights
    this.#heights = heights
    this.#sums = new Float64Array(length + 1)
    this.#top = length === 0 ? 0 : 2 ** Math.floor(Math.log2(length))
    for (let index = 1; index <= length; index++) {
      this.#sums[index] = (this.#sums[index] ?? 0) + (heights[index - 1] ?? 0)
      const parent = index + (index & -index)
      if (parent <= length)
        this.#sums[parent] = (this.#sums[parent] ?? 0) + (this.#sums[index] ?? 0)
    }
  }

  get length(): number {
    return this.#heights.length
  }

  get total(): number {
    return this.topOf(this.length)
  }

  heightOf(index: number): number {
    return this.#heights[index] ?? 0
  }

  change(index: number, height: number): void {
    const difference = height - this.heightOf(index)
    if (difference === 0) return
    this.#heights[index] = height
    for (let at = index + 1; at <= this.length; at += at & -at) {
      this.#sums[at] = (this.#sums[at] ?? 0) + difference
    }
  }

  /** How far from the top an element begins; the total for the number of elements. */
  topOf(index: number): number {
    let sum = 0
    for (let at = index; at > 0; at -= at & -at) sum += this.#sums[at] ?? 0
    return sum
  }

  /** The element that lies at a distance from the top, or the nearest one. */
  indexAt(distance: number): number {
    let index = 0
    let rest = distance
    for (let step = this.#top; step > 0; step >>>= 1) {
      const sum = this.#sums[index + step]
      if (sum === undefined || sum > rest) continue
      index += step
      rest -= sum
    }
    return Math.max(0, Math.min(index, this.length - 1))
  }
}
