import type { CallName, CallArguments, CallReply } from './calls.ts'
import type { CommandId } from './commands.ts'
import type { CallResult } from './failure.ts'
import type { WorkbenchState } from './models.ts'

/** What the main process tells its windows; each is only an announcement. */
export type WorkbenchEvent =
  /** The project, the annotator or this window's right to write has changed. */
  | { readonly type: 'state'; readonly state: WorkbenchState }
  /** Articles were added or changed by something else than a call of this window. */
  | { readonly type: 'articles' }
  /** A menu item was chosen. */
  | { readonly type: 'command'; readonly command: CommandId }
  /** A project was chosen outside the window, which saves what is unsaved and then asks for it. */
  | { readonly type: 'open-project'; readonly path: string }
  /** Long work goes on. */
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  /** The program is about to end: save what is unsaved, then call back. */
  | { readonly type: 'closing' }

/** The bridge between a window and its host; both hosts implement it and nothing else. */
export interface Bridge {
  call<N extends CallName>(name: N, args: CallArguments<N>): Promise<CallResult<CallReply<N>>>
  /** @returns A function that ends the subscription. */
  subscribe(listener: (event: WorkbenchEvent) => void): () => void
}
