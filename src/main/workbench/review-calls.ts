import { randomUUID } from 'node:crypto'
import type { CallResult } from '../../contract/failure.ts'
import type { Annotator } from '../../core/project/project.ts'
import { ok } from '../../core/result.ts'
import { recordProblem } from '../../core/review/check-record.ts'
import { decidePhrase, type PhraseRange } from '../../core/review/decide-phrase.ts'
import type { ReviewRecord } from '../../core/review/log/record.ts'
import { withdrawStep } from '../../core/review/log/withdraw-step.ts'
import { recordsFor } from '../../core/review/records-for.ts'
import { nextInstant } from '../../core/review/verdicts.ts'
import type { ProjectStore } from '../store/project-store.ts'
import { registerAnnotator, requireAnnotator } from './annotator.ts'
import { failure } from './failures.ts'
import type { CallContext, Handlers } from './handler.ts'
import { progressTo } from './progress.ts'
import { commentsOf } from './review/comments.ts'
import { itemsOf, openReview, type OpenReview } from './review/open-review.ts'
import { phrasePlaces } from './review/phrases.ts'

export const reviewCalls: Handlers<
  | 'review.queue'
  | 'review.open'
  | 'review.record'
  | 'review.feedback'
  | 'review.asked'
  | 'review.comments'
  | 'review.phrase'
  | 'review.decidePhrase'
  | 'review.withdrawStep'
> = {
  async 'review.queue'({ workbench, host }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    return ok(await project.value.reviews.entries(progressTo(host)))
  },

  async 'review.open'({ workbench }, { article }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const viewer = viewerOf({ workbench })
    const review = await openReview(project.value.store, article, viewer)
    if (!review.ok || viewer === null || review.value.hidden.length === 0) return review
    // Verdicts and comments would tell what the hidden sets hold.
    const all = await openReview(project.value.store, article, null)
    if (!all.ok) return all
    const { sets, records } = all.value
    return ok({ ...review.value, records: recordsFor(viewer, sets, records).records })
  },

  async 'review.record'({ workbench, host }, { project: path, article, records }) {
    const project = workbench.requireOpen(path, 'These verdicts')
    if (!project.ok) return project
    const reviewer = requireAnnotator(workbench)
    if (!reviewer.ok) return reviewer
    const { store } = project.value
    const review = await openReview(store, article, reviewer.value.id)
    if (!review.ok) return review
    const checked = checkRecords(store, review.value, reviewer.value, records)
    if (!checked.ok) return checked
    return keep({ workbench, host }, store, article, reviewer.value, records)
  },

  async 'review.feedback'({ workbench }, { article }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const annotator = requireAnnotator(workbench)
    if (!annotator.ok) return annotator
    const { store } = project.value
    // Asked whenever an article is opened; most have no review yet, and sets need not be read for that.
    if (store.article(article) !== undefined && store.reviews.people(article).length === 0) {
      return ok({ article, status: 'to-review', records: [] })
    }
    const review = await openReview(store, article, null)
    if (!review.ok) return review
    const { sets, records } = review.value
    return ok({ article, ...recordsFor(annotator.value.id, sets, records) })
  },

  async 'review.asked'({ workbench }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const { store, reviews } = project.value
    const viewer = viewerOf({ workbench })
    const asked = await reviews.articlesWith('changes-asked')
    return ok(
      asked.filter((id) =>
        store
          .setsOn(id)
          .some(({ annotator, status }) => annotator === viewer && status !== 'not-started'),
      ),
    )
  },

  async 'review.comments'({ workbench }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    return ok(await commentsOf(project.value.store, viewerOf({ workbench })))
  },

  async 'review.phrase'({ workbench }, { phrase, from }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    return ok(await phrasePlaces(project.value, phrase, from, viewerOf({ workbench })))
  },

  async 'review.decidePhrase'({ workbench, host }, { project: path, places, label, reason }) {
    const project = workbench.requireOpen(path, 'These verdicts')
    if (!project.ok) return project
    const reviewer = requireAnnotator(workbench)
    if (!reviewer.ok) return reviewer
    const { store } = project.value
    const by = reviewer.value.id
    const step = randomUUID()
    const decisions: { readonly article: string; readonly records: readonly ReviewRecord[] }[] = []
    let decided = 0
    // Everything is checked before anything is written.
    for (const article of new Set(places.map((place) => place.article))) {
      const ranges = places.filter((place) => place.article === article)
      const review = await openReview(store, article, by)
      if (!review.ok) return review
      const made = decideAll(review.value, ranges, { by, step, label, reason })
      const checked = checkRecords(store, review.value, reviewer.value, made.records)
      if (!checked.ok) return checked
      decided += made.places
      if (made.records.length > 0) decisions.push({ article, records: made.records })
    }
    const kept = await keepAll({ workbench, host }, store, reviewer.value, decisions)
    return kept.ok ? ok({ decided, articles: decisions.map(({ article }) => article), step }) : kept
  },

  async 'review.withdrawStep'({ workbench, host }, { project: path, step, articles }) {
    const project = workbench.requireOpen(path, 'These verdicts')
    if (!project.ok) return project
    const reviewer = requireAnnotator(workbench)
    if (!reviewer.ok) return reviewer
    const { store } = project.value
    const by = reviewer.value.id
    const withdrawals: { readonly article: string; readonly records: readonly ReviewRecord[] }[] =
      []
    for (const article of new Set(articles)) {
      const logs = await store.reviews.logs(article)
      if (!logs.ok) return logs
      const records = logs.value.flatMap((log) => log.records)
      const at = nextInstant(records, Date.now())
      const taken = withdrawStep(records, step, { by, at, step: randomUUID(), newId: randomUUID })
      if (taken !== null) withdrawals.push({ article, records: [taken] })
    }
    const kept = await keepAll({ workbench, host }, store, reviewer.value, withdrawals)
    return kept.ok ? ok(withdrawals.length) : kept
  },
}

