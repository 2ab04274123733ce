import type { CallFailure } from '../../contract/failure.ts'
import { compareText } from '../../core/annotation/span.ts'
import { ok, type Result } from '../../core/result.ts'
import { compareArticles } from './article-order.ts'
import type { IndexedArticle, IndexEntry, IndexedSet } from './cache/index-entry.ts'
import { setFile, shardOf, shardOfFile, type StoreProblem } from './project-layout.ts'
import { refuse, unknownArticle } from './store-failures.ts'

/** What is known of one article. */
interface Known {
  readonly article: IndexedArticle
  readonly sets: ReadonlyMap<string, IndexedSet>
  /** When this process changed it last, by the index's own count. */
  readonly changed: number
}

/** The articles of an open project without their texts, the sets on them without their spans, and the files that are broken. */
export class ArticleIndex {
  readonly #known = new Map<string, Known>()
  readonly #idsByHash = new Map<string, string>()
  readonly #idsByShard = new Map<string, Set<string>>()
  readonly #problems = new Map<string, StoreProblem>()
  /** Shards with articles that this process has added, whose texts nobody has remembered yet. */
  readonly #fresh = new Set<string>()
  #sorted: readonly IndexedArticle[] | null = null
  #changes = 0

  /** Counts what this process itself has changed. */
  get changes(): number {
    return this.#changes
  }

  /** In order of the files. */
  get problems(): readonly StoreProblem[] {
    return [...this.#problems.values()].toSorted((a, b) => compareText(a.file, b.file))
  }

  /** @returns False when it was known already. */
  tellProblem(problem: StoreProblem): boolean {
    const isKnown = this.#problems.get(problem.file)?.reason === problem.reason
    this.#problems.set(problem.file, problem)
    return !isKnown
  }

  /** Nothing is wrong with a file any more. @returns Whether something was. */
  forgiveFile(file: string): boolean {
    return this.#problems.delete(file)
  }

  /** The articles whose files lie in one folder, by id. */
  idsIn(shard: string): readonly string[] {
    return [...(this.#idsByShard.get(shard) ?? [])]
  }

  /** The files in one folder, of articles or sets, with which something is wrong. */
  problemsIn(shard: string): readonly StoreProblem[] {
    return [...this.#problems.values()].filter(({ file }) => shardOfFile(file) === shard)
  }

  /** The shards that hold articles. */
  get shards(): readonly string[] {
    return [...this.#idsByShard.keys()]
  }

  /** Those with articles that were added since they were surveyed. */
  get freshShards(): readonly string[] {
    return [...this.#fresh]
  }

  /** A shard has been surveyed. */
  isSurveyed(shard: string): void {
    this.#fresh.delete(shard)
  }

  /** In the order in which they were imported. */
  articles(): readonly IndexedArticle[] {
    this.#sorted ??= Array.from(this.#known.values(), ({ article }) => article).toSorted(
      compareArticles,
    )
    return this.#sorted
  }

  article(id: string): IndexedArticle | undefined {
    return this.#known.get(id)?.article
  }

  /** The sets on an article that have a file, by annotator. */
  sets(id: string): readonly IndexedSet[] {
    const sets = [...(this.#known.get(id)?.sets.values() ?? [])]
    return sets.length < 2 ? sets : sets.toSorted((a, b) => compareText(a.annotator, b.annotator))
  }

  set(id: string, annotator: string): IndexedSet | undefined {
    return this.#known.get(id)?.sets.get(annotator)
  }

  /** The article whose text has this SHA-256. */
  byHash(sha256: string): IndexedArticle | undefined {
    const article = this.article(this.#idsByHash.get(sha256) ?? '')
    return article?.text_sha256 === sha256 ? article : undefined
  }

  /** Why a file cannot be used; undefined when there is none or all is well. */
  reasonAgainst(file: string): string | undefined {
    const problem = this.#problems.get(file)
    return problem?.severity === 'broken' && !problem.isMoved ? problem.reason : undefined
  }

  /** @returns A failure where an article is not there, or the file of an annotator's set is broken. */
  check(article: string, annotator: string): Result<null, CallFailure> {
    const file = setFile(article, annotator)
    const reason = this.reasonAgainst(file)
    if (reason !== undefined) {
      return refuse(`${file} was left as it is, because it cannot be used: ${reason}`)
    }
    return this.#known.has(article) ? ok(null) : unknownArticle(article)
  }

  /** Takes in what was found on disk. @returns Whether that was news. */
  take({ article, sets }: IndexEntry): boolean {
    const before = this.#known.get(article.id)
    if (before !== undefined && isAlike(before, article, sets)) return false
    this.#put(article, new Map(sets.map((set) => [set.annotator, set])), before?.changed ?? 0)
    return true
  }

  /** Whether this process has changed something about an article since it counted so many changes. */
  isChangedSince(id: string, changes: number): boolean {
    return (this.#known.get(id)?.changed ?? 0) > changes
  }

  /** Takes in what this process has written. */
  putArticle(article: IndexedArticle): void {
    if (!this.#known.has(article.id)) this.#fresh.add(shardOf(article.id))
    this.#put(article, this.#known.get(article.id)?.sets ?? new Map(), ++this.#changes)
  }

  /** Takes in what this process has written on an article that is known. */
  putSet(id: string, set: IndexedSet): void {
    const known = this.#known.get(id)
    if (known === undefined) return
    const sets = new Map(known.sets).set(set.annotator, set)
    this.#known.set(id, { ...known, sets, changed: ++this.#changes })
  }

  remove(id: string): void {
    const hash = this.#known.get(id)?.article.text_sha256 ?? ''
    this.#known.delete(id)
    this.#idsByShard.get(shardOf(id))?.delete(id)
    if (this.#idsByHash.get(hash) === id) this.#idsByHash.delete(hash)
    this.#sorted = null
  }

  #put(article: IndexedArticle, sets: ReadonlyMap<string, IndexedSet>, changed: number): void {
    const { id, text_sha256 } = article
    if (this.#known.get(id)?.article !== article) this.#sorted = null
    this.#known.set(id, { article, sets, changed })
    const shard = this.#idsByShard.get(shardOf(id))
    if (shard) shard.add(id)
    else this.#idsByShard.set(shardOf(id), new Set([id]))
    if (this.byHash(text_sha256) === undefined) this.#idsByHash.set(text_sha256, id)
  }
}

function isAlike(known: Known, article: IndexedArticle, sets: readonly IndexedSet[]): boolean {
  return (
    known.article.look === article.look &&
    known.sets.size === sets.length &&
    sets.every(({ annotator, look }) => known.sets.get(annotator)?.look === look)
  )
}
