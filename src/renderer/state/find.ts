import { computed, Signal, signal } from '@lit-labs/signals'
import { createFinder, DEFAULT_FIND_OPTIONS, type FindOptions } from '../../core/text/find.ts'
import { trimWhiteSpace, type TextRange } from '../../core/text/range.ts'
import { activeField } from './active-field.ts'
import type { ArticleSession } from './article-session.ts'
import { MOST_HITS, RegexSearch, type ExpressionRequest, type Found } from './regex-search.ts'
import { whenChanged } from './when-changed.ts'

/** How a search compares what is sought with the text. */
export interface SearchOptions extends FindOptions {
  /** Whether what is sought is a regular expression; diacritics are never ignored then. */
  readonly isExpression: boolean
}

/** The part of an article that finding needs. */
export type SearchedArticle = Pick<ArticleSession, 'id' | 'text' | 'selection' | 'select'>

/** Where a search goes on from. */
interface Place {
  readonly article: string
  /** The current hit is the first that begins at or after this offset. */
  readonly offset: number
  /** What was selected then; another selection means that the person has gone elsewhere. */
  readonly selection: TextRange | null
}

const NOTHING: Found = { hits: [], hasMore: false, problem: null }

/** Finding in the open article: what is sought, where it was found, and which hit is the current. */
export class Find {
  readonly isOpen = signal(false)
  /** How often the bar was asked for: each time it takes the keyboard. */
  readonly openings = signal(0)
  /** What is sought, as typed; it stays when the bar is closed. */
  readonly query = signal('')
  readonly options = signal<SearchOptions>({ ...DEFAULT_FIND_OPTIONS, isExpression: false })

