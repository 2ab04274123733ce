import { html, type TemplateResult } from 'lit'
import type { CallReply } from '../../../src/contract/calls.ts'
import { ok } from '../../../src/core/result.ts'
import type { FigureGround } from '../../../src/renderer/figures/agreement-figures.ts'
import {
  betweenAnnotators,
  byLabel,
  confusionFigure,
  overTime,
} from '../../../src/renderer/figures/agreement-figures.ts'
import {
  disputedPhrases,
  edgePatterns,
  reviewProgress,
} from '../../../src/renderer/figures/dispute-figures.ts'
import type { Figure } from '../../../src/renderer/figures/figure.ts'
import '../../../src/renderer/figures/figures.ts'
import type { Workspace } from '../../../src/renderer/state/workspace.ts'
import { agreementReport, reportOfThree } from '../../support/agreement-report.ts'
import { click, settled } from '../gestures.ts'
import { ARABIC_NAME, LONG_WORD, MANY_LABELS } from '../samples.ts'
import { openScene, refused, type Scene } from '../scene.ts'
import { storiesOf, type Story } from '../story.ts'

type Place = CallReply<'agreement.items'>['items'][number]
type Report = CallReply<'agreement.measure'>

const PEOPLE = [
  { id: 'miriam-keller', name: 'Miriam Keller' },
  { id: 'tarik-aydin', name: 'Tarık Aydın' },
]

const PLACES: readonly Place[] = [
  {
    article: 'article-open',
    title: 'Night strike in Idlib raises the toll',
    kind: 'bounds',
    start: 40,
    end: 57,
    marks: [
      {
        annotator: 'miriam-keller',
        label: 'casualty figure',
        start: 40,
        end: 57,
        quote: 'at least 34 dead',
        attributes: { count: 34, outcome: 'killed' },
      },
      {
        annotator: 'tarik-aydin',
        label: 'casualty figure',
        start: 49,
        end: 57,
        quote: '34 dead',
        attributes: { count: 34 },
      },
    ],
    missing: [],
  },
  {
    article: 'article-open',
    title: 'Night strike in Idlib raises the toll',
    kind: 'missing',
    start: 80,
    end: 92,
    marks: [
      {
        annotator: 'tarik-aydin',
        label: 'actor',
        start: 80,
        end: 92,
        quote: 'the governor',
        attributes: {},
      },
    ],
    missing: ['miriam-keller'],
  },
]

async function shown(report: Report, { answers, ...scene }: Scene = {}): Promise<Workspace> {
  const workspace = await openScene({
    ...scene,
    project: { annotators: PEOPLE, ...scene.project },
    answers: {
      'agreement.measure': () => ok(report),
      'agreement.items': () => ok({ items: PLACES, next: { article: 1, place: 0 } }),
      'review.queue': () => ok([]),
      ...answers,
    },
  })
  await workspace.figures.show()
  return workspace
}

function screen(workspace: Workspace): TemplateResult {
  return html`<rubric-figures .workspace=${workspace}></rubric-figures>`
}

function groundOf(workspace: Workspace, report: Report): FigureGround {
  return {
    agreement: report.agreement,
    measure: 'exact_f1',
    labelByName: workspace.labelByName.get(),
    nameOf: (annotator) => workspace.nameOf(annotator),
  }
}

async function card(
  figureOf: (ground: FigureGround) => Figure,
  report: Report = agreementReport(),
  scene: Scene = {},
): Promise<TemplateResult> {
  const workspace = await shown(report, scene)
  return html`<rubric-figure-card
    .workspace=${workspace}
    .figure=${figureOf(groundOf(workspace, report))}
  ></rubric-figure-card>`
}

