import { compareText } from '../../../core/annotation/span.ts'
import type { ArticleIndex } from '../article-index.ts'
import { scanReviews } from '../cache/scan-shard.ts'
import { isAboutNow, reviewFile, REVIEWS_FOLDER, shardOf } from '../project-layout.ts'

/** Who has said something in the review of which article: what there are files of. */
export class ReviewIndex {
  /** With what the files looked like when this process wrote them; empty where it did not. */
  readonly #people = new Map<string, Map<string, string>>()
  /** How often something about the review of an article was found to have changed. */
  readonly #changes = new Map<string, number>()

  /** Lists the files; those that nothing is known of are told. */
  static scan(folder: string, index: ArticleIndex): ReviewIndex {
    const reviews = new ReviewIndex()
    const { logs, problems } = scanReviews(folder)
    for (const problem of problems) index.tellProblem(problem)
    for (const { article, by } of logs) reviews.add(article, by)
    reviews.tellOrphans(index, new Set(logs.map(({ article }) => shardOf(article))))
    return reviews
  }

  /** The ids of those who have a file, in order. */
  people(article: string): readonly string[] {
    return [...(this.#people.get(article)?.keys() ?? [])].toSorted(compareText)
  }

  /** Everybody who has said something in some review. */
  everybody(): readonly string[] {
    return [...new Set([...this.#people.values()].flatMap((people) => [...people.keys()]))]
  }

  has(article: string, by: string): boolean {
    return this.#people.get(article)?.has(by) === true
  }

  /** What a file looked like when this process wrote it; undefined where it did not. */
  lookOf(article: string, by: string): string | undefined {
    return this.#people.get(article)?.get(by)
  }

  /** Counts what has happened to the review of an article since the project was opened. */
  changesOf(article: string): number {
    return this.#changes.get(article) ?? 0
  }

  /** There is a file, or what it holds has changed. */
  add(article: string, by: string, look = ''): void {
    const people = this.#people.get(article)
    if (people) people.set(by, look)
    else this.#people.set(article, new Map([[by, look]]))
    this.#changes.set(article, this.changesOf(article) + 1)
  }

  /** There is no file any more. */
  remove(article: string, by: string): void {
    this.#people.get(article)?.delete(by)
    this.#changes.set(article, this.changesOf(article) + 1)
  }

  /** Tells the files in some shards whose articles are not there, and no longer those whose are. */
  tellOrphans(index: ArticleIndex, shards: ReadonlySet<string>): void {
    for (const [article, people] of this.#people) {
      if (!shards.has(shardOf(article))) continue
      const reason = `the project has no article ${article}`
      const isThere = index.article(article) !== undefined
      for (const by of people.keys()) {
        const file = reviewFile(article, by)
        if (!isThere) index.tellProblem({ file, reason, severity: 'broken' })
        else if (index.reasonAgainst(file) === reason) index.forgiveFile(file)
      }
    }
  }

  /**
   * Lists the files of one person in one shard again. What was wrong with them is found out again when
   * they are read.
   */
  rescan(folder: string, index: ArticleIndex, by: string, shard: string): void {
    const { logs, problems } = scanReviews(folder, { by, shard })
    const place = `${REVIEWS_FOLDER}/${by}/${shard}/`
    for (const problem of index.problems) {
      if (isAboutNow(problem) && problem.file.startsWith(place)) index.forgiveFile(problem.file)
    }
    for (const problem of problems) index.tellProblem(problem)
    for (const [article, people] of this.#people) {
      if (shardOf(article) !== shard || !people.delete(by)) continue
      this.#changes.set(article, this.changesOf(article) + 1)
    }
    for (const { article } of logs) this.add(article, by)
    this.tellOrphans(index, new Set([shard]))
  }
}