  /** In UTF-16 code units, ascending, disjoint; empty while the bar is closed. */
  readonly hits = computed<readonly TextRange[]>(() => this.#found.get().hits)
  /** Index of the current hit; null when there is none. */
  readonly at = computed<number | null>(() => {
    const hits = this.hits.get()
    if (hits.length === 0) return null
    const from = this.#from.get()
    return Math.max(
      0,
      hits.findIndex(({ start }) => start >= from),
    )
  })
  readonly current = computed<TextRange | null>(() => this.hits.get()[this.at.get() ?? -1] ?? null)
  /** Whether there are more hits than `hits` holds. */
  readonly hasMore = computed(() => this.#found.get().hasMore)
  /** Why nothing can be found, in words; null when it can. */
  readonly problem = computed<string | null>(() => this.#found.get().problem)
  /** Whether the hits of what is sought now are still to come. */
  readonly isSearching = computed(() => {
    const request = this.#request.get()
    return request !== null && this.#answered.get()?.request !== request
  })

  readonly #article: () => SearchedArticle | null
  readonly #place = signal<Place | null>(null)
  readonly #answered = signal<{
    readonly request: ExpressionRequest
    readonly found: Found
  } | null>(null)
  /** What was offered last. */
  #offered: string | null = null
  /** What was asked for before the hits were there. */
  #due: (() => void) | null = null

  readonly #text = computed(() => (this.isOpen.get() ? (this.#article()?.text ?? null) : null))
  readonly #finder = computed(() => {
    const text = this.#text.get()
    return text === null ? null : createFinder(text)
  })
  readonly #request = computed<ExpressionRequest | null>(() => {
    const text = this.#text.get()
    const source = this.query.get()
    const { isExpression, matchCase, wholeWord } = this.options.get()
    if (text === null || source === '' || !isExpression) return null
    return { text, source, matchCase, wholeWord }
  })
  readonly #found = computed<Found>(() => {
    const finder = this.#finder.get()
    const request = this.#request.get()
    if (finder === null) return NOTHING
    if (request === null) {
      const hits = finder.find(this.query.get(), this.options.get(), MOST_HITS + 1)
      const hasMore = hits.length > MOST_HITS
      return { hits: hasMore ? hits.slice(0, MOST_HITS) : hits, hasMore, problem: null }
    }
    // The hits of the last expression stay until the next are there, or all would flicker.
    const answered = this.#answered.get()
    return answered?.request.text === request.text ? answered.found : NOTHING
  })
  readonly #from = computed(() => {
    const place = this.#place.get()
    const article = this.#article()
    if (place !== null && place.article === article?.id) return place.offset
    // Nothing moves on when text is selected by hand, to be marked.
    return Signal.subtle.untrack(() => article?.selection.get()?.start ?? 0)
  })

  /** @param article - The article that lies open; it reads signals only. */
  constructor(article: () => SearchedArticle | null, regex: RegexSearch = new RegexSearch()) {
    this.#article = article
    whenChanged(this.#request, (request) => {
      if (request === null) regex.stop()
      else regex.search(request, (found) => this.#take(request, found))
    })
  }

  /**
   * Opens the bar, and gives it the keyboard.
   * @param initial - What to seek, such as the selected text; otherwise what was sought last.
   */
  open(initial = ''): void {
    const words = initial.trim().split(/\s+/u)
    if (words[0] !== '') {
      const { isExpression } = this.options.get()
      this.query.set(isExpression ? words.map(escape).join(String.raw`\s+`) : words.join(' '))
    }
    this.#follow()
    this.isOpen.set(true)
    this.openings.set(this.openings.get() + 1)
  }

  /**
   * Shows in the open article what it was found by, where that stands in its text, and leaves the
   * keyboard where it is. The same is offered once: whoever closes the bar does not want it.
   */
  offer(sought: string): void {
    const query = this.query.get()
    const isOwn = this.isOpen.get() && query !== this.#offered
    if (isOwn || sought === this.#offered || this.options.get().isExpression) return
    this.#follow()
    this.query.set(sought)
    this.isOpen.set(true)
    if (this.hits.get().length > 0) this.#offered = sought
    else {
      this.query.set(query)
      this.isOpen.set(false)
    }
  }

  /** Closes the bar where it shows only what was offered: nobody looks for that any more. */
  withdraw(): void {
    if (this.query.get() === this.#offered) this.isOpen.set(false)
    this.#offered = null
  }

  /** Closes the bar. The current hit is selected, so that a label's key marks it. */
  close(): void {
    const article = this.#article()
    const hit = this.current.get()
    if (article && hit && !this.#hasMoved(article)) this.#select(article, hit)
    this.#due = null
    this.isOpen.set(false)
  }

  /** Seeks something else, from where the search was or the cursor has gone since. */
  seek(query: string): void {
    this.#due = null
    this.#follow()
    this.query.set(query)
  }

  /** Compares in another way. */
  compare(options: Partial<SearchOptions>): void {
    this.#due = null
    this.#follow()
    this.options.set({ ...this.options.get(), ...options })
  }

  /** Goes to the hit after the current one or the cursor; after the last comes the first. */
  next(): void {
    this.#step(1)
  }

  /** Goes to the hit before the current one or the cursor; before the first comes the last. */
  previous(): void {
    this.#step(-1)
  }

  /**
   * While the bar is closed it opens and leaves the keyboard where it is. Outside of fields the hit is
   * selected at once: that is what a key means next.
   */
  #step(direction: 1 | -1): void {
    const article = this.#article()
    if (this.query.get() === '') this.open()
    if (this.query.get() === '' || article === null) return
    const isFromCursor = !this.isOpen.get() || this.#hasMoved(article)
    this.isOpen.set(true)
    const go = (): void => this.#go(article, direction, isFromCursor)
    if (this.isSearching.get()) this.#due = go
    else go()
  }

  #go(article: SearchedArticle, direction: 1 | -1, isFromCursor: boolean): void {
    // Another article may have been opened while an expression was sought in that one.
    if (article !== this.#article()) return
    const hits = this.hits.get()
    const index = isFromCursor
      ? besideCursor(article, hits, direction)
      : (this.at.get() ?? 0) + direction
    const hit = hits.at(index % Math.max(1, hits.length))
    if (hit === undefined) return
    if (activeField() === null) this.#select(article, hit)
    else this.#remain(article, hit.start)
  }

  #take(request: ExpressionRequest, found: Found): void {
    this.#answered.set({ request, found })
    const due = this.#due
    this.#due = null
    due?.()
  }

  #select(article: SearchedArticle, hit: TextRange): void {
    article.select(selectedOf(article, hit), 'keyboard', hit)
    this.#remain(article, hit.start)
  }

  /** Goes on from the cursor where the person has moved it. */
  #follow(): void {
    const article = this.#article()
    if (article === null || (this.isOpen.get() && !this.#hasMoved(article))) return
    this.#remain(article, article.selection.get()?.start ?? 0)
  }

  #remain(article: SearchedArticle, offset: number): void {
    this.#place.set({ article: article.id, offset, selection: article.selection.get() })
  }

  #hasMoved({ id, selection }: SearchedArticle): boolean {
    const place = this.#place.get()
    return place?.article === id ? place.selection !== selection.get() : selection.get() !== null
  }
}

/** A hit without the white space that was sought at its ends: nobody marks that. */
function selectedOf({ text }: SearchedArticle, hit: TextRange): TextRange {
  return trimWhiteSpace(text, hit) ?? hit
}

/** Index of the hit on one side of what is selected; one beyond the ends where there is none. */
function besideCursor(
  article: SearchedArticle,
  hits: readonly TextRange[],
  direction: 1 | -1,
): number {
  const selected = article.selection.get()
  if (selected === null) return direction === 1 ? 0 : -1
  if (direction === -1) return hits.findLastIndex(({ start }) => start < selected.start)
  const index = hits.findIndex((hit) => {
    const { start, end } = selectedOf(article, hit)
    return start > selected.start || (start === selected.start && end !== selected.end)
  })
  return index === -1 ? hits.length : index
}

/** Makes of a text the expression that matches it. */
function escape(text: string): string {
  return text.replaceAll(/[\^$.*+?()[\]{}|/\\]/g, String.raw`\$&`)
}
