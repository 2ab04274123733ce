import { signal } from '@lit-labs/signals'
import type { CallReply } from '../../contract/calls.ts'
import type { LabelChoice, PackChoices } from '../../contract/pack-models.ts'
import { CallError, type Client } from './client.ts'
import type { Notices } from './notices.ts'
import { describeUndone } from './pack-words.ts'

type Preview = CallReply<'packs.preview'>
type Summary = CallReply<'packs.take'>

/** A pack among the files of an import that has been read. */
export interface StagedPack {
  readonly import: string
  readonly index: number
}

/** `looking`: what it would do is found out. `undoing`: the latest pack is taken back. */
export type PackPhase = 'idle' | 'looking' | 'ready' | 'taking' | 'done' | 'undoing'

interface PackWorkOptions {
  readonly client: () => Client
  readonly notices: Notices
  readonly showDialog: (isShown: boolean) => void
  /** Does it once everything is saved or given up, and shows what has become of the marks. @returns Whether it was done. */
  readonly rewrite: (change: (project: string) => Promise<void>) => Promise<boolean>
  /** Saves what is not saved yet, which would not be looked at. */
  readonly flush: () => Promise<void>
  readonly progressEnded: () => void
}

/** One review pack after the other: looked at, chosen for, taken in, and undone. */
export class PackWork {
  readonly phase = signal<PackPhase>('idle')
  readonly preview = signal<Preview | null>(null)
  readonly summary = signal<Summary | null>(null)
  /** Why it could not be looked at, taken in or undone, as a sentence. */
  readonly problem = signal<string | null>(null)
  /** What becomes of labels that are not here; those without a choice are added. */
  readonly labels = signal<readonly LabelChoice[]>([])
  readonly addArticles = signal(true)
  readonly #options: PackWorkOptions
  #staged: StagedPack | null = null
  /** Tells the answer about the present choices from one that is late. */
  #turn = 0

  constructor(options: PackWorkOptions) {
    this.#options = options
  }

  /** Whether something goes on that must end first. */
  get isRunning(): boolean {
    const phase = this.phase.get()
    return phase === 'taking' || phase === 'undoing'
  }

  /** Opens the dialog on a pack. */
  async open(staged: StagedPack): Promise<void> {
    this.#reset()
    this.#staged = staged
    this.#options.showDialog(true)
    await this.#look()
  }

  /** Chooses what becomes of a label that is not here. */
  async choose(choice: LabelChoice): Promise<void> {
    const others = this.labels.get().filter(({ label }) => label !== choice.label)
    this.labels.set([...others, choice])
    await this.#look()
  }

  /** Chooses whether articles that are not here are added. */
  async chooseArticles(isAdding: boolean): Promise<void> {
    this.addArticles.set(isAdding)
    await this.#look()
  }

  /** Takes the pack in as it was chosen. */
  async take(): Promise<void> {
    const staged = this.#staged
    const preview = this.preview.get()
    if (this.phase.get() !== 'ready' || staged === null || preview === null) return
    this.phase.set('taking')
    this.problem.set(null)
    const choices = this.#choices(preview)
    const isDone = await this.#run(async (project) => {
      const { import: id, index } = staged
      this.summary.set(await this.#call('packs.take', { project, import: id, index, choices }))
    })
    this.phase.set(isDone ? 'done' : 'ready')
    if (isDone) this.#staged = null
  }

  /** Takes back what the latest pack has brought, and says so. */
  async undo(pack: string): Promise<void> {
    this.phase.set('undoing')
    this.problem.set(null)
    this.#options.notices.close()
    this.#options.showDialog(true)
    let told: string | null = null
    const isDone = await this.#run(async (project) => {
      told = describeUndone(await this.#call('packs.undo', { project, pack }))
    })
    if (isDone && told !== null) {
      this.close()
      this.#options.notices.done(told)
      return
    }
    // Where the dialog is open it says why not.
    this.phase.set('done')
    if (this.summary.get() !== null) return
    const reason = this.problem.get()
    this.close()
    if (reason !== null) this.#options.notices.problem(reason)
  }

  /** Ends what goes on, unless it is decided already. */
  async cancel(): Promise<void> {
    await this.#call('packs.cancel', {}).catch(ignoreFailure)
  }

  /** Leaves the dialog; a pack that was not taken in is forgotten. */
  close(): void {
    const staged = this.#staged
    if (this.phase.get() === 'looking') void this.cancel()
    this.#reset()
    this.#options.showDialog(false)
    if (staged === null) return
    void this.#call('import.cancel', { import: staged.import }).catch(ignoreFailure)
  }

  #choices({ labels }: Preview): PackChoices {
    const chosen = new Map(this.labels.get().map((choice) => [choice.label, choice]))
    const all = labels.map(
      ({ name }): LabelChoice => chosen.get(name) ?? { label: name, as: { type: 'create' } },
    )
    return { labels: all, addArticles: this.addArticles.get() }
  }

  async #look(): Promise<void> {
    const staged = this.#staged
    if (staged === null) return
    const turn = ++this.#turn
    const wasLooking = this.phase.get() === 'looking'
    this.phase.set('looking')
    this.problem.set(null)
    try {
      // One look at a time: the one before is about choices that have changed.
      if (wasLooking) await this.cancel()
      await this.#options.flush()
      const choices = { labels: [...this.labels.get()], addArticles: this.addArticles.get() }
      const preview = await this.#call('packs.preview', {
        import: staged.import,
        index: staged.index,
        choices,
      })
      if (turn === this.#turn) this.preview.set(preview)
    } catch (error) {
      if (turn === this.#turn) this.#tell(error)
    }
    if (turn !== this.#turn) return
    this.#options.progressEnded()
    this.phase.set('ready')
  }

  async #run(change: (project: string) => Promise<void>): Promise<boolean> {
    try {
      if (await this.#options.rewrite(change)) return true
      this.problem.set('Some marks are not saved yet, and nothing was changed.')
    } catch (error) {
      this.#tell(error)
    }
    return false
  }

  get #call(): Client['call'] {
    const client = this.#options.client()
    return client.call.bind(client)
  }

  #reset(): void {
    this.#turn++
    this.#staged = null
    this.phase.set('idle')
    this.preview.set(null)
    this.summary.set(null)
    this.problem.set(null)
    this.labels.set([])
    this.addArticles.set(true)
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
