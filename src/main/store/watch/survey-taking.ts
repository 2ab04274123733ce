import type { ArticleIndex } from '../article-index.ts'
import type { ArticleShelves } from '../article-shelves.ts'
import type { IndexEntry, IndexedSet } from '../cache/index-entry.ts'
import type { ShardSurvey } from '../cache/survey-shard.ts'
import type { ProjectLocks } from '../lock/project-locks.ts'
import { articleFile, isAboutNow, setFile, type StoreProblem } from '../project-layout.ts'

/**
 * Takes what a survey has found into an open project. What this process writes itself is here already,
 * and newer: it counts more than what a survey saw that began before.
 */
export class SurveyTaking {
  readonly #index: ArticleIndex
  readonly #shelves: ArticleShelves
  readonly #locks: ProjectLocks
  readonly #changes: number
  readonly #stale = new Set<string>()
  #isNews = false
  #hasProblems = false

  /** Made before the survey begins. */
  constructor(index: ArticleIndex, shelves: ArticleShelves, locks: ProjectLocks) {
    this.#index = index
    this.#shelves = shelves
    this.#locks = locks
    this.#changes = index.changes
  }

  /** Whether an article or a set has changed. */
  get isNews(): boolean {
    return this.#isNews
  }

  /** Whether something is wrong with a file that was not before, or the other way round. */
  get hasProblems(): boolean {
    return this.#hasProblems
  }

  /** Shards in which this process has written since. */
  get stale(): readonly string[] {
    return [...this.#stale]
  }

  take(survey: ShardSurvey): void {
    const problems = new Map(problemsOf(survey).map((problem) => [problem.file, problem]))
    const found = new Set(survey.entries.map(({ article }) => article.id))
    for (const id of this.#index.idsIn(survey.shard)) {
      if (!found.has(id) && !problems.has(articleFile(id))) this.#drop(id, survey.shard)
    }
    for (const entries of survey.entries) {
      if (this.#index.isChangedSince(entries.article.id, this.#changes)) {
        this.#stale.add(survey.shard)
      } else if (this.#index.take(this.#withKept(entries, problems))) this.#isNews = true
    }
    this.#takeProblems(survey.shard, problems)
    if (!this.#stale.has(survey.shard)) this.#index.isSurveyed(survey.shard)
  }

  #drop(id: string, shard: string): void {
    if (this.#index.isChangedSince(id, this.#changes)) this.#stale.add(shard)
    else if (!this.#shelves.keeps(id)) {
      this.#index.remove(id)
      this.#isNews = true
    }
  }

  /** Adds sets that are not on disk any more but here, and those whose files were usable before. */
  #withKept(entries: IndexEntry, problems: ReadonlyMap<string, StoreProblem>): IndexEntry {
    const { id } = entries.article
    const found = new Set(entries.sets.map(({ annotator }) => annotator))
    const kept = this.#index.sets(id).filter(({ annotator }: IndexedSet) => {
      if (found.has(annotator)) return false
      const isOurs = this.#shelves.keeps(id) && this.#locks.isKept(annotator)
      return isOurs || problems.has(setFile(id, annotator))
    })
    return kept.length === 0 ? entries : { ...entries, sets: [...entries.sets, ...kept] }
  }

  #takeProblems(shard: string, problems: ReadonlyMap<string, StoreProblem>): void {
    for (const problem of this.#index.problemsIn(shard)) {
      const isOver = isAboutNow(problem) && !problems.has(problem.file)
      if (isOver && this.#index.forgiveFile(problem.file)) this.#hasProblems = true
    }
    for (const problem of problems.values()) {
      if (this.#index.tellProblem(problem)) this.#hasProblems = true
    }
  }
}

function problemsOf({ broken, problems }: ShardSurvey): readonly StoreProblem[] {
  const unusable = broken.map(({ file, reason }) => ({ file, reason, severity: 'broken' as const }))
  return [...unusable, ...problems]
}
