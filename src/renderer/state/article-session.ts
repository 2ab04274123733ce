import { computed, signal } from '@lit-labs/signals'
import type { AnnotationSet, Status } from '../../core/annotation/annotation-set.ts'
import type { EditContext } from '../../core/annotation/apply-edit.ts'
import type { Edit, SimpleEdit } from '../../core/annotation/edit.ts'
import {
  applyChange,
  nextStep,
  type AnnotationDocument,
  type Change,
} from '../../core/annotation/history.ts'
import { SpanIndex } from '../../core/annotation/span-index.ts'
import { countByLabel, indexOfSpan } from '../../core/annotation/span-search.ts'
import { quoteOf, type Span } from '../../core/annotation/span.ts'
import type { Metadata } from '../../core/article/article.ts'
import {
  detectDirection,
  directionOfParagraph,
  type TextDirection,
} from '../../core/article/direction.ts'
import { createTextOutline, type TextOutline } from '../../core/text/movement.ts'
import { createOffsetMap, type OffsetMap } from '../../core/text/offsets.ts'
import type { TextRange } from '../../core/text/range.ts'
import { createSegmenter } from '../../core/text/segments.ts'
import type { CallReply } from '../../contract/calls.ts'
import type { Client } from './client.ts'
import type { SaveState } from './delivery.ts'
import { titleParagraphOf } from './title-paragraph.ts'
import { SaveQueue } from './save-queue.ts'

export interface ArticleSessionOptions {
  readonly client: Client
  /** Path of the project that the article belongs to. */
  readonly project: string
  readonly opened: CallReply<'articles.open'>
  /** The names of the project's labels as they are by now: an import may add some. */
  readonly labels: () => ReadonlySet<string>
  readonly onChange: (session: ArticleSession) => void
}

/** A set as it was when so many of the changes in its history had been made. */
export interface PastMarks {
  readonly moment: number
  readonly set: AnnotationSet
}

/**
 * One article in the window, with the marks of the present annotator. Changes are applied here at
 * once by the same function that the main process applies them with, and saved behind.
 */
