import type { BenchRange, BenchSpan } from '../../documents/document.ts'

/** Spans in a sorted array: all that is needed to find those in sight. */
export class SpanStore {
  readonly #spans: BenchSpan[]
  readonly #byId: Map<string, BenchSpan>
  /** No span is longer: those that reach into a range begin this far before it at most. */
  #longest: number

  constructor(spans: readonly BenchSpan[]) {
    this.#spans = [...spans]
    this.#byId = new Map(spans.map((span) => [span.id, span]))
    this.#longest = spans.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  }

  get count(): number {
    return this.#spans.length
  }

  get(id: string): BenchSpan | undefined {
    return this.#byId.get(id)
  }

  add(span: BenchSpan): void {
    this.#spans.splice(this.#indexFrom(span.start), 0, span)
    this.#byId.set(span.id, span)
    this.#longest = Math.max(this.#longest, span.end - span.start)
  }

  /** @returns The span as it was. */
  remove(id: string): BenchSpan | undefined {
    const span = this.#byId.get(id)
    if (span === undefined) return undefined
    let index = this.#indexFrom(span.start)
    while (this.#spans[index] !== span) index++
    this.#spans.splice(index, 1)
    this.#byId.delete(id)
    return span
  }

  /** The spans that cover any of a range. */
  within({ start, end }: BenchRange): readonly BenchSpan[] {
    const found: BenchSpan[] = []
    for (let index = this.#indexFrom(start - this.#longest); ; index++) {
      const span = this.#spans[index]
      if (span === undefined || span.start >= end) return found
      if (span.end > start) found.push(span)
    }
  }

  /** The index of the first span that begins at an offset or after it. */
  #indexFrom(offset: number): number {
    let from = 0
    let to = this.#spans.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((this.#spans[middle]?.start ?? 0) < offset) from = middle + 1
      else to = middle
    }
    return from
  }
}
