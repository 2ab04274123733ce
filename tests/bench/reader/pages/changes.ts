/** Custom highlights change no element: their registry is told apart by a count of its calls. */
let highlightCalls = 0

/** Counts every change of a custom highlight from now on; to be called before any other script. */
export function countHighlightCalls(): void {
  countCalls(Highlight.prototype, ['add', 'delete', 'clear'])
  countCalls(HighlightRegistry.prototype, ['set', 'delete', 'clear'])
}

function countCalls(prototype: object, names: readonly string[]): void {
  const methods = prototype as Record<string, (...args: unknown[]) => unknown>
  for (const name of names) {
    const method = methods[name]
    if (method === undefined) continue
    methods[name] = function counted(this: unknown, ...args: unknown[]): unknown {
      highlightCalls++
      return Reflect.apply(method, this, args)
    }
  }
}

/** Tells whether anything that is drawn in an element, or any highlight, has changed. */
export class ChangeWatch {
  readonly #observer: MutationObserver
  readonly #calls = highlightCalls
  #isChanged = false

  constructor(root: Element) {
    this.#observer = new MutationObserver(() => {
      this.#isChanged = true
    })
    this.#observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
  }

  get isChanged(): boolean {
    this.#isChanged ||= this.#observer.takeRecords().length > 0
    return this.#isChanged || highlightCalls !== this.#calls
  }

  end(): void {
    this.#observer.disconnect()
  }
}
