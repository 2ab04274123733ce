import { html, type TemplateResult } from 'lit'
import '../../../src/renderer/library/library.ts'
import '../../../src/renderer/library/status-circle.ts'
import { fill, part } from '../gestures.ts'
import { ARABIC, entry, LONG_TITLE, LONG_WORD } from '../samples.ts'
import { MARKS, openScene, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

async function library(scene: Scene): Promise<TemplateResult> {
  const workspace = await openScene({ marks: MARKS, ...scene })
  return html`<rubric-library .workspace=${workspace}></rubric-library>`
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
      shows: 'A filter that no article passes',
      render: () => library({}),
      act: (element) => fill(element, 'input', 'zeppelin'),
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
]
