import type { CallReply } from '../../src/contract/calls.ts'

type Report = CallReply<'agreement.measure'>
type Agreement = Report['agreement']
type Figures = Agreement['labels'][string]
type Period = Agreement['over_time']['published'][number]

const NO_SPANS = { undefined: 'there are no spans' }
const FOR_TWO = {
  undefined: "Cohen's kappa compares two annotators: see the pairs, or Fleiss' kappa",
}

/** Figures around a value, with intervals. */
function figuresOf(value: number, spans: readonly [number, number]): Figures {
  const ci: readonly [number, number] = [value - 0.08, Math.min(1, value + 0.05)]
  const names = ['exact_f1', 'relaxed_f1', 'token_kappa', 'character_kappa', 'fleiss_kappa']
  return {
    n: {
      articles: 5,
      articles_of_all: 5,
      characters: 8777,
      tokens: 1478,
      spans: { 'miriam-keller': spans[0], 'tarik-aydin': spans[1] },
      merged: 2,
    },
    exact_f1: value,
    relaxed_f1: Math.min(1, value + 0.12),
    token_kappa: value + 0.03,
    character_kappa: value + 0.02,
    fleiss_kappa: value + 0.02,
    krippendorff_alpha: value + 0.02,
    token_fleiss_kappa: value + 0.03,
    token_krippendorff_alpha: value + 0.03,
    value_agreement: Math.min(1, value + 0.1),
    alpha_u: value - 0.04,
    cu_alpha_2016: 0.79,
    alpha_u_2016: value,
    ci: Object.fromEntries(names.map((name) => [name, ci])),
    attributes: {},
  }
}

function undefinedFigures(): Figures {
  const figures = figuresOf(0, [0, 0])
  const measures = Object.keys(figures).filter((name) => !['n', 'ci', 'attributes'].includes(name))
  return { ...figures, ...Object.fromEntries(measures.map((name) => [name, NO_SPANS])), ci: {} }
}

function period(when: string | null, value: number, articles: number): Period {
  const {
    n: _n,
    ci: _ci,
    attributes: _v,
    alpha_u: _u,
    alpha_u_2016: _b,
    cu_alpha_2016: _c,
    ...measures
  } = figuresOf(value, [9, 9])
  return { when, articles, spans: articles * 50, ...measures }
}

function dispute(
  places: Partial<Agreement['disputes']['places']>,
): Pick<Agreement['disputes'], 'places' | 'disputed'> {
  const none = { duplicates: 0, label: 0, bounds: 0, attributes: 0, missing: 0, agreed: 0 }
  const all = { ...none, ...places }
  const disputed = Object.values(all).reduce((sum, count) => sum + count, 0) - all.agreed
  return { places: all, disputed }
}

/** A report as of the sample project: two annotators who agree on most, and one label that nobody used. */
export function agreementReport(): Report {
  const { attributes: _, ...all } = figuresOf(0.8, [149, 146])
  const overall = {
    ...all,
    u_alpha_2016: 0.78,
    macro_exact_f1: 0.73,
    macro_relaxed_f1: 0.93,
  }
  const agreement: Agreement = {
    annotators: ['miriam-keller', 'tarik-aydin'],
    articles: 5,
    labels: {
      claim: figuresOf(0.78, [37, 40]),
      actor: figuresOf(0.91, [64, 64]),
      date: figuresOf(0.73, [35, 28]),
      'casualty figure': {
        ...undefinedFigures(),
        attributes: {
          count: {
            n: { places: 14, one_value: 3 },
            agreement: 0.93,
            alpha: 0.98,
            metric: 'interval',
          },
          outcome: {
            n: { places: 16, one_value: 0 },
            agreement: 0.81,
            alpha: 0.62,
            metric: 'nominal',
          },
        },
      },
    },
    overall,
    confusion: {
      labels: ['claim', 'actor', 'date', 'casualty figure'],
      cells: [
        [35, 0, 0, 0, 2],
        [0, 63, 0, 0, 1],
        [1, 0, 26, 0, 8],
        [0, 0, 0, 0, 0],
        [5, 1, 1, 0, 0],
      ],
    },
    disputes: {
      ...dispute({ agreed: 116, missing: 17, bounds: 20, label: 1, duplicates: 2 }),
      disputed_phrases: 60,
      phrases: [
        { phrase: '34 dead', ...dispute({ bounds: 2 }) },
        { phrase: 'the governor', ...dispute({ agreed: 3, missing: 1 }) },
      ],
      outlets: [
        { outlet: 'Levant Ledger', articles: 3, ...dispute({ agreed: 66, missing: 5, bounds: 4 }) },
        { outlet: null, articles: 2, ...dispute({ agreed: 50, missing: 12 }) },
      ],
      patterns: [
        {
          pattern: 'hedge',
          places: 2,
          examples: [
            { article: 'a1', start: 40, end: 56, quotes: ['at least 34 dead', '34 dead'] },
          ],
        },
      ],
    },
    over_time: {
      published: [period('2020-02', 0.81, 2), period('2020-03', 0.78, 2), period(null, 0.8, 1)],
      changed: [period('2026-03-01', 0.8, 5)],
    },
  }
  return { agreement, hidden: 0 }
}

/** The same of three annotators: Cohen's kappa is defined for the pairs alone. */
export function reportOfThree(): Report {
  const { agreement } = agreementReport()
  const annotators = ['chen-li', ...agreement.annotators]
  const { disputes: _disputes, over_time: _time, pairs: _pairs, ...group } = agreement
  const pairs = [
    [annotators[0], annotators[1], 0.62],
    [annotators[0], annotators[2], 0.71],
    [annotators[1], annotators[2], 0.8],
  ].map(([one, other, value]) => ({
    ...group,
    annotators: [String(one), String(other)],
    overall: { ...group.overall, exact_f1: Number(value) },
  }))
  const overall = { ...agreement.overall, token_kappa: FOR_TWO, character_kappa: FOR_TWO }
  return { agreement: { ...agreement, annotators, overall, pairs }, hidden: 1 }
}
