import type { FigureQuestion } from '../../contract/agreement-models.ts'
import type { CallReply } from '../../contract/calls.ts'
import type { ReviewEntry } from '../../contract/review-models.ts'
import type { GroupKind } from '../../core/review/group-kind.ts'
import { KIND_NAMES, PATTERN_NAMES } from '../state/figures/figure-words.ts'
import { REVIEW_STATUS_NAMES } from '../state/review/review-words.ts'
import { articlesByReviewStatus, REVIEW_STATUSES } from '../state/figures/review-counts.ts'
import type { Figure, FigureCell } from './figure.ts'
import { shareBar } from './pictures/share-bar.ts'

type Disputes = CallReply<'agreement.measure'>['agreement']['disputes']
type Places = Disputes['places']

/** The kinds that a table of disputes has columns for. */
const KINDS = [
  'agreed',
  'missing',
  'bounds',
  'label',
  'attributes',
  'duplicates',
] as const satisfies readonly GroupKind[]
const HEADS = ['Agreed', 'Not marked by all', 'Bounds', 'Labels', 'Attributes', 'Twice']

function kindCells(
  places: Places,
  title: string,
  question: Partial<FigureQuestion>,
): readonly FigureCell[] {
  return KINDS.map((kind) => {
    const number = places[kind]
    if (number === 0) return { text: '0' }
    return {
      text: String(number),
      parts: {
        type: 'places',
        title: `${title} · ${KIND_NAMES[kind]}`,
        question: { ...question, kinds: [kind] },
      },
    }
  })
}

/** What was marked, and the annotators were not of one mind about. */
export function disputedPhrases({ phrases, disputed_phrases }: Disputes): Figure {
  const shown =
    phrases.length < disputed_phrases ? ` The first ${phrases.length} of ${disputed_phrases}.` : ''
  return {
    file: 'disputed-phrases',
    title: 'Disputed phrases',
    caption: `How often a phrase was marked alike, by some only, with other bounds or with another label.${shown}`,
    head: ['Phrase', ...HEADS],
    rows: phrases.map(({ phrase, places }) => [
      {
        text: phrase,
        parts: { type: 'places', title: `“${phrase}”`, question: { phrase } },
      },
      ...kindCells(places, `“${phrase}”`, { phrase }),
    ]),
  }
}

/** Where articles come from that are disputed. */
export function disputedOutlets({ outlets }: Disputes): Figure {
  return {
    file: 'disputed-outlets',
    title: 'Disputed outlets',
    caption: 'What was marked in the articles of each outlet, the most disputed places first.',
    head: ['Outlet', ...HEADS, 'Disputed', 'Articles'],
    rows: outlets.map(({ outlet, places, disputed, articles }) => {
      const name = outlet ?? 'none stated'
      const question = { outlet: { name: outlet } }
      const all = places.agreed + disputed
      return [
        { text: name, parts: { type: 'places', title: name, question } as const },
        ...kindCells(places, name, question),
        { text: all === 0 ? '' : `${Math.round((100 * disputed) / all)} %` },
        { text: String(articles) },
      ]
    }),
  }
}

/** What it is in which bounds differ. */
export function edgePatterns({ patterns }: Disputes): Figure {
  return {
    file: 'patterns-of-bounds',
    title: 'In what bounds differ',
    caption:
      'What one takes in at the edge of a span and another leaves out. Each may be worth a sentence in the guideline.',
    head: ['Pattern', 'Places', 'For example'],
    rows: patterns.map(({ pattern, places, examples: [example] }) => {
      const title = PATTERN_NAMES[pattern]
      return [
        { text: title },
        { text: String(places), parts: { type: 'places', title, question: { pattern } } as const },
        { text: example?.quotes.map((quote) => `“${quote}”`).join(' or ') ?? '', isText: true },
      ]
    }),
  }
}

/** How far the review of the articles is. */
export function reviewProgress(entries: readonly ReviewEntry[]): Figure {
  const byStatus = articlesByReviewStatus(entries)
  const shares = REVIEW_STATUSES.map((status) => {
    const name = REVIEW_STATUS_NAMES[status]
    const articles = byStatus[status]
    return {
      name,
      number: articles.length,
      parts: { type: 'articles', title: `Review · ${name}`, articles } as const,
    }
  })
  return {
    file: 'progress-of-the-review',
    title: 'Progress of the review',
    caption: 'The articles that somebody has marked, by how far their review is.',
    head: ['Review', 'Articles'],
    rows: shares.map(({ name, number, parts }) => [
      { text: name },
      { text: String(number), ...(number > 0 && { parts }) },
    ]),
    picture: (drawing) => shareBar(shares, drawing),
  }
}
