import type { FigureItem } from '../../../contract/agreement-models.ts'
import type { CallArguments, CallReply } from '../../../contract/calls.ts'
import type { CallFailure } from '../../../contract/failure.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { AgreementItem } from '../../../core/review/agreement/items.ts'
import { shorten } from '../../../core/text/shorten.ts'
import { crew } from '../../crew/crew.ts'
import type { IndexedArticle } from '../../store/cache/index-entry.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { itemsJob, type ArticleItems } from './agreement-jobs.ts'
import { choose, toBeRead, type AgreementQuestion } from './chosen.ts'

type Question = CallArguments<'agreement.items'>['question']
type Position = CallArguments<'agreement.items'>['from']

/** What fills a list, and is on a window before anybody has read it. */
const PAGE = 50
/** Articles to a job: few enough that the first places are soon there. */
const ARTICLES_A_JOB = 100
/** Characters of a quote that a list shows. */
const LONGEST_QUOTE = 240
/** Characters of YYYY-MM. */
const MONTH = 7

/**
 * Lists places that a figure is made of, read anew from the files on the threads of the crew.
 * @returns Some, and where to go on from; null at the end.
 */
export async function agreementItems(
  store: ProjectStore,
  asked: AgreementQuestion,
  question: Question,
  from: Position,
): Promise<Result<CallReply<'agreement.items'>, CallFailure>> {
  const chosen = choose(store, asked)
  if (!chosen.ok) return chosen
  const { selection, articles } = chosen.value
  const known = store.project.labels.map(({ name }) => name)
  const members = new Set(selection.annotators)
  const items: FigureItem[] = []
  const step = ARTICLES_A_JOB * crew.size
  for (let at = from.article; at < articles.length; at += step) {
    const some = articles.slice(at, at + step)
    const wanted = some.filter((article) => isAsked(article, question))
    const jobs: Promise<readonly ArticleItems[]>[] = []
    for (let begun = 0; begun < wanted.length; begun += ARTICLES_A_JOB) {
      const read = wanted
        .slice(begun, begun + ARTICLES_A_JOB)
        .map((article) => toBeRead(store, article, members))
      const input = { folder: store.folder, known, selection, question, articles: read }
      jobs.push(crew.run(itemsJob, input))
    }
    const found = new Map((await Promise.all(jobs)).flat().map(({ id, places }) => [id, places]))
    for (const [index, { id, meta }] of some.entries()) {
      const before = at + index === from.article ? from.place : 0
      for (const [place, item] of (found.get(id) ?? []).entries()) {
        if (place < before) continue
        if (items.length === PAGE) return ok({ items, next: { article: at + index, place } })
        items.push({ article: id, title: meta.title, ...shown(item) })
      }
    }
  }
  return ok({ items, next: null })
}

/** Whether an article's metadata are what is asked for. */
function isAsked({ meta }: IndexedArticle, { outlet, published }: Question): boolean {
  const month = meta.published?.slice(0, MONTH) ?? null
  return (
    (outlet === null || outlet.name === meta.outlet) &&
    (published === null || published.when === month)
  )
}

function shown({ marks, missing, ...place }: AgreementItem): Omit<FigureItem, 'article' | 'title'> {
  return {
    ...place,
    marks: marks.map((mark) => ({ ...mark, quote: shorten(mark.quote, LONGEST_QUOTE) })),
    missing: [...missing],
  }
}
