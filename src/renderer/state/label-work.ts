import { signal } from '@lit-labs/signals'
import type { CallReply } from '../../contract/calls.ts'
import type { LabelChange } from '../../core/annotation/label-change.ts'
import type { Label, LabelSet } from '../../core/annotation/label-set.ts'
import { CallError, type Client } from './client.ts'
import { describeLabelChange, describeUndo } from './label-words.ts'
import type { Notices } from './notices.ts'

type Counts = CallReply<'labels.change'>

interface LabelWorkOptions {
  readonly client: () => Client
  readonly notices: Notices
  /** Path of the open project; null when there is none. */
  readonly project: () => string | null
  /** The project's labels as they are by now. */
  readonly labels: () => LabelSet
  readonly showDialog: (isShown: boolean) => void
  /** Does it once everything is saved or given up, and shows what has become of the marks. @returns Whether it was done. */
  readonly rewrite: (change: (project: string) => Promise<void>) => Promise<boolean>
  /** Takes over labels that were given other properties. */
  readonly adopt: (labels: LabelSet) => Promise<void>
}

/** Changing the project's labels: what runs just now, and what of it can be taken back. */
export class LabelWork {
  /** Whether a label is being changed everywhere. */
  readonly isRunning = signal(false)
  /** Why the last change was not made, as a sentence. */
  readonly problem = signal<string | null>(null)
  readonly #options: LabelWorkOptions
  #edits: Promise<unknown> = Promise.resolve()

  constructor(options: LabelWorkOptions) {
    this.#options = options
  }

  /** Renames, merges or deletes a label everywhere, and offers to take it back. @returns Whether it was done. */
  async change(change: LabelChange): Promise<boolean> {
    const counts = await this.#run((project) =>
      this.#options.client().call('labels.change', { project, change }),
    )
    if (counts === null) return false
    const { latest } = await this.#options.client().call('labels.list', {})
    this.#options.showDialog(false)
    this.#options.notices.done(describeLabelChange(change, counts), [], {
      label: 'Undo',
      run: () => {
        if (latest !== null) void this.undo(latest.id, change)
      },
    })
    return true
  }

  /**
   * Takes the latest change of a label back.
   * @param id - Of the change.
   * @returns Whether it was done; if not, the dialog says why.
   */
  async undo(id: string, change: LabelChange): Promise<boolean> {
    this.#options.notices.close()
    this.#options.showDialog(true)
    const counts = await this.#run((project) =>
      this.#options.client().call('labels.undo', { project, change: id }),
    )
    if (counts === null) return false
    this.#options.showDialog(false)
    this.#options.notices.done(describeUndo(change, counts))
    return true
  }

  /** Ends what runs, unless it is decided already. */
  async cancel(): Promise<void> {
    await this.#options.client().call('labels.cancel', {}).catch(ignoreFailure)
  }

  /**
   * Gives labels other properties or another order, or adds one. One edit is made after the other, each
   * on the labels that the one before has left.
   * @returns Whether it was done.
   */
  edit(change: (labels: LabelSet) => LabelSet): Promise<boolean> {
    const edited = this.#edits.then(() => this.#edit(change))
    this.#edits = edited
    return edited
  }

  async #edit(change: (labels: LabelSet) => LabelSet): Promise<boolean> {
    this.problem.set(null)
    const project = this.#options.project()
    if (project === null) return false
    const labels = change(this.#options.labels())
    try {
      const copies = labels.map((label): Label => ({ ...label }))
      await this.#options.client().call('labels.edit', { project, labels: copies })
      await this.#options.adopt(labels)
      return true
    } catch (error) {
      this.#tell(error)
      return false
    }
  }

  async #run(call: (project: string) => Promise<Counts>): Promise<Counts | null> {
    if (this.isRunning.get()) return null
    this.problem.set(null)
    this.isRunning.set(true)
    let counts: Counts | null = null
    try {
      const isDone = await this.#options.rewrite(async (project) => {
        counts = await call(project)
      })
      if (!isDone && counts === null) {
        this.problem.set('Some marks are not saved yet, and no label was changed.')
      }
    } catch (error) {
      this.#tell(error)
    } finally {
      this.isRunning.set(false)
    }
    return counts
  }

  #tell(error: unknown): void {
    if (!(error instanceof CallError)) throw error
    this.problem.set(error.message)
  }
}

/** What cannot be cancelled goes on, and tells how it ends. */
function ignoreFailure(error: unknown): void {
  if (!(error instanceof CallError)) throw error
}
