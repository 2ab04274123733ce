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
  #waiting: Change[] = []
  #running: Promise<void> | null = null
  #wake: (() => void) | null = null
  #failed = false

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
    return this.#running === null && !this.#failed
  }

  push(change: Change): void {
    this.#waiting.push(change)
    if (this.#failed) return
    this.#onState({ type: 'saving' })
    this.#running ??= this.#run()
  }

  /** Tries at once what waits to be tried again. @returns When nothing waits any more. */
  async flush(): Promise<void> {
    this.#wake?.()
    await this.#running
  }

  async #run(): Promise<void> {
    // The changes of one key press are pushed in one task; they travel together.
    await Promise.resolve()
    while (this.#waiting.length > 0 && !this.#failed) {
      const changes = this.#waiting
      this.#waiting = []
      await this.#send(changes)
    }
    this.#running = null
    if (!this.#failed) this.#onState({ type: 'saved' })
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
        const final = !PASSING.has(error.code)
        this.#onState({ type: 'unsaved', reason: error.message, final })
        if (final) {
          this.#failed = true
          return
        }
      }
      await this.#pause(delay)
    }
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
