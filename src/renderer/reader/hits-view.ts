import type { TextRange } from '../../core/text/range.ts'
import type { Find } from '../state/find.ts'
import { TextHighlight } from '../text/highlights.ts'
import type { TextSurface } from '../text/text-surface.ts'

/** What was found in the text, painted; the current hit is brought into sight. */
export class HitsView {
  readonly #surface: TextSurface
  readonly #bringIntoSight: (range: TextRange) => void
  readonly #all = new TextHighlight('rubric-hit', 2)
  readonly #current = new TextHighlight('rubric-current-hit', 3)
  #hits: readonly TextRange[] = []
  #at: TextRange | null = null

  constructor(surface: TextSurface, bringIntoSight: (range: TextRange) => void) {
    this.#surface = surface
    this.#bringIntoSight = bringIntoSight
    this.#all.connect()
    this.#current.connect()
  }

  show(find: Find): void {
    const hits = find.hits.get()
    const current = find.current.get()
    if (hits === this.#hits && current === this.#at) return
    this.#hits = hits
    if (current && current !== this.#at) this.#bringIntoSight(current)
    this.#at = current
    this.paint()
  }

  paint(): void {
    const { offsets, drawnRange } = this.#surface
    this.#all.paint(within(this.#hits, drawnRange), offsets, drawnRange)
    this.#current.paint(this.#at ? [this.#at] : [], offsets, drawnRange)
  }

  dispose(): void {
    this.#all.disconnect()
    this.#current.disconnect()
  }
}

/** Those of many disjoint ranges in order that lie in a range. */
function within(ranges: readonly TextRange[], { start, end }: TextRange): readonly TextRange[] {
  let from = 0
  let to = ranges.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((ranges[middle]?.end ?? 0) <= start) from = middle + 1
    else to = middle
  }
  let last = from
  while ((ranges[last]?.start ?? end) < end) last += 1
  return ranges.slice(from, last)
}
