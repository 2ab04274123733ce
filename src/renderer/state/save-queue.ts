import type { AnnotationDocument, Change } from '../../core/annotation/history.ts'
import type { Client } from './client.ts'
import { Delivery, type SaveState } from './delivery.ts'

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
  readonly #delivery: Delivery<Batch>
  #revision: number
  /** What is on disk, as far as the answers say. */
  #saved: AnnotationDocument
  #latest: AnnotationDocument
  #waiting: Change[] = []
  #isAbandoned = false

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
    this.#delivery = new Delivery({
      next: () => this.#nextBatch(),
      send: (batch) => this.#send(batch),
      onState,
    })
  }

  get isIdle(): boolean {
    return this.#delivery.isIdle
  }

  /** The marks as they were saved last. */
  get saved(): AnnotationDocument {
    return this.#saved
  }

  /** @param after - The marks after this change, and after all that were pushed before. */
  push(change: Change, after: AnnotationDocument): void {
    this.#waiting.push(change)
    this.#latest = after
    this.#delivery.begin()
  }

  /** See `Delivery.flush`. */
  flush(): Promise<void> {
    return this.#delivery.flush()
  }

  /** See `Delivery.retry`. */
  retry(): Promise<void> {
    return this.#delivery.retry()
  }

  /** Gives up what is not saved: nothing of it is sent any more. */
  abandon(): void {
    this.#isAbandoned = true
    this.#waiting = []
    this.#delivery.abandon()
  }

  #nextBatch(): Batch | null {
    if (this.#waiting.length === 0) return null
    const changes = this.#waiting
    this.#waiting = []
    return { id: crypto.randomUUID(), changes, after: this.#latest }
  }

  async #send({ id, changes, after }: Batch): Promise<void> {
    const { revision } = await this.#client.call('annotations.apply', {
      project: this.#project,
      article: this.#article,
      batch: id,
      baseRevision: this.#revision,
      changes,
    })
    if (this.#isAbandoned) return
    this.#revision = revision
    this.#saved = after
  }
}
