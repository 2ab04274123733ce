/*
 * An annotation set and its history, said as plainly as can be and sharing nothing with the program:
 * what the specs hold the program against. Bounds are in UTF-16 code units.
 */

export interface PlainSpan {
  /** Names the span in the model; it keeps it whatever is done to the span. */
  readonly key: number
  readonly label: string
  readonly start: number
  readonly end: number
  readonly note: string | null
  readonly attributes: Readonly<Record<string, string | number | boolean>>
}

interface State {
  readonly status: string
  readonly spans: readonly PlainSpan[]
}

export class PlainSet {
  #state: State
  #undo: readonly State[] = []
  #redo: readonly State[] = []
  #keys = 0

  constructor(status = 'not-started', spans: readonly Omit<PlainSpan, 'key'>[] = []) {
    this.#state = { status, spans: ordered(spans.map((span) => ({ ...span, key: this.#keys++ }))) }
  }

  get status(): string {
    return this.#state.status
  }

  /** By start, then longest first, then by label. */
  get spans(): readonly PlainSpan[] {
    return this.#state.spans
  }

  get undoable(): number {
    return this.#undo.length
  }

  get redoable(): number {
    return this.#redo.length
  }

  find(key: number | null): PlainSpan | undefined {
    return this.spans.find((span) => span.key === key)
  }

  /** @returns The new span's key; null when there is such a span. */
  add(
    label: string,
    { start, end }: { readonly start: number; readonly end: number },
  ): number | null {
    const key = this.#keys++
    const span = { key, label, start, end, note: null, attributes: {} }
    return this.#put([...this.spans, span]) ? key : null
  }

  /** @returns Whether it changed anything. */
  change(key: number, part: Partial<Omit<PlainSpan, 'key'>>): boolean {
    const before = this.find(key)
    if (before === undefined) return false
    const after = { ...before, ...part }
    if (JSON.stringify(before) === JSON.stringify(after)) return false
    return this.#put(this.spans.map((span) => (span === before ? after : span)))
  }

  remove(key: number): boolean {
    return this.find(key) !== undefined && this.#put(this.spans.filter((span) => span.key !== key))
  }

  setStatus(status: string): boolean {
    if (status === this.status) return false
    this.#do({ status, spans: this.spans })
    return true
  }

  /** @returns Whether there was anything to take back. */
  undo(): boolean {
    const before = this.#undo.at(-1)
    if (before === undefined) return false
    this.#redo = [...this.#redo, this.#state]
    this.#undo = this.#undo.slice(0, -1)
    this.#state = before
    return true
  }

  redo(): boolean {
    const after = this.#redo.at(-1)
    if (after === undefined) return false
    this.#undo = [...this.#undo, this.#state]
    this.#redo = this.#redo.slice(0, -1)
    this.#state = after
    return true
  }

  /** Takes over other spans, unless two of them are alike; whoever marks has begun. */
  #put(spans: readonly PlainSpan[]): boolean {
    const places = new Set(spans.map(({ label, start, end }) => `${start} ${end} ${label}`))
    if (places.size < spans.length) return false
    const status = this.status === 'not-started' ? 'in-progress' : this.status
    this.#do({ status, spans: ordered(spans) })
    return true
  }

  #do(state: State): void {
    this.#undo = [...this.#undo, this.#state]
    this.#redo = []
    this.#state = state
  }
}

function ordered(spans: readonly PlainSpan[]): readonly PlainSpan[] {
  return spans.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || (a.label < b.label ? -1 : 1),
  )
}
