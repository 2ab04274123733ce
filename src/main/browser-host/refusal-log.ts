/** Refusals that are listed one by one; a page that tries without end must not fill the terminal. */
const LISTED = 100

/** Counts what was turned away and says so, without repeating anything that came with a request. */
export class RefusalLog {
  readonly #write: (line: string) => void
  #count = 0

  constructor(write: (line: string) => void) {
    this.#write = write
  }

  get count(): number {
    return this.#count
  }

  add(sentence: string): void {
    this.#count++
    if (this.#count > LISTED) return
    this.#write(`Refused: ${sentence}`)
    if (this.#count === LISTED) this.#write('Further refusals are not listed.')
  }
}
