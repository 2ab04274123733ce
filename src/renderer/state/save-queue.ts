import type { AnnotationDocument, Change } from '../../core/annotation/history.ts'
import { CallError, type Client } from './client.ts'

/** Whether everything that was marked is on disk. */
export type SaveState =
  | { readonly type: 'saved' }
  | { readonly type: 'saving' }
  /** The last attempt failed; `final` when trying again cannot help. */
  | { readonly type: 'unsaved'; readonly reason: string; readonly final: boolean }

const FIRST_DELAY = 500
const LONGEST_DELAY = 8000

/** Failures of the moment; after all others the same batch would only fail again. */
const PASSING = new Set<CallError['code']>(['storage', 'internal', 'not-ready', 'read-only'])

/**
 * Carries one article's changes to the disk, in order. What waits is sent together; a batch keeps
 * its id while it is tried again, so that one whose answer was lost is not applied twice.
 */
export class SaveQueue {
  readonly #client: Client
  readonly #project: string
  readonly #article: string
  readonly #onState: (state: SaveState) => void
  #revision: number
  #state: SaveState = { type: 'saved' }
  #waiting: Change[] = []
  #isRunning = false
  #wake: (() => void) | null = null
  #whenSettled: (() => void)[] = []

  constructor(
    client: Client,
    project: string,
    document: AnnotationDocument,
    onState: (state: SaveState) => void,
  ) {
    this.#client = client
    this.#project = project
    this.#article = document.set.article
    this.#revision = document.revision
    this.#onState = onState
  }

  get isIdle(): boolean {
    return this.#state.type === 'saved'
  }

  push(change: Change): void {
    this.#waiting.push(change)
    if (this.#isFinal) return
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

  get #isFinal(): boolean {
    return this.#state.type === 'unsaved' && this.#state.final
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    // The changes of one key press are pushed in one task; they travel together.
    await Promise.resolve()
    while (this.#waiting.length > 0 && !this.#isFinal) {
      const changes = this.#waiting
      this.#waiting = []
      await this.#send(changes)
    }
    this.#isRunning = false
    if (!this.#isFinal) this.#tell({ type: 'saved' })
  }

  async #send(changes: readonly Change[]): Promise<void> {
    const batch = crypto.randomUUID()
    for (let delay = FIRST_DELAY; ; delay = Math.min(delay * 2, LONGEST_DELAY)) {
      try {
        const { revision } = await this.#client.call('annotations.apply', {
          project: this.#project,
          article: this.#article,
          batch,
          baseRevision: this.#revision,
          changes,
        })
        this.#revision = revision
        return
      } catch (error) {
        if (!(error instanceof CallError)) throw error
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
    this.#onState(state)
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
