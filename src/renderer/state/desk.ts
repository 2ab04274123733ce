import { computed, signal } from '@lit-labs/signals'
import type { CallReply } from '../../contract/calls.ts'
import { ArticleSession } from './article-session.ts'
import { jointState, type SaveState } from './delivery.ts'

export interface DeskOptions {
  /** @returns Undefined when the article could not be opened, which the person has been told. */
  load(id: string): Promise<CallReply<'articles.open'> | undefined>
  begin(opened: CallReply<'articles.open'>): ArticleSession
}

/** The article that lies open, and those left behind before they were saved. */
export class Desk {
  readonly article = signal<ArticleSession | null>(null)
  readonly #options: DeskOptions
  readonly #behind = signal<readonly ArticleSession[]>([])
  /** The article that was asked for last, until it is there. */
  #opening: Promise<unknown> | null = null
  #wanted: string | null = null
  /** What was asked of the article that is being opened, in order. */
  #deferred: (() => void)[] = []

  readonly save = computed<SaveState>(() =>
    jointState(this.#sessions().map((session) => session.save.get())),
  )

  /** The articles with marks that are not on disk, the open one first. */
  readonly unsaved = computed<readonly ArticleSession[]>(() =>
    this.#sessions().filter((session) => session.save.get().type !== 'saved'),
  )

  constructor(options: DeskOptions) {
    this.#options = options
  }

  /** The id of the article that lies open or is being opened. */
  get wanted(): string | null {
    return this.#wanted ?? this.article.get()?.id ?? null
  }

  get isOpening(): boolean {
    return this.#opening !== null || this.#deferred.length > 0
  }

  /**
   * Does something with the open article, or with the one being opened once it is there and drawn,
   * so that no key pressed in between marks the article that is about to leave the window.
   */
  whenOpened(action: () => void): void {
    if (this.isOpening) this.#deferred.push(action)
    else action()
  }

  /** @returns Whether another article than before lies open now. */
  async open(id: string): Promise<boolean> {
    const current = this.article.get()
    this.#wanted = id
    if (current?.id === id) {
      this.#opening = null
      this.#carryOutLater()
      return false
    }
    const loading = this.#sessionOf(id)
    this.#opening = loading
    const session = await loading
    if (this.#opening !== loading) return false
    this.#opening = null
    this.#carryOutLater()
    if (session === undefined) {
      this.#wanted = null
      return false
    }
    const behind = current === null ? this.#behind.get() : [...this.#behind.get(), current]
    this.#behind.set(behind.filter((other) => other !== session && !other.isSaved))
    this.article.set(session)
    return true
  }

  /** Reads the open article again when something else than this window may have changed its marks. */
  async refresh(): Promise<void> {
    const current = this.article.get()
    if (!current?.isSaved || this.#opening !== null) return
    const opened = await this.#options.load(current.id)
    // What was marked meanwhile was made on what was there, and must not be replaced.
    if (opened === undefined || this.article.get() !== current || !current.isSaved) return
    if (opened.document.revision === current.document.get().revision) {
      current.meta.set(opened.meta)
      return
    }
    const session = this.#options.begin(opened)
    session.selection.set(current.selection.get())
    this.article.set(session)
  }

  /** Gives up everything that is not saved; what the window shows is then to be read again. */
  abandon(): void {
    for (const session of this.#sessions()) if (!session.isSaved) session.abandon()
  }

  /** Reads the open article again, whatever is known of it, unless it is not saved. */
  async reload(): Promise<void> {
    this.#behind.set(this.#behind.get().filter((session) => !session.isSaved))
    const current = this.article.get()
    if (!current?.isSaved) return
    const opened = await this.#options.load(current.id)
    if (opened === undefined || this.article.get() !== current || !current.isSaved) return
    this.article.set(this.#options.begin(opened))
  }

  /** Clears the desk for another project; what is not saved stays, and stays told. */
  clear(): void {
    this.#behind.set(this.#sessions().filter((session) => !session.isSaved))
    this.#opening = null
    this.#wanted = null
    this.#deferred = []
    this.article.set(null)
  }

  /** Tries again all that is not saved, also what has failed for good. @returns As `flush`. */
  async retry(): Promise<void> {
    await Promise.all(this.#sessions().map((session) => session.retry()))
  }

  /** @returns When all articles are saved, or an attempt to save has failed. */
  async flush(): Promise<void> {
    await Promise.all(this.#sessions().map((session) => session.flush()))
  }

  #sessions(): readonly ArticleSession[] {
    const current = this.article.get()
    return current === null ? this.#behind.get() : [current, ...this.#behind.get()]
  }

  async #sessionOf(id: string): Promise<ArticleSession | undefined> {
    const waiting = this.#behind.get().find((session) => session.id === id)
    if (waiting) return waiting
    const opened = await this.#options.load(id)
    return opened && this.#options.begin(opened)
  }

  /** A task later, when the article that has just been taken is drawn. */
  #carryOutLater(): void {
    if (this.#deferred.length === 0) return
    setTimeout(() => {
      while (this.#opening === null) {
        const next = this.#deferred.shift()
        if (next === undefined) return
        next()
      }
    }, 0)
  }
}
