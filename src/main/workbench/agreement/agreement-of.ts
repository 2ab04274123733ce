import type { CallFailure } from '../../../contract/failure.ts'
import { ok, type Result } from '../../../core/result.ts'
import { withIntervals, type Agreement } from '../../../core/review/agreement/agreement.ts'
import type { CountedArticles } from '../../../core/review/agreement/count-articles.ts'
import { crew } from '../../crew/crew.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { failure } from '../failures.ts'
import { countJob, intervalsJob, measureJob } from './agreement-jobs.ts'
import { choose, toBeRead, type AgreementQuestion, type Chosen } from './chosen.ts'

export interface MeasureOptions {
  /** Told as articles are counted, of how many. */
  readonly progress: (done: number, of: number) => void
  readonly signal?: AbortSignal
}

/** What was measured. */
export interface Measured {
  readonly agreement: Agreement
  /** How many articles were left out for the viewer. */
  readonly hidden: number
}

const NO_PHRASES = { phrases: '', counts: new Int32Array() }
/** Articles to a job: enough for a thread to be worth its errand, few enough to show progress. */
const ARTICLES_A_JOB = 200

/**
 * Measures how far annotators agree, on the threads of the crew.
 * @returns A failure when the project does not have what was asked for, or the signal ended it.
 */
export async function agreementOf(
  store: ProjectStore,
  question: AgreementQuestion,
  options: MeasureOptions,
): Promise<Result<Measured, CallFailure>> {
  const chosen = choose(store, question)
  if (!chosen.ok) return chosen
  const { selection, articles, hidden } = chosen.value
  const parts = await countAll(store, chosen.value, options)
  if (isOver(options)) return CANCELLED
  const facts = articles.map(({ meta: { outlet, published } }) => ({ outlet, published }))
  // Phrases and values are no part of an interval, and the greater part of what is handed on.
  const numbers = parts.map((part) => ({ ...part, phrases: NO_PHRASES, values: [] }))
  const [figures, intervals] = await Promise.all([
    crew.run(measureJob, { parts, facts, selection }),
    crew.run(intervalsJob, { parts: numbers, selection }),
  ])
  if (isOver(options)) return CANCELLED
  return ok({ agreement: withIntervals(figures, intervals), hidden })
}

const CANCELLED = failure('refused', 'Measuring was cancelled')

function isOver({ signal }: MeasureOptions): boolean {
  return signal?.aborted === true
}

async function countAll(
  store: ProjectStore,
  { selection, articles }: Chosen,
  options: MeasureOptions,
): Promise<readonly CountedArticles[]> {
  const { folder } = store
  const known = store.project.labels.map(({ name }) => name)
  const members = new Set(selection.annotators)
  const parts: CountedArticles[] = []
  const running: Promise<CountedArticles>[] = []
  let done = 0
  const take = async (): Promise<void> => {
    const part = await running.shift()
    if (part === undefined) return
    parts.push(part)
    options.progress((done += part.articles), articles.length)
  }
  try {
    for (let from = 0; from < articles.length; from += ARTICLES_A_JOB) {
      if (isOver(options)) break
      const some = articles
        .slice(from, from + ARTICLES_A_JOB)
        .map((article) => toBeRead(store, article, members))
      running.push(crew.run(countJob, { folder, known, selection, articles: some }))
      if (running.length > crew.size * 2) await take()
    }
    while (running.length > 0) await take()
  } finally {
    // Whoever is told of one failure does not wait for the rest, nor for theirs.
    await Promise.allSettled(running)
  }
  return parts
}