export class ArticleSession {
  readonly id: string
  readonly project: string
  readonly text: string
  readonly encoding: string | null
  /** The language that the text looks to be in; null when that is not sure. */
  readonly detectedLanguage: string | null
  /** The direction that most of the text has. */
  readonly offsets: OffsetMap
  readonly meta
  readonly document
  readonly save = signal<SaveState>({ type: 'saved' })
  /** The marks that the window shows in the place of the present ones; see `ArticleHistory`. */
  readonly past = signal<PastMarks | null>(null)
  /** The text that a label would mark, or the unit under the keyboard's cursor. */
  readonly selection = signal<TextRange | null>(null)
  readonly selectedId = signal<string | null>(null)
  /** The span that the mouse or the keyboard points at, in the text or in the list. */
  readonly pointedId = signal<string | null>(null)
  /** The bounds that the mouse is about to give to a selection or a span. */
  readonly draft = signal<TextRange | null>(null)
  readonly selectedSpan = computed<Span | null>(() => this.#spanOf(this.selectedId.get()))
  readonly pointedSpan = computed<Span | null>(() => this.#spanOf(this.pointedId.get()))
  /** The spans that the window shows: the present ones, unless the past is looked at. */
  readonly spans = computed<readonly Span[]>(
    () => (this.past.get()?.set ?? this.document.get().set).spans,
  )
  readonly index = computed(() => new SpanIndex(this.spans.get()))
  /** How many spans each label has; a label without spans is missing. */
  readonly spansByLabel = computed(() => countByLabel(this.spans.get()))
  /** Index of the paragraph that is the article's title; -1 when the title stands nowhere in it. */
  readonly titleParagraph = computed<number>(() =>
    titleParagraphOf(this.outline, this.meta.get().title),
  )
  /** The article's language, stated or else detected, as a BCP 47 tag; null when nobody knows. */
  readonly language = computed<string | null>(
    () => this.meta.get().language ?? this.detectedLanguage,
  )
  /** The direction that a person has given to all paragraphs; null leaves each to itself. */
  readonly direction = computed<TextDirection | null>(() => this.meta.get().direction)
  /** The edits that undoing and redoing would apply; null where there is nothing to undo or redo. */
  readonly next = computed(() => {
    const document = this.document.get()
    const undo = nextStep(document, 'undo')?.edit ?? null
    return { undo, redo: nextStep(document, 'redo')?.edit ?? null }
  })
  readonly status = computed<Status>(() => this.document.get().set.status)

  #via: 'keyboard' | 'mouse' = 'keyboard'
  #exact: TextRange | null = null
  readonly #outline = computed(() =>
    createTextOutline(this.text, createSegmenter(this.language.get() ?? undefined)),
  )
  #detectedDirection: TextDirection | undefined
  readonly #queue: SaveQueue
  readonly #labels: () => ReadonlySet<string>
  readonly #onChange: (session: ArticleSession) => void

  constructor({ client, project, opened, labels, onChange }: ArticleSessionOptions) {
    this.id = opened.id
    this.project = project
    this.text = opened.text
    this.encoding = opened.encoding
    this.detectedLanguage = opened.detectedLanguage
    this.offsets = createOffsetMap(opened.text)
    this.meta = signal<Metadata>(opened.meta)
    this.document = signal<AnnotationDocument>(opened.document)
    this.#labels = labels
    this.#onChange = onChange
    this.#queue = new SaveQueue(client, project, opened.document, (state) => this.save.set(state))
  }

  /** The places of the text, cut by the rules of its language. */
  get outline(): TextOutline {
    return this.#outline.get()
  }

  /** What edits of this article are checked against. */
  get context(): EditContext {
    return { text: this.text, labels: this.#labels() }
  }

  /** Which way a paragraph is read: as the person says, else by its first letter, else as the rest. */
  directionOf(paragraph: TextRange): TextDirection {
    return (
      this.direction.get() ??
      directionOfParagraph(this.text.slice(paragraph.start, paragraph.end)) ??
      this.detectedDirection
    )
  }

  /** What a paragraph without any letter follows. */
  get detectedDirection(): TextDirection {
    return (this.#detectedDirection ??= detectDirection(this.text))
  }

  get isSaved(): boolean {
    return this.#queue.isIdle
  }

  /** The marks as they were saved last. */
  get savedDocument(): AnnotationDocument {
    return this.#queue.saved
  }

  flush(): Promise<void> {
    return this.#queue.flush()
  }

  /** See `SaveQueue.retry`. */
  retry(): Promise<void> {
    return this.#queue.retry()
  }

  /** Gives up what is not saved, when this article is about to leave the window. */
  abandon(): void {
    this.#queue.abandon()
  }

  quote(range: TextRange): string {
    return quoteOf(this.text, range)
  }

  /** By what means the selection was made. */
  get selectedVia(): 'keyboard' | 'mouse' {
    return this.#via
  }

  /** What was selected before it was snapped to words. */
  get exactSelection(): TextRange | null {
    return this.#exact
  }

  /**
   * Selects text, and no span.
   * @param exact - The range before it was snapped to words.
   */
  select(
    range: TextRange | null,
    via: 'keyboard' | 'mouse' = 'keyboard',
    exact: TextRange | null = range,
  ): void {
    this.#via = via
    this.#exact = exact
    this.selectedId.set(null)
    this.selection.set(range)
  }

  /** Selects a span, and the text that it covers. */
  selectSpan(id: string | null, via: 'keyboard' | 'mouse' = 'keyboard'): void {
    const span = this.#spanOf(id)
    this.selectedId.set(span?.id ?? null)
    if (!span) return
    this.#via = via
    const range = { start: span.start, end: span.end }
    this.#exact = range
    this.selection.set(range)
  }

  /** @returns Why the edit does not fit, or null when it was applied. */
  edit(edits: readonly SimpleEdit[]): string | null {
    const [first] = edits
    if (first === undefined) return null
    const isTouched = this.status.get() !== 'not-started' || edits.some(setsStatus)
    const all = isTouched ? edits : [...edits, { type: 'status', status: 'in-progress' } as const]
    const edit: Edit = all.length === 1 ? first : { type: 'group', edits: all }
    return this.apply(edit)
  }

  /** Applies an edit as it is. @returns As `edit`. */
  apply(edit: Edit): string | null {
    return this.#change({ type: 'do', edit, at: new Date().toISOString() })
  }

  undo(): string | null {
    return this.#change({ type: 'undo', at: new Date().toISOString() })
  }

  redo(): string | null {
    return this.#change({ type: 'redo', at: new Date().toISOString() })
  }

  /**
   * Marks a range.
   * @param via - By what means, for the span's provenance.
   * @returns Why not, or null; the new span is then the selected one.
   */
  mark(label: string, range: TextRange, via: 'keyboard' | 'mouse'): string | null {
    const id = crypto.randomUUID()
    const span: Span = {
      id,
      label,
      start: range.start,
      end: range.end,
      attributes: {},
      note: null,
      created: { by: this.document.get().set.annotator, at: new Date().toISOString(), via },
    }
    const problem = this.edit([{ type: 'add', span }])
    if (problem === null) this.selectSpan(id, via)
    return problem
  }

  /** What is selected goes with the selected span, wherever a change or its undoing puts that. */
  #followSelected(): void {
    const span = this.selectedSpan.get()
    const selection = this.selection.get()
    if (span === null) this.selectedId.set(null)
    else if (span.start !== selection?.start || span.end !== selection.end) {
      this.selectSpan(span.id)
    }
  }

  #spanOf(id: string | null): Span | null {
    const spans = this.spans.get()
    return id === null ? null : (spans[indexOfSpan(spans, id)] ?? null)
  }

  #change(change: Change): string | null {
    const document = this.document.get()
    const { annotator } = document.set
    const applied = applyChange(document, change, { ...this.context, annotator })
    if (!applied.ok) return applied.error.message
    this.past.set(null)
    this.document.set(applied.value)
    this.#queue.push(change, applied.value)
    this.#followSelected()
    this.#onChange(this)
    return null
  }
}

function setsStatus(edit: SimpleEdit): boolean {
  return edit.type === 'status'
}
