/** What it needs to know of a window's contents. */
interface PageEvents {
  on(event: 'did-start-loading', listener: () => void): unknown
  on(event: 'render-process-gone', listener: () => void): unknown
}

/**
 * Whether a window's page listens. It does from its first call on, before which it has nothing
 * unsaved and would not answer, until it is loaded anew or crashes.
 */
export class PagePresence {
  #isListening = false

  constructor(contents: PageEvents) {
    const forget = (): void => {
      this.#isListening = false
    }
    contents.on('did-start-loading', forget)
    contents.on('render-process-gone', forget)
  }

  get isListening(): boolean {
    return this.#isListening
  }

  /** To be told of every call that the page makes. */
  heard(): void {
    this.#isListening = true
  }
}
