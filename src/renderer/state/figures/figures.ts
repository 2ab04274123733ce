import { signal } from '@lit-labs/signals'
import { EVERY_PLACE, type FigureQuestion } from '../../../contract/agreement-models.ts'
import { ANY_ARTICLE, type ArticleFilter } from '../../../contract/article-filter.ts'
import type { CallArguments, CallReply } from '../../../contract/calls.ts'
import { CallError, type Client } from '../client.ts'
import type { MeasureName } from './figure-words.ts'

type Selection = CallArguments<'agreement.measure'>
type Report = CallReply<'agreement.measure'>

/** A place or an article that a figure is made of. */
export type FigureItem = CallReply<'agreement.items'>['items'][number]

/** An article that a figure is made of. */
export interface FigureArticle {
  readonly article: string
  readonly title: string
  readonly detail: string
}

/** What a figure is made of, before anybody has looked for it. */
export type FigureParts =
  | {
      readonly type: 'places'
      /** What the list is of, as "claim · different bounds". */
      readonly title: string
      readonly question: Partial<FigureQuestion>
      /** Of whom, where it is not everybody who is compared. */
      readonly annotators?: readonly string[]
    }
  | {
      readonly type: 'articles'
      readonly title: string
      readonly articles: readonly FigureArticle[]
    }

/** A list of what a figure is made of, as far as it is known. */
export interface FigureList {
  readonly title: string
  readonly places: readonly FigureItem[]
  readonly articles: readonly FigureArticle[]
  readonly hasMore: boolean
  readonly isLoading: boolean
  /** Why there are not more, as a sentence. */
  readonly problem: string | null
}

/** The figures of a project: what is compared, how far it agrees, and what a figure is made of. */
export class Figures {
  /** Those who are compared, and over which labels; null is all. */
  readonly annotators = signal<readonly string[] | null>(null)
  readonly labels = signal<readonly string[] | null>(null)
  readonly filter = signal<ArticleFilter>(ANY_ARTICLE)
  /** The measure that the pictures show. */
  readonly measure = signal<MeasureName>('exact_f1')
  /** By what agreement over time goes. */
  readonly period = signal<'published' | 'changed'>('published')
  readonly report = signal<Report | null>(null)
  readonly isMeasuring = signal(false)
  /** Why there is no report of what is chosen, as a sentence. */
  readonly problem = signal<string | null>(null)
  /** Whether something has been marked since. */
  readonly isStale = signal(false)
  readonly list = signal<FigureList | null>(null)

  readonly #client: () => Client
  /** Counts what was asked, so that late answers are known. */
  #round = 0
  #listRound = 0
  #parts: FigureParts | null = null
  #next: CallReply<'agreement.items'>['next'] = null

  constructor(client: () => Client) {
    this.#client = client
  }

  /** Measures what is chosen; what is measured already ends. */
  async refresh(): Promise<void> {
    const round = ++this.#round
    this.close()
    this.isMeasuring.set(true)
    this.problem.set(null)
    try {
      const report = await this.#client().call('agreement.measure', this.#selection())
      if (round !== this.#round) return
      this.report.set(report)
      this.isStale.set(false)
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      if (round === this.#round) this.problem.set(`${error.message}.`)
    } finally {
      if (round === this.#round) this.isMeasuring.set(false)
    }
  }

  /** Measures when there is nothing to show, or it is not what is there by now. */
  async show(): Promise<void> {
    const isDue = this.report.get() === null || this.isStale.get()
    if (isDue && !this.isMeasuring.get()) await this.refresh()
  }

  /** Ends what is being measured. */
  async cancel(): Promise<void> {
    await this.#client()
      .call('agreement.cancel', {})
      .catch((error: unknown) => {
        // What cannot be cancelled goes on, and tells how it ends.
        if (!(error instanceof CallError)) throw error
      })
  }

  /** Compares others, other labels or other articles. */
  async choose(
    parts: Partial<{
      readonly annotators: readonly string[] | null
      readonly labels: readonly string[] | null
      readonly filter: Partial<ArticleFilter>
    }>,
  ): Promise<void> {
    if (parts.annotators !== undefined) this.annotators.set(parts.annotators)
    if (parts.labels !== undefined) this.labels.set(parts.labels)
    if (parts.filter !== undefined) this.filter.set({ ...this.filter.get(), ...parts.filter })
    await this.refresh()
  }

  /** Shows what a figure is made of. */
  async open(parts: FigureParts): Promise<void> {
    this.#listRound++
    this.#parts = parts
    this.#next = { article: 0, place: 0 }
    const { title } = parts
    const empty = {
      title,
      places: [],
      articles: [],
      hasMore: false,
      isLoading: false,
      problem: null,
    }
    if (parts.type === 'articles') {
      this.list.set({ ...empty, articles: parts.articles })
      return
    }
    this.list.set({ ...empty, hasMore: true })
    await this.more()
  }

  /** Looks for more of what the open list is of. */
  async more(): Promise<void> {
    const round = this.#listRound
    const [parts, from, list] = [this.#parts, this.#next, this.list.get()]
    if (parts?.type !== 'places' || from === null || list === null || list.isLoading) return
    this.list.set({ ...list, isLoading: true, problem: null })
    const { annotators = this.annotators.get() } = parts
    const selection = { ...this.#selection(), annotators }
    const question = { ...EVERY_PLACE, ...parts.question }
    try {
      const { items, next } = await this.#client().call('agreement.items', {
        selection,
        question,
        from,
      })
      if (round !== this.#listRound) return
      this.#next = next
      const places = [...list.places, ...items]
      this.list.set({ ...list, places, hasMore: next !== null, isLoading: false, problem: null })
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      if (round !== this.#listRound) return
      this.list.set({ ...list, isLoading: false, problem: `${error.message}.` })
    }
  }

  /** Closes the list. */
  close(): void {
    this.#listRound++
    this.#parts = null
    this.list.set(null)
  }

  /** Another project, or another person: everything is forgotten. */
  clear(): void {
    this.#round++
    this.close()
    this.annotators.set(null)
    this.labels.set(null)
    this.filter.set(ANY_ARTICLE)
    this.report.set(null)
    this.isMeasuring.set(false)
    this.problem.set(null)
    this.isStale.set(false)
  }

  #selection(): Selection {
    const filter = this.filter.get()
    const isAny = JSON.stringify(filter) === JSON.stringify(ANY_ARTICLE)
    return {
      annotators: this.annotators.get(),
      labels: this.labels.get(),
      articles: isAny ? null : filter,
    }
  }
}
