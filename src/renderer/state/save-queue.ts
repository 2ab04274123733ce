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

/** Changes that travel together. */
interface Batch {
  readonly id: string
  readonly changes: readonly Change[]
  /** What the article's marks are once it is written. */
  readonly after: AnnotationDocument
}

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
  /** What is on disk, as far as the answers say. */
  #saved: AnnotationDocument
  #latest: AnnotationDocument
  /** What was sent and is not answered, or has failed. */
  #batch: Batch | null = null
  #waiting: Change[] = []
  #isRunning = false
  #isAbandoned = false
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
    this.#saved = document
    this.#latest = document
    this.#onState = onState
  }

  get isIdle(): boolean {
    return this.#state.type === 'saved'
  }

  /** The marks as they were saved last. */
  get saved(): AnnotationDocument {
    return this.#saved
  }

  /** @param after - The marks after this change, and after all that were pushed before. */
  push(change: Change, after: AnnotationDocument): void {
    this.#waiting.push(change)
    this.#latest = after
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

  /** Gives up what is not saved: nothing of it is sent any more. */
  abandon(): void {
    this.#isAbandoned = true
    this.#batch = null
    this.#waiting = []
    this.#tell({ type: 'saved' })
    this.#wake?.()
  }

  get #isFinal(): boolean {
    return this.#state.type === 'unsaved' && this.#state.final
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    // The changes of one key press are pushed in one task; they travel together.
    await Promise.resolve()
    while (!this.#isFinal) {
      this.#batch ??= this.#nextBatch()
      if (this.#batch === null) break
      await this.#send(this.#batch)
    }
    this.#isRunning = false
    if (!this.#isFinal) this.#tell({ type: 'saved' })
  }

  #nextBatch(): Batch | null {
    if (this.#waiting.length === 0) return null
    const changes = this.#waiting
    this.#waiting = []
    return { id: crypto.randomUUID(), changes, after: this.#latest }
  }

  async #send({ id, changes, after }: Batch): Promise<void> {
    for (let delay = FIRST_DELAY; !this.#isAbandoned; delay = Math.min(delay * 2, LONGEST_DELAY)) {
      try {
        const { revision } = await this.#client.call('annotations.apply', {
          project: this.#project,
          article: this.#article,
          batch: id,
          baseRevision: this.#revision,
          changes,
        })
        this.#revision = revision
        this.#saved = after
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
