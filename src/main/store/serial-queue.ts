/** Runs tasks one after the other; a task that fails does not stop the next. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** Whether a task runs or waits. */
  get isBusy(): boolean {
    return this.#waiting > 0
  }

  /** @returns What the task returns, after all tasks before it. */
  run<T>(task: () => Promise<T>): Promise<T> {
    this.#waiting++
    const result = this.#last.then(task).finally(() => this.#waiting--)
    this.#last = result.catch(() => undefined)
    return result
  }

  /** Resolves when no task runs or waits any more. */
  async settled(): Promise<void> {
    while (this.isBusy) await this.#last
  }
}
