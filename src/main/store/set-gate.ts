/**
 * Keeps what changes single sets apart from what changes all of them: passing goes on side by side, until
 * somebody closes the gate; then those who pass come to an end, and whoever comes waits until it opens.
 */
export class SetGate {
  readonly #passing = new Set<Promise<unknown>>()
  #closed: Promise<unknown> = Promise.resolve()
  #isClosed = false

  /** @returns What the task returns, once the gate is open. */
  async pass<T>(task: () => Promise<T>): Promise<T> {
    while (this.#isClosed) await this.#closed
    const running = task()
    this.#passing.add(running)
    try {
      return await running
    } finally {
      this.#passing.delete(running)
    }
  }

  /** Does something while nobody passes; one after the other. */
  async close<T>(task: () => Promise<T>): Promise<T> {
    while (this.#isClosed) await this.#closed
    this.#isClosed = true
    const running = Promise.allSettled(this.#passing).then(task)
    this.#closed = running.catch(() => undefined)
    try {
      return await running
    } finally {
      this.#isClosed = false
    }
  }
}
