import { html, type TemplateResult } from 'lit'
import type { CommandId } from '../../../src/contract/commands.ts'
import type { KeyMap } from '../../../src/contract/key-map.ts'
import '../../../src/renderer/dialogs/key-editor.ts'
import '../../../src/renderer/dialogs/keys-dialog.ts'
import { click, fill, press } from '../gestures.ts'
import { MANY_LABELS } from '../samples.ts'
import { openScene, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

const COMMAND = 'spans.next' satisfies CommandId

const TROUBLED: KeyMap = {
  'spans.next': ['Mod+W', '1', 'j'],
  'spans.previous': [],
  'articles.done': ['Mod+Alt+Shift+PageDown'],
}

async function editor(keys: KeyMap = {}, scene: Scene = {}): Promise<TemplateResult> {
  const workspace = await openScene({ ...scene, state: { ...scene.state, keys } })
  return html`<div role="list">
    <rubric-key-editor
      role="listitem"
      .workspace=${workspace}
      .command=${COMMAND}
    ></rubric-key-editor>
  </div>`
}

async function dialog(keys: KeyMap = {}, scene: Scene = {}): Promise<TemplateResult> {
  const workspace = await openScene({ ...scene, state: { ...scene.state, keys } })
  return html`<rubric-keys-dialog .workspace=${workspace}></rubric-keys-dialog>`
}

export const keyStories = [
  storiesOf('rubric-key-editor', { width: 440, padded: true }, [
    { name: 'typical', shows: 'A command with its own keys', render: () => editor() },
    {
      name: 'changed',
      shows: 'Other keys, which can be reset',
      render: () => editor({ [COMMAND]: ['x', 'Mod+Alt+ArrowDown'] }),
    },
    { name: 'empty', shows: 'No keys at all', render: () => editor({ [COMMAND]: [] }) },
    {
      name: 'long',
      shows: 'As many keys as a command may have',
      render: () =>
        editor({
          [COMMAND]: ['PageUp', 'PageDown', 'Home', 'End', 'F2', 'F3', 'F4', 'F6'].map(
            (key) => `Mod+Alt+Shift+${key}`,
          ),
        }),
    },
    {
      name: 'recording',
      shows: 'The next keys that are pressed take its place',
      render: () => editor(),
      act: (element) => click(element, '.chord'),
    },
    {
      name: 'refused',
      shows: 'What was pressed belongs to the window',
      render: () => editor(),
      act: async (element) => {
        await click(element, '.chord')
        await press(element, '.chord', { key: 'w', code: 'KeyW', ctrlKey: true })
      },
    },
    {
      name: 'error',
      shows: 'Keys that mean something else already',
      render: () => editor(TROUBLED),
    },
    {
      name: 'read-only',
      shows: 'Another window is writing: keys are only told',
      render: () => editor({ [COMMAND]: ['x'] }, { state: { writable: false } }),
    },
    {
      name: 'Mac',
      shows: 'Signs as on the keys of a Mac',
      render: () => editor({ [COMMAND]: ['Mod+Alt+ArrowDown'] }, { host: { platform: 'darwin' } }),
    },
    {
      name: 'narrow',
      shows: 'Keys go on in a second line',
      frame: { width: 300, padded: true },
      render: () => editor(TROUBLED),
    },
  ]),

  storiesOf('rubric-keys-dialog', { width: 1040, height: 640 }, [
    { name: 'typical', shows: 'All keys by what they are for', render: () => dialog() },
    {
      name: 'error',
      shows: 'Keys in conflict are counted, and shown alone when asked for',
      render: () => dialog(TROUBLED),
      act: (element) => click(element, '.conflicts'),
    },
    {
      name: 'empty',
      shows: 'No key fits what was typed',
      render: () => dialog(),
      act: (element) => fill(element, 'input', 'zeppelin'),
    },
    {
      name: 'reset',
      shows: 'All keys were reset, which can be undone',
      render: () => dialog({ [COMMAND]: ['n'] }),
      act: (element) => click(element, '.buttons button:nth-of-type(3)'),
    },
    {
      name: 'read-only',
      shows: 'Another window is writing',
      render: () => dialog({}, { state: { writable: false } }),
    },
    {
      name: 'long',
      shows: 'Labels with long names',
      render: () => dialog({}, { project: { labels: [...MANY_LABELS] } }),
    },
    {
      name: 'narrow',
      shows: 'One column in a narrow window',
      frame: { width: 400, height: 640 },
      render: () => dialog(TROUBLED),
    },
  ]),
]
