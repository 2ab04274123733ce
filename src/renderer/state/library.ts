import { computed, signal } from '@lit-labs/signals'
import type { ArticleEntry } from '../../contract/models.ts'

/** The list of articles, filtered. It may hold tens of thousands, of which each mark changes one. */
export class Library {
  readonly entries = signal<readonly ArticleEntry[]>([])
  readonly filter = signal('')

  /** The articles whose title or outlet holds every word of the filter. */
  readonly visible = computed<readonly ArticleEntry[]>(() => {
    const entries = this.entries.get()
    const found = this.#found.get()
    if (found === null) return entries
    return found.map((index) => entries[index]).filter((entry) => entry !== undefined)
  })

  /** Indexes of the articles that the filter lets through; null when it lets all through. */
  readonly #found = computed<readonly number[] | null>(() => {
    const words = this.filter.get().toLocaleLowerCase().split(/\s+/).filter(Boolean)
    if (words.length === 0) return null
    const found: number[] = []
    for (const [index, text] of this.#texts.get().entries()) {
      if (words.every((word) => text.includes(word))) found.push(index)
    }
    return found
  })

  /** What the filter looks into. A mark leaves it the same list, and nothing is filtered again. */
  readonly #texts = computed<readonly string[]>(() => {
    this.#read = readTexts(this.entries.get(), this.#read)
    return this.#read.texts
  })
  #read: ReadTexts = { entries: [], texts: [] }
  #indexes: ReadonlyMap<string, number> = new Map()

  /** Puts a changed entry in its place, without asking for the whole list. */
  update(id: string, change: Partial<ArticleEntry>): void {
    const entries = this.entries.get()
    const index = this.#indexOf(id)
    const entry = entries[index]
    if (entry === undefined || holds(entry, change)) return
    this.entries.set(entries.with(index, { ...entry, ...change }))
  }

  /**
   * The article before or after another in the visible list.
   * @returns Undefined at the ends of the list.
   */
  neighbour(id: string | null, direction: 1 | -1): ArticleEntry | undefined {
    const visible = this.visible.get()
    const index = visible.findIndex((entry) => entry.id === id)
    if (index === -1) return direction === 1 ? visible[0] : visible.at(-1)
    return visible[index + direction]
  }

  /** The next article after this one that is not done, going round the end once. */
  nextUndone(id: string): ArticleEntry | undefined {
    const visible = this.visible.get()
    const index = visible.findIndex((entry) => entry.id === id)
    const round = [...visible.slice(index + 1), ...visible.slice(0, Math.max(0, index))]
    return round.find(({ status }) => status !== 'done')
  }

  /** A change leaves every entry where it stands: what was noted holds until there is another list. */
  #indexOf(id: string): number {
    const entries = this.entries.get()
    const noted = this.#indexes.get(id) ?? -1
    if (entries[noted]?.id === id) return noted
    this.#indexes = new Map(entries.map((entry, index) => [entry.id, index]))
    return this.#indexes.get(id) ?? -1
  }
}

interface ReadTexts {
  readonly entries: readonly ArticleEntry[]
  readonly texts: readonly string[]
}

/** The texts of a list; those of entries that are the same objects as before are not made again. */
function readTexts(entries: readonly ArticleEntry[], before: ReadTexts): ReadTexts {
  if (entries.length !== before.entries.length) return { entries, texts: entries.map(textOf) }
  let changed: string[] | null = null
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index]
    if (entry === undefined || entry === before.entries[index]) continue
    const text = textOf(entry)
    if (text !== before.texts[index]) (changed ??= [...before.texts])[index] = text
  }
  return { entries, texts: changed ?? before.texts }
}

function textOf({ title, outlet, published }: ArticleEntry): string {
  return `${title}\n${outlet ?? ''}\n${published ?? ''}`.toLocaleLowerCase()
}

function holds(entry: ArticleEntry, change: Partial<ArticleEntry>): boolean {
  return Object.entries(change).every(
    ([name, value]) => entry[name as keyof ArticleEntry] === value,
  )
}
