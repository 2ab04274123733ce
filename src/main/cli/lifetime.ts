import type { AppWindow } from '../browser-host/open-window.ts'

/** A window that is loaded again is away for a moment. */
const RELOAD_WITHIN = 2000
/** A browser that was running already takes the window over, and its own process ends at once. */
const TAKEN_OVER_WITHIN = 10_000

const NEVER_OPENED =
  'The browser ended before its window was open. "rubricator serve --no-open" prints an address to open by hand.'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** npm may pass on a signal that the terminal has sent already: these two are one. */
const ONE_SIGNAL_WITHIN = 1000
const INTERRUPTED = 130

/** When the program is to end: when it is interrupted, or, if it follows a window, with that. */
export class Lifetime {
  /** Resolves with null, or with why the program could not do what it was started for. */
  readonly ended: Promise<string | null>
  #end: (reason: string | null) => void = () => undefined
  #timer: NodeJS.Timeout | undefined
  #follows = false
  #count = 0
  #hasSeenWindow = false
  #interruptedAt: number | null = null

  constructor() {
    this.ended = new Promise((resolve) => (this.#end = resolve))
    for (const signal of SIGNALS) process.on(signal, () => this.#interrupt())
  }

  /** Told whenever a window has come or gone. */
  windows(count: number): void {
    this.#count = count
    this.#hasSeenWindow ||= count > 0
    clearTimeout(this.#timer)
    if (count === 0 && this.#follows) this.#endAfter(RELOAD_WITHIN, null)
  }

  /** Ends with this window from now on. */
  async follow(window: AppWindow): Promise<void> {
    this.#follows = true
    await window.ended
    if (this.#count > 0) return
    if (this.#hasSeenWindow) this.#endAfter(RELOAD_WITHIN, null)
    else this.#endAfter(TAKEN_OVER_WITHIN, NEVER_OPENED)
  }

  #interrupt(): void {
    this.#interruptedAt ??= performance.now()
    // A person who does not want to wait for the windows to save interrupts again.
    if (performance.now() - this.#interruptedAt > ONE_SIGNAL_WITHIN) process.exit(INTERRUPTED)
    this.#end(null)
  }

  #endAfter(milliseconds: number, reason: string | null): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#end(reason), milliseconds)
  }
}
