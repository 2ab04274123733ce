import type { DocumentName } from '../documents/documents.ts'
import { grouped, longFrames, milliseconds } from './cells.ts'
import { BASELINE, PRODUCT } from './contestants.ts'
import type { Measure } from './outcome.ts'
import type { Results } from './results.ts'
import { median, p95, quantile } from './statistics.ts'

const EDITS = ['add', 'remove', 'move'] as const

/** The product's targets, each with what was measured; whether they are met is for others to say. */
export class Targets {
  readonly #results: Results
  readonly #documents: readonly DocumentName[]

  constructor(results: Results, documents: readonly DocumentName[]) {
    this.#results = results
    this.#documents = documents
  }

  get lines(): readonly string[] {
    return [
      'Opens within 1.5 times bare metal (median):',
      ...this.#each(['D1', 'D2', 'D3'], (document) => this.#opening(document)),
      'Adds, removes and moves at D3 within 5 ms of bare metal (p95):',
      ...this.#each(['D3'], () => EDITS.map((edit) => this.#besideBareMetal(edit)).join('; ')),
      'Adds, removes and moves at D3 not slower than at D1 by more than 20 % (median):',
      ...this.#each(['D3'], () => EDITS.map((edit) => this.#besideSmall(edit)).join('; ')),
      'Scrolls without a frame over 33 ms:',
      ...this.#each(this.#documents, (document) => this.#scrolling(document)),
      'Never has 3,000 elements or more:',
      ...this.#each(this.#documents, (document) => {
        const values = this.#valuesOf(PRODUCT, document, 'elements')
        return values ? grouped(Math.max(...values)) : this.#missing(document, 'elements')
      }),
      'Opens D4 and D5 within 1 s, and adds there within 50 ms (median / p95):',
      ...this.#each(['D4', 'D5'], (document) => {
        const told = (['open', 'add'] as const).map((measure) => this.#both(document, measure))
        return told.join('; ')
      }),
    ]
  }

  #each(
    wanted: readonly DocumentName[],
    tell: (document: DocumentName) => string,
  ): readonly string[] {
    const measured = wanted.filter((document) => this.#documents.includes(document))
    if (measured.length === 0) return ['  not measured']
    return measured.map((document) => `  ${document}: ${tell(document)}`)
  }

  #opening(document: DocumentName): string {
    const product = this.#valuesOf(PRODUCT, document, 'open')
    const bare = this.#valuesOf(BASELINE, document, 'open')
    if (product === undefined) return this.#missing(document, 'open')
    if (bare === undefined) return `${milliseconds(median(product))} ms, bare metal not measured`
    const [own, other] = [median(product), median(bare)]
    return `${milliseconds(own)} ms, bare metal ${milliseconds(other)} ms: ${(own / other).toFixed(2)} times`
  }

  #besideBareMetal(edit: Measure): string {
    const product = this.#valuesOf(PRODUCT, 'D3', edit)
    const bare = this.#valuesOf(BASELINE, 'D3', edit)
    if (product === undefined || bare === undefined) return `${edit} not measured`
    const [own, other] = [p95(product), p95(bare)]
    return `${edit} ${milliseconds(own)} ms, bare metal ${milliseconds(other)} ms: ${signed(own - other)} ms`
  }

  #besideSmall(edit: Measure): string {
    const large = this.#valuesOf(PRODUCT, 'D3', edit)
    const small = this.#valuesOf(PRODUCT, 'D1', edit)
    if (large === undefined || small === undefined) return `${edit} not measured`
    const [own, other] = [median(large), median(small)]
    return `${edit} ${milliseconds(own)} ms, at D1 ${milliseconds(other)} ms: ${signed((own / other - 1) * 100)} %`
  }

  #scrolling(document: DocumentName): string {
    const frames = this.#valuesOf(PRODUCT, document, 'frames')
    if (frames === undefined) return this.#missing(document, 'frames')
    const longest = milliseconds(quantile(frames, 1))
    return `${longFrames(frames)} of ${grouped(frames.length)}, the longest ${longest} ms`
  }

  #both(document: DocumentName, measure: Measure): string {
    const values = this.#valuesOf(PRODUCT, document, measure)
    if (values === undefined) return `${measure} ${this.#missing(document, measure)}`
    return `${measure} ${milliseconds(median(values))} / ${milliseconds(p95(values))} ms`
  }

  #valuesOf(
    contestant: string,
    document: DocumentName,
    measure: Measure,
  ): readonly number[] | undefined {
    const outcome = this.#results.of(contestant, document)?.[measure]
    return outcome?.type === 'measured' ? outcome.values : undefined
  }

  #missing(document: DocumentName, measure: Measure): string {
    const outcome = this.#results.of(PRODUCT, document)?.[measure]
    if (outcome?.type === 'over') return `over ${outcome.seconds} s`
    return outcome?.type === 'nothing' ? 'did nothing' : 'not measured'
  }
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`
}
