import { html, type TemplateResult } from 'lit'
import type { ArticleFilter } from '../../../src/contract/article-filter.ts'
import '../../../src/renderer/library/library.ts'
import '../../../src/renderer/elements/status-circle.ts'
import { ok } from '../../../src/core/result.ts'
import '../../../src/renderer/library/article-search.ts'
import '../../../src/renderer/library/filter-panel.ts'
import type { Workspace } from '../../../src/renderer/state/workspace.ts'
import { click, part, settled } from '../gestures.ts'
import { ARABIC, entry, LONG_TITLE, LONG_WORD } from '../samples.ts'
import { MARKS, openScene, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

async function library(scene: Scene): Promise<TemplateResult> {
  const workspace = await openScene({ marks: MARKS, ...scene })
  return html`<rubric-library .workspace=${workspace}></rubric-library>`
}

/** The workspace of a scene in which articles were searched. */
async function searched(parts: Partial<ArticleFilter>, scene: Scene = {}): Promise<Workspace> {
  const workspace = await openScene({ marks: MARKS, ...scene })
  workspace.search.change(parts)
  await settled()
  return workspace
}

async function search(
  parts: Partial<ArticleFilter> = {},
  scene: Scene = {},
): Promise<TemplateResult> {
  const workspace = await searched(parts, scene)
  return html`<rubric-article-search .workspace=${workspace}></rubric-article-search>`
}

async function panel(
  parts: Partial<ArticleFilter> = {},
  scene: Scene = {},
): Promise<TemplateResult> {
  const workspace = await searched(parts, scene)
  return html`<rubric-filter-panel
    role="dialog"
    aria-label="Filters"
    .workspace=${workspace}
  ></rubric-filter-panel>`
}

/** Everything that can be asked. */
const EVERYTHING: ArticleFilter = {
  text: '"at least" soldiers',
  outlet: 'Harbour Wire',
  from: '2020-02-01',
  to: '2020-03-31',
  label: 'casualty figure',
  status: 'in-progress',
  annotator: 'tarik-aydin',
  note: 'compare with Reuters',
}

const TWO_ANNOTATORS: Scene = {
  project: {
    annotators: [
      { id: 'ada-uenal', name: 'Ada Ünal' },
      { id: 'tarik-aydin', name: 'Tarik Aydin' },
    ],
  },
}

export const libraryStories = [
  storiesOf('rubric-status-circle', { width: 180, padded: true }, [
    {
      name: 'not started',
      shows: 'The annotator has marked nothing',
      render: () => html`<rubric-status-circle status="not-started"></rubric-status-circle>`,
    },
    {
      name: 'in progress',
      shows: 'Something is marked',
      render: () => html`<rubric-status-circle status="in-progress"></rubric-status-circle>`,
    },
    {
      name: 'done',
      shows: 'The annotator is done with the article',
      render: () => html`<rubric-status-circle status="done"></rubric-status-circle>`,
    },
  ]),

  storiesOf('rubric-library', { width: 272, height: 460 }, [
    {
      name: 'typical',
      shows: 'Articles of every status, one of them open',
      render: () => library({}),
    },
    {
      name: 'focused',
      shows: 'The keyboard is on the list',
      render: () => library({}),
      act: (element) => part(element, '.list').focus(),
    },
    {
      name: 'empty',
      shows: 'A new project',
      render: () => library({ article: null }),
    },
    {
      name: 'nothing fits',
      shows: 'A search that finds no article',
      render: async () => {
        const workspace = await searched({ text: 'zeppelin', outlet: 'Harbour Wire' })
        return html`<rubric-library .workspace=${workspace}></rubric-library>`
      },
    },
    {
      name: 'long',
      shows: 'Titles of more than two lines, words without a place to break, large numbers',
      render: () =>
        library({
          others: [
            entry(LONG_TITLE, LONG_TITLE, '2020-02-10T23:59:59+14:00', 'done', 12_345),
            entry(LONG_WORD, LONG_WORD, '2020-02-11', 'in-progress', 1024),
          ],
        }),
    },
    {
      name: 'many',
      shows: 'Ten thousand articles, of which only those in sight are in the document',
      render: () =>
        library({
          others: Array.from({ length: 10_000 }, (_, index) =>
            entry(`Report ${index + 1} of the night desk`, 'Harbour Wire', null, 'not-started', 0),
          ),
        }),
    },
    {
      name: 'right to left',
      shows: 'Arabic and Hebrew titles among English ones',
      render: () =>
        library({
          article: ARABIC,
          marks: [],
          others: [
            entry('שיחות באנקרה הסתיימו בלא הסכם', 'הארץ', '2020-02-29', 'done', 9),
            entry('Two presidents, one telephone line', null, '2020-02-29', 'in-progress', 7),
            entry('العاصمة بعد 18 شهرا على اتفاق Sochi', null, null, 'not-started', 0),
          ],
        }),
    },
    {
      name: 'narrow',
      shows: 'As wide as a narrow window leaves it',
      frame: { width: 184, height: 460 },
      render: () => library({}),
    },
  ]),

  storiesOf('rubric-article-search', { width: 272 }, [
    { name: 'quiet', shows: 'Nothing is sought', render: () => search() },
    {
      name: 'focused',
      shows: 'The keyboard is in the field',
      render: () => search({ text: 'idlib' }),
      act: (element) => element.focus(),
    },
    {
      name: 'everything',
      shows: 'Words, and every filter with its chip',
      render: () => search(EVERYTHING, TWO_ANNOTATORS),
    },
    {
      name: 'searching',
      shows: 'Some of a long list has been searched',
      render: () =>
        search(
          { text: 'soldiers' },
          {
            answers: {
              'articles.search': ({ from }) =>
                from === 0 ? ok({ ids: ['article-open'], next: 2 }) : new Promise(() => undefined),
            },
          },
        ),
    },
    {
      name: 'long',
      shows: 'An outlet and a note that are longer than the library is wide',
      render: () => search({ outlet: LONG_TITLE, note: LONG_WORD }),
    },
    {
      name: 'right to left',
      shows: 'Arabic words and an Arabic outlet',
      render: () => search({ text: 'قصف إدلب', outlet: 'صحيفة الميناء', status: 'done' }),
    },
    {
      name: 'mirrored',
      shows: 'In a document that is read from the right',
      render: async () =>
        html`<div dir="rtl">${await search({ status: 'done', outlet: 'صحيفة الميناء' })}</div>`,
    },
    {
      name: 'filters',
      shows: 'The panel is open beneath its button',
      frame: { width: 600, height: 580 },
      render: () => search({ status: 'in-progress' }, TWO_ANNOTATORS),
      act: (element) => click(element, '.opener'),
    },
  ]),

  storiesOf('rubric-filter-panel', { width: 336, padded: true }, [
    { name: 'typical', shows: 'Every article is shown', render: () => panel({}, TWO_ANNOTATORS) },
    {
      name: 'everything',
      shows: 'Every filter is set',
      render: () => panel(EVERYTHING, TWO_ANNOTATORS),
    },
    {
      name: 'right to left',
      shows: 'In a document that is read from the right',
      render: async () => html`<div dir="rtl">${await panel({ status: 'done' })}</div>`,
    },
    {
      name: 'narrow',
      shows: 'A window that is narrower than the panel would be',
      frame: { width: 240, padded: true },
      render: () => panel(EVERYTHING, TWO_ANNOTATORS),
    },
  ]),
]
