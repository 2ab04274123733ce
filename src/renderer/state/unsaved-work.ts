import { computed, signal } from '@lit-labs/signals'
import type { CallArguments, CallReply } from '../../contract/calls.ts'
import { countDifferingSpans } from '../../core/annotation/differing-spans.ts'
import type { ArticleSession } from './article-session.ts'
import { count } from './format.ts'
import type { SaveState } from './delivery.ts'
import { whenChanged } from './when-changed.ts'

/** What a person wants to do that would give up what is not saved. */
export type GivingUp = 'close' | 'open' | 'restore' | 'labels' | 'discard'

/** What of one article would be lost. */
export interface Loss {
  readonly id: string
  readonly title: string
  /** Spans that were added, changed or deleted since the article was saved last. */
  readonly marks: number
  readonly changesStatus: boolean
}

/** What the person is asked, and who waits for the answer. */
interface Question {
  readonly purpose: GivingUp
  readonly answer: (isGoing: boolean) => void
}

interface UnsavedWorkOptions {
  /** The articles that are not saved. */
  readonly articles: () => readonly ArticleSession[]
  readonly save: () => SaveState
  /** Tries everything again. */
  readonly retry: () => Promise<void>
  readonly export: (
    args: CallArguments<'export.unsaved'>,
  ) => Promise<CallReply<'export.unsaved'> | undefined>
  readonly download: (url: string, name: string) => Promise<boolean>
}

/** The marks that are in this window and not on disk, and what can be done about them. */
export class UnsavedWork {
  /** What the person is asked just now; null while nothing is about to be given up. */
  readonly question = signal<Question | null>(null)
  /** Whether everything is being tried again because a person wants it. */
  readonly isTrying = signal(false)
  readonly losses = computed<readonly Loss[]>(() => this.#options.articles().map(lossOf))
  /** Why it is not saved, as a sentence; null when nothing has failed. */
  readonly reason = computed<string | null>(() => {
    const save = this.#options.save()
    return save.type === 'unsaved' ? save.reason : null
  })
  readonly #options: UnsavedWorkOptions

  constructor(options: UnsavedWorkOptions) {
    this.#options = options
    const isSaved = computed(() => options.save().type === 'saved')
    // Tried again by itself, it may get to the disk while the person thinks about it.
    whenChanged(isSaved, (isDone) => isDone && this.answer(true))
  }

  /**
   * Asks whether to go on without what is not saved. A question that is open already is answered by
   * staying.
   * @returns Whether to go on: at once when nothing is unsaved, or as soon as everything is saved.
   */
  mayGo(purpose: GivingUp): Promise<boolean> {
    this.answer(false)
    if (this.#options.save().type === 'saved') return Promise.resolve(true)
    return new Promise((resolve) => this.question.set({ purpose, answer: resolve }))
  }

  /** Answers the question that is open, if any. */
  answer(isGoing: boolean): void {
    const question = this.question.get()
    this.question.set(null)
    question?.answer(isGoing)
  }

  /** Tries everything again at once. @returns Whether everything is saved now. */
  async retry(): Promise<boolean> {
    this.isTrying.set(true)
    try {
      await this.#options.retry()
    } finally {
      this.isTrying.set(false)
    }
    return this.#options.save().type === 'saved'
  }

  /**
   * Exports the articles that are not saved, as they are in this window.
   * @returns What was done, in words; undefined when it was not, which the person has been told.
   */
  async export(): Promise<string | undefined> {
    const articles = this.#options.articles().map(({ text, meta, document }) => ({
      text,
      meta: meta.get(),
      set: document.get().set,
    }))
    if (articles.length === 0) return undefined
    const outcome = await this.#options.export({ articles })
    if (outcome === undefined || outcome.type === 'cancelled') return undefined
    const what = `Exported ${count(articles.length, 'article')} with marks that are not saved`
    if (outcome.type === 'saved') return `${what} to ${outcome.path}`
    const isSaved = await this.#options.download(outcome.url, outcome.name)
    return isSaved ? `${what} to ${outcome.name}` : undefined
  }
}

function lossOf({ id, meta, document, savedDocument }: ArticleSession): Loss {
  const before = savedDocument.set
  const after = document.get().set
  return {
    id,
    title: meta.get().title,
    marks: countDifferingSpans(before, after),
    changesStatus: before.status !== after.status,
  }
}
