import { randomUUID } from 'node:crypto'
import type { CallReply } from '../../../../src/contract/calls.ts'
import type { Desk } from './desk.ts'

/** Two letters, after which the next place begins. */
const PLACE = /\p{Letter}{2}/gu

/** One open article in which span after span is added, each by a call of its own. */
export class Marker {
  readonly id: string
  readonly annotator: string
  readonly #desk: Desk
  readonly #project: string
  readonly #places: readonly { readonly start: number; readonly end: number }[]
  #revision: number
  #added = 0
  #last: Promise<unknown> = Promise.resolve()

  private constructor(desk: Desk, project: string, article: CallReply<'articles.open'>) {
    this.id = article.id
    this.annotator = article.document.set.annotator
    this.#desk = desk
    this.#project = project
    this.#revision = article.document.revision
    const { spans } = article.document.set
    const taken = new Set(spans.map(({ start, end }) => `${start} ${end}`))
    this.#places = [...article.text.matchAll(PLACE)]
      .map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
      .filter(({ start, end }) => !taken.has(`${start} ${end}`))
  }

  static async open(desk: Desk, project: string, id: string): Promise<Marker> {
    return new Marker(desk, project, await desk.call('articles.open', { id }))
  }

  /** Adds a span; resolves when it is saved. Spans of one article are added one after the other. */
  add(): Promise<void> {
    const added = this.#last.then(() => this.#add())
    this.#last = added
    return added
  }

  async #add(): Promise<void> {
    const place = this.#places[this.#added++]
    if (place === undefined) throw new RangeError('The text is full')
    const at = new Date().toISOString()
    const id = `bench-${randomUUID()}`
    const created = { by: this.annotator, at, via: 'keyboard' }
    const span = { id, label: 'actor', ...place, attributes: {}, note: null, created }
    const { revision } = await this.#desk.call('annotations.apply', {
      project: this.#project,
      article: this.id,
      batch: randomUUID(),
      baseRevision: this.#revision,
      changes: [{ type: 'do', edit: { type: 'add', span }, at }],
    })
    this.#revision = revision
  }
}

/** Opens some articles, evenly strewn over the project. */
export async function openSome(
  desk: Desk,
  project: string,
  count: number,
): Promise<readonly Marker[]> {
  const list = await desk.call('articles.list', {})
  const step = Math.max(1, Math.floor(list.length / count))
  const ids = list.filter((_, index) => index % step === 0).map(({ id }) => id)
  const markers: Marker[] = []
  for (const id of ids.slice(0, count)) markers.push(await Marker.open(desk, project, id))
  return markers
}
