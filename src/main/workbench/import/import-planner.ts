import { labelForName, type Label } from '../../../core/annotation/label-set.ts'
import type { AnnotationSet } from '../../../core/annotation/annotation-set.ts'
import type { Annotator } from '../../../core/project/project.ts'
import { articleIdFor, type Article, type Metadata } from '../../../core/article/article.ts'
import type { ReadRecord } from '../../../core/formats/rubricator/read.ts'
import { compareArticles } from '../../store/article-order.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import type { ImportOptions, ImportPlan, PlannedSet } from './import-plan.ts'
import { planSet } from './plan-set.ts'
import type { StagedArticle, StagedDataset, StagedFile } from './staged-file.ts'

/** Plans the import of files into a project; nothing is written. */
export function planImport(
  store: ProjectStore,
  files: readonly StagedFile[],
  options: ImportOptions,
): ImportPlan {
  const planner = new ImportPlanner(store, options)
  for (const file of files) planner.take(file)
  return planner.plan()
}

class ImportPlanner {
  readonly #store: ProjectStore
  readonly #options: ImportOptions
  readonly #articles = new Map<string, Article>()
  readonly #idsByHash = new Map<string, string>()
  readonly #sets = new Map<string, PlannedSet>()
  readonly #labels: Label[] = []
  readonly #annotators: Annotator[] = []
  readonly #duplicates: { name: string; title: string }[] = []
  readonly #problems: { name: string; reason: string }[] = []

  constructor(store: ProjectStore, options: ImportOptions) {
    this.#store = store
    this.#options = options
  }

  take(file: StagedFile): void {
    if (file.kind === 'article') this.#takeArticle(file)
    else if (file.kind === 'dataset') this.#takeDataset(file)
    else this.#problems.push({ name: file.name, reason: file.reason })
  }

  plan(): ImportPlan {
    const articles = [...this.#articles.values()]
    const added = [
      ...this.#labels.map(({ name }) => `label "${name}"`),
      ...this.#annotators.map(({ id }) => `annotator "${id}"`),
    ]
    return {
      labels: this.#labels,
      annotators: this.#annotators,
      articles,
      sets: [...this.#sets.values()],
      summary: {
        articles: articles.length,
        sets: this.#sets.size,
        firstArticle: articles.toSorted(compareArticles)[0]?.id ?? null,
        duplicates: this.#duplicates,
        problems: this.#problems,
        added,
      },
    }
  }

  #takeArticle({ name, text, sha256, encoding, meta }: StagedArticle): void {
    const held = this.#heldBy(sha256)
    if (held !== undefined) {
      this.#duplicates.push({ name, title: held.meta.title })
      return
    }
    const id = articleIdFor(sha256)
    const taken = this.#takenReason(id)
    if (taken === undefined) this.#addArticle({ id, text, sha256, encoding, meta })
    else this.#problems.push({ name, reason: taken })
  }

  /**
   * Takes a file of JSONL whole, unless an id in it names another text than it does here, or it holds
   * sets but none of those asked for.
   */
  #takeDataset({ name, records }: StagedDataset): void {
    const refusal = this.#lackIn(records) ?? this.#clashIn(records)
    if (refusal !== undefined) {
      this.#problems.push({ name, reason: refusal })
      return
    }
    const seen = new Set<string>()
    const redescribed = new Set<string>()
    for (const { line, record, set } of records) {
      const { id, text, text_sha256: sha256, meta } = record
      const held = this.#heldBy(sha256)
      if (held === undefined) this.#addArticle({ id, text, sha256, encoding: null, meta })
      else {
        if (!seen.has(sha256)) this.#duplicates.push({ name, title: held.meta.title })
        if (!isDescribedAlike(held.meta, meta)) redescribed.add(held.meta.title)
      }
      seen.add(sha256)
      if (set !== null) this.#takeSet(name, line, { ...set, article: held?.id ?? id })
    }
    if (redescribed.size > 0) {
      this.#problems.push({ name, reason: describeRedescribed([...redescribed]) })
    }
  }

