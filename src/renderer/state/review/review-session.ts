import { computed, signal } from '@lit-labs/signals'
import type { CallReply } from '../../../contract/calls.ts'
import {
  ATTRIBUTE_LIMIT,
  withValue,
  type Attributes,
  type AttributeValue,
} from '../../../core/annotation/attribute.ts'
import { compareText, type Span } from '../../../core/annotation/span.ts'
import { detectDirection, directionOfParagraph } from '../../../core/article/direction.ts'
import { mergeRecords } from '../../../core/review/log/merge-records.ts'
import type { ReviewRecord, ReviewStatus } from '../../../core/review/log/record.ts'
import { reviewState } from '../../../core/review/log/review-state.ts'
import { openReviewSteps } from '../../../core/review/log/steps.ts'
import { progressOf } from '../../../core/review/progress.ts'
import { isOpen, reviewItems, type ReviewItem } from '../../../core/review/review-items.ts'
import {
  addSpan,
  decideOwn,
  nextInstant,
  rejectAll,
  takeAgreed,
  takeVersion,
  type Decision,
} from '../../../core/review/verdicts.ts'
import { answerIn, beginThread, resolve } from '../../../core/review/say.ts'
import { createTextOutline } from '../../../core/text/movement.ts'
import type { TextRange } from '../../../core/text/range.ts'
import { createSegmenter } from '../../../core/text/segments.ts'
import type { Client } from '../client.ts'
import type { SaveState } from '../delivery.ts'
import { RecordQueue } from './record-queue.ts'
import { likelyVersion, versionsOf, type Version } from './versions.ts'

/** A version of the reviewer's own, while it is being made. */
export interface Draft extends TextRange {
  readonly label: string
  /** They stay with another label, as they do in a set. */
  readonly attributes: Attributes
}

interface ReviewSessionOptions {
  readonly client: Client
  readonly project: string
  readonly opened: CallReply<'review.open'>
  /** The id of the reviewer. */
  readonly by: string
  /** Called when something was decided or said. */
  readonly onChange: (session: ReviewSession) => void
}

/** The review of one article in the window. What is said is seen at once, and saved behind. */
export class ReviewSession {
  readonly article: string
  readonly text: string
  readonly by: string
  readonly opened
  readonly save = signal<SaveState>({ type: 'saved' })
  readonly records
  /** The place that is looked at, by its id; null before there is one. */
  readonly currentId = signal<string | null>(null)
  /** The version that Enter takes, by its index; null for the likely one. */
  readonly chosen = signal<number | null>(null)
  readonly draft = signal<Draft | null>(null)
  /** What is written down with the next verdict on the current place. */
  readonly reason = signal('')
  readonly guideline = signal<string | null>(null)

  readonly state = computed(() => reviewState(this.records.get()))
  readonly items = computed(() => reviewItems(this.opened.get().sets, this.state.get().verdicts))
  readonly open = computed<readonly ReviewItem[]>(() => this.items.get().filter(isOpen))
  readonly progress = computed(() => progressOf(this.items.get(), this.state.get()))
  readonly current = computed<ReviewItem | null>(() => {
    const id = this.currentId.get()
    return this.items.get().find((item) => item.id === id) ?? null
  })
  /** Those who have a set on the article, in order. */
  readonly annotators = computed<readonly string[]>(() =>
    this.opened
      .get()
      .sets.map(({ annotator }) => annotator)
      .toSorted(compareText),
  )
  readonly versions = computed<readonly Version[]>(() => {
    const item = this.current.get()
    return item === null || item.group === null ? [] : versionsOf(item, this.annotators.get())
  })
  /** The index of the version that Enter takes. */
  readonly choice = computed<number>(() => {
    const item = this.current.get()
    return this.chosen.get() ?? (item === null ? 0 : likelyVersion(item, this.versions.get()))
  })
  readonly steps = computed(() => openReviewSteps(this.records.get(), this.by))

  readonly outline
  readonly #queue: RecordQueue
  readonly #onChange: (session: ReviewSession) => void
  readonly #direction

  constructor({ client, project, opened, by, onChange }: ReviewSessionOptions) {
    this.article = opened.article
    this.text = opened.text
    this.by = by
    this.opened = signal(opened)
    this.records = signal<readonly ReviewRecord[]>(opened.records)
    this.outline = createTextOutline(
      opened.text,
      createSegmenter(opened.meta.language ?? undefined),
    )
    this.#direction = detectDirection(opened.text)
    this.#onChange = onChange
    const place = { project, article: opened.article }
    this.#queue = new RecordQueue(client, place, (state) => this.save.set(state))
    this.currentId.set(this.open.get()[0]?.id ?? this.items.get()[0]?.id ?? null)
  }

