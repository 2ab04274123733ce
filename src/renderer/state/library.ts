import { computed, signal } from '@lit-labs/signals'
import type { ArticleEntry } from '../../contract/models.ts'

/** The list of articles, filtered. */
export class Library {
  readonly entries = signal<readonly ArticleEntry[]>([])
  readonly filter = signal('')

  /** The articles whose title or outlet holds every word of the filter. */
  readonly visible = computed<readonly ArticleEntry[]>(() => {
    const words = this.filter.get().toLocaleLowerCase().split(/\s+/).filter(Boolean)
    if (words.length === 0) return this.entries.get()
    return this.entries.get().filter(({ title, outlet, published }) => {
      const found = `${title}\n${outlet ?? ''}\n${published ?? ''}`.toLocaleLowerCase()
      return words.every((word) => found.includes(word))
    })
  })

  /** Puts a changed entry in its place, without asking for the whole list. */
  update(id: string, change: Partial<ArticleEntry>): void {
    const entries = this.entries.get()
    this.entries.set(entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)))
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
}
