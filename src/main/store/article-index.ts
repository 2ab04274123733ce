import type { CallFailure } from '../../contract/failure.ts'
import { compareText } from '../../core/annotation/span.ts'
import type { Article } from '../../core/article/article.ts'
import { ok, type Result } from '../../core/result.ts'
import { compareArticles } from './article-order.ts'
import type { ArticleShelf } from './article-shelf.ts'
import { setFile, shardOf, type StoreProblem } from './project-layout.ts'
import { refuse, unknownArticle } from './store-failures.ts'

/** The articles of an open project, found by id and by text, and the files that are broken. */
export class ArticleIndex {
  readonly #shelves: Map<string, ArticleShelf>
  readonly #idsByHash: Map<string, string>
  readonly #problems: Map<string, StoreProblem>

  constructor(shelves: Map<string, ArticleShelf>, problems: readonly StoreProblem[]) {
    this.#shelves = shelves
    this.#idsByHash = new Map(this.articles().map(({ id, text_sha256 }) => [text_sha256, id]))
    this.#problems = new Map(problems.map((problem) => [problem.file, problem]))
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
    return [...this.#shelves.keys()].filter((id) => shardOf(id) === shard)
  }

  /** In the order in which they were imported. */
  articles(): readonly Article[] {
    return [...this.#shelves.values()].map(({ article }) => article).toSorted(compareArticles)
  }

  shelf(id: string): ArticleShelf | undefined {
    return this.#shelves.get(id)
  }

  /** The article whose text has this SHA-256. */
  byHash(sha256: string): Article | undefined {
    return this.#shelves.get(this.#idsByHash.get(sha256) ?? '')?.article
  }

  /** Why a file cannot be used; undefined when there is none or all is well. */
  reasonAgainst(file: string): string | undefined {
    const problem = this.#problems.get(file)
    return problem?.severity === 'broken' && !problem.isMoved ? problem.reason : undefined
  }

  /** @returns The shelf for an annotator's set, or a failure where the set's file is broken. */
  shelfFor(article: string, annotator: string): Result<ArticleShelf, CallFailure> {
    const file = setFile(article, annotator)
    const reason = this.reasonAgainst(file)
    if (reason !== undefined) {
      return refuse(`${file} was left as it is, because it cannot be used: ${reason}`)
    }
    const shelf = this.#shelves.get(article)
    return shelf === undefined ? unknownArticle(article) : ok(shelf)
  }

  add(shelf: ArticleShelf): void {
    const { id, text_sha256 } = shelf.article
    this.#shelves.set(id, shelf)
    this.#idsByHash.set(text_sha256, id)
  }

  remove(id: string): void {
    this.#shelves.delete(id)
  }
}