  /** What was said here and is not known to be on disk. */
  get unsaved(): readonly ReviewRecord[] {
    return this.#queue.unsaved.get()
  }

  get isSaved(): boolean {
    return this.#queue.isIdle
  }

  /** Which way a paragraph is read. */
  directionOf({ start, end }: TextRange): 'ltr' | 'rtl' {
    return (
      this.opened.get().meta.direction ??
      directionOfParagraph(this.text.slice(start, end)) ??
      this.#direction
    )
  }

  /**
   * Takes over what is on disk, where something else may have changed it; what was said here since the
   * files were asked for, or is not saved, stays.
   * @param before - The records as they were then.
   */
  refresh(opened: CallReply<'review.open'>, before: readonly ReviewRecord[]): void {
    const then = new Set(before)
    const since = this.records.get().filter((record) => !then.has(record))
    this.opened.set(opened)
    this.records.set(mergeRecords(opened.records, this.unsaved, since))
    if (this.current.get() === null) this.go(1)
  }

  /** Takes in what the same person has said elsewhere in this window, which is saved there. */
  hear(records: readonly ReviewRecord[]): void {
    this.records.set(mergeRecords(this.records.get(), records))
  }

  /** Looks at a place. */
  look(id: string | null): void {
    if (id === this.currentId.get()) return
    this.currentId.set(id)
    this.chosen.set(null)
    this.draft.set(null)
    this.reason.set('')
    this.guideline.set(null)
  }

  /**
   * Goes to the next place that is open, and round at the end.
   * @returns Whether there is one.
   */
  go(direction: 1 | -1): boolean {
    const items = this.items.get()
    const at = items.findIndex(({ id }) => id === this.currentId.get())
    for (let step = 1; step <= items.length; step++) {
      const index = (at + direction * step + items.length * 2) % items.length
      const item = items[index]
      if (item === undefined || !isOpen(item)) continue
      this.look(item.id)
      return true
    }
    return false
  }

  /** Chooses another version for Enter to take. */
  choose(direction: 1 | -1): void {
    const { length } = this.versions.get()
    if (length > 0) this.chosen.set((this.choice.get() + direction + length) % length)
  }

  /** Takes the version of this index and goes on. @returns Whether there is one. */
  take(index: number): boolean {
    const item = this.current.get()
    const version = this.versions.get()[index]
    if (item === null || version === undefined) return false
    this.#decide((decision) => [takeVersion(item, version.annotator, decision)])
    return true
  }

  /** Takes what all agree on. @returns How many places. */
  takeAgreed(): number {
    const { agreed } = this.progress.get()
    if (agreed > 0) this.#say((decision) => takeAgreed(this.items.get(), decision))
    return agreed
  }

  /** Takes none of the versions, and goes on. */
  reject(): boolean {
    const item = this.current.get()
    if (item === null) return false
    this.#decide((decision) => [rejectAll(item, decision)])
    return true
  }

  /** Decides a place again as before, whatever has become of its marks, and goes on. */
  keep(): boolean {
    const item = this.current.get()
    const verdict = item?.verdicts.at(-1)
    if (item === null || verdict === undefined) return false
    if (verdict.outcome.length === 0) return this.reject()
    this.#decide((decision) => [decideOwn(item, verdict.outcome, decision)])
    return true
  }

  /** Begins a version of the reviewer's own from what is chosen, or from a selected range. */
  beginDraft(selection: TextRange | null, label: string): void {
    const first = this.#firstOfDraft()
    const range = selection ?? first
    if (range === null) return
    const { start, end } = range
    // What was selected elsewhere is another thing, of which nobody has said anything.
    const isOfIt = first !== null && overlaps(first, range)
    const attributes = isOfIt ? first.attributes : {}
    this.draft.set({ start, end, label: first?.label ?? label, attributes })
  }

  /**
   * Gives the version that is being made a value, or takes it away (null).
   * @returns Whether it has it now; a span does not have more than it can be saved with.
   */
  giveValue(name: string, value: AttributeValue | null): boolean {
    const draft = this.draft.get()
    if (draft === null) return false
    const attributes = withValue(draft.attributes, name, value)
    if (Object.keys(attributes).length > ATTRIBUTE_LIMIT) return false
    this.draft.set({ ...draft, attributes })
    return true
  }

