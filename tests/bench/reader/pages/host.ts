import { ADDED_LABEL, type BenchDocument, type BenchSpan } from '../documents/document.ts'
import { KEYS, type Contestant, type Keys } from './contestant.ts'
import './page.css'

/** The page around a contestant: loads documents, and turns keys into calls. */
class Host {
  readonly root: string
  readonly scroller: string
  readonly keys: Keys
  /** What the contestant can do, by its interface. */
  readonly able: readonly (keyof Keys)[]
  readonly #contestant: Contestant
  #document: BenchDocument | undefined
  #span: BenchSpan | undefined
  #further: number[] = []
  #serial = 0

  constructor(contestant: Contestant) {
    const { native = [], root, scroller } = contestant
    this.#contestant = contestant
    this.root = root
    this.scroller = scroller
    this.keys = { ...KEYS, ...contestant.keys }
    this.able = (['add', 'remove', 'move', 'jump'] as const).filter(
      (action) => native.includes(action) || contestant[action] !== undefined,
    )
    const listening = this.able.filter((action) => !native.includes(action))
    addEventListener('keydown', (event) => {
      const action = listening.find((candidate) => this.keys[candidate] === nameOf(event))
      if (action === undefined) return
      event.preventDefault()
      this.#do(action)
    })
  }

  /** Loads the contestant, shows it the small document, and gets the other one into memory. */
  async prepare(warmUp: string, name: string): Promise<void> {
    await this.#contestant.load?.()
    const small = await documentOf(warmUp)
    this.#document = await documentOf(name)
    await this.#contestant.open(small)
    await window.benchProbe.paintedWhen(() => this.#contestant.isDrawn(), true)
  }

  /** @returns Milliseconds from the document in memory to its first spans on the screen. */
  async open(): Promise<number> {
    const begun = performance.now()
    await this.#contestant.open(this.#opened)
    const head = this.#opened.text.slice(0, 16)
    const isOpen = (): boolean =>
      this.#contestant.isDrawn() &&
      window.benchProbe.beginsWith(document.querySelector(this.root), head)
    return ((await window.benchProbe.paintedWhen(isOpen, true)) ?? Infinity) - begun
  }

  get count(): number {
    return this.#contestant.count()
  }

  /** Whether the last key that moved did so. */
  get isMoved(): boolean {
    const span = this.#span
    return span !== undefined && this.#contestant.endOf(span.id) === span.end
  }

  /** Selects where the next span is added. */
  select(index: number): void {
    const place = this.#opened.places[index]
    if (place === undefined) throw new RangeError(`There is no place ${index}`)
    const { start, end, further } = place
    this.#further = [...further]
    this.#span = { id: `added-${this.#serial++}`, label: ADDED_LABEL, start, end }
    this.#contestant.select?.(place)
  }

  /** Selects the span that was added last. */
  choose(): void {
    if (this.#span) this.#contestant.choose?.(this.#span.id)
  }

  get #opened(): BenchDocument {
    if (this.#document === undefined) throw new Error('No document is in memory')
    return this.#document
  }

  #do(action: keyof Keys): void {
    const last = this.#opened.spans.at(-1)
    if (action === 'jump') {
      if (last) this.#contestant.jump?.(last)
      return
    }
    const span = this.#span
    if (span === undefined) return
    if (action === 'add') this.#contestant.add(span)
    else if (action === 'remove') this.#contestant.remove?.(span.id)
    else {
      const end = this.#further.shift() ?? span.end
      this.#span = { ...span, end }
      this.#contestant.move?.(span.id, this.#span)
    }
  }
}

async function documentOf(name: string): Promise<BenchDocument> {
  const response = await fetch(`/documents/${name}.json`)
  return (await response.json()) as BenchDocument
}

/** A key press as Playwright would be told it. */
function nameOf({ altKey, shiftKey, key }: KeyboardEvent): string {
  return `${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${key}`
}

declare global {
  interface Window {
    bench?: Host
  }
}

/** Puts a contestant on the page. */
export function serve(contestant: Contestant): void {
  window.bench = new Host(contestant)
}
