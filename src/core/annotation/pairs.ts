/** Things in memory, each with what stands for it in a file. Both stay as they are. */
export class Pairs<Loaded extends object, Stored extends object> {
  readonly #stored = new WeakMap<Loaded, Stored>()
  readonly #loaded = new WeakMap<Stored, Loaded>()

  remember(loaded: Loaded, stored: Stored): void {
    this.#stored.set(loaded, stored)
    this.#loaded.set(stored, loaded)
  }

  /** @returns Undefined when it has not been checked. */
  storedOf(loaded: Loaded): Stored | undefined {
    return this.#stored.get(loaded)
  }

  /** @returns Undefined when it has not been checked. */
  loadedOf(stored: Stored): Loaded | undefined {
    return this.#loaded.get(stored)
  }
}
