import { computed, signal } from '@lit-labs/signals'
import type { ReviewRecord } from '../../../core/review/log/record.ts'
import type { Client } from '../client.ts'
import { Delivery, type SaveState } from '../delivery.ts'

/** Records that travel in one call; the contract takes some more. */
const MOST_RECORDS = 10_000

/**
 * Carries what was said in the review of one article to the disk. A record that is sent again after a
 * lost answer is known by its id, and not added twice.
 */
export class RecordQueue {
  readonly #delivery: Delivery<readonly ReviewRecord[]>
  readonly #waiting = signal<readonly ReviewRecord[]>([])
  /** What was sent and is not answered, or has failed. */
  readonly #sent = signal<readonly ReviewRecord[]>([])
  /** What is not known to be on disk. */
  readonly unsaved = computed<readonly ReviewRecord[]>(() => [
    ...this.#sent.get(),
    ...this.#waiting.get(),
  ])

  constructor(
    client: Client,
    place: { readonly project: string; readonly article: string },
    onState: (state: SaveState) => void,
  ) {
    this.#delivery = new Delivery<readonly ReviewRecord[]>({
      next: () => this.#next(),
      send: async (records) => {
        await client.call('review.record', { ...place, records })
        this.#sent.set([])
      },
      onState,
    })
  }

  get isIdle(): boolean {
    return this.#delivery.isIdle
  }

  push(records: readonly ReviewRecord[]): void {
    this.#waiting.set([...this.#waiting.get(), ...records])
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

  /** Gives up what is not saved. */
  abandon(): void {
    this.#waiting.set([])
    this.#sent.set([])
    this.#delivery.abandon()
  }

  #next(): readonly ReviewRecord[] | null {
    const waiting = this.#waiting.get()
    if (waiting.length === 0) return null
    this.#sent.set(waiting.slice(0, MOST_RECORDS))
    this.#waiting.set(waiting.slice(MOST_RECORDS))
    return this.#sent.get()
  }
}
