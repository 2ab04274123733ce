import type {
  ConflictView,
  PackPreview,
  PackSummary,
  SetChange,
  SetCounts,
} from '../../../contract/pack-models.ts'
import { compareText } from '../../../core/annotation/span.ts'
import type { Annotator } from '../../../core/project/project.ts'
import type { PackHeader } from '../../../core/review/pack/pack-line.ts'
import type { WrittenEntries } from '../../store/transact.ts'
import type { TakenOutcome } from './take-job.ts'

/** Entries of a list that a window shows: nobody reads more, and a pack may hold ten thousand. */
const SHOWN = 300

/** Adds up what the articles of a pack come to. */
export class PackTally {
  readonly entries: WrittenEntries = { articles: [], sets: [] }
  readonly reviews: { readonly article: string; readonly by: string }[] = []
  readonly #names: ReadonlyMap<string, string>
  readonly #sets = { new: 0, updated: 0, same: 0, older: 0, leftOut: 0 }
  readonly #changes: SetChange[] = []
  readonly #conflicts: ConflictView[] = []
  readonly #labels = new Map<string, { spans: number; sets: number }>()
  readonly #unknown: string[] = []
  readonly #problems: string[] = []
  #isKnown = true
  #conflictCount = 0
  #addable = 0
  #unknownCount = 0
  #leftOut = 0
  #records = 0

  /** @param annotators - Those whose names are known. */
  constructor(annotators: readonly Annotator[]) {
    this.#names = new Map(annotators.map(({ id, name }) => [id, name]))
  }

  /** Whether nothing was written for any article. */
  get isKnown(): boolean {
    return this.#isKnown
  }

  take(outcome: TakenOutcome): void {
    const { title, place, sets, conflicts, labels, leftOut, records, problems } = outcome
    if (!outcome.isKnown) this.#isKnown = false
    if (place === 'addable') this.#addable++
    if (place === 'unknown') {
      this.#unknownCount++
      if (this.#unknown.length < SHOWN) this.#unknown.push(title)
    }
    for (const set of sets) {
      if (set.type === 'left-out') this.#sets.leftOut++
      else this.#sets[set.type]++
      const { type } = set
      const isTold = (type === 'new' || type === 'updated') && this.#changes.length < SHOWN
      if (isTold) this.#changes.push({ ...set, type, annotator: this.#nameOf(set.annotator) })
    }
    this.#conflictCount += conflicts.length
    for (const conflict of conflicts.slice(0, SHOWN - this.#conflicts.length)) {
      this.#conflicts.push({ ...conflict, annotator: this.#nameOf(conflict.annotator) })
    }
    for (const { name, spans } of labels.flat()) {
      const before = this.#labels.get(name) ?? { spans: 0, sets: 0 }
      this.#labels.set(name, { spans: before.spans + spans, sets: before.sets + 1 })
    }
    this.#leftOut += leftOut
    this.#records += records
    this.#problems.push(...problems.slice(0, SHOWN - this.#problems.length))
    this.entries.articles.push(...outcome.entries.articles)
    this.entries.sets.push(...outcome.entries.sets)
    this.reviews.push(...outcome.reviews)
  }

  /** The labels of the pack's spans that are not among some. */
  labelsBeside(known: ReadonlySet<string>): PackPreview['labels'] {
    return Array.from(this.#labels, ([name, counts]) => ({ name, ...counts }))
      .filter(({ name }) => !known.has(name))
      .toSorted((a, b) => compareText(a.name, b.name))
  }

  preview(
    header: PackHeader,
    known: ReadonlySet<string>,
    inTheWay: readonly string[],
  ): PackPreview {
    const { project, made, by } = header
    return {
      project,
      made,
      by,
      sets: this.#counts(),
      changes: this.#changes,
      conflicts: { count: this.#conflictCount, first: this.#conflicts },
      articles: {
        addable: this.#addable + this.entries.articles.length,
        unknown: { count: this.#unknownCount, first: this.#unknown },
      },
      labels: this.labelsBeside(known),
      spansLeftOut: this.#leftOut,
      records: this.#records,
      problems: [...inTheWay, ...this.#problems],
    }
  }

  /** @param more - What has come to the project beside articles, sets and reviews. */
  summary(more: Pick<PackSummary, 'labels' | 'pack'>): PackSummary {
    return {
      sets: this.#counts(),
      conflicts: this.#conflictCount,
      articles: this.entries.articles.length,
      spansLeftOut: this.#leftOut,
      records: this.#records,
      problems: this.#problems,
      ...more,
    }
  }

  #counts(): SetCounts {
    return { ...this.#sets }
  }

  #nameOf(annotator: string): string {
    return this.#names.get(annotator) ?? annotator
  }
}
