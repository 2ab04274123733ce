import type { WorkbenchEvent } from '../../contract/events.ts'
import type { CallResult } from '../../contract/failure.ts'
import type { ExportOutcome, HostView } from '../../contract/models.ts'

/** A dataset that waits to be written: its parts in order, each some whole lines. */
export interface Delivery {
  /** The file name to propose. */
  readonly name: string
  readonly lines: number
  parts(): AsyncIterable<string | Uint8Array>
}

/** What a host lends the workbench for one window: the few things that hosts do differently. */
export interface WindowHost {
  /** Whether this window may change anything. */
  readonly writable: boolean
  view(): HostView
  /** Shows the system's folder dialog. @returns null when cancelled or when there is no such dialog. */
  pickFolder(purpose: 'open-project' | 'new-project'): Promise<string | null>
  /** Shows the system's dialog for files or one folder. @returns Absolute paths. */
  pickFiles(kind: 'files' | 'folder'): Promise<readonly string[] | null>
  /** Puts an export where the person wants it: through a save dialog or as a download. */
  deliver(delivery: Delivery): Promise<CallResult<ExportOutcome>>
  /** Hears that this window, told to close, stays open for now. */
  stay(): void
  /** Sends an event to this window. */
  emit(event: WorkbenchEvent): void
}
