import type { ReviewEntry } from '../../../contract/review-models.ts'
import type { ReviewStatus } from '../../../core/review/log/record.ts'
import { crew } from '../../crew/crew.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { reviewJob, type ReviewedArticle, type ReviewOutline } from './review-job.ts'

/** Articles to a job: enough for a thread to be worth its errand, few enough to show progress. */
const ARTICLES_A_JOB = 100

/**
 * How far the review of each article of an open project is. What was found out about an article is kept
 * until one of its files changes.
 */
export class ReviewQueue {
  readonly #store: ProjectStore
  readonly #known = new Map<string, { readonly key: string; readonly outline: ReviewOutline }>()

  constructor(store: ProjectStore) {
    this.#store = store
  }

  /**
   * @param progress - Told as articles are looked at that have changed, of how many.
   * @returns The articles that somebody has marked or said something about, in the order of the list.
   */
  async entries(progress: (done: number, of: number) => void): Promise<readonly ReviewEntry[]> {
    const store = this.#store
    await this.#lookAt(
      store.articles().map(({ id }) => id),
      progress,
    )
    return store.articles().flatMap(({ id, meta }): readonly ReviewEntry[] => {
      const outline = this.#keyOf(id) === null ? undefined : this.#known.get(id)?.outline
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
    await this.#lookAt(said, () => undefined)
    return said.filter((id) => this.#known.get(id)?.outline.status === status)
  }

  /** Finds out about those of which nothing is known, or not what their files say by now. */
  async #lookAt(
    ids: readonly string[],
    progress: (done: number, of: number) => void,
  ): Promise<void> {
    const stale = ids.flatMap((id) => {
      const key = this.#keyOf(id)
      return key === null || this.#known.get(id)?.key === key ? [] : [{ id, key }]
    })
    const labels = this.#store.project.labels.map(({ name }) => name)
    let done = 0
    const jobs: Promise<void>[] = []
    for (let from = 0; from < stale.length; from += ARTICLES_A_JOB) {
      const some = stale.slice(from, from + ARTICLES_A_JOB)
      const keys = new Map(some.map(({ id, key }) => [id, key]))
      const input = {
        folder: this.#store.folder,
        labels,
        articles: some.map(({ id }) => reviewedArticle(this.#store, id)),
      }
      const job = crew.run(reviewJob, input).then((outlines) => {
        for (const outline of outlines) {
          this.#known.set(outline.id, { key: keys.get(outline.id) ?? '', outline })
        }
        progress((done += some.length), stale.length)
      })
      jobs.push(job)
    }
    await Promise.all(jobs)
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
