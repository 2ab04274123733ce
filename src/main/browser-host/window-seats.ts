/** How long the writing window's right is kept for it when it goes: a reload takes less. */
export const HELD_FOR = 2000

export interface Seat {
  /** Stays the same when the window is loaded again. */
  readonly id: string
  writable: boolean
}

/**
 * Who writes: the first window that comes, until it goes; then the one that has been there longest.
 * A window that is loaded again has its right back, even when others are waiting for it.
 */
export class WindowSeats<W extends Seat> {
  readonly #onPromoted: (window: W) => void
  #windows: readonly W[] = []
  #held: { readonly id: string; readonly timer: NodeJS.Timeout } | null = null

  constructor(onPromoted: (window: W) => void) {
    this.#onPromoted = onPromoted
  }

  get windows(): readonly W[] {
    return this.#windows
  }

  join(window: W): void {
    const isHeldFor = this.#held?.id === window.id
    if (isHeldFor) this.#release()
    window.writable = isHeldFor || (this.#held === null && !this.#windows.some((w) => w.writable))
    this.#windows = [...this.#windows, window]
  }

  leave(window: W): void {
    this.#windows = this.#windows.filter((other) => other !== window)
    const wrote = window.writable
    window.writable = false
    if (this.#windows.length === 0) this.#release()
    else if (wrote) {
      this.#held = { id: window.id, timer: setTimeout(() => this.#promote(), HELD_FOR) }
    }
  }

  /** Forgets the windows, so that no timer is left. */
  clear(): void {
    this.#release()
    this.#windows = []
  }

  #promote(): void {
    this.#release()
    const [first] = this.#windows
    if (first === undefined) return
    first.writable = true
    this.#onPromoted(first)
  }

  #release(): void {
    clearTimeout(this.#held?.timer)
    this.#held = null
  }
}
