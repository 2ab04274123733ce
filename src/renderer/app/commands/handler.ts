import type { CommandId } from '../../../contract/commands.ts'
import type { RubricHistoryPanel } from '../../history/history-panel.ts'
import type { RubricInspector } from '../../inspector/inspector.ts'
import type { RubricLibrary } from '../../library/library.ts'
import type { RubricReader } from '../../reader/reader.ts'
import type { RubricReview } from '../../review/review.ts'
import type { ImportSession } from '../../state/import-session.ts'
import type { Workspace } from '../../state/workspace.ts'

/** The parts of the window that commands act on. */
export interface CommandTargets {
  readonly workspace: Workspace
  readonly imports: ImportSession
  readonly library: RubricLibrary
  readonly reader: RubricReader
  readonly inspector: RubricInspector
  readonly history: RubricHistoryPanel
  readonly review: RubricReview
}

/**
 * Carries out one command.
 * @param extend - Whether the cursor's movement extends the selection.
 * @returns False when there was nothing to do and the key may mean something else, as Tab does after
 * the last span.
 */
export type Handler = (targets: CommandTargets, extend: boolean) => boolean | undefined | void

/** The handlers of some commands, each under its id. */
export type Handlers<Id extends CommandId> = Readonly<Record<Id, Handler>>

/** The ids of the commands whose name begins so. */
export type IdsOf<Part extends string> = Extract<CommandId, `${Part}.${string}`>
