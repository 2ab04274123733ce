import { paragraphIndexAt } from '../../core/text/paragraphs.ts'
import type { TextRange } from '../../core/text/range.ts'
import type { Block } from './block.ts'
import { HeightTree } from './height-tree.ts'

/** A place in the text that can be found again after the text was laid out in another way. */
export interface TextPlace {
  /** Where a block starts, in UTF-16 code units. */
  readonly offset: number
  /** How far down that block, as a part of its height. */
  readonly part: number
}

/** A height in CSS pixels that a block was found to have. */
export type MeasuredHeight = readonly [index: number, height: number]

/** Differences below this, in CSS pixels, come from rounding. */
const SAME = 0.05

/** Where all blocks of an article lie, one under the other, by heights estimated or measured. */
export class BlockLayout {
  readonly blocks: readonly Block[]
  readonly #heights: HeightTree
  readonly #isMeasured: Uint8Array
  #version = 0

  /** @param estimate - Guesses a block's height in CSS pixels. */
  constructor(blocks: readonly Block[], estimate: (block: Block) => number) {
    this.blocks = blocks
    this.#heights = new HeightTree(Float64Array.from(blocks, estimate))
    this.#isMeasured = new Uint8Array(blocks.length)
  }

  get total(): number {
    return this.#heights.total
  }

  /** Counts how often heights have changed. */
  get version(): number {
    return this.#version
  }

  topOf(index: number): number {
    return this.#heights.topOf(index)
  }

  /** The block at a distance from the top of the text, or the nearest one. */
  indexAt(distance: number): number {
    return this.#heights.indexAt(distance)
  }

  /** The block that holds an offset, or else the nearest before it. */
  indexOf(offset: number): number {
    return paragraphIndexAt(this.blocks, offset)
  }

  /** The blocks that share text with a range, as the first and the last. */
  indicesOf({ start, end }: TextRange): readonly [first: number, last: number] {
    return [this.indexOf(start), this.indexOf(Math.max(start, end - 1))]
  }

  isMeasured(index: number): boolean {
    return this.#isMeasured[index] === 1
  }

  /** Says that a block may have another height by now. */
  forget(index: number): void {
    this.#isMeasured[index] = 0
  }

  /** Takes over measured heights. @returns Whether one is not what it was taken for. */
  adopt(measured: readonly MeasuredHeight[]): boolean {
    let isChanged = false
    for (const [index, height] of measured) {
      this.#isMeasured[index] = 1
      if (Math.abs(height - this.#heights.heightOf(index)) < SAME) continue
      this.#heights.change(index, height)
      isChanged = true
    }
    if (isChanged) this.#version += 1
    return isChanged
  }

  /** About how far from the top an offset lies. */
  distanceOf(offset: number): number {
    const index = this.indexOf(offset)
    return this.topOf(index) + this.#partOf(index, offset) * this.#heights.heightOf(index)
  }

  /** How far down the whole article offsets lie, from 0 to 1; they come in order. */
  fractionsOf(offsets: readonly number[]): Float64Array {
    const total = Math.max(1, this.total)
    let index = 0
    let top = 0
    return Float64Array.from(offsets, (offset) => {
      while (offset >= (this.blocks[index + 1]?.start ?? Infinity)) {
        top += this.#heights.heightOf(index)
        index += 1
      }
      return (top + this.#partOf(index, offset) * this.#heights.heightOf(index)) / total
    })
  }

  /** What lies at a distance from the top. */
  placeAt(distance: number): TextPlace {
    const index = this.indexAt(distance)
    const height = Math.max(1, this.#heights.heightOf(index))
    const part = Math.max(0, (distance - this.topOf(index)) / height)
    return { offset: this.blocks[index]?.start ?? 0, part }
  }

  /** How far from the top a place lies by now. */
  distanceTo({ offset, part }: TextPlace): number {
    const index = this.indexOf(offset)
    return this.topOf(index) + part * this.#heights.heightOf(index)
  }

  #partOf(index: number, offset: number): number {
    const block = this.blocks[index]
    if (block === undefined) return 0
    return Math.min(1, Math.max(0, (offset - block.start) / (block.end - block.start)))
  }
}
