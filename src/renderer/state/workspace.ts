import { computed, signal } from '@lit-labs/signals'
import type { Label, LabelSet } from '../../core/annotation/label-set.ts'
import type { CallArguments, CallName, CallReply } from '../../contract/calls.ts'
import type { CommandId } from '../../contract/commands.ts'
import type { Bridge, WorkbenchEvent } from '../../contract/events.ts'
import type { CallResult } from '../../contract/failure.ts'
import { ArticleSession } from './article-session.ts'
import { CallError, Client } from './client.ts'
import { Library } from './library.ts'
import { Notices } from './notices.ts'
import type { SaveState } from './save-queue.ts'

type State = CallReply<'workbench.state'>

/** The calls that answer with a new state. */
type StateCall = 'annotator.name' | 'project.open' | 'project.create' | 'project.sample'

/** The dialogs, of which one may be open. */
export type DialogName =
  'welcome' | 'annotator' | 'new-project' | 'open-project' | 'import' | 'keys' | 'about'

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
  readonly library: Library
  readonly notices = new Notices()
  readonly state = signal<State | null>(null)
  readonly article = signal<ArticleSession | null>(null)
  readonly dialog = signal<DialogName | null>(null)
  /** The label that marks every selection, once it is chosen. */
  readonly activeLabel = signal<string | null>(null)
  readonly progress = signal<{ readonly done: number; readonly total: number } | null>(null)

  readonly labels = computed<LabelSet>(() => this.state.get()?.project?.labels ?? [])
  readonly labelByName = computed<ReadonlyMap<string, Label>>(
    () => new Map(this.labels.get().map((label) => [label.name, label])),
  )
  readonly writable = computed(() => this.state.get()?.writable ?? false)
  /** The state of all that is being saved, of articles left behind too. */
  readonly save = computed<SaveState>(() => {
    const current = this.article.get()?.save.get()
    const states = [...this.#behind.get()].map((session) => session.save.get())
    const all = current === undefined ? states : [current, ...states]
    return (
      all.find(({ type }) => type === 'unsaved') ??
      all.find(({ type }) => type === 'saving') ?? { type: 'saved' }
    )
  })

  /** Sessions of other articles whose changes were not saved when the person moved on. */
  readonly #behind = signal<readonly ArticleSession[]>([])
  /** The article that was asked for last, until it is there. */
  #opening: Promise<ArticleSession | undefined> | null = null

  readonly #link: WindowLink

  constructor(link: WindowLink) {
    this.#link = link
    this.client = new Client(link.bridge)
    this.library = new Library(this.client)
  }

  /** Loads everything and follows the host's events; `onCommand` carries out menu commands. */
  async start(onCommand: (id: CommandId) => void): Promise<void> {
    this.client.subscribe((event) => this.#receive(event, onCommand))
    await this.#adopt(await this.client.call('workbench.state', {}))
    if (this.state.get()?.annotator === null) this.dialog.set('welcome')
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

  /** Makes a call that changes the project or the annotator. @returns Whether it was done. */
  async change<N extends StateCall>(name: N, args: CallArguments<N>): Promise<boolean> {
    await this.flush()
    const state = await this.ask(name, args)
    if (state === undefined) return false
    await this.#adopt(state)
    return true
  }

  get isOpening(): boolean {
    return this.#opening !== null
  }

  /**
   * Does something with the open article, or with the one being opened once it is there, so that no
   * key pressed in between marks the article that is about to leave the window.
   */
  whenOpened(action: () => void): void {
    if (this.#opening === null) action()
    // Two turns later, for the first makes it the open article and the second draws it.
    else void this.#opening.then(() => setTimeout(() => this.whenOpened(action), 0))
  }

  /** Saves an export that the host holds ready. @returns Whether it was saved. */
  async download(url: string, name: string): Promise<boolean> {
    const result = await this.#link.download(url, name)
    if (!result.ok) this.notices.problem(result.error.message)
    return result.ok
  }

  async openArticle(id: string): Promise<void> {
    const current = this.article.get()
    if (current?.id === id) {
      this.#opening = null
      return
    }
    const waiting = this.#behind.get().find((session) => session.id === id)
    const loading = waiting ? Promise.resolve(waiting) : this.#load(id)
    this.#opening = loading
    const session = await loading
    if (this.#opening !== loading) return
    this.#opening = null
    if (session === undefined) return
    this.#behind.set(
      [...this.#behind.get(), ...(current ? [current] : [])].filter(
        (other) => other !== session && !other.isSaved,
      ),
    )
    this.article.set(session)
    const entry = this.library.entries.get().find((candidate) => candidate.id === id)
    if (entry) this.notices.announce(entry.title)
    if (this.writable.get())
      void this.client.call('settings.remember', { article: id }).catch(() => {})
  }

  /** @returns When everything that was marked is on disk, or has failed to get there. */
  async flush(): Promise<void> {
    const current = this.article.get()
    const sessions = current ? [current, ...this.#behind.get()] : this.#behind.get()
    await Promise.all(sessions.map((session) => session.flush()))
  }

  async #load(id: string): Promise<ArticleSession | undefined> {
    const opened = await this.ask('articles.open', { id })
    if (opened === undefined) return undefined
    return new ArticleSession({
      client: this.client,
      project: this.state.get()?.project?.path ?? '',
      opened,
      labels: new Set(this.labels.get().map(({ name }) => name)),
      onChange: (session) =>
        this.library.update(session.id, {
          status: session.status.get(),
          spans: session.spans.get().length,
        }),
    })
  }

  async #receive(event: WorkbenchEvent, onCommand: (id: CommandId) => void): Promise<void> {
    switch (event.type) {
      case 'state':
        return this.#adopt(event.state)
      case 'articles':
        return this.library.refresh()
      case 'command':
        return onCommand(event.command)
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
    const isSame =
      before?.project?.path === state.project?.path && before?.annotator?.id === state.annotator?.id
    if (isSame || state.project === null) return
    this.article.set(null)
    this.#behind.set([])
    this.activeLabel.set(null)
    this.library.filter.set('')
    if (state.annotator === null) return
    await this.library.refresh()
    const entries = this.library.entries.get()
    const last = entries.find(({ id }) => id === state.lastArticle) ?? entries[0]
    if (last) await this.openArticle(last.id)
    const { problems } = state.project
    if (problems.length > 0) {
      this.notices.problem(
        problems.length === 1
          ? 'A file of this project could not be read. Everything else is open.'
          : `${problems.length} files of this project could not be read. Everything else is open.`,
        problems.map(({ file, reason }) => `${file}: ${reason}`),
      )
    }
  }
}
