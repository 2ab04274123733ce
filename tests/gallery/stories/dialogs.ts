import { html, type TemplateResult } from 'lit'
import '../../../src/renderer/dialogs/about-dialog.ts'
import '../../../src/renderer/dialogs/annotator-dialog.ts'
import '../../../src/renderer/dialogs/welcome-dialog.ts'
import { fill, submit } from '../gestures.ts'
import { ARABIC_NAME, LONG_TITLE } from '../samples.ts'
import { openScene, refused, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

const READ_ONLY = { state: { writable: false } }
/** As long as a name may be, without a place to break it. */
const LONG_NAME = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(4).slice(0, 120)
const FULL = { answers: { 'annotator.name': () => refused('There is no space left on the disk.') } }

async function about(scene: Scene): Promise<TemplateResult> {
  return html`<rubric-about-dialog .workspace=${await openScene(scene)}></rubric-about-dialog>`
}

async function annotator(scene: Scene): Promise<TemplateResult> {
  const workspace = await openScene(scene)
  return html`<rubric-annotator-dialog .workspace=${workspace}></rubric-annotator-dialog>`
}

async function welcome(scene: Scene): Promise<TemplateResult> {
  const first: Scene = { article: null, project: null, ...scene }
  const workspace = await openScene({ ...first, state: { ...scene.state, annotator: null } })
  return html`<rubric-welcome-dialog .workspace=${workspace}></rubric-welcome-dialog>`
}

function named(id: string, name: string): Scene {
  return { state: { annotator: { id, name } } }
}

export const dialogStories = [
  storiesOf('rubric-welcome-dialog', { width: 560, height: 420 }, [
    { name: 'typical', shows: 'The very first thing a person sees', render: () => welcome({}) },
    {
      name: 'in a project',
      shows: 'A project of others was opened first',
      render: () => welcome({ project: {} }),
    },
    {
      name: 'error',
      shows: 'The name could not be kept',
      render: () => welcome(FULL),
      act: async (element) => {
        await fill(element, '#name', 'Ada Ünal')
        await submit(element)
      },
    },
    {
      name: 'read-only',
      shows: 'Another window is writing: this dialog can be left without an answer',
      render: () => welcome(READ_ONLY),
    },
    {
      name: 'right to left',
      shows: 'An Arabic name',
      render: () => welcome({}),
      act: (element) => fill(element, '#name', ARABIC_NAME),
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 320, height: 460 },
      render: () => welcome({}),
    },
  ]),

  storiesOf('rubric-annotator-dialog', { width: 560, height: 360 }, [
    {
      name: 'typical',
      shows: 'The name is selected, to be typed over',
      render: () => annotator({}),
    },
    {
      name: 'empty',
      shows: 'Without a name there is nothing to save',
      render: () => annotator({}),
      act: (element) => fill(element, '#name', ''),
    },
    {
      name: 'long',
      shows: 'The longest name, and an id without a place to break it',
      render: () => annotator(named(LONG_NAME.toLowerCase().slice(0, 64), LONG_NAME)),
    },
    {
      name: 'error',
      shows: 'The name could not be kept',
      frame: { width: 560, height: 420 },
      render: () => annotator({ answers: FULL.answers }),
      act: submit,
    },
    {
      name: 'right to left',
      shows: 'An Arabic name',
      render: () => annotator(named('layla', ARABIC_NAME)),
    },
  ]),

  storiesOf('rubric-about-dialog', { width: 520, height: 420 }, [
    {
      name: 'typical',
      shows: 'The desktop program has sent nothing, and blocked nothing',
      render: () => about({ host: { kind: 'electron', blockedRequests: 0 } }),
    },
    {
      name: 'blocked',
      shows: 'Something tried to reach the network',
      render: () => about({ host: { kind: 'electron', blockedRequests: 12_345 } }),
    },
    { name: 'browser', shows: 'Where a browser shows the window', render: () => about({}) },
    {
      name: 'long',
      shows: 'A version as of a build from a branch',
      render: () => about({ host: { version: `0.1.0-${LONG_TITLE.replaceAll(' ', '-')}` } }),
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 320, height: 420 },
      render: () => about({}),
    },
  ]),
]
