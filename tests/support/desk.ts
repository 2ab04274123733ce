import type { PackChoices, PackPreview, PackSummary } from '../../src/contract/pack-models.ts'
import type { Edit } from '../../src/core/annotation/edit.ts'
import { applyChange } from '../../src/core/annotation/history.ts'
import { quoteOf } from '../../src/core/annotation/span.ts'
import type { ReviewRecord } from '../../src/core/review/log/record.ts'
import { ok } from '../../src/core/result.ts'
import { ProjectStore } from '../../src/main/store/project-store.ts'
import { packDelivery, type PackOptions } from '../../src/main/workbench/pack/make-pack.ts'
import { previewPack, takePack } from '../../src/main/workbench/pack/take-pack.ts'
import { undoPack } from '../../src/main/workbench/pack/undo-pack.ts'
import { registerAnnotator } from '../../src/main/workbench/annotator.ts'
import { valueOf } from './builders.ts'

export const EVERYTHING: PackChoices = { labels: [], addArticles: true }

/** A project on somebody's desk, with a clock of its own. */
export class Desk {
  readonly store: ProjectStore
  #minute = 0

  private constructor(store: ProjectStore) {
    this.store = store
  }

  static async open(folder: string): Promise<Desk> {
    return new Desk(valueOf(await ProjectStore.open(folder, { mends: true })))
  }

  static async create(folder: string, name = 'A project'): Promise<Desk> {
    return new Desk(valueOf(await ProjectStore.create(folder, name)))
  }

  get folder(): string {
    return this.store.folder
  }

  /** @param minute - What the clock shows from now on. */
  at(minute: number): this {
    this.#minute = minute
    return this
  }

  get now(): string {
    return new Date(Date.UTC(2027, 2, 1, 10, this.#minute)).toISOString()
  }

  /** Does something to a set, as one change. */
  async edit(article: string, annotator: string, edit: Edit): Promise<void> {
    const at = this.now
    const labels = new Set(this.store.project.labels.map(({ name }) => name))
    await registerAnnotator(this.store, { id: annotator, name: annotator.toUpperCase() })
    const updated = await this.store.updateDocument(article, annotator, (document, text) =>
      ok(valueOf(applyChange(document, { type: 'do', edit, at }, { text, labels, annotator }))),
    )
    valueOf(updated)
  }

  /** Marks the first place of a quote. */
  async mark(article: string, annotator: string, quote: string, label = 'actor'): Promise<string> {
    const { text } = valueOf(await this.store.readArticle(article))
    const start = text.indexOf(quote)
    const id = `${annotator}-${this.#minute}-${start}`
    const created = { by: annotator, at: this.now, via: 'mouse' }
    const end = start + quote.length
    const span = { id, label, start, end, attributes: {}, note: null, created }
    await this.edit(article, annotator, { type: 'add', span })
    return id
  }

  async say(article: string, by: string, records: readonly ReviewRecord[]): Promise<void> {
    await registerAnnotator(this.store, { id: by, name: by.toUpperCase() })
    valueOf(await this.store.reviews.add(article, by, records))
  }

  async pack(more: Partial<PackOptions> = {}): Promise<Uint8Array> {
    const options = { articles: null, annotators: null, texts: true, by: null, at: this.now }
    const { parts } = valueOf(packDelivery(this.store, { ...options, ...more }))
    const bytes: Uint8Array[] = []
    for await (const part of parts()) bytes.push(Buffer.from(part))
    return Buffer.concat(bytes)
  }

  async preview(bytes: Uint8Array, choices = EVERYTHING): Promise<PackPreview> {
    const options = { by: 'taker', at: this.now }
    return valueOf(await previewPack(this.store, { bytes }, choices, options))
  }

  async take(bytes: Uint8Array, choices = EVERYTHING): Promise<PackSummary> {
    const options = { by: 'taker', at: this.now }
    return valueOf(await takePack(this.store, { bytes }, choices, options))
  }

  async undo(pack: string | null): ReturnType<typeof undoPack> {
    return undoPack(this.store, pack ?? '', { by: 'taker', at: this.now })
  }

  /**
   * Everything that a person can see of the project: labels, articles, the sets of everybody with their
   * spans and statuses, and all that was said in reviews. Histories are not compared.
   */
  async content(): Promise<unknown> {
    const articles = this.store.articles().map(async ({ id, text_sha256, meta }) => {
      const { text } = valueOf(await this.store.readArticle(id))
      const sets = valueOf(await this.store.sets(id)).map(({ annotator, status, spans }) => ({
        annotator,
        status,
        spans: spans.map((span) => ({ ...span, quote: quoteOf(text, span) })),
      }))
      return { id, text_sha256, meta, sets, logs: valueOf(await this.store.reviews.logs(id)) }
    })
    const { labels, annotators } = this.store.project
    const people = annotators.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const all = await Promise.all(articles)
    return { labels, people, articles: all.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
  }
}
