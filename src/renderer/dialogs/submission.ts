import type { LitElement, ReactiveController } from 'lit'
import type { CallArguments } from '../../contract/calls.ts'
import { CallError } from '../state/client.ts'
import type { StateCall } from '../state/project-changes.ts'
import type { Workspace } from '../state/workspace.ts'

/** What a dialog asks for and how that ended: a failure is shown in the dialog itself. */
export class Submission implements ReactiveController {
  problem: string | null = null
  isBusy = false
  readonly #host: LitElement

  constructor(host: LitElement) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {}

  /** Changes the project or the annotator. @returns Whether it was done. */
  async change<N extends StateCall>(
    workspace: Workspace,
    name: N,
    args: CallArguments<N>,
  ): Promise<boolean> {
    let isDone = false
    await this.run(async () => {
      workspace.notices.close()
      isDone = await workspace.changes.make(name, args)
      if (isDone) return
      // The notice would stand behind the dialog.
      this.problem = workspace.notices.current.get()?.text ?? 'That could not be done.'
      workspace.notices.close()
    })
    return isDone
  }

  /** Does one thing at a time; a call's failure becomes the problem. */
  async run(action: () => Promise<void>): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    this.problem = null
    this.#host.requestUpdate()
    try {
      await action()
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      this.problem = error.message
    } finally {
      this.isBusy = false
      this.#host.requestUpdate()
    }
    if (this.problem === null) return
    await this.#host.updateComplete
    this.#host.renderRoot.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' })
  }
}
