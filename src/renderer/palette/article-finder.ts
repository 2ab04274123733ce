import type { ArticleEntry } from '../../contract/models.ts'

/** Candidates of each class that are worth ranking: far more than anybody looks through. */
const PER_CLASS = 150
/** As many rows as are shown; with fewer, letters apart from each other are looked for as well. */
const ENOUGH = 40
/** With fewer letters nearly every title holds them in their order. */
const SHORTEST_SCATTERED = 3

/** How well a title fits, before it is ranked: the first classes are full first. */
type Class = 0 | 1 | 2

/**
 * Finds the articles whose titles may be meant. A project may hold 50,000: ranking each of them
 * takes a matcher longer than a frame, and keeping them prepared takes it 100 MB. A plain search
 * leaves it a few hundred to rank.
 */
export class ArticleFinder {
  #entries: readonly ArticleEntry[] = []
  #titles: readonly string[] = []
  #folded: readonly string[] = []

  /** Takes over the list; titles that were there before are not folded again. */
  take(entries: readonly ArticleEntry[]): void {
    if (entries === this.#entries) return
    const titles = entries.map(({ title }) => title)
    const folded = titles.map((title, index) =>
      title === this.#titles[index] ? (this.#folded[index] ?? '') : foldTitle(title),
    )
    this.#entries = entries
    this.#titles = titles
    this.#folded = folded
  }

  /**
   * The articles whose titles hold every word of a query, those first that begin with it; and where
   * there are few, also those that hold its letters in their order.
   */
  candidates(query: string): readonly ArticleEntry[] {
    const words = foldTitle(query).split(/\s+/).filter(Boolean)
    const [first] = words
    if (first === undefined) return []
    const classes: [ArticleEntry[], ArticleEntry[], ArticleEntry[]] = [[], [], []]
    for (const [index, title] of this.#folded.entries()) {
      const kind = classOf(title, first, words)
      const found = kind === undefined ? undefined : classes[kind]
      const entry = this.#entries[index]
      if (found && entry && found.length < PER_CLASS) found.push(entry)
      if (classes[0].length === PER_CLASS) break
    }
    const found = classes.flat()
    return found.length < ENOUGH ? [...found, ...this.#scattered(words, found)] : found
  }

  #scattered(words: readonly string[], known: readonly ArticleEntry[]): readonly ArticleEntry[] {
    const letters = [...words.join('')]
    if (letters.length < SHORTEST_SCATTERED) return []
    const isKnown = new Set(known)
    const found: ArticleEntry[] = []
    for (const [index, title] of this.#folded.entries()) {
      const entry = this.#entries[index]
      if (!entry || isKnown.has(entry) || !holdsInOrder(title, letters)) continue
      found.push(entry)
      if (found.length === PER_CLASS) break
    }
    return found
  }
}

/** The letters of a title without what people leave out when they type. */
function foldTitle(title: string): string {
  // Most titles are plain, and nothing else is as fast.
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  if (/^[\u0000-\u007f]*$/.test(title)) return title.toLowerCase()
  return title
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}

function classOf(title: string, first: string, words: readonly string[]): Class | undefined {
  if (!words.every((word) => title.includes(word))) return undefined
  if (title.startsWith(first)) return 0
  return title.includes(` ${first}`) ? 1 : 2
}

function holdsInOrder(title: string, letters: readonly string[]): boolean {
  let from = 0
  for (const letter of letters) {
    const at = title.indexOf(letter, from)
    if (at === -1) return false
    from = at + letter.length
  }
  return true
}
