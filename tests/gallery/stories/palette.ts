import { html, type TemplateResult } from 'lit'
import '../../../src/renderer/palette/command-palette.ts'
import { fill } from '../gestures.ts'
import { ARABIC, entry, LONG_TITLE, LONG_WORD } from '../samples.ts'
import { MARKS, openScene, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

async function palette(scene: Scene = {}): Promise<TemplateResult> {
  const workspace = await openScene({ marks: MARKS, ...scene })
  workspace.dialog.set('palette')
  return html`<rubric-command-palette .workspace=${workspace}></rubric-command-palette>`
}

export const paletteStories = [
  storiesOf('rubric-command-palette', { width: 720, height: 560 }, [
    { name: 'typical', shows: 'Labels and commands by what they are for', render: () => palette() },
    {
      name: 'found',
      shows: 'Commands, labels and articles, with what was typed in bold',
      render: () => palette(),
      act: (element) => fill(element, 'input', 'an'),
    },
    {
      name: 'empty',
      shows: 'Nothing fits',
      frame: { width: 720, height: 320 },
      render: () => palette(),
      act: (element) => fill(element, 'input', `zeppelin ${LONG_WORD}`),
    },
    {
      name: 'read-only',
      shows: 'Why most of it cannot be done',
      render: () => palette({ state: { writable: false } }),
    },
    {
      name: 'long',
      shows: 'Titles that are cut, with what tells them apart beside them',
      frame: { width: 720, height: 320 },
      render: () =>
        palette({
          others: [
            entry(LONG_TITLE, LONG_TITLE, '2020-02-10', 'done', 3),
            entry(`Second: ${LONG_TITLE}`, 'Harbour Wire', '2020-02-10', 'done', 3),
            entry(`Second ${LONG_WORD}`, null, null, 'not-started', 3),
          ],
        }),
      act: (element) => fill(element, 'input', 'second'),
    },
    {
      name: 'right to left',
      shows: 'Arabic titles and an Arabic query',
      frame: { width: 720, height: 320 },
      render: () => palette({ article: ARABIC, marks: [] }),
      act: (element) => fill(element, 'input', 'إدلب'),
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 360, height: 480 },
      render: () => palette(),
      act: (element) => fill(element, 'input', 'an'),
    },
  ]),
]