/** Two years of months, and labels with names that are too long. */
function longReport(): Report {
  const report = agreementReport()
  const { agreement } = report
  const [period] = agreement.over_time.published
  const [claim] = Object.values(agreement.labels)
  if (period === undefined || claim === undefined) throw new RangeError('The report is empty')
  const published = Array.from({ length: 60 }, (_, month) => ({
    ...period,
    when: `${2016 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
    articles: 3 + ((month * 7) % 11),
    exact_f1: 0.6 + ((month * 13) % 30) / 100,
  }))
  const labels = Object.fromEntries(MANY_LABELS.map(({ name }) => [name, claim]))
  return {
    ...report,
    agreement: { ...agreement, labels, over_time: { ...agreement.over_time, published } },
  }
}

const EMPTY: Report = (() => {
  const { agreement, hidden } = agreementReport()
  return { agreement: { ...agreement, articles: 0 }, hidden }
})()

const CARDS: readonly Story<HTMLElementTagNameMap['rubric-figure-card']>[] = [
  {
    name: 'by label',
    shows: 'A dot for each label with its interval; one label has no figure, and says why',
    render: () => card(byLabel),
  },
  {
    name: 'as a table',
    shows: 'The same as a table',
    render: () => card(byLabel),
    act: (element) => click(element, '.tools button'),
  },
  {
    name: 'narrow',
    shows: 'As much as there is room for',
    frame: { width: 340 },
    render: () => card(byLabel),
  },
  {
    name: 'many labels',
    shows: 'Names that are too long are cut',
    render: () => card(byLabel, longReport(), { project: { labels: [...MANY_LABELS] } }),
  },
  { name: 'confusion', shows: 'Which label for which', render: () => card(confusionFigure) },
  {
    name: 'between three',
    shows: 'Each annotator with each other, one of them with a long name',
    render: () =>
      card(betweenAnnotators, reportOfThree(), {
        project: {
          annotators: [...PEOPLE, { id: 'chen-li', name: `${ARABIC_NAME} ${LONG_WORD}` }],
        },
      }),
  },
  {
    name: 'over time',
    shows: 'Some months, and what has no date',
    render: () => card((ground) => overTime(ground, 'published')),
  },
  {
    name: 'over years',
    shows: 'Many months',
    render: () => card((ground) => overTime(ground, 'published'), longReport()),
  },
  {
    name: 'phrases',
    shows: 'A table alone',
    render: () => card(({ agreement }) => disputedPhrases(agreement.disputes)),
  },
  {
    name: 'patterns',
    shows: 'A table with examples',
    render: () => card(({ agreement }) => edgePatterns(agreement.disputes)),
  },
  {
    name: 'nothing',
    shows: 'A table without rows',
    render: () => card(({ agreement }) => edgePatterns({ ...agreement.disputes, patterns: [] })),
  },
  {
    name: 'review',
    shows: 'How far the review is, before it has begun',
    render: () => card(() => reviewProgress([])),
  },
]

export const figureStories = [
  storiesOf('rubric-figures', { width: 1180, height: 760 }, [
    {
      name: 'typical',
      shows: 'Two annotators who agree on most',
      render: async () => screen(await shown(agreementReport())),
    },
    {
      name: 'list',
      shows: 'What a figure is made of, beside it',
      scrollsSideways: true,
      render: async () => {
        const workspace = await shown(agreementReport())
        await workspace.figures.open({ type: 'places', title: 'date · all places', question: {} })
        return screen(workspace)
      },
    },
    {
      name: 'measuring',
      shows: 'Long work can be cancelled',
      render: async () => {
        const workspace = await shown(agreementReport())
        workspace.figures.isMeasuring.set(true)
        workspace.progress.set({ done: 3200, total: 10_000 })
        return screen(workspace)
      },
    },
    {
      name: 'stale',
      shows: 'Somebody has marked since; articles that one is still marking are left out',
      render: async () => {
        const workspace = await shown(reportOfThree())
        workspace.figures.isStale.set(true)
        return screen(workspace)
      },
    },
    {
      name: 'empty',
      shows: 'Nobody has opened what another has',
      render: async () => screen(await shown(EMPTY)),
    },
    {
      name: 'error',
      shows: 'A file cannot be read',
      render: async () =>
        screen(
          await shown(agreementReport(), {
            answers: {
              'agreement.measure': () =>
                refused('Could not compare annotations/ada/00/a1.json: it ends in the middle'),
            },
          }),
        ),
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 760, height: 640 },
      scrollsSideways: true,
      render: async () => screen(await shown(agreementReport())),
    },
  ]),
  storiesOf('rubric-figure-card', { width: 760, padded: true }, CARDS),
  storiesOf('rubric-figure-selection', { width: 272 }, [
    {
      name: 'typical',
      shows: 'Everybody, all labels, all articles',
      render: async () => {
        const workspace = await shown(agreementReport())
        return html`<rubric-figure-selection .workspace=${workspace}></rubric-figure-selection>`
      },
    },
    {
      name: 'chosen',
      shows: 'One label is left out; names are long',
      render: async () => {
        const workspace = await shown(agreementReport(), {
          project: {
            labels: [...MANY_LABELS],
            annotators: [...PEOPLE, { id: 'l', name: `${ARABIC_NAME} ${LONG_WORD}` }],
          },
        })
        workspace.figures.labels.set(['claim', 'actor'])
        return html`<rubric-figure-selection .workspace=${workspace}></rubric-figure-selection>`
      },
    },
  ]),
  storiesOf('rubric-figure-list', { width: 328, height: 480 }, [
    {
      name: 'places',
      shows: 'What each has marked at a place, and who has not',
      render: async () => {
        const workspace = await shown(agreementReport())
        await workspace.figures.open({ type: 'places', title: 'All labels', question: {} })
        return html`<rubric-figure-list .workspace=${workspace}></rubric-figure-list>`
      },
    },
    {
      name: 'articles',
      shows: 'Articles by how far their review is',
      render: async () => {
        const workspace = await shown(agreementReport())
        const articles = [
          { article: 'a', title: 'Joint patrols begin on the M4', detail: '7 open places' },
          { article: 'b', title: ARABIC_NAME, detail: '1 open place' },
        ]
        await workspace.figures.open({ type: 'articles', title: 'Review · To review', articles })
        return html`<rubric-figure-list .workspace=${workspace}></rubric-figure-list>`
      },
    },
    {
      name: 'empty',
      shows: 'Nothing is there',
      render: async () => {
        const workspace = await shown(agreementReport(), {
          answers: { 'agreement.items': () => ok({ items: [], next: null }) },
        })
        await workspace.figures.open({ type: 'places', title: 'date / claim', question: {} })
        return html`<rubric-figure-list .workspace=${workspace}></rubric-figure-list>`
      },
    },
    {
      name: 'error',
      shows: 'A file cannot be read',
      render: async () => {
        const workspace = await shown(agreementReport(), {
          answers: {
            'agreement.items': () =>
              refused('Could not compare annotations/ada/00/a1.json: it ends in the middle'),
          },
        })
        await workspace.figures.open({ type: 'places', title: 'date / claim', question: {} })
        return html`<rubric-figure-list .workspace=${workspace}></rubric-figure-list>`
      },
      act: settled,
    },
  ]),
]
