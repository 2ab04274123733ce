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
  #waiting: ReviewRecord[] = []
  /** What was sent and is not answered, or has failed. */
  #sent: readonly ReviewRecord[] = []

  constructor(
    client: Client,
    place: { readonly project: string; readonly article: string },
    onState: (state: SaveState) => void,
  ) {
    this.#delivery = new Delivery<readonly ReviewRecord[]>({
      next: () => (this.#waiting.length === 0 ? null : this.#waiting.splice(0, MOST_RECORDS)),
      send: async (records) => {
        this.#sent = records
        await client.call('review.record', { ...place, records })
        this.#sent = []
      },
      onState,
    })
  }

  get isIdle(): boolean {
    return this.#delivery.isIdle
  }

  /** What is not known to be on disk. */
  get unsaved(): readonly ReviewRecord[] {
    return [...this.#sent, ...this.#waiting]
  }

  push(records: readonly ReviewRecord[]): void {
    this.#waiting.push(...records)
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
    this.#waiting = []
    this.#sent = []
    this.#delivery.abandon()
  }
}
