import { setImmediate as breathe } from 'node:timers/promises'

/**
 * How long the thread which answers windows is busy at a time, in milliseconds. An edit comes back to it a dozen
 * times until it is on disk.
 */
const TURN = 2

/** Cuts work on the thread that answers windows into turns, between which it answers. */
export class Turns {
  #begun = performance.now()

  /** Whether others should have theirs: then `end` is awaited. */
  get isOver(): boolean {
    return performance.now() - this.#begun > TURN
  }

  /** Lets everything else happen that waits. */
  async end(): Promise<void> {
    await breathe()
    this.#begun = performance.now()
  }
}
