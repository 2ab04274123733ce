import { computed, signal } from '@lit-labs/signals'
import type { Label, LabelSet } from '../../core/annotation/label-set.ts'
import type { CallArguments, CallName, CallReply } from '../../contract/calls.ts'
import type { CommandId, ViewName } from '../../contract/commands.ts'
import type { WorkbenchEvent } from '../../contract/events.ts'
import type { Metadata } from '../../core/article/article.ts'
import { describeNewer } from '../../core/project/newer-project.ts'
import { searchTermsOf } from '../../core/article/search-terms.ts'
import type { TextRange } from '../../core/text/range.ts'
import { ArticleSearch } from './article-search.ts'
import { ArticleHistory } from './article-history.ts'
import { ArticleSession } from './article-session.ts'
import { CallError, Client } from './client.ts'
import { Desk } from './desk.ts'
import { leaveField } from './active-field.ts'
import { Figures } from './figures/figures.ts'
import { Find } from './find.ts'
import { KeyBindings } from './key-bindings.ts'
import { LabelWork } from './label-work.ts'
import { PackWork } from './pack-work.ts'
import { ProjectChanges } from './project-changes.ts'
import { Library } from './library.ts'
import { MetadataSaves } from './metadata-saves.ts'
import { Notices } from './notices.ts'
import { Reading } from './reading.ts'
import { ArticleFeedback } from './review/article-feedback.ts'
import { AskedChanges } from './review/asked-changes.ts'
import { Comments } from './review/comments.ts'
import { PhraseReview } from './review/phrase-review.ts'
import { RecordQueues } from './review/record-queues.ts'
import { Review } from './review/review.ts'
import type { SaveState } from './delivery.ts'
import { tellProblems } from './tell-problems.ts'
import type { UnsavedReview } from './losses.ts'
import { UnsavedWork } from './unsaved-work.ts'
import { whenChanged } from './when-changed.ts'
import type { WindowLink } from './window-link.ts'

type State = CallReply<'workbench.state'>

/** The dialogs, of which one may be open. */
export type DialogName =
  | 'welcome'
  | 'annotator'
  | 'new-project'
  | 'open-project'
  | 'import'
  | 'backups'
  | 'labels'
  | 'comments'
  | 'pack'
  | 'send'
  | 'keys'
  | 'about'
  | 'palette'
  | 'reading'

/**
 * What the window knows, and what can be done from it. It is long because here, and nowhere else, the parts of a
 * window are put together, each told of the others by functions; what they do is in files of their own.
 */
