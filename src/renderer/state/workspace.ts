import { computed, signal } from '@lit-labs/signals'
import type { Label, LabelSet } from '../../core/annotation/label-set.ts'
import type { CallArguments, CallName, CallReply } from '../../contract/calls.ts'
import type { CommandId } from '../../contract/commands.ts'
import type { Bridge, WorkbenchEvent } from '../../contract/events.ts'
import type { CallResult } from '../../contract/failure.ts'
import type { FileProblem } from '../../contract/models.ts'
import type { Metadata } from '../../core/article/article.ts'
import { searchTermsOf } from '../../core/article/search-terms.ts'
import { ArticleSearch } from './article-search.ts'
import { ArticleSession } from './article-session.ts'
import { CallError, Client } from './client.ts'
import { Desk } from './desk.ts'
import { leaveField } from './active-field.ts'
import { Find } from './find.ts'
import { KeyBindings } from './key-bindings.ts'
import { Library } from './library.ts'
import { Notices } from './notices.ts'
import { Reading } from './reading.ts'
import type { SaveState } from './save-queue.ts'
import { whenChanged } from './when-changed.ts'

type State = CallReply<'workbench.state'>

/** The calls that answer with a new state. */
type StateCall = 'annotator.name' | 'project.open' | 'project.create' | 'project.sample'

/** The dialogs, of which one may be open. */
export type DialogName =
  | 'welcome'
  | 'annotator'
  | 'new-project'
  | 'open-project'
  | 'import'
  | 'keys'
  | 'about'
  | 'palette'
  | 'reading'

/** What the two kinds of windows do differently. */
export interface WindowLink {
  readonly bridge: Bridge
  /** Saves an export that the host holds ready. */
  download(url: string, name: string): Promise<CallResult<null>>
  /** Tells the host that nothing is left to save. */
  leave(): void
}

/** What the window knows, and what can be done from it. */
export class Workspace {
  readonly client: Client
  readonly library = new Library()
  readonly search = new ArticleSearch(this.library, (args) => this.ask('articles.search', args))
  readonly notices = new Notices()
  readonly find = new Find(() => this.article.get())
  readonly reading = new Reading(async (reading) => {
    // Not `writable`, which is also false while another project is being opened.
    if (this.state.get()?.writable === true) await this.ask('settings.remember', { reading })
  })
  readonly keys = new KeyBindings(
    () => this.labels.get(),
    async (keys) => {
      if (this.state.get()?.writable === true) await this.ask('settings.remember', { keys })
    },
  )
  readonly state = signal<State | null>(null)
  readonly dialog = signal<DialogName | null>(null)
  /** The label that marks every selection, once it is chosen. */
  readonly activeLabel = signal<string | null>(null)
  readonly progress = signal<{ readonly done: number; readonly total: number } | null>(null)

  readonly labels = computed<LabelSet>(() => this.state.get()?.project?.labels ?? [])
  readonly labelByName = computed<ReadonlyMap<string, Label>>(
    () => new Map(this.labels.get().map((label) => [label.name, label])),
  )
  /** Why nothing can be marked here, as a sentence; null when something can. */
  readonly onlyLooks = computed<string | null>(() => {
    const state = this.state.get()
    if (state?.writable === false) return 'This window can only look: another window is writing.'
    const heldBy = state?.project?.heldBy ?? null
    return heldBy && `These marks can only be read here: they are written by ${heldBy}.`
  })
  /** Whether this window may open projects and change settings, whoever writes the marks. */
  readonly inCharge = computed(() => {
    const isChanging = this.#isChanging.get()
    return !isChanging && (this.state.get()?.writable ?? false)
  })
  readonly writable = computed(() => {
    const isFree = this.onlyLooks.get() === null
    return this.inCharge.get() && isFree
  })
  /** Whether all that was done in this window is on disk. */
  readonly save = computed<SaveState>(() => {
    const marks = this.#desk.save.get()
    return marks.type === 'saved' && this.#describing.get() > 0 ? { type: 'saving' } : marks
  })

