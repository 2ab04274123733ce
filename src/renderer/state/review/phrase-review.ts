import { computed, signal } from '@lit-labs/signals'
import type { CallArguments, CallReply } from '../../../contract/calls.ts'
import type { PhrasePlace } from '../../../contract/review-models.ts'
import type { Ask } from '../client.ts'

/** Longest phrase that is looked for, in UTF-16 code units. */
export const PHRASE_LENGTH = 200

interface PhraseReviewOptions {
  readonly ask: Ask
  readonly project: () => string | null
  /** Gets everything that was decided in this window onto the disk. */
  readonly flush: () => Promise<void>
  /** Reads the queue and the open review again. */
  readonly refresh: () => Promise<void>
}

/** What was decided at once, so that it can be taken back at once. */
export type PhraseDecision = CallReply<'review.decidePhrase'>

/** Every place of one phrase over all articles, and a decision on all of them. */
export class PhraseReview {
  readonly isOpen = signal(false)
  readonly phrase = signal('')
  readonly places = signal<readonly PhrasePlace[]>([])
  /** How many places cannot be shown, because the own sets on their articles are not done. */
  readonly hidden = signal(0)
  readonly isSearching = signal(false)
  readonly isDeciding = signal(false)
  /** The place that the keyboard is on, by its index. */
  readonly current = signal(0)
  /** The label that the places get; null for none. */
  readonly label = signal<string | null>(null)
  readonly reason = signal('')
  readonly ticked = computed<readonly PhrasePlace[]>(() => {
    const flipped = this.#flipped.get()
    return this.places.get().filter((place) => isTickedFirst(place) !== flipped.has(keyOf(place)))
  })
  readonly articles = computed(() => new Set(this.places.get().map(({ article }) => article)).size)

  /** Those whose tick is not as it was at first. */
  readonly #flipped = signal<ReadonlySet<string>>(new Set())
  readonly #options: PhraseReviewOptions
  #search = 0

  constructor(options: PhraseReviewOptions) {
    this.#options = options
  }

  /** Shows the places of a phrase; the label is the one that most marks on it have. */
  async open(phrase: string): Promise<void> {
    this.isOpen.set(true)
    this.label.set(null)
    this.reason.set('')
    await this.find(phrase)
    this.label.set(likelyLabel(this.places.get()))
  }

  close(): void {
    this.#search++
    this.isOpen.set(false)
    this.isSearching.set(false)
    this.places.set([])
  }

  /** Looks for a phrase through all articles; another search ends this one. */
  async find(phrase: string): Promise<void> {
    const search = ++this.#search
    const sought = phrase.trim()
    this.phrase.set(sought)
    this.places.set([])
    this.hidden.set(0)
    this.current.set(0)
    this.#flipped.set(new Set())
    if (sought === '' || sought.length > PHRASE_LENGTH) return this.isSearching.set(false)
    this.isSearching.set(true)
    // What was decided just now is told as well.
    await this.#options.flush()
    for (let from: number | null = 0; from !== null && search === this.#search;) {
      const args: CallArguments<'review.phrase'> = { phrase: sought, from }
      const found: CallReply<'review.phrase'> | undefined = await this.#options.ask(
        'review.phrase',
        args,
      )
      if (search !== this.#search) return
      this.places.set([...this.places.get(), ...(found?.places ?? [])])
      this.hidden.set(this.hidden.get() + (found?.hidden ?? 0))
      from = found?.next ?? null
    }
    this.isSearching.set(false)
  }

  isTicked(place: PhrasePlace): boolean {
    return isTickedFirst(place) !== this.#flipped.get().has(keyOf(place))
  }

  /** Ticks a place, or takes its tick away. */
  toggle(place: PhrasePlace): void {
    const flipped = new Set(this.#flipped.get())
    if (!flipped.delete(keyOf(place))) flipped.add(keyOf(place))
    this.#flipped.set(flipped)
  }

  /** Ticks all places, or none where all are ticked. */
  toggleAll(): void {
    const places = this.places.get()
    const wanted = this.ticked.get().length < places.length
    const flipped = places.filter((place) => isTickedFirst(place) !== wanted)
    this.#flipped.set(new Set(flipped.map(keyOf)))
  }

  /** Goes on in the list. */
  move(steps: number): void {
    const last = Math.max(0, this.places.get().length - 1)
    this.current.set(Math.min(last, Math.max(0, this.current.get() + steps)))
  }

  /** Decides all ticked places. @returns Undefined when it was not done, which the person has been told. */
  async decide(): Promise<PhraseDecision | undefined> {
    const project = this.#options.project()
    const places = this.ticked.get().map(({ article, start, end }) => ({ article, start, end }))
    if (project === null || places.length === 0 || this.isDeciding.get()) return undefined
    this.isDeciding.set(true)
    try {
      await this.#options.flush()
      const reason = this.reason.get().trim()
      const label = this.label.get()
      const decided = await this.#options.ask('review.decidePhrase', {
        project,
        places,
        label,
        reason: reason === '' ? null : reason,
      })
      await this.#readAgain()
      return decided
    } finally {
      this.isDeciding.set(false)
    }
  }

  /** Takes a decision back, in all articles. @returns Whether it was done. */
  async undo({ step, articles }: PhraseDecision): Promise<boolean> {
    const project = this.#options.project()
    if (project === null || articles.length === 0) return false
    const undone = await this.#options.ask('review.withdrawStep', { project, step, articles })
    await this.#readAgain()
    return undone !== undefined
  }

  async #readAgain(): Promise<void> {
    const [phrase, current] = [this.phrase.get(), this.current.get()]
    await this.#options.refresh()
    if (!this.isOpen.get()) return
    await this.find(phrase)
    this.current.set(0)
    this.move(current)
  }
}

/** What is decided already is left as it is, unless a person wants it otherwise. */
function isTickedFirst({ decided }: PhrasePlace): boolean {
  return decided === null
}

function keyOf({ article, start }: PhrasePlace): string {
  return `${article} ${start}`
}

/** The label that most marks have; null where there are none. */
function likelyLabel(places: readonly PhrasePlace[]): string | null {
  const counts = new Map<string, number>()
  for (const { label } of places.flatMap(({ marks }) => marks)) {
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  return most?.[0] ?? null
}