export class Workspace {
  readonly client: Client
  readonly library = new Library()
  readonly search = new ArticleSearch(this.library, (args) => this.ask('articles.search', args))
  readonly notices = new Notices()
  readonly find = new Find(() => this.article.get())
  readonly history = new ArticleHistory(() => this.article.get(), this.notices)
  readonly reading = new Reading(async (reading) => {
    // Not `writable`, which is also false while another project is being opened.
    if (this.state.get()?.writable === true) await this.ask('settings.remember', { reading })
  })
  /** What the middle of the window shows. */
  readonly view = signal<ViewName>('annotate')
  readonly keys = new KeyBindings(
    () => this.labels.get(),
    async (keys) => {
      if (this.state.get()?.writable === true) await this.ask('settings.remember', { keys })
    },
    () => this.view.get(),
  )
  readonly labelWork = new LabelWork({
    client: () => this.client,
    notices: this.notices,
    project: () => this.#project,
    labels: () => this.labels.get(),
    showDialog: (isShown) => this.dialog.set(isShown ? 'labels' : null),
    rewrite: (change) => this.changes.rewrite(change),
    adopt: (labels) => this.#adoptLabels(labels),
  })
  readonly packWork = new PackWork({
    client: () => this.client,
    notices: this.notices,
    showDialog: (isShown) => this.dialog.set(isShown ? 'pack' : null),
    rewrite: (change) => this.changes.rewrite(change),
    flush: () => this.flush(),
    progressEnded: () => this.progress.set(null),
  })
  readonly review = new Review({
    client: () => this.client,
    ask: (name, args) => this.ask(name, args),
    project: () => this.#project,
    annotator: () => this.#annotator,
  })
  readonly figures = new Figures(() => this.client)
  /** What is said about articles whose review does not lie open here. */
  readonly records: RecordQueues = new RecordQueues({
    client: () => this.client,
    project: () => this.#project,
    annotator: () => this.#annotator,
    onSaid: (article, records) => {
      this.feedback.hear(article, records)
      this.comments.hear(article, records)
      this.review.hear(article, records)
    },
  })
  readonly feedback: ArticleFeedback = new ArticleFeedback({
    client: () => this.client,
    article: () => this.article.get(),
    queues: this.records,
  })
  readonly comments: Comments = new Comments({
    client: () => this.client,
    annotator: () => this.#annotator,
    queues: this.records,
  })
  readonly phrases = new PhraseReview({
    ask: (name, args) => this.ask(name, args),
    project: () => this.#project,
    flush: () => this.review.flush(),
    refresh: () => this.review.refresh(),
  })
  readonly asked = new AskedChanges(
    () => this.client,
    () => this.#project,
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
    const { heldBy = null, newerFormat = null } = state?.project ?? {}
    if (newerFormat !== null) return `${describeNewer(newerFormat)}.`
    return heldBy && `These marks can only be read here: they are written by ${heldBy}.`
  })
  /** Whether this window may open projects and change settings, whoever writes the marks. */
  readonly inCharge = computed(() => {
    const isChanging = this.changes.isChanging.get()
    return !isChanging && (this.state.get()?.writable ?? false)
  })
  readonly writable = computed(() => {
    const isFree = this.onlyLooks.get() === null
    return this.inCharge.get() && isFree
  })
  /** Whether all that was done in this window is on disk. */
  readonly save = computed<SaveState>(() => {
    const states = [this.#desk.save.get(), this.review.save.get(), this.records.save.get()]
    const failed = states.find(({ type }) => type === 'unsaved')
    if (failed !== undefined) return failed
    const isSaving = states.some(({ type }) => type === 'saving') || this.#metadata.isSaving.get()
    return { type: isSaving ? 'saving' : 'saved' }
  })

  readonly #desk = new Desk({
    load: (id) => this.ask('articles.open', { id }),
    begin: (opened) => this.#begin(opened),
  })
  readonly #metadata = new MetadataSaves(this.library, (args) =>
    this.ask('articles.describe', args),
  )
  /** What is in this window alone. */
  readonly unsaved = new UnsavedWork({
    articles: () => this.#desk.unsaved.get(),
    save: () => this.save.get(),
    retry: async () => {
      const { review, records } = this
      await Promise.all([this.#desk.retry(), review.retry(), records.retry(), this.#metadata.last])
    },
    reviews: () => this.#unsavedReviews(),
    exportMarks: (args) => this.ask('export.unsaved', args),
    exportReviews: async (reviews) => {
      const project = this.#project
      return project === null ? undefined : this.ask('export.unsavedReviews', { project, reviews })
    },
    download: (url, name) => this.download(url, name),
  })
  /** What changes everything that is shown. */
  readonly changes: ProjectChanges = new ProjectChanges({
    ask: (name, args) => this.ask(name, args),
    project: () => this.#project,
    flush: () => this.flush(),
    mayGo: (purpose) => this.unsaved.mayGo(purpose),
    abandon: () => this.#abandon(),
    adopt: (state) => this.#adopt(state),
    reload: () => this.#reload(),
    refuse: () => this.notices.problem('Some marks are not saved yet, and nothing was changed.'),
    progressEnded: () => this.progress.set(null),
  })
  readonly #link: WindowLink

  constructor(link: WindowLink) {
    this.#link = link
    this.client = new Client(link.bridge)
    const sought = computed(() => this.search.filter.get().text)
    whenChanged(sought, () => this.find.withdraw())
    const reviewed = computed(() => this.review.session.get()?.article)
    whenChanged(reviewed, () => this.phrases.close())
    const opened = computed(() => this.article.get()?.id)
    whenChanged(opened, () => void this.feedback.load())
  }

  /** The path of the open project. */
  get #project(): string | null {
    return this.state.get()?.project?.path ?? null
  }

  /** The id of who works here. */
  get #annotator(): string | null {
    return this.state.get()?.annotator?.id ?? null
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

  /** Takes over labels that this window has given other properties. */
  async #adoptLabels(labels: LabelSet): Promise<void> {
    const state = this.state.get()
    if (state === null || state.project === null) return
    await this.#adopt({ ...state, project: { ...state.project, labels: [...labels] } })
  }

  #unsavedReviews(): readonly UnsavedReview[] {
    const titles = new Map(this.library.entries.get().map(({ id, title }) => [id, title]))
    const elsewhere = this.records.unsaved
      .get()
      .map((said) => ({ ...said, title: titles.get(said.article) ?? said.article }))
    return [...this.review.unsaved.get(), ...elsewhere]
  }

  #abandon(): void {
    this.#desk.abandon()
    this.review.abandon()
    this.records.abandon()
  }

  /** Reads everything again that the window shows. */
  async #reload(): Promise<void> {
    await this.#refreshLibrary()
    await this.#desk.reload()
    if (this.view.get() !== 'annotate') await this.review.reload()
  }

  /** See `MetadataSaves.describe`. */
  describe(session: ArticleSession, meta: Omit<Metadata, 'source'>): Promise<void> {
    return this.#metadata.describe(session, meta)
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
    this.history.comeBack()
    const isOther = await this.#desk.open(id)
    const [sought] = searchTermsOf(this.search.filter.get().text)
    if (sought !== undefined && this.article.get()?.id === id) this.find.offer(sought)
    if (!isOther) return
    const entry = this.library.entries.get().find((candidate) => candidate.id === id)
    if (entry) this.notices.announce(entry.title)
    if (this.inCharge.get()) void this.ask('settings.remember', { article: id })
  }

  /** Shows another view; what it needs is read when it is shown. */
  async show(view: ViewName): Promise<void> {
    if (view === this.view.get()) return
    leaveField()
    await this.flush()
    this.view.set(view)
    // What was decided meanwhile may be about the open article, or ask for changes of others.
    if (view === 'annotate') {
      await Promise.all([this.feedback.load(), this.asked.refresh()])
      return
    }
    if (view === 'figures') {
      await Promise.all([this.figures.show(), this.review.refresh(true)])
      return
    }
    const article = this.article.get()?.id
    if (this.review.session.get() === null && article !== undefined) await this.review.open(article)
    await this.review.refresh(true)
  }

  /** Opens an article at a place in the text, to be read and marked. */
  async openPlace(id: string, range: TextRange): Promise<void> {
    await this.show('annotate')
    await this.openArticle(id)
    const session = this.article.get()
    if (session?.id === id && range.end <= session.text.length) session.select(range)
  }

  /** What an annotator is called; the id where nothing says it. */
  nameOf(annotator: string): string {
    const { annotator: present, project } = this.state.get() ?? {}
    const known = project?.annotators.find(({ id }) => id === annotator)
    // The list does not hold the present one before their first mark.
    return known?.name ?? (present?.id === annotator ? present.name : annotator)
  }

  /** Reads the list and the open article again: something else may have changed them. */
  async refresh(): Promise<void> {
    await this.#refreshLibrary()
    await Promise.all([this.#desk.refresh(), this.feedback.load()])
    if (this.view.get() !== 'annotate') await this.review.refresh()
  }

  /** @returns When everything is on disk, or an attempt to get it there has failed. */
  async flush(): Promise<void> {
    leaveField()
    await Promise.all([
      this.#desk.flush(),
      this.review.flush(),
      this.records.flush(),
      this.#metadata.last,
      this.reading.flush(),
    ])
  }

  #begin(opened: CallReply<'articles.open'>): ArticleSession {
    return new ArticleSession({
      client: this.client,
      project: this.#project ?? '',
      opened,
      labels: () => new Set(this.labelByName.get().keys()),
      onChange: (session) => {
        this.figures.isStale.set(true)
        this.library.update(session.id, {
          status: session.status.get(),
          spans: session.spans.get().length,
        })
      },
    })
  }

  async #refreshLibrary(): Promise<void> {
    const entries = await this.ask('articles.list', {})
    if (entries && this.library.replace(entries)) void this.search.again()
    void this.asked.refresh()
  }

  async #receive(event: WorkbenchEvent, onCommand: (id: CommandId) => void): Promise<void> {
    switch (event.type) {
      case 'state':
        return this.#adopt(event.state)
      case 'articles':
        this.figures.isStale.set(true)
        return this.refresh()
      case 'command':
        return onCommand(event.command)
      case 'open-project':
        await this.changes.make('project.open', { path: event.path })
        return undefined
      case 'progress':
        this.progress.set(event.done < event.total ? event : null)
        return undefined
      case 'closing':
        return this.#leave()
    }
  }

  /** Lets the host close this window, once everything is saved or the person gives up what is not. */
  async #leave(): Promise<void> {
    await this.flush()
    if (this.save.get().type !== 'saved') {
      // The host would not wait for a person otherwise.
      await this.ask('window.stay', {})
      if (!(await this.unsaved.mayGo('close'))) return
    }
    this.#link.leave()
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
    const active = this.activeLabel.get()
    if (active !== null && !this.labelByName.get().has(active)) this.activeLabel.set(null)
    if (isSame) {
      // The window or program that wrote until now may have marked this article.
      if (mayWrite(state) && before !== null && !mayWrite(before)) await this.refresh()
      else if (before?.project?.blind !== state.project?.blind) await this.review.refresh()
      tellProblems(this.notices, state.project, before?.project ?? null)
      return
    }
    this.#desk.clear()
    this.review.clear()
    this.figures.clear()
    this.activeLabel.set(null)
    this.search.clear()
    this.library.entries.set([])
    if (state.project === null || state.annotator === null) return
    if (this.view.get() !== 'annotate') await this.review.refresh()
    await this.#refreshLibrary()
    const entries = this.library.entries.get()
    const last = entries.find(({ id }) => id === state.lastArticle) ?? entries[0]
    if (last) await this.openArticle(last.id)
    tellProblems(this.notices, state.project, null)
  }
}

/** Whether marks may be made, as far as others are concerned. */
function mayWrite({ writable, project }: State): boolean {
  const { heldBy = null, newerFormat = null } = project ?? {}
  return writable && heldBy === null && newerFormat === null
}
