import { labelForName, type Label } from '../../../core/annotation/label-set.ts'
import type { Annotator, Project } from '../../../core/project/project.ts'
import { articleIdFor, type Article, type Metadata } from '../../../core/article/article.ts'
import { Turns } from '../../crew/turns.ts'
import { compareArticles } from '../../store/article-order.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import type { LineSummary, SetSummary } from './dataset/line-summary.ts'
import type {
  ImportOptions,
  ImportPlan,
  PlannedDataset,
  PlannedLine,
  PlannedSet,
} from './import-plan.ts'
import { planSet } from './plan-set.ts'
import type { StagedArticle, StagedDataset, StagedFile } from './staged-file.ts'

/** Plans the import of files into a project; nothing is written. */
export async function planImport(
  store: ProjectStore,
  files: readonly StagedFile[],
  options: ImportOptions,
): Promise<ImportPlan> {
  const planner = new ImportPlanner(store, options)
  for (const file of files) await planner.take(file)
  return planner.plan()
}

/** An article as far as a plan goes by it. */
type KnownArticle = Pick<Article, 'id' | 'text_sha256' | 'meta' | 'imported'>

/** A line that writes something. */
interface Writing {
  readonly name: string
  readonly staged: StagedDataset
  readonly line: number
}

class ImportPlanner {
  readonly #store: ProjectStore
  readonly #options: ImportOptions
  readonly #present: Project
  readonly #turns = new Turns()
  /** All that are new, by id. */
  readonly #known = new Map<string, KnownArticle>()
  readonly #idsByHash = new Map<string, string>()
  readonly #articles: Article[] = []
  /** The line that brings each article of a dataset, by the article's id. */
  readonly #articleLines = new Map<string, Writing>()
  /** The line that brings each set, by annotator and article. */
  readonly #sets = new Map<string, Writing & { summary: SetSummary; planned: PlannedSet }>()
  readonly #labels: Label[] = []
  readonly #annotators: Annotator[] = []
  readonly #duplicates: { name: string; title: string }[] = []
  readonly #problems: { name: string; reason: string }[] = []

  constructor(store: ProjectStore, options: ImportOptions) {
    this.#store = store
    this.#options = options
    this.#present = store.project
  }

  async take(file: StagedFile): Promise<void> {
    if (file.kind === 'article') this.#takeArticle(file)
    else if (file.kind === 'dataset') await this.#takeDataset(file)
    else if (file.kind === 'pack') {
      const reason = 'it is a review pack, which is taken in and not imported'
      this.#problems.push({ name: file.name, reason })
    } else this.#problems.push({ name: file.name, reason: file.reason })
  }