  /** Decides with the version that was made, and goes on. A place that nobody marked is added. */
  acceptDraft(): boolean {
    const draft = this.draft.get()
    if (draft === null || draft.start >= draft.end) return false
    const item = this.current.get()
    const isThere = item !== null && spansAt(item).some((span) => overlaps(span, draft))
    this.#decide((decision) => {
      const span = this.#ownSpan(draft, decision)
      return [isThere ? decideOwn(item, [span], decision) : addSpan(span, decision)]
    })
    this.draft.set(null)
    return true
  }

  /** Says something about the current place, or about the article (null); or answers in a thread. */
  comment(text: string, thread: string | null, mark = this.current.get()?.marks[0] ?? null): void {
    const trimmed = text.trim()
    if (trimmed === '') return
    this.#say((saying) => [
      thread === null ? beginThread(trimmed, mark, saying) : answerIn(thread, trimmed, saying),
    ])
  }

  resolve(thread: string, resolved: boolean): void {
    this.#say((saying) => [resolve(thread, resolved, saying)])
  }

  /** Gives the article a status; what all agree on is taken with an approval. */
  setStatus(status: ReviewStatus): void {
    const { open } = this.progress.get()
    this.#say((decision) => {
      const { by, at, step, newId } = decision
      const agreed = status === 'approved' ? takeAgreed(this.items.get(), decision) : []
      return [...agreed, { kind: 'status', id: newId(), by, at, step, status, open }]
    })
  }

  /** Takes the last decision back, or the taking back. @returns Whether there was something. */
  undo(direction: 'undo' | 'redo'): boolean {
    const taken = this.steps.get()[direction]
    if (taken === null) return false
    const before = new Set(this.state.get().verdicts.map(({ id }) => id))
    this.#say(({ by, at, step, newId }) => [
      { kind: 'withdrawal', id: newId(), by, at, step, records: [...taken] },
    ])
    const touched = this.items
      .get()
      .find(({ marks, verdicts }) =>
        direction === 'undo'
          ? marks.length > 0 && verdicts.length === 0 && this.#wasDecided(marks, taken)
          : verdicts.some(({ id }) => !before.has(id)),
      )
    if (touched) this.look(touched.id)
    // What was decided again is done with.
    if (direction === 'redo') this.go(1)
    return true
  }

  flush(): Promise<void> {
    return this.#queue.flush()
  }

  retry(): Promise<void> {
    return this.#queue.retry()
  }

  abandon(): void {
    this.#queue.abandon()
  }

  #wasDecided(marks: ReviewItem['marks'], taken: readonly string[]): boolean {
    const ids = new Set(marks.map(({ annotator, span }) => `${annotator}/${span.id}`))
    return this.records
      .get()
      .some(
        (record) =>
          record.kind === 'verdict' &&
          taken.includes(record.id) &&
          record.ground.some(({ annotator, span }) => ids.has(`${annotator}/${span.id}`)),
      )
  }

  /** What a version of the reviewer's own begins as: the last one, or the annotators' that is chosen. */
  #firstOfDraft(): Span | null {
    const item = this.current.get()
    if (item === null) return null
    const verdict = item.verdicts.at(-1)
    const isOwn = this.chosen.get() === null && item.state === 'decided' && verdict?.took === null
    const own = isOwn || item.marks.length === 0 ? verdict?.outcome[0] : undefined
    const version = this.versions.get()[this.choice.get()]
    return own ?? version?.spans[0] ?? item.marks[0]?.span ?? null
  }

  #ownSpan({ start, end, label, attributes }: Draft, { by, at }: Decision): Span {
    const created = { by, at, via: 'review' }
    return { id: crypto.randomUUID(), label, start, end, attributes, note: null, created }
  }

  /** Says a verdict with its reason, and goes to what is open next. */
  #decide(verdicts: (decision: Decision) => readonly ReviewRecord[]): void {
    const reason = this.reason.get().trim()
    this.#say((decision) =>
      verdicts({
        ...decision,
        reason: reason === '' ? null : reason,
        guideline: this.guideline.get(),
      }),
    )
    if (!this.go(1)) this.look(this.currentId.get())
    this.chosen.set(null)
    this.reason.set('')
    this.guideline.set(null)
  }

  #say(records: (decision: Decision) => readonly ReviewRecord[]): void {
    const at = nextInstant(this.records.get(), Date.now())
    const said = records({ by: this.by, at, step: freshId(), newId: freshId })
    if (said.length === 0) return
    this.records.set(mergeRecords(this.records.get(), said))
    this.#queue.push(said)
    this.#onChange(this)
  }
}

function freshId(): string {
  return crypto.randomUUID()
}

/** What a place is made of: its marks, or what the reviewer has added where there are none. */
function spansAt({ marks, verdicts }: ReviewItem): readonly Span[] {
  return marks.length > 0
    ? marks.map(({ span }) => span)
    : verdicts.flatMap(({ outcome }) => outcome)
}

function overlaps(span: TextRange, draft: TextRange): boolean {
  return span.start < draft.end && draft.start < span.end
}
