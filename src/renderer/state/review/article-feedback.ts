import { computed, signal } from '@lit-labs/signals'
import type { CallReply } from '../../../contract/calls.ts'
import type { Span } from '../../../core/annotation/span.ts'
import { feedbackFor, type Feedback } from '../../../core/review/feedback.ts'
import { mergeRecords } from '../../../core/review/log/merge-records.ts'
import type { ReviewRecord, ReviewStatus } from '../../../core/review/log/record.ts'
import { reviewState, type Thread } from '../../../core/review/log/review-state.ts'
import { answerIn, beginThread, resolve } from '../../../core/review/say.ts'
import type { ArticleSession } from '../article-session.ts'
import { CallError, type Client } from '../client.ts'
import type { RecordQueues } from './record-queues.ts'

/** One thing that an annotator is told of the open article. */
export interface FeedbackItem extends Feedback {
  /** Stays while the verdict stands. */
  readonly id: string
  /** What was said about the span. */
  readonly threads: readonly Thread[]
}

interface FeedbackOptions {
  readonly client: () => Client
  readonly article: () => ArticleSession | null
  readonly queues: RecordQueues
}

/** What a review has made of the present annotator's marks on the open article. */
export class ArticleFeedback {
  readonly #options: FeedbackOptions
  readonly #told = signal<CallReply<'review.feedback'> | null>(null)
  /** Why it could not be read; null when it was. */
  readonly problem = signal<string | null>(null)
  /** The item that is looked at, by its id. */
  readonly chosenId = signal<string | null>(null)

  readonly #state = computed(() => reviewState(this.#told.get()?.records ?? []))
  readonly status = computed<ReviewStatus>(() => this.#told.get()?.status ?? 'to-review')
  readonly #feedback = computed<readonly Feedback[]>(() => {
    const session = this.#session()
    if (session === null) return []
    return feedbackFor(session.document.get().set, this.#state.get().verdicts)
  })
  /** In the order of the text. */
  readonly items = computed<readonly FeedbackItem[]>(() =>
    this.#feedback
      .get()
      .map((feedback) => ({
        ...feedback,
        id: `${feedback.verdict.id}/${feedback.span?.id ?? ''}`,
        threads: this.#state.get().threads.filter((thread) => isAbout(thread, feedback)),
      }))
      .toSorted((a, b) => placeOf(a).start - placeOf(b).start),
  )
  /** Those about the article, and about marks that were taken as they are. */
  readonly otherThreads = computed<readonly Thread[]>(() => {
    const told = new Set(this.items.get().flatMap(({ threads }) => threads))
    return this.#state.get().threads.filter((thread) => !told.has(thread))
  })
  readonly open = computed<readonly FeedbackItem[]>(() =>
    this.items.get().filter(({ isFollowed }) => !isFollowed),
  )
  readonly chosen = computed<FeedbackItem | null>(
    () => this.items.get().find(({ id }) => id === this.chosenId.get()) ?? null,
  )
  /** Whether there is anything to show. */
  readonly isThere = computed<boolean>(
    () =>
      this.problem.get() !== null ||
      this.items.get().length > 0 ||
      this.otherThreads.get().length > 0 ||
      (this.#session() !== null && SHOWN.has(this.status.get())),
  )

  /** What was said in this window about the article, of which the disk may not know yet. */
  #heard: readonly ReviewRecord[] = []

  constructor(options: FeedbackOptions) {
    this.#options = options
  }

  /** Reads what is told of the open article, if one is. */
  async load(): Promise<void> {
    const article = this.#options.article()?.id
    if (article !== this.#told.get()?.article) {
      this.#told.set(null)
      this.#heard = []
      this.problem.set(null)
      this.chosenId.set(null)
    }
    if (article === undefined) return
    try {
      const told = await this.#options.client().call('review.feedback', { article })
      if (this.#options.article()?.id !== article) return
      this.problem.set(null)
      this.#told.set({ ...told, records: [...mergeRecords(told.records, this.#heard)] })
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      if (this.#options.article()?.id === article) this.problem.set(error.message)
    }
  }

  /** Takes in what was said in this window. */
  hear(article: string, records: readonly ReviewRecord[]): void {
    const told = this.#told.get()
    if (told?.article !== article) return
    this.#heard = [...this.#heard, ...records]
    this.#told.set({ ...told, records: [...mergeRecords(told.records, records)] })
  }

  /** Looks at an item, and selects what it is about in the text. */
  choose(id: string | null): void {
    this.chosenId.set(id)
    const [session, item] = [this.#session(), this.chosen.get()]
    if (session === null || item === null) return
    const { start, end } = placeOf(item)
    const places = [item.span, ...item.outcome]
    const spans = session.spans.get()
    const own =
      spans.find((span) => span.id === item.span?.id) ??
      spans.find((span) => places.some((place) => place !== null && isAlike(span, place)))
    if (own) session.selectSpan(own.id)
    else session.select({ start, end })
  }

  /** Goes to the next item that is not followed, and round at the end. @returns Whether there is one. */
  next(): boolean {
    const items = this.items.get()
    const at = items.findIndex(({ id }) => id === this.chosenId.get())
    const round = [...items.slice(at + 1), ...items.slice(0, at + 1)]
    const next = round.find(({ isFollowed }) => !isFollowed)
    if (next) this.choose(next.id)
    return next !== undefined
  }

  /** Answers the reviewer: in the thread about the span, or else in a new one. */
  answer(item: FeedbackItem, text: string): void {
    const [thread] = item.threads
    const words = text.trim()
    if (words === '') return
    if (thread) return this.answerIn(thread, words)
    const { span, outcome, verdict } = item
    const place = span ?? outcome[0]
    if (place === undefined) return
    const { annotator } = this.#session()?.document.get().set ?? {}
    if (annotator === undefined) return
    const mark = { annotator: span === null ? verdict.by : annotator, span: place }
    this.#say((saying) => [beginThread(words, mark, saying)])
  }

  answerIn({ comment }: Thread, text: string): void {
    const words = text.trim()
    if (words !== '') this.#say((saying) => [answerIn(comment.id, words, saying)])
  }

  resolve({ comment }: Thread, resolved: boolean): void {
    this.#say((saying) => [resolve(comment.id, resolved, saying)])
  }

  #session(): ArticleSession | null {
    const session = this.#options.article()
    return session?.id === this.#told.get()?.article ? session : null
  }

  #say(records: Parameters<RecordQueues['say']>[2]): void {
    const [session, told] = [this.#session(), this.#told.get()]
    if (session === null || told === null) return
    const ground = { text: session.text, meta: session.meta.get() }
    this.#options.queues.say({ article: told.article, ground }, told.records, records)
  }
}

/** What is told of an article even where nothing differs. */
const SHOWN: ReadonlySet<ReviewStatus> = new Set(['changes-asked', 'approved'])

/** Where an item is in the text: by the own span, or else by the reviewer's. */
function placeOf({ span, outcome }: Feedback): Pick<Span, 'start' | 'end'> {
  return span ?? outcome[0] ?? { start: 0, end: 0 }
}

function isAbout({ comment: { mark } }: Thread, { span, outcome }: Feedback): boolean {
  if (mark === null) return false
  const place = mark.span
  return span === null ? outcome.some((taken) => isAlike(taken, place)) : span.id === place.id
}

function isAlike(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end && a.label === b.label
}
