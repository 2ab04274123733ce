/** Distance in CSS pixels from the edge of the text beyond which the text moves along. */
const EDGE = 24

/** Pixels a frame for each pixel that the pointer is beyond the edge, and at most. */
const SPEED = 0.45
const FASTEST = 120

/** Scrolls while the pointer is held at or beyond the upper or lower edge. */
export class AutoScroll {
  readonly #scroller: HTMLElement
  readonly #onScroll: () => void
  #frame = 0
  #y = 0

  /** @param onScroll - Called after each step, for what lies under the pointer is another then. */
  constructor(scroller: HTMLElement, onScroll: () => void) {
    this.#scroller = scroller
    this.#onScroll = onScroll
  }

  /** Tells where the pointer is, in CSS pixels of the window. */
  follow(y: number): void {
    this.#y = y
    if (this.#frame === 0 && this.#speed() !== 0) this.#frame = requestAnimationFrame(this.#step)
  }

  stop(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
  }

  readonly #step = (): void => {
    const speed = this.#speed()
    this.#frame = speed === 0 ? 0 : requestAnimationFrame(this.#step)
    if (speed === 0) return
    const before = this.#scroller.scrollTop
    this.#scroller.scrollTop += speed
    if (this.#scroller.scrollTop !== before) this.#onScroll()
  }

  #speed(): number {
    const { top, bottom } = this.#scroller.getBoundingClientRect()
    const above = this.#y - (top + EDGE)
    const below = this.#y - (bottom - EDGE)
    const beyond = above < 0 ? above : Math.max(0, below)
    return Math.sign(beyond) * Math.min(FASTEST, Math.ceil(Math.abs(beyond) * SPEED))
  }
}
