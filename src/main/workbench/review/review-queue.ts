import type { ReviewEntry } from '../../../contract/review-models.ts'
import type { ReviewStatus } from '../../../core/review/log/record.ts'
import { crew } from '../../crew/crew.ts'
import { Turns } from '../../crew/turns.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { openReview } from './open-review.ts'
import { outlineOf, reviewJob, type ReviewedArticle, type ReviewOutline } from './review-job.ts'

/** Articles to a job: enough for a thread to be worth its errand, few enough to show progress. */
const ARTICLES_A_JOB = 100

/** An article about which something may have changed, and what its files look like. */
interface Stale {
  readonly id: string
  readonly key: string
}

/**
 * How far the review of each article of an open project is. What was found out about an article is kept
 * until one of its files changes.
 */
export class ReviewQueue {
  readonly #store: ProjectStore
  readonly #known = new Map<string, { readonly key: string; readonly outline: ReviewOutline }>()

  #labels = ''

  constructor(store: ProjectStore) {
    this.#store = store
  }

  /**
   * @param progress - Told as articles are looked at that have changed, of how many.
   * @returns The articles that somebody has marked or said something about, in the order of the list.
   */
  async entries(progress: (done: number, of: number) => void): Promise<readonly ReviewEntry[]> {
    const store = this.#store
    const articles = store.articles()
    const outlines = await this.#lookAt(
      articles.map(({ id }) => id),
      progress,
    )
    return articles.flatMap(({ id, meta }): readonly ReviewEntry[] => {
      const outline = outlines.get(id)
      if (outline === undefined) return []
      const { id: article, ...counts } = outline
      const annotators = store
        .setsOn(id)
        .filter(({ status }) => status !== 'not-started')
        .map(({ annotator, status, spans }) => ({ id: annotator, status, spans }))
      const { title, outlet, published } = meta
      return [{ article, title, outlet, published, annotators, ...counts }]
    })
  }

  /**
   * Looks only at articles about which something was said: none other has a status.
   * @returns The ids of those with this status, in the order of the list.
   */
  async articlesWith(status: ReviewStatus): Promise<readonly string[]> {
    const { reviews } = this.#store
    const said = this.#store
      .articles()
      .flatMap(({ id }) => (reviews.people(id).length > 0 ? [id] : []))
    const outlines = await this.#lookAt(said, () => undefined)
    return said.filter((id) => outlines.get(id)?.status === status)
  }

  /**
   * Finds out about those of which nothing is known, or not what their files say by now.
   * @returns What is known of each by its id. One with a file that cannot be used is told as a problem of
   * the project, and is missing.
   */
  async #lookAt(
    ids: readonly string[],
    progress: (done: number, of: number) => void,
  ): Promise<ReadonlyMap<string, ReviewOutline>> {
    const labels = this.#store.project.labels.map(({ name }) => name)
    this.#forgetOtherLabels(labels)
    const outlines = new Map<string, ReviewOutline>()
    const stale: Stale[] = []
    const turns = new Turns()
    for (const id of ids) {
      const key = this.#keyOf(id)
      const known = this.#known.get(id)
      if (key !== null && known?.key === key) outlines.set(id, known.outline)
      else if (key !== null) stale.push({ id, key })
      if (turns.isOver) await turns.end()
    }
    let done = 0
    const jobs: Promise<void>[] = []
    for (let from = 0; from < stale.length; from += ARTICLES_A_JOB) {
      const some = stale.slice(from, from + ARTICLES_A_JOB)
      const job = this.#outlinesOf(some, labels).then((found) => {
        for (const outline of found) outlines.set(outline.id, outline)
        progress((done += some.length), stale.length)
      })
      jobs.push(job)
    }
    await Promise.all(jobs)
    return outlines
  }

  async #outlinesOf(
    some: readonly Stale[],
    labels: readonly string[],
  ): Promise<readonly ReviewOutline[]> {
    const { folder } = this.#store
    const articles = some.map(({ id }) => reviewedArticle(this.#store, id))
    const found = await crew.run(reviewJob, { folder, labels, articles })
    const byId = new Map(found.map((outline) => [outline.id, outline]))
    for (const { id, key } of some) {
      const outline = byId.get(id)
      if (outline !== undefined) this.#known.set(id, { key, outline })
      else {
        // Reading it here mends what is damaged, and tells what cannot be mended.
        const review = await openReview(this.#store, id, null)
        if (review.ok) byId.set(id, outlineOf(id, review.value, new Set(labels)))
      }
    }
    return [...byId.values()]
  }

  /** What a verdict comes to depends on the labels that there are. */
  #forgetOtherLabels(labels: readonly string[]): void {
    const names = JSON.stringify(labels)
    if (names !== this.#labels) this.#known.clear()
    this.#labels = names
  }

  /** What the files of an article look like; null when nobody has begun to mark or review it. */
  #keyOf(id: string): string | null {
    const sets = this.#store.setsOn(id).filter(({ status }) => status !== 'not-started')
    const { reviews } = this.#store
    if (sets.length === 0 && reviews.people(id).length === 0) return null
    const looks = sets.map(({ annotator, look }) => `${annotator} ${look}`)
    return [...looks, reviews.changesOf(id)].join('\n')
  }
}

/** What a job needs to read everything that the review of an article is made of. */
export function reviewedArticle(store: ProjectStore, id: string): ReviewedArticle {
  return {
    id,
    look: store.article(id)?.look ?? '',
    sets: store.setsOn(id).map(({ annotator, look }) => ({ annotator, look })),
    people: store.reviews.people(id),
  }
}
