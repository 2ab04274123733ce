import { signal } from '@lit-labs/signals'
import type { CallArguments, CallReply } from '../../contract/calls.ts'
import type { Ask } from './client.ts'
import type { GivingUp } from './unsaved-work.ts'

type State = CallReply<'workbench.state'>

/** The calls that answer with a new state. */
export type StateCall = 'annotator.name' | 'project.open' | 'project.create' | 'project.sample'

interface ProjectChangesOptions {
  readonly ask: Ask
  /** The path of the open project; null when there is none. */
  readonly project: () => string | null
  /** Saves everything, as far as the disk takes it. */
  readonly flush: () => Promise<void>
  /** Whether the person gives up what is not saved, if there is anything. */
  readonly mayGo: (purpose: GivingUp) => Promise<boolean>
  /** Gives up what is not saved. */
  readonly abandon: () => void
  readonly adopt: (state: State) => Promise<void>
  /** Reads everything again that the window shows. */
  readonly reload: () => Promise<void>
  /** Says that something was not done, because some of the work is not saved. */
  readonly refuse: () => void
  /** The progress of a change is over, whether it was done or not. */
  readonly progressEnded: () => void
}

/**
 * What changes everything that the window shows: another project or person, a backup restored, labels and
 * packs that rewrite sets. It begins when everything is saved, or the person gives up what is not.
 */
export class ProjectChanges {
  /** Whether one is under way, so that nothing is marked meanwhile. */
  readonly isChanging = signal(false)
  readonly #options: ProjectChangesOptions

  constructor(options: ProjectChangesOptions) {
    this.#options = options
  }

  /** Makes a call that changes the project or the annotator. @returns Whether it was done. */
  make<N extends StateCall>(name: N, args: CallArguments<N>): Promise<boolean> {
    const { ask, abandon, adopt } = this.#options
    return this.#whileChanging('open', async () => {
      const state = await ask(name, args)
      if (state === undefined) return false
      abandon()
      await adopt(state)
      return true
    })
  }

  /**
   * Puts the project's files back as a backup has them.
   * @returns What was done; undefined when it was not, which the person has been told.
   */
  async restore(
    args: Omit<CallArguments<'backups.restore'>, 'project'>,
  ): Promise<CallReply<'backups.restore'> | undefined> {
    const { ask, abandon, reload } = this.#options
    const project = this.#options.project()
    if (project === null) return undefined
    let restored: CallReply<'backups.restore'> | undefined
    await this.#whileChanging('restore', async () => {
      restored = await ask('backups.restore', { ...args, project })
      // Some files may be back also where not all of them are.
      await this.#readState()
      if (restored !== undefined) abandon()
      await reload()
      return restored !== undefined
    })
    return restored
  }

  /**
   * Changes marks everywhere, and shows what has become of them.
   * @returns Whether it was done.
   * @throws CallError when the change fails.
   */
  async rewrite(change: (project: string) => Promise<void>): Promise<boolean> {
    const { abandon, reload, progressEnded } = this.#options
    const project = this.#options.project()
    if (project === null) return false
    return this.#whileChanging('labels', async () => {
      await change(project).finally(progressEnded)
      abandon()
      await this.#readState()
      await reload()
      return true
    })
  }

  /** Gives up what is not saved, when the person says so, and shows what is on disk. */
  async discard(): Promise<void> {
    const { mayGo, abandon, reload } = this.#options
    if (!(await mayGo('discard'))) return
    abandon()
    await reload()
  }

  async #readState(): Promise<void> {
    const state = await this.#options.ask('workbench.state', {})
    if (state) await this.#options.adopt(state)
  }

  /** @returns Whether it was done. */
  async #whileChanging(purpose: GivingUp, change: () => Promise<boolean>): Promise<boolean> {
    const { flush, mayGo, refuse } = this.#options
    this.isChanging.set(true)
    try {
      await flush()
      if (await mayGo(purpose)) return await change()
      refuse()
      return false
    } finally {
      this.isChanging.set(false)
    }
  }
}
