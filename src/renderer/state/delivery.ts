import { CallError } from './client.ts'

/** Whether everything that was marked is on disk. */
export type SaveState =
  | { readonly type: 'saved' }
  | { readonly type: 'saving' }
  /** The last attempt failed; `final` when trying again cannot help. */
  | { readonly type: 'unsaved'; readonly reason: string; readonly final: boolean }

/** What several deliveries come to: unsaved when one of them is, saved when all are. */
export function jointState(states: readonly SaveState[]): SaveState {
  return (
    states.find(({ type }) => type === 'unsaved') ??
    states.find(({ type }) => type === 'saving') ?? { type: 'saved' }
  )
}

const FIRST_DELAY = 500
const LONGEST_DELAY = 8000

/** Failures of the moment; after all others the same batch would only fail again. */
const PASSING = new Set<CallError['code']>(['storage', 'internal', 'not-ready', 'read-only'])

interface DeliveryOptions<Batch> {
  /** What is to be sent next, which is then no longer waiting; null when nothing is. */
  readonly next: () => Batch | null
  /** @throws CallError when it did not get to the disk. */
  readonly send: (batch: Batch) => Promise<void>
  readonly onState: (state: SaveState) => void
}

/** Carries what waits to the disk, one batch after the other, and tries again what has failed. */
export class Delivery<Batch> {
  readonly #options: DeliveryOptions<Batch>
  #state: SaveState = { type: 'saved' }
  /** What was sent and is not answered, or has failed. */
  #batch: Batch | null = null
  #isRunning = false
  #isAbandoned = false
  #wake: (() => void) | null = null
  #whenSettled: (() => void)[] = []

  constructor(options: DeliveryOptions<Batch>) {
    this.#options = options
  }

  get isIdle(): boolean {
    return this.#state.type === 'saved'
  }

  /** Says that something waits to be sent. */
  begin(): void {
    if (this.#isFinal || this.#isAbandoned) return
    // While an attempt has failed, that stays the news until one succeeds.
    if (this.#state.type === 'saved') this.#tell({ type: 'saving' })
    if (!this.#isRunning) void this.#run()
  }

  /**
   * Tries at once what waits to be tried again.
   * @returns When everything is saved, or the attempt has failed; the latter goes on by itself.
   */
  flush(): Promise<void> {
    if (!this.#isRunning) return Promise.resolve()
    const settled = new Promise<void>((resolve) => this.#whenSettled.push(resolve))
    this.#wake?.()
    return settled
  }

  /**
   * Tries again what has failed, also what has failed for good: a person may have removed the reason.
   * @returns As `flush`.
   */
  retry(): Promise<void> {
    if (this.#isFinal) {
      this.#tell({ type: 'saving' })
      void this.#run()
    }
    return this.flush()
  }

  /** Sends nothing any more; who calls this drops what waits. */
  abandon(): void {
    this.#isAbandoned = true
    this.#batch = null
    this.#tell({ type: 'saved' })
    this.#wake?.()
  }

  get #isFinal(): boolean {
    return this.#state.type === 'unsaved' && this.#state.final
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    // What one key press has brought is pushed in one task, and travels together.
    await Promise.resolve()
    while (!this.#isFinal && !this.#isAbandoned) {
      this.#batch ??= this.#options.next()
      if (this.#batch === null) break
      await this.#send(this.#batch)
    }
    this.#isRunning = false
    if (!this.#isFinal) this.#tell({ type: 'saved' })
  }

  async #send(batch: Batch): Promise<void> {
    for (let delay = FIRST_DELAY; !this.#isAbandoned; delay = Math.min(delay * 2, LONGEST_DELAY)) {
      try {
        await this.#options.send(batch)
        this.#batch = null
        return
      } catch (error) {
        if (!(error instanceof CallError)) throw error
        if (this.#isAbandoned) return
        this.#tell({
          type: 'unsaved',
          reason: error.message,
          final: !PASSING.has(error.code),
        })
        if (this.#isFinal) return
      }
      await this.#pause(delay)
    }
  }

  #tell(state: SaveState): void {
    this.#state = state
    this.#options.onState(state)
    if (state.type === 'saving') return
    const listeners = this.#whenSettled
    this.#whenSettled = []
    for (const resolve of listeners) resolve()
  }

  #pause(delay: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, delay)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
