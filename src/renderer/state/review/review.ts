import { computed, signal } from '@lit-labs/signals'
import type { Status } from '../../../core/annotation/annotation-set.ts'
import { compareText } from '../../../core/annotation/span.ts'
import { priorityOf } from '../../../core/review/disagreement.ts'
import type { ReviewRecord, ReviewStatus } from '../../../core/review/log/record.ts'
import type { ReviewEntry } from '../../../contract/review-models.ts'
import type { Ask, Client } from '../client.ts'
import { jointState, type SaveState } from '../delivery.ts'
import type { UnsavedReview } from '../losses.ts'
import { ReviewSession } from './review-session.ts'

/** By what the queue is sorted; the first is what it begins with. */
export const REVIEW_ORDERS = {
  disagreement: 'Most disputed first',
  size: 'Most open first',
  date: 'Newest first',
  status: 'By status',
  title: 'By title',
} as const
export type ReviewOrder = keyof typeof REVIEW_ORDERS

/** What the queue is narrowed to. */
export interface ReviewFilter {
  readonly status: ReviewStatus | null
  /** The status that some annotator's set has. */
  readonly annotators: Status | null
}

const STATUS_ORDER: Readonly<Record<ReviewStatus, number>> = {
  'in-review': 0,
  'to-review': 1,
  'changes-asked': 2,
  approved: 3,
}

interface ReviewOptions {
  readonly client: () => Client
  readonly ask: Ask
  readonly project: () => string | null
  readonly annotator: () => string | null
}

