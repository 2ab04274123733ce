import type { Bridge } from '../../contract/events.ts'
import type { CallResult } from '../../contract/failure.ts'

/** What the two kinds of windows do differently. */
export interface WindowLink {
  readonly bridge: Bridge
  /** Saves an export that the host holds ready. */
  download(url: string, name: string): Promise<CallResult<null>>
  /** Tells the host that nothing is left to save. */
  leave(): void
}
