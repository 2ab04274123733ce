import { compareText } from '../../../core/annotation/span.ts'
import type { ReviewRecord } from '../../../core/review/log/record.ts'
import { recordsFor } from '../../../core/review/records-for.ts'
import { crew } from '../../crew/crew.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { openReview } from './open-review.ts'
import { recordsJob } from './review-job.ts'
import { reviewedArticle } from './review-queue.ts'
import { threadQuotes, type ThreadQuote } from './thread-quotes.ts'

/** What was said on one article. */
interface ArticleComments {
  readonly article: string
  readonly title: string
  readonly records: readonly ReviewRecord[]
  readonly quotes: readonly ThreadQuote[]
}

/**
 * Reads all threads of a project. Where the sets of others are hidden from somebody, so are the threads
 * on their marks.
 * @param viewer - Who looks.
 * @returns Articles with a thread at least, in the order of their titles.
 */
export async function commentsOf(
  store: ProjectStore,
  viewer: string | null,
): Promise<readonly ArticleComments[]> {
  const articles = store.articles().filter(({ id }) => store.reviews.people(id).length > 0)
  const titles = new Map(articles.map(({ id, meta }) => [id, meta.title]))
  const found = await crew.run(recordsJob, {
    folder: store.folder,
    labels: store.project.labels.map(({ name }) => name),
    articles: articles.map(({ id }) => reviewedArticle(store, id)),
  })
  const byId = new Map(found.map((said) => [said.article, said]))
  const told: ArticleComments[] = []
  for (const { id } of articles) {
    const said = byId.get(id) ?? (await readHere(store, id))
    if (said?.records.some(isComment) !== true) continue
    const seen = viewer === null ? said : await seenBy(viewer, store, said)
    if (!seen.records.some(isComment)) continue
    const title = titles.get(said.article) ?? said.article
    told.push({ ...seen, title, records: seen.records.filter(isSaid) })
  }
  return told.toSorted((a, b) => compareText(a.title, b.title))
}

type SaidOn = Omit<ArticleComments, 'title'>

/** Reading it here mends what is damaged, and tells what cannot be mended: then it is null. */
async function readHere(store: ProjectStore, article: string): Promise<SaidOn | null> {
  const review = await openReview(store, article, null)
  if (!review.ok) return null
  const { text, records } = review.value
  return { article, records, quotes: threadQuotes(text, records) }
}

async function seenBy(viewer: string, store: ProjectStore, said: SaidOn): Promise<SaidOn> {
  const { article } = said
  const review = await openReview(store, article, viewer)
  if (review.ok && review.value.hidden.length === 0) return said
  const all = await openReview(store, article, null)
  // What cannot be read is told as a problem of the project.
  if (!review.ok || !all.ok) return { article, records: [], quotes: [] }
  const { text, sets } = all.value
  const { records } = recordsFor(viewer, sets, all.value.records)
  return { article, records, quotes: threadQuotes(text, records) }
}

function isComment({ kind }: ReviewRecord): boolean {
  return kind === 'comment'
}

/** Verdicts and statuses are no part of a conversation. */
function isSaid({ kind }: ReviewRecord): boolean {
  return kind !== 'verdict' && kind !== 'status'
}