/** The articles to be reviewed, and the one whose review lies open. */
export class Review {
  readonly entries = signal<readonly ReviewEntry[]>([])
  /** By what they are sorted: as they were when the review was shown. What is decided meanwhile does not make rows change their places. */
  readonly #read = signal<ReadonlyMap<string, ReviewEntry>>(new Map())
  readonly order = signal<ReviewOrder>('disagreement')
  readonly filter = signal<ReviewFilter>({ status: null, annotators: null })
  readonly session = signal<ReviewSession | null>(null)
  /** What the middle of the window shows. */
  readonly layout = signal<'text' | 'list'>('text')
  /** Whether the queue is being read for the first time. */
  readonly isLoading = signal(false)
  readonly visible = computed<readonly ReviewEntry[]>(() => {
    const { status, annotators } = this.filter.get()
    return this.entries
      .get()
      .filter((entry) => status === null || entry.status === status)
      .filter(
        (entry) =>
          annotators === null || entry.annotators.some((each) => each.status === annotators),
      )
      .toSorted((a, b) => {
        const read = this.#read.get()
        const compare = COMPARE[this.order.get()]
        return compare(read.get(a.article) ?? a, read.get(b.article) ?? b)
      })
  })
  readonly save = computed<SaveState>(() =>
    jointState(this.#sessions.get().map((session) => session.save.get())),
  )

  /** What was said and is not on disk. */
  readonly unsaved = computed<readonly UnsavedReview[]>(() =>
    this.#sessions.get().flatMap((session) => {
      const { article, text, unsaved: records } = session
      if (records.length === 0) return []
      const { meta } = session.opened.get()
      return [{ article, title: meta.title, ground: { text, meta }, records }]
    }),
  )

  /** The open one, and those left behind before they were saved. */
  readonly #sessions = signal<readonly ReviewSession[]>([])
  readonly #options: ReviewOptions
  #wanted: string | null = null

  constructor(options: ReviewOptions) {
    this.#options = options
  }

  /**
   * Reads the queue and the open review again.
   * @param sortsAnew - Whether rows go to the places that are theirs by now.
   */
  async refresh(sortsAnew = false): Promise<void> {
    if (this.#options.project() === null || this.#options.annotator() === null) return
    this.isLoading.set(this.entries.get().length === 0)
    const entries = await this.#options.ask('review.queue', {})
    this.isLoading.set(false)
    if (entries === undefined) return
    this.entries.set(entries)
    const placed = sortsAnew ? new Map<string, ReviewEntry>() : this.#read.get()
    this.#read.set(
      new Map(entries.map((entry) => [entry.article, placed.get(entry.article) ?? entry])),
    )
    const session = this.session.get()
    if (session === null) {
      const [first] = this.visible.get()
      if (first) await this.open(first.article)
      return
    }
    const before = session.records.get()
    const opened = await this.#options.ask('review.open', { article: session.article })
    if (!opened || this.session.get() !== session) return
    session.refresh(opened, before)
    // The queue was asked for before: what was decided meanwhile is known here alone.
    if (opened.hidden.length === 0) this.#count(session)
  }

  /** Opens the review of an article. @param place - A place in its text to look at. */
  async open(article: string, place: number | null = null): Promise<void> {
    this.#wanted = article
    const by = this.#options.annotator()
    const project = this.#options.project()
    if (by === null || project === null) return
    const kept = this.#sessions.get().find((session) => session.article === article)
    const session = kept ?? (await this.#begin(article, project, by))
    if (session === undefined || this.#wanted !== article) return
    this.#sessions.set([
      session,
      ...this.#sessions.get().filter((each) => each !== session && !each.isSaved),
    ])
    this.session.set(session)
    if (place !== null) this.#lookAt(session, place)
  }

  /** Opens the next article of the queue, or the one before. @returns Whether there is one. */
  neighbour(direction: 1 | -1): boolean {
    const visible = this.visible.get()
    const at = visible.findIndex(({ article }) => article === this.#wanted)
    const next = visible[at + direction]
    if (next === undefined) return false
    void this.open(next.article)
    return true
  }

  /** Takes in what was said elsewhere in this window. */
  hear(article: string, records: readonly ReviewRecord[]): void {
    const session = this.#sessions.get().find((each) => each.article === article)
    session?.hear(records)
    if (session) this.#count(session)
  }

  /** Forgets everything, for another project or person; what is not saved stays, and stays told. */
  clear(): void {
    this.entries.set([])
    this.session.set(null)
    this.#wanted = null
    this.#sessions.set(this.#sessions.get().filter((session) => !session.isSaved))
  }

  async flush(): Promise<void> {
    await Promise.all(this.#sessions.get().map((session) => session.flush()))
  }

  async retry(): Promise<void> {
    await Promise.all(this.#sessions.get().map((session) => session.retry()))
  }

  /** Gives up what is not saved, and forgets the reviews: they are read again as they are on disk. */
  abandon(): void {
    for (const session of this.#sessions.get()) if (!session.isSaved) session.abandon()
    this.#sessions.set([])
    this.session.set(null)
  }

  /** Opens again what lay open, after something else has changed everything. */
  async reload(): Promise<void> {
    const article = this.#wanted
    if (article !== null && this.session.get() === null) await this.open(article)
    await this.refresh()
  }

  async #begin(article: string, project: string, by: string): Promise<ReviewSession | undefined> {
    const opened = await this.#options.ask('review.open', { article })
    if (opened === undefined) return undefined
    const client = this.#options.client()
    const onChange = (session: ReviewSession): void => this.#count(session)
    return new ReviewSession({ client, project, opened, by, onChange })
  }

  /** Brings the row of the queue in line with what was decided in this window. */
  #count(session: ReviewSession): void {
    const { status, items, open, agreed, changed } = session.progress.get()
    const threads = session.state.get().threads.filter(({ isResolved }) => !isResolved).length
    this.entries.set(
      this.entries
        .get()
        .map((entry) =>
          entry.article === session.article
            ? { ...entry, status, items, open, agreed, changed, threads }
            : entry,
        ),
    )
  }

  #lookAt(session: ReviewSession, place: number): void {
    const items = session.items.get()
    const item = items.find(({ marks, verdicts }) =>
      [...marks.map(({ span }) => span), ...verdicts.flatMap(({ outcome }) => outcome)].some(
        ({ start, end }) => start <= place && place < end,
      ),
    )
    if (item) session.look(item.id)
  }
}

const COMPARE: Readonly<Record<ReviewOrder, (a: ReviewEntry, b: ReviewEntry) => number>> = {
  disagreement: (a, b) => weightOf(b) - weightOf(a) || byTitle(a, b),
  size: (a, b) => b.open - a.open || byTitle(a, b),
  date: (a, b) => compareText(b.published ?? '', a.published ?? '') || byTitle(a, b),
  status: (a, b) => STATUS_ORDER[a.status] - STATUS_ORDER[b.status] || weightOf(b) - weightOf(a),
  title: byTitle,
}

function weightOf({ items, open }: ReviewEntry): number {
  return priorityOf(open, items)
}

function byTitle(a: ReviewEntry, b: ReviewEntry): number {
  return a.title.localeCompare(b.title) || compareText(a.article, b.article)
}
