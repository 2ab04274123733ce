import { computed, signal } from '@lit-labs/signals'
import { ANY_ARTICLE, type ArticleFilter } from '../../contract/article-filter.ts'
import type { CallArguments, CallReply } from '../../contract/calls.ts'
import type { Library } from './library.ts'

/** Searches a part of the list. @returns Undefined when that failed, which the person has been told. */
type SearchPart = (
  args: CallArguments<'articles.search'>,
) => Promise<CallReply<'articles.search'> | undefined>

/**
 * Searching and filtering the articles. What is found comes part by part and shows in the library at
 * once. It stays until something else is sought: an article does not leave the list because it was
 * marked done.
 */
export class ArticleSearch {
  readonly filter = signal<ArticleFilter>(ANY_ARTICLE)
  /** Whether anything is asked of the articles. */
  readonly isActive = computed(() => this.isFiltered.get() || this.filter.get().text.trim() !== '')
  /** Whether anything is asked of them beside the words that are sought. */
  readonly isFiltered = computed(() => {
    const { text: _words, ...filters } = this.filter.get()
    return Object.values(filters).some((value) => value !== null && value.trim() !== '')
  })
  /** How much of the list has been searched, 0 to 1; null when no search goes on. */
  readonly progress = signal<number | null>(null)

  readonly #library: Library
  readonly #search: SearchPart
  /** Of the search that goes on; what belongs to an earlier one comes too late. */
  #round = 0
  /** Whether the library shows something of what is sought now, or all of it. */
  #isShown = true
  #waiting: (() => void)[] = []

  constructor(library: Library, search: SearchPart) {
    this.#library = library
    this.#search = search
  }

  /** Asks for something else, and forgets what was still to be found. */
  change(parts: Partial<ArticleFilter>): void {
    const before = this.filter.get()
    const isSame = Object.entries(parts).every(
      ([name, value]) => before[name as keyof ArticleFilter] === value,
    )
    if (isSame) return
    this.filter.set({ ...before, ...parts })
    void this.again()
  }

  /** Shows all articles. */
  clear(): void {
    this.change(ANY_ARTICLE)
  }

  /** Leaves only the words that are sought. */
  clearFilters(): void {
    this.change({ ...ANY_ARTICLE, text: this.filter.get().text })
  }

  /** Searches anew, because other articles are there than before. */
  async again(): Promise<void> {
    const round = ++this.#round
    const filter = this.filter.get()
    this.progress.set(null)
    if (!this.isActive.get()) {
      this.#library.found.set(null)
      this.#tellShown()
      return
    }
    this.#isShown = false
    let ids: readonly string[] = []
    let from: number | null = 0
    while (from !== null) {
      const isFirst: boolean = from === 0
      const part: CallReply<'articles.search'> | undefined = await this.#search({ filter, from })
      if (round !== this.#round) return
      // What was found before stays until there is something else to show: a list would flicker.
      if (part !== undefined && (isFirst || part.ids.length > 0)) {
        ids = [...ids, ...part.ids]
        this.#library.found.set(ids)
      }
      from = part?.next ?? null
      const all = Math.max(1, this.#library.entries.get().length)
      this.progress.set(from === null ? null : from / all)
      if (ids.length > 0 || from === null) this.#tellShown()
    }
  }

  /** Resolves when the library shows something of what is sought now, or it is certain to be nothing. */
  whenShown(): Promise<void> {
    return this.#isShown ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve))
  }

  #tellShown(): void {
    this.#isShown = true
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}
