import type { CallFailure } from '../../../contract/failure.ts'
import { compareText } from '../../../core/annotation/span.ts'
import { ok, type Result } from '../../../core/result.ts'
import { withIntervals, type Agreement } from '../../../core/review/agreement/agreement.ts'
import type { CountedArticles } from '../../../core/review/agreement/count-articles.ts'
import { crew } from '../../crew/crew.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { failure } from '../failures.ts'
import { countJob, intervalsJob, measureJob } from './agreement-jobs.ts'

/** What is compared; null is everything that the project has. */
export interface AgreementQuestion {
  readonly annotators: readonly string[] | null
  readonly labels: readonly string[] | null
  readonly articles: readonly string[] | null
}

const NO_PHRASES = { phrases: '', counts: new Int32Array() }
/** Articles to a job: enough for a thread to be worth its errand, few enough to show progress. */
const ARTICLES_A_JOB = 200

/**
 * Measures how far annotators agree, on the threads of the crew.
 * @param progress - Told as articles are counted, of how many.
 * @returns A failure when the project does not have what was asked for.
 */
export async function agreementOf(
  store: ProjectStore,
  question: AgreementQuestion,
  progress: (done: number, of: number) => void,
): Promise<Result<Agreement, CallFailure>> {
  const known = store.project.labels.map(({ name }) => name)
  const ids = store.articles().map(({ id }) => id)
  const annotators = chosenOf('annotator', question.annotators, annotatorsOf(store))
  if (!annotators.ok) return annotators
  const labels = chosenOf('label', question.labels, known)
  if (!labels.ok) return labels
  const articles = chosenOf('article', question.articles, ids)
  if (!articles.ok) return articles
  const selection = { annotators: annotators.value, labels: labels.value }
  const chosen = new Set(articles.value)
  const members = new Set(selection.annotators)
  const counted = store
    .articles()
    .filter(({ id }) => chosen.has(id))
    .toSorted((a, b) => compareText(a.id, b.id))
    .map(({ id, look, meta }) => ({
      id,
      look,
      meta,
      sets: store.setsOn(id).filter(({ annotator }) => members.has(annotator)),
    }))
  const parts: CountedArticles[] = []
  const jobs: Promise<CountedArticles>[] = []
  for (let from = 0; from < counted.length; from += ARTICLES_A_JOB) {
    const some = counted.slice(from, from + ARTICLES_A_JOB).map(({ id, look, sets }) => ({
      id,
      look,
      sets: sets.map((set) => ({ annotator: set.annotator, look: set.look })),
    }))
    jobs.push(crew.run(countJob, { folder: store.folder, known, selection, articles: some }))
  }
  try {
    let done = 0
    for (const job of jobs) {
      const part = await job
      parts.push(part)
      done += part.articles
      progress(done, counted.length)
    }
  } finally {
    await Promise.allSettled(jobs)
  }
  const facts = counted.map(({ meta }) => ({ outlet: meta.outlet, published: meta.published }))
  // Phrases are no part of an interval, and the greater part of what is handed on.
  const numbers = parts.map((part) => ({ ...part, phrases: NO_PHRASES }))
  const [figures, intervals] = await Promise.all([
    crew.run(measureJob, { parts, facts, selection }),
    crew.run(intervalsJob, { parts: numbers, selection }),
  ])
  return ok(withIntervals(figures, intervals))
}

function chosenOf(
  what: string,
  asked: readonly string[] | null,
  known: readonly string[],
): Result<readonly string[], CallFailure> {
  if (asked === null) return ok(known)
  const unknown = asked.find((each) => !known.includes(each))
  if (unknown === undefined) return ok([...new Set(asked)])
  const has = known.length <= 20 ? `: it has ${known.join(', ') || 'none'}` : ''
  return failure('not-found', `The project has no ${what} "${unknown}"${has}`)
}

/** Everybody who has a set, in the order of their ids. */
function annotatorsOf(store: ProjectStore): readonly string[] {
  const marked = store.articles().flatMap(({ id }) => store.setsOn(id))
  return [...new Set(marked.map(({ annotator }) => annotator))].toSorted(compareText)
}
