import { computed, signal } from '@lit-labs/signals'
import type { CallReply } from '../../../contract/calls.ts'
import { mergeRecords } from '../../../core/review/log/merge-records.ts'
import type { ReviewRecord } from '../../../core/review/log/record.ts'
import { reviewState, type Thread } from '../../../core/review/log/review-state.ts'
import { answerIn, resolve } from '../../../core/review/say.ts'
import { CallError, type Client } from '../client.ts'
import type { RecordQueues } from './record-queues.ts'

/** What the list of comments is narrowed to; the first is what it begins with. */
export const COMMENT_FILTERS = {
  open: 'Open',
  mine: 'Mine',
  resolved: 'Resolved',
  all: 'All',
} as const
export type CommentFilter = keyof typeof COMMENT_FILTERS

/** The threads on one article. */
export interface CommentedArticle {
  readonly article: string
  readonly title: string
  readonly threads: readonly Thread[]
  /** What the threads are about, by the ids of the comments that begin them. */
  readonly quotes: ReadonlyMap<string, string>
}

interface CommentsOptions {
  readonly client: () => Client
  /** The id of the present person. */
  readonly annotator: () => string | null
  readonly queues: RecordQueues
}

/** The threads of the whole project. */
export class Comments {
  readonly filter = signal<CommentFilter>('open')
  /** Why they could not be read; null when they were. */
  readonly problem = signal<string | null>(null)
  readonly #options: CommentsOptions
  readonly #read = signal<CallReply<'review.comments'> | null>(null)

  readonly isLoading = computed(() => this.#read.get() === null && this.problem.get() === null)
  /** All threads, by article: in the order of the titles, and of the comments that begin them. */
  readonly all = computed<readonly CommentedArticle[]>(() =>
    (this.#read.get() ?? []).map(({ article, title, records, quotes }) => ({
      article,
      title,
      threads: reviewState(records).threads,
      quotes: new Map(quotes.map(({ thread, quote }) => [thread, quote])),
    })),
  )
  /** Those that pass the filter. */
  readonly shown = computed<readonly CommentedArticle[]>(() => this.#passing(this.filter.get()))
  readonly counts = computed<Readonly<Record<CommentFilter, number>>>(() => {
    const count = (filter: CommentFilter): number =>
      this.#passing(filter).reduce((sum, { threads }) => sum + threads.length, 0)
    return {
      open: count('open'),
      mine: count('mine'),
      resolved: count('resolved'),
      all: count('all'),
    }
  })

  constructor(options: CommentsOptions) {
    this.#options = options
  }

  /** Reads them anew; what was said in this window has to be saved before. */
  async load(): Promise<void> {
    try {
      this.#read.set(await this.#options.client().call('review.comments', {}))
      this.problem.set(null)
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      this.problem.set(error.message)
    }
  }

  /** Forgets them, for the next time that they are shown. */
  clear(): void {
    this.#read.set(null)
    this.problem.set(null)
  }

  /** Takes in what was said in this window. */
  hear(article: string, records: readonly ReviewRecord[]): void {
    const read = this.#read.get()
    if (read === null) return
    this.#read.set(
      read.map((each) =>
        each.article === article
          ? { ...each, records: [...mergeRecords(each.records, records)] }
          : each,
      ),
    )
  }

  answer(article: string, { comment }: Thread, text: string): void {
    const words = text.trim()
    if (words !== '') this.#say(article, (saying) => [answerIn(comment.id, words, saying)])
  }

  resolve(article: string, { comment }: Thread, resolved: boolean): void {
    this.#say(article, (saying) => [resolve(comment.id, resolved, saying)])
  }

  #say(article: string, records: Parameters<RecordQueues['say']>[2]): void {
    const known = this.#read.get()?.find((each) => each.article === article)?.records ?? []
    this.#options.queues.say({ article, ground: null }, known, records)
  }

  #passing(filter: CommentFilter): readonly CommentedArticle[] {
    const own = this.#options.annotator()
    return this.all.get().flatMap((each) => {
      const threads = each.threads.filter((thread) => passes(thread, filter, own))
      return threads.length === 0 ? [] : [{ ...each, threads }]
    })
  }
}

function passes(thread: Thread, filter: CommentFilter, own: string | null): boolean {
  const { comment, answers, isResolved } = thread
  switch (filter) {
    case 'open':
      return !isResolved
    case 'resolved':
      return isResolved
    case 'mine':
      return comment.mark?.annotator === own || [comment, ...answers].some(({ by }) => by === own)
    case 'all':
      return true
  }
}
