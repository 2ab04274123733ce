/** Thrown when time is up. */
export class TimeIsUp extends Error {
  override readonly name = 'TimeIsUp'
}

/** A moment after which a contestant is not waited for any more. */
export class Deadline {
  readonly #end: number

  /** @param milliseconds - From now. */
  constructor(milliseconds: number) {
    this.#end = performance.now() + milliseconds
  }

  get left(): number {
    return Math.max(0, this.#end - performance.now())
  }

  /** @throws TimeIsUp when it is not done before. */
  async within<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    const end = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TimeIsUp()), this.left)
    })
    // A page that is closed under its calls makes them fail; nobody waits for that any more.
    work.catch(() => {})
    try {
      return await Promise.race([work, end])
    } finally {
      clearTimeout(timer)
    }
  }
}
