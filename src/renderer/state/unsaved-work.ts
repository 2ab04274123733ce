import { computed, signal } from '@lit-labs/signals'
import type { CallArguments, CallReply } from '../../contract/calls.ts'
import type { ArticleSession } from './article-session.ts'
import { count } from './format.ts'
import type { SaveState } from './delivery.ts'
import { lossesOf, type Loss, type UnsavedReview } from './losses.ts'
import { whenChanged } from './when-changed.ts'

/** What a person wants to do that would give up what is not saved. */
export type GivingUp = 'close' | 'open' | 'restore' | 'labels' | 'discard'

/** What the person is asked, and who waits for the answer. */
interface Question {
  readonly purpose: GivingUp
  readonly answer: (isGoing: boolean) => void
}

type Outcome = CallReply<'export.unsaved'>
type ReviewsArgument = CallArguments<'export.unsavedReviews'>['reviews']

interface UnsavedWorkOptions {
  /** The articles that are not saved. */
  readonly articles: () => readonly ArticleSession[]
  /** What was said in reviews and is not saved. */
  readonly reviews: () => readonly UnsavedReview[]
  readonly save: () => SaveState
  /** Tries everything again. */
  readonly retry: () => Promise<void>
  readonly exportMarks: (args: CallArguments<'export.unsaved'>) => Promise<Outcome | undefined>
  readonly exportReviews: (reviews: ReviewsArgument) => Promise<Outcome | undefined>
  readonly download: (url: string, name: string) => Promise<boolean>
}

/** What was marked and said in this window and is not on disk, and what can be done about it. */
export class UnsavedWork {
  /** What the person is asked just now; null while nothing is about to be given up. */
  readonly question = signal<Question | null>(null)
  /** Whether everything is being tried again because a person wants it. */
  readonly isTrying = signal(false)
  readonly losses = computed<readonly Loss[]>(() =>
    lossesOf(this.#options.articles(), this.#options.reviews()),
  )
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
   * Exports what is not saved, as it is in this window: marks as a dataset, what was said in reviews as a
   * review pack.
   * @returns What was done, in words; undefined when not all of it was, which the person has been told.
   */
  async export(): Promise<string | undefined> {
    const marks = await this.#exportMarks()
    if (marks === undefined) return undefined
    const reviews = await this.#exportReviews()
    if (reviews === undefined) return undefined
    const told = [marks, reviews].filter((each) => each !== NOTHING)
    return told.length === 0 ? undefined : told.join('. ')
  }

  async #exportMarks(): Promise<string | undefined> {
    const articles = this.#options.articles().map(({ text, meta, document }) => ({
      text,
      meta: meta.get(),
      set: document.get().set,
    }))
    if (articles.length === 0) return NOTHING
    const outcome = await this.#options.exportMarks({ articles })
    return this.#deliver(outcome, `${count(articles.length, 'article')} with marks`)
  }

  async #exportReviews(): Promise<string | undefined> {
    const reviews = this.#options
      .reviews()
      .map(({ article, ground, records }) => ({ article, ground, records }))
    if (reviews.length === 0) return NOTHING
    const outcome = await this.#options.exportReviews(reviews)
    const articles = new Set(reviews.map(({ article }) => article))
    return this.#deliver(outcome, `${count(articles.size, 'review')} with words`)
  }

  async #deliver(outcome: Outcome | undefined, what: string): Promise<string | undefined> {
    if (outcome === undefined || outcome.type === 'cancelled') return undefined
    const done = `Exported ${what} that are not saved`
    if (outcome.type === 'saved') return `${done} to ${outcome.path}`
    const isSaved = await this.#options.download(outcome.url, outcome.name)
    return isSaved ? `${done} to ${outcome.name}` : undefined
  }
}

/** What an export of nothing has to tell. */
const NOTHING = ''