  async plan(): Promise<ImportPlan> {
    const articles = [...this.#known.values()]
    const added = [
      ...this.#labels.map(({ name }) => `label "${name}"`),
      ...this.#annotators.map(({ id }) => `annotator "${id}"`),
    ]
    return {
      at: this.#options.at,
      labels: this.#labels,
      annotators: this.#annotators,
      articles: this.#articles,
      datasets: await this.#datasets(),
      summary: {
        articles: articles.length,
        sets: this.#sets.size,
        firstArticle: firstOf(articles)?.id ?? null,
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
    if (taken === undefined) {
      const format = 'rubricator-article/1'
      const imported = { at: this.#options.at, encoding }
      const article: Article = { format, id, text, text_sha256: sha256, meta, imported }
      this.#articles.push(article)
      this.#note(article)
    } else this.#problems.push({ name, reason: taken })
  }

  /**
   * Takes a file of JSONL whole, unless an id in it names another text than it does here, or it holds
   * sets but none of those asked for.
   */
  async #takeDataset(staged: StagedDataset): Promise<void> {
    const { name, dataset } = staged
    const refusal = this.#lackIn(dataset.lines) ?? (await this.#clashIn(dataset.lines))
    if (refusal !== undefined) {
      this.#problems.push({ name, reason: refusal })
      return
    }
    const seen = new Set<string>()
    const redescribed = new Set<string>()
    for (const summary of dataset.lines) {
      if (this.#turns.isOver) await this.#turns.end()
      const { line, id, text_sha256, meta, set } = summary
      const held = this.#heldBy(text_sha256)
      if (held === undefined) {
        this.#note({ id, text_sha256, meta, imported: { at: this.#options.at, encoding: null } })
        this.#articleLines.set(id, { name, staged, line })
      } else {
        if (!seen.has(text_sha256)) this.#duplicates.push({ name, title: held.meta.title })
        if (!isDescribedAlike(held.meta, meta)) redescribed.add(held.meta.title)
      }
      seen.add(text_sha256)
      if (set !== null) await this.#takeSet({ name, staged, line }, held?.id ?? id, set)
    }
    const verdicts = dataset.lines.reduce((sum, line) => sum + line.verdicts, 0)
    if (verdicts > 0) this.#problems.push({ name, reason: describeVerdicts(verdicts) })
    if (redescribed.size > 0) {
      this.#problems.push({ name, reason: describeRedescribed([...redescribed]) })
    }
  }

  async #takeSet(from: Writing, article: string, summary: SetSummary): Promise<void> {
    const { annotator, labels } = summary
    if (this.#options.annotator !== undefined && annotator !== this.#options.annotator) return
    const key = `${annotator}/${article}`
    // Most articles are new, and have nothing that would have to be read.
    const present = this.#store.article(article) && (await this.#store.document(article, annotator))
    const outcome = planSet(summary, this.#sets.get(key)?.summary, present)
    if (outcome.type === 'refused') {
      this.#problems.push({ name: from.name, reason: `line ${from.line}: ${outcome.reason}` })
    } else if (outcome.type === 'write') {
      const planned = { article, annotator, revision: outcome.revision }
      this.#sets.set(key, { ...from, summary, planned })
      this.#addLabels(labels)
      this.#addAnnotator(annotator)
    }
  }

  /** What is written of each dataset, line by line. */
  async #datasets(): Promise<readonly PlannedDataset[]> {
    const lines = new Map<StagedDataset, Map<number, PlannedLine>>()
    const linesOf = (staged: StagedDataset): Map<number, PlannedLine> => {
      const known = lines.get(staged) ?? new Map<number, PlannedLine>()
      lines.set(staged, known)
      return known
    }
    for (const [article, { staged, line }] of this.#articleLines) {
      if (this.#turns.isOver) await this.#turns.end()
      linesOf(staged).set(line, { line, article, writesArticle: true, set: null })
    }
    for (const { staged, line, planned: set } of this.#sets.values()) {
      if (this.#turns.isOver) await this.#turns.end()
      const { article } = set
      const writesArticle = linesOf(staged).get(line)?.writesArticle ?? false
      linesOf(staged).set(line, { line, article, writesArticle, set })
    }
    return Array.from(lines, ([{ name, dataset }, planned]) => ({
      name,
      dataset,
      lines: [...planned.values()].toSorted((a, b) => a.line - b.line),
    }))
  }

  /** An article that will be there. */
  #note(article: KnownArticle): void {
    this.#idsByHash.set(article.text_sha256, article.id)
    this.#known.set(article.id, article)
  }

  #addLabels(names: readonly string[]): void {
    for (const label of names) {
      const labels = [...this.#present.labels, ...this.#labels]
      if (labels.every(({ name }) => name !== label)) this.#labels.push(labelForName(label, labels))
    }
  }

  #addAnnotator(id: string): void {
    const annotators = [...this.#present.annotators, ...this.#annotators]
    if (annotators.every((known) => known.id !== id)) this.#annotators.push({ id, name: id })
  }

  #heldBy(sha256: string): KnownArticle | undefined {
    return this.#store.articleByHash(sha256) ?? this.#known.get(this.#idsByHash.get(sha256) ?? '')
  }

  /** Why the sets of a file are not those that were asked for: the id is likely to be mistyped. */
  #lackIn(lines: readonly LineSummary[]): string | undefined {
    const { annotator } = this.#options
    const held = new Set(lines.flatMap(({ set }) => set?.annotator ?? []))
    if (annotator === undefined || held.size === 0 || held.has(annotator)) return undefined
    return `it holds no set by "${annotator}", only by ${[...held].join(', ')}`
  }

  async #clashIn(lines: readonly LineSummary[]): Promise<string | undefined> {
    const hashes = new Map<string, string>()
    for (const { line, id, text_sha256: sha256 } of lines) {
      if (this.#turns.isOver) await this.#turns.end()
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
    const other = this.#store.article(id) ?? this.#known.get(id)
    if (other !== undefined) return `another text, “${other.meta.title}”, has the id ${id}`
    return this.#store.problemWithArticle(id)
  }
}

/** The article that is the first in the list; sorting thousands would keep a window waiting. */
function firstOf(articles: readonly KnownArticle[]): KnownArticle | undefined {
  let [first] = articles
  for (const article of articles) {
    if (first === undefined || compareArticles(article, first) < 0) first = article
  }
  return first
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

function describeVerdicts(verdicts: number): string {
  const which = verdicts === 1 ? '1 verdict in it was' : `${verdicts} verdicts in it were`
  return `the adjudicated sets came in as sets; ${which} not imported: a review pack carries them`
}

function describeRedescribed(titles: readonly string[]): string {
  const shown = titles.slice(0, 3).map((title) => `“${title}”`)
  const more = titles.length > shown.length ? ', …' : ''
  return `title, outlet, date, language or direction differ from the project’s, which were kept: ${shown.join(', ')}${more}`
}
