import { setImmediate as breathe } from 'node:timers/promises'

/** Nobody notices that the thread which answers windows was busy for so long, in milliseconds. */
const TURN = 8

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