  #takeSet(name: string, line: number, set: AnnotationSet): void {
    const { annotator } = this.#options
    if (annotator !== undefined && set.annotator !== annotator) return
    const key = `${set.annotator}/${set.article}`
    const present = this.#articles.has(set.article)
      ? undefined
      : this.#store.document(set.article, set.annotator)
    const outcome = planSet(set, this.#sets.get(key)?.document, present)
    if (outcome.type === 'refused') {
      this.#problems.push({ name, reason: `line ${line}: ${outcome.reason}` })
    } else if (outcome.type === 'write') {
      this.#sets.set(key, outcome.set)
      this.#addLabels(set)
      this.#addAnnotator(set.annotator)
    }
  }

  #addArticle(from: {
    readonly id: string
    readonly text: string
    readonly sha256: string
    readonly encoding: string | null
    readonly meta: Metadata
  }): void {
    const { id, text, sha256, encoding, meta } = from
    this.#idsByHash.set(sha256, id)
    this.#articles.set(id, {
      format: 'rubricator-article/1',
      id,
      text,
      text_sha256: sha256,
      meta,
      imported: { at: this.#options.at, encoding },
    })
  }

  #addLabels({ spans }: AnnotationSet): void {
    for (const { label } of spans) {
      const labels = [...this.#store.project.labels, ...this.#labels]
      if (labels.every(({ name }) => name !== label)) this.#labels.push(labelForName(label, labels))
    }
  }

  #addAnnotator(id: string): void {
    const annotators = [...this.#store.project.annotators, ...this.#annotators]
    if (annotators.every((known) => known.id !== id)) this.#annotators.push({ id, name: id })
  }

  #heldBy(sha256: string): Article | undefined {
    return (
      this.#store.articleByHash(sha256) ?? this.#articles.get(this.#idsByHash.get(sha256) ?? '')
    )
  }

  /** Why the sets of a file are not those that were asked for: the id is likely to be mistyped. */
  #lackIn(records: readonly ReadRecord[]): string | undefined {
    const { annotator } = this.#options
    const held = new Set(records.flatMap(({ set }) => set?.annotator ?? []))
    if (annotator === undefined || held.size === 0 || held.has(annotator)) return undefined
    return `it holds no set by "${annotator}", only by ${[...held].join(', ')}`
  }

  #clashIn(records: readonly ReadRecord[]): string | undefined {
    const hashes = new Map<string, string>()
    for (const { line, record } of records) {
      const { id, text_sha256: sha256 } = record
      const earlier = hashes.get(id)
      if (earlier !== undefined && earlier !== sha256) {
        return `line ${line}: the article ${id} has another text on an earlier line`
      }
      hashes.set(id, sha256)
      const taken = this.#heldBy(sha256) === undefined ? this.#takenReason(id) : undefined
      if (taken !== undefined) return `line ${line}: ${taken}`
    }
    return undefined
  }

  /** Why an id cannot be given to a text that is not held yet. */
  #takenReason(id: string): string | undefined {
    const other = this.#store.article(id) ?? this.#articles.get(id)
    if (other !== undefined) return `another text, “${other.meta.title}”, has the id ${id}`
    return this.#store.problemWithArticle(id)
  }
}

/** A language or direction that the file does not state contradicts nothing. */
function isDescribedAlike(held: Metadata, read: Metadata): boolean {
  return (
    held.title === read.title &&
    held.outlet === read.outlet &&
    held.published === read.published &&
    (read.language === null || held.language === read.language) &&
    (read.direction === null || held.direction === read.direction)
  )
}

function describeRedescribed(titles: readonly string[]): string {
  const shown = titles.slice(0, 3).map((title) => `“${title}”`)
  const more = titles.length > shown.length ? ', …' : ''
  return `title, outlet, date, language or direction differ from the project’s, which were kept: ${shown.join(', ')}${more}`
}
