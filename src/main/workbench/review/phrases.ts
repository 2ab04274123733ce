import type { PhrasePlace } from '../../../contract/review-models.ts'
import { foldForSearch } from '../../../core/article/search-terms.ts'
import { isAboutPhrase, itemsAbout } from '../../../core/review/decide-phrase.ts'
import { createFinder } from '../../../core/text/find.ts'
import { widenToGraphemes } from '../../../core/text/snap.ts'
import type { OpenProject } from '../workbench.ts'
import { itemsOf, openReview, type OpenReview } from './open-review.ts'

/** Everything else that this process has to answer waits no longer, in milliseconds. */
const LONGEST_LOOK = 20
/** The text shown around a place, in UTF-16 code units. */
const CONTEXT = 60

/**
 * Finds a phrase in the texts from an article on, for some tens of milliseconds at most.
 * @returns The places, how many were left out because sets on them are hidden from the viewer, and the
 * article to go on from; null at the end.
 */
export async function phrasePlaces(
  { store, textSearch }: Pick<OpenProject, 'store' | 'textSearch'>,
  phrase: string,
  from: number,
  viewer: string | null,
): Promise<{
  readonly places: readonly PhrasePlace[]
  readonly hidden: number
  readonly next: number | null
}> {
  const [holders] = await textSearch.find(store, [foldForSearch(phrase)])
  const articles = store.articles()
  const places: PhrasePlace[] = []
  let hidden = 0
  const begun = performance.now()
  let index = from
  while (index < articles.length && (index === from || performance.now() - begun < LONGEST_LOOK)) {
    const article = articles[index++]
    if (article === undefined || holders?.has(article.id) !== true) continue
    const review = await openReview(store, article.id, viewer)
    // What cannot be read is told as a problem of the project.
    if (!review.ok) continue
    const found = placesIn(review.value, phrase)
    if (review.value.hidden.length === 0) places.push(...found)
    else hidden += found.length
  }
  return { places, hidden, next: index < articles.length ? index : null }
}

function placesIn(review: OpenReview, phrase: string): readonly PhrasePlace[] {
  const { text, article, meta, sets } = review
  const { items } = itemsOf(review)
  const hits = createFinder(text).find(phrase, {
    matchCase: false,
    ignoreDiacritics: false,
    wholeWord: true,
  })
  return hits.map(({ start, end }) => {
    const around = widenToGraphemes(text, {
      start: Math.max(0, start - CONTEXT),
      end: Math.min(text.length, end + CONTEXT),
    })
    const about = itemsAbout(items, { start, end })
    const verdicts = about.flatMap((item) => item.verdicts)
    const marks = sets.flatMap(({ annotator, spans }) =>
      spans
        .filter((span) => isAboutPhrase(span, { start, end }))
        .map(({ label, start: from, end: to, attributes }) => ({
          annotator,
          label,
          start: from,
          end: to,
          attributes,
        })),
    )
    const outcome = verdicts.flatMap((verdict) => verdict.outcome)
    return {
      article,
      title: meta.title,
      start,
      end,
      before: text.slice(around.start, start),
      phrase: text.slice(start, end),
      after: text.slice(end, around.end),
      marks,
      decided:
        verdicts.length === 0
          ? null
          : outcome.map(({ label, attributes }) => ({ label, attributes })),
    }
  })
}