function viewerOf({ workbench }: Pick<CallContext, 'workbench'>): string | null {
  return workbench.settings.current.annotator?.id ?? null
}

/** Nothing is added that does not fit, and nothing that was said is ever said otherwise. */
function checkRecords(
  store: ProjectStore,
  { text, records: present }: OpenReview,
  { id: by }: Annotator,
  records: readonly ReviewRecord[],
): CallResult<null> {
  const labels = new Set(store.project.labels.map(({ name }) => name))
  const known = new Map(present.map((record) => [record.id, JSON.stringify(record)]))
  for (const record of records) {
    const before = known.get(record.id)
    if (before !== undefined && before !== JSON.stringify(record)) {
      return failure('refused', `The record ${record.id} is there already and says something else`)
    }
    const problem = recordProblem(record, { text, labels, by })
    if (problem !== undefined) return failure('refused', problem)
  }
  return ok(null)
}

async function keep(
  { workbench, host }: CallContext,
  store: ProjectStore,
  article: string,
  reviewer: Annotator,
  records: readonly ReviewRecord[],
): Promise<CallResult<null>> {
  const isListed = store.project.annotators.some(({ id }) => id === reviewer.id)
  if (!isListed) await registerAnnotator(store, reviewer)
  const added = await store.reviews.add(article, reviewer.id, records)
  if (!added.ok) return added
  if (!isListed) workbench.announceState(host)
  workbench.windows.announce(() => ({ type: 'articles' }), host)
  return added
}

/** Keeps what is said about several articles, one after the other. */
async function keepAll(
  context: CallContext,
  store: ProjectStore,
  reviewer: Annotator,
  said: readonly { readonly article: string; readonly records: readonly ReviewRecord[] }[],
): Promise<CallResult<null>> {
  for (const [index, { article, records }] of said.entries()) {
    const kept = await keep(context, store, article, reviewer, records)
    if (kept.ok) continue
    const { code, message } = kept.error
    const before = `${index} of ${said.length} articles are done; try again to go on`
    return failure(code, index === 0 ? message : `${message} (${before})`)
  }
  return ok(null)
}

/** Decides one place after the other, each on what the ones before have come to. */
function decideAll(
  review: OpenReview,
  ranges: readonly PhraseRange[],
  wish: {
    readonly by: string
    readonly step: string
    readonly label: string | null
    readonly reason: string | null
  },
): { readonly records: readonly ReviewRecord[]; readonly places: number } {
  const { by, step, label, reason } = wish
  const at = nextInstant(review.records, Date.now())
  const decision = { by, at, step, newId: randomUUID, reason }
  let records: readonly ReviewRecord[] = []
  let places = 0
  for (const { start, end } of ranges) {
    const { items } = itemsOf({ sets: review.sets, records: [...review.records, ...records] })
    const created = { by, at, via: 'review' }
    const wanted =
      label === null ? null : { id: randomUUID(), label, start, end, note: null, created }
    const verdicts = decidePhrase(items, { start, end }, wanted, decision)
    if (verdicts.length > 0) places++
    records = [...records, ...verdicts]
  }
  return { records, places }
}
