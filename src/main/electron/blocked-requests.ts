import { isOwnAddress } from './page-address.ts'

/** Counts what was kept from the network since the start. */
export class BlockedRequests {
  #total = 0

  get total(): number {
    return this.#total
  }

  /** @returns Whether a request stays within the program. */
  isAllowed(address: string): boolean {
    if (isOwnAddress(address)) return true
    // The development server speaks to its page over a WebSocket, and shows developer tools.
    return import.meta.env.DEV && /^(devtools:|wss?:\/\/localhost[:/])/.test(address)
  }

  count(address: string): void {
    this.#total += 1
    console.error(`Rubricator: a request was blocked: ${address.slice(0, 200)}`)
  }
}
