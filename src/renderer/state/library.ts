import { computed, signal } from '@lit-labs/signals'
import type { ArticleEntry } from '../../contract/models.ts'

/** The list of articles. It may hold tens of thousands, of which each mark changes one. */
export class Library {
  readonly entries = signal<readonly ArticleEntry[]>([])
  /** The ids of those that a search has found, in the order of the list; null shows all. */
  readonly found = signal<readonly string[] | null>(null)

  readonly visible = computed<readonly ArticleEntry[]>(() => {
    const entries = this.entries.get()
    const found = this.found.get()
    if (found === null) return entries
    return found.map((id) => entries[this.#indexOf(id)]).filter((entry) => entry !== undefined)
  })

  #indexes: ReadonlyMap<string, number> = new Map()
  /** The list whose indexes these are. */
  #indexed: readonly ArticleEntry[] = []

  /** Takes over a list that was read anew. @returns Whether it holds other articles than before. */
  replace(entries: readonly ArticleEntry[]): boolean {
    const before = this.entries.get()
    this.entries.set(entries)
    return (
      before.length !== entries.length || before.some(({ id }, index) => id !== entries[index]?.id)
    )
  }

  /** Puts a changed entry in its place, without asking for the whole list. */
  update(id: string, change: Partial<ArticleEntry>): void {
    const entries = this.entries.get()
    const index = this.#indexOf(id)
    const entry = entries[index]
    if (entry === undefined || holds(entry, change)) return
    const changed = entries.with(index, { ...entry, ...change })
    this.entries.set(changed)
    // Every entry stands where it stood.
    this.#indexed = changed
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

  #indexOf(id: string): number {
    const entries = this.entries.get()
    if (this.#indexed !== entries) {
      this.#indexes = new Map(entries.map((entry, index) => [entry.id, index]))
      this.#indexed = entries
    }
    return this.#indexes.get(id) ?? -1
  }
}

function holds(entry: ArticleEntry, change: Partial<ArticleEntry>): boolean {
  return Object.entries(change).every(
    ([name, value]) => entry[name as keyof ArticleEntry] === value,
  )
}