  readonly #desk = new Desk({
    load: (id) => this.ask('articles.open', { id }),
    begin: (opened) => this.#begin(opened),
  })
  /** Whether another project is about to be opened, so that nothing is marked in this one any more. */
  readonly #isChanging = signal(false)
  /** How many changes of metadata are on their way. */
  readonly #describing = signal(0)
  #lastDescription: Promise<unknown> = Promise.resolve()
  readonly #link: WindowLink

  constructor(link: WindowLink) {
    this.#link = link
    this.client = new Client(link.bridge)
    const sought = computed(() => this.search.filter.get().text)
    whenChanged(sought, () => this.find.withdraw())
  }

  /** The article that lies open. */
  get article(): Desk['article'] {
    return this.#desk.article
  }

  /** Loads everything and follows the host's events; `onCommand` carries out menu commands. */
  async start(onCommand: (id: CommandId) => void): Promise<void> {
    this.client.subscribe((event) => this.#receive(event, onCommand))
    const state = await this.ask('workbench.state', {})
    if (state) await this.#adopt(state)
  }

  /**
   * Makes a call whose failure is shown to the person.
   * @returns Undefined when it failed.
   */
  async ask<N extends CallName>(
    name: N,
    args: CallArguments<N>,
  ): Promise<CallReply<N> | undefined> {
    try {
      return await this.client.call(name, args)
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      this.notices.problem(error.message)
      return undefined
    }
  }

  /**
   * Makes a call that changes the project or the annotator, once everything is saved.
   * @returns Whether it was done.
   */
  async change<N extends StateCall>(name: N, args: CallArguments<N>): Promise<boolean> {
    this.#isChanging.set(true)
    try {
      await this.flush()
      if (this.save.get().type !== 'saved') {
        this.notices.problem(
          'Some marks are not saved yet. This project stays open until they are.',
        )
        return false
      }
      const state = await this.ask(name, args)
      if (state === undefined) return false
      await this.#adopt(state)
      return true
    } finally {
      this.#isChanging.set(false)
    }
  }

  /**
   * Corrects the metadata of an article: at once in the window, so that the next field is saved with
   * it, and back again where it cannot be saved.
   */
  async describe(session: ArticleSession, meta: Omit<Metadata, 'source'>): Promise<void> {
    const before = session.meta.get()
    session.meta.set({ ...before, ...meta })
    this.library.update(session.id, meta)
    this.#describing.set(this.#describing.get() + 1)
    const { id, project } = session
    const saving = this.ask('articles.describe', { id, project, meta })
    this.#lastDescription = saving
    const entry = await saving
    this.#describing.set(this.#describing.get() - 1)
    if (entry !== undefined) return
    session.meta.set(before)
    const { title, outlet, published } = before
    this.library.update(session.id, { title, outlet, published })
  }

  get isOpening(): boolean {
    return this.#desk.isOpening
  }

  /** The id of the article that lies open or is being opened. */
  get wantedArticle(): string | null {
    return this.#desk.wanted
  }

  /** See `Desk.whenOpened`. */
  whenOpened(action: () => void): void {
    this.#desk.whenOpened(action)
  }

  /** Saves an export that the host holds ready. @returns Whether it was saved. */
  async download(url: string, name: string): Promise<boolean> {
    const result = await this.#link.download(url, name)
    if (!result.ok) this.notices.problem(result.error.message)
    return result.ok
  }

  async openArticle(id: string): Promise<void> {
    leaveField()
    const isOther = await this.#desk.open(id)
    const [sought] = searchTermsOf(this.search.filter.get().text)
    if (sought !== undefined && this.article.get()?.id === id) this.find.offer(sought)
    if (!isOther) return
    const entry = this.library.entries.get().find((candidate) => candidate.id === id)
    if (entry) this.notices.announce(entry.title)
    if (this.inCharge.get()) void this.ask('settings.remember', { article: id })
  }

  /** Reads the list and the open article again: something else may have changed them. */
  async refresh(): Promise<void> {
    await this.#refreshLibrary()
    await this.#desk.refresh()
  }

  /** @returns When everything is on disk, or an attempt to get it there has failed. */
  async flush(): Promise<void> {
    leaveField()
    await Promise.all([this.#desk.flush(), this.#lastDescription, this.reading.flush()])
  }

  #begin(opened: CallReply<'articles.open'>): ArticleSession {
    return new ArticleSession({
      client: this.client,
      project: this.state.get()?.project?.path ?? '',
      opened,
      labels: () => new Set(this.labelByName.get().keys()),
      onChange: (session) =>
        this.library.update(session.id, {
          status: session.status.get(),
          spans: session.spans.get().length,
        }),
    })
  }

  async #refreshLibrary(): Promise<void> {
    const entries = await this.ask('articles.list', {})
    if (entries && this.library.replace(entries)) void this.search.again()
  }

  async #receive(event: WorkbenchEvent, onCommand: (id: CommandId) => void): Promise<void> {
    switch (event.type) {
      case 'state':
        return this.#adopt(event.state)
      case 'articles':
        return this.refresh()
      case 'command':
        return onCommand(event.command)
      case 'open-project':
        await this.change('project.open', { path: event.path })
        return undefined
      case 'progress':
        this.progress.set(event.done < event.total ? event : null)
        return undefined
      case 'closing':
        await this.flush()
        if (this.save.get().type === 'saved') this.#link.leave()
        return undefined
    }
  }

  /** Takes over a state; another project or annotator brings other articles and marks. */
  async #adopt(state: State): Promise<void> {
    const before = this.state.get()
    this.state.set(state)
    if (before === null) this.reading.adopt(state.reading)
    this.keys.adopt(state.keys)
    const isSame =
      before?.project?.path === state.project?.path && before?.annotator?.id === state.annotator?.id
    if (state.annotator === null) this.dialog.set('welcome')
    if (isSame) {
      // The window or program that wrote until now may have marked this article.
      if (mayWrite(state) && before !== null && !mayWrite(before)) await this.refresh()
      const known = new Set(before?.project?.problems.map(({ reason }) => reason))
      const { problems = [] } = state.project ?? {}
      this.#tellProblems(problems.filter(({ reason }) => !known.has(reason)))
      return
    }
    this.#desk.clear()
    this.activeLabel.set(null)
    this.search.clear()
    this.library.entries.set([])
    if (state.project === null || state.annotator === null) return
    await this.#refreshLibrary()
    const entries = this.library.entries.get()
    const last = entries.find(({ id }) => id === state.lastArticle) ?? entries[0]
    if (last) await this.openArticle(last.id)
    this.#tellProblems(state.project.problems)
  }

  #tellProblems(problems: readonly FileProblem[]): void {
    if (problems.length === 0) return
    this.notices.problem(
      problems.length === 1
        ? 'Something is wrong with a file of this project. Everything else is open.'
        : `Something is wrong with ${problems.length} files of this project. Everything else is open.`,
      problems.map(({ file, reason }) => `${file}: ${reason}`),
    )
  }
}

/** Whether marks may be made, as far as others are concerned. */
function mayWrite({ writable, project }: State): boolean {
  return writable && (project?.heldBy ?? null) === null
}
