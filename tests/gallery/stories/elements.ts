import { html } from 'lit'
import '../../../src/renderer/elements/dialog.ts'
import '../../../src/renderer/elements/label-badge.ts'
import '../../../src/renderer/elements/splitter.ts'
import {
  DEFAULT_LABEL_SET,
  LABEL_HUES,
  LABEL_LINES,
  type Label,
} from '../../../src/core/annotation/label-set.ts'
import { part } from '../gestures.ts'
import { ARABIC, ENGLISH, LONG_TITLE } from '../samples.ts'
import { storiesOf } from '../story.ts'

function badges(labels: readonly Partial<Label>[]): ReturnType<typeof html> {
  return html`<div class="row">
    ${labels.map(
      (label) =>
        html`<rubric-label-badge
          .label=${{ ...DEFAULT_LABEL_SET[0], ...label }}
        ></rubric-label-badge>`,
    )}
  </div>`
}

export const elementStories = [
  storiesOf('rubric-label-badge', { width: 180, padded: true }, [
    {
      name: 'typical',
      shows: 'The labels of a new project',
      render: () => badges(DEFAULT_LABEL_SET),
    },
    {
      name: 'all hues and lines',
      shows: 'Every pair that a project may need',
      render: () =>
        html`${LABEL_LINES.map((line) => badges(LABEL_HUES.map((hue) => ({ hue, line }))))}`,
    },
    {
      name: 'empty',
      shows: 'A span whose label the project does not know',
      render: () => html`<rubric-label-badge></rubric-label-badge>`,
    },
    {
      name: 'long',
      shows: 'Two wide letters, the most that a label has',
      render: () => badges([{ letter: 'WM' }, { letter: 'ДЖ' }]),
    },
    {
      name: 'right to left',
      shows: 'Letters of Arabic and Hebrew',
      render: () => badges([{ letter: 'م' }, { letter: 'ת' }]),
    },
  ]),

  storiesOf('rubric-splitter', { width: 240, height: 120 }, [
    {
      name: 'typical',
      shows: 'A hairline between two panes',
      render: () => html`<div class="pane"><rubric-splitter label="Width"></rubric-splitter></div>`,
    },
    {
      name: 'focused',
      shows: 'The keyboard is on it: arrows move it',
      render: () => html`<div class="pane"><rubric-splitter label="Width"></rubric-splitter></div>`,
      act: (element) => part(element, 'div').focus(),
    },
    {
      name: 'trailing',
      shows: 'At the other side of its pane, as the inspector’s',
      render: () =>
        html`<div class="pane trailing">
          <rubric-splitter label="Width" trailing></rubric-splitter>
        </div>`,
      act: (element) => part(element, 'div').focus(),
    },
  ]),

  storiesOf('rubric-dialog', { width: 560, height: 320 }, [
    {
      name: 'typical',
      shows: 'A heading, a sentence and actions that stay in sight',
      render: () =>
        html`<rubric-dialog heading="Close the project?">
          <p>Everything is saved.</p>
          <p slot="footer">Actions stand here.</p>
        </rubric-dialog>`,
    },
    {
      name: 'empty',
      shows: 'Nothing but a heading',
      render: () => html`<rubric-dialog heading="Nothing to decide"></rubric-dialog>`,
    },
    {
      name: 'long',
      shows: 'The content scrolls, with the keyboard too; the actions stay',
      render: () =>
        html`<rubric-dialog heading=${LONG_TITLE}>
          ${ENGLISH.text.split('\n').map((line) => html`<p>${line}</p>`)}
          <p slot="footer">Actions stand here.</p>
        </rubric-dialog>`,
    },
    {
      name: 'narrow',
      shows: 'A window that is narrower than the dialog would be',
      frame: { width: 320, height: 320 },
      render: () =>
        html`<rubric-dialog heading=${ENGLISH.meta.title}>
          <p>Everything is saved.</p>
        </rubric-dialog>`,
    },
    {
      name: 'right to left',
      shows: 'Arabic in a dialog of the English program',
      render: () =>
        html`<rubric-dialog heading=${ARABIC.meta.title}>
          <p dir="auto">${ARABIC.text.split('\n')[2]}</p>
        </rubric-dialog>`,
    },
  ]),
]
