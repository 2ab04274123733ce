import { html, type TemplateResult } from 'lit'
import '../../../src/renderer/app/notice.ts'
import '../../../src/renderer/app/top-bar.ts'
import { Notices } from '../../../src/renderer/state/notices.ts'
import type { SaveState } from '../../../src/renderer/state/delivery.ts'
import '../../../src/renderer/status-bar/status-bar.ts'
import { click } from '../gestures.ts'
import { ARABIC_NAME, LONG_PATH, LONG_TITLE, LONG_WORD } from '../samples.ts'
import { articleOf, MARKS, openScene, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

const RECENT = [
  { name: 'Idlib 2020', path: '/home/ada/Rubricator/Idlib 2020' },
  { name: 'Kherson bridges', path: '/home/ada/Rubricator/Kherson bridges' },
  { name: `${LONG_WORD} and all that belongs to it`, path: LONG_PATH },
]

async function topBar(scene: Scene): Promise<TemplateResult> {
  const workspace = await openScene({ marks: MARKS, ...scene })
  return html`<rubric-top-bar class="top" .workspace=${workspace}></rubric-top-bar>`
}

async function statusBar(scene: Scene, save?: SaveState): Promise<TemplateResult> {
  const workspace = await openScene({ marks: MARKS, ...scene })
  if (save) articleOf(workspace).save.set(save)
  return html`<rubric-status-bar .workspace=${workspace}></rubric-status-bar>`
}

function notice(announce: (notices: Notices) => void): TemplateResult {
  const notices = new Notices()
  announce(notices)
  return html`<rubric-notice .notices=${notices}></rubric-notice>`
}

export const barStories = [
  storiesOf('rubric-top-bar', { width: 1040 }, [
    {
      name: 'typical',
      shows: 'A project, and nothing to undo yet',
      render: () => topBar({}),
    },
    {
      name: 'after an edit',
      shows: 'Undo is there',
      render: async () => {
        const workspace = await openScene({ marks: MARKS })
        articleOf(workspace).edit([{ type: 'status', status: 'done' }])
        return html`<rubric-top-bar .workspace=${workspace}></rubric-top-bar>`
      },
    },
    {
      name: 'empty',
      shows: 'No project is open and nobody marks: before the first start is over',
      render: () => topBar({ article: null, project: null, state: { annotator: null } }),
    },
    {
      name: 'read-only',
      shows: 'Another window is writing: nothing can be imported or undone here',
      render: () => topBar({ state: { writable: false } }),
    },
    {
      name: 'long',
      shows: 'The project’s name gives way',
      render: () => topBar({ project: { name: `${LONG_WORD} and all that belongs to it` } }),
    },
    {
      name: 'right to left',
      shows: 'The project and the annotator have Arabic names',
      render: () =>
        topBar({
          project: { name: 'غارات شمال سوريا' },
          state: { annotator: { id: 'layla', name: ARABIC_NAME } },
        }),
    },
    {
      name: 'menu',
      shows: 'The menu with the recent projects; a long name is cut',
      frame: { width: 400, height: 560 },
      render: () => topBar({ state: { recent: RECENT } }),
      act: (element) => click(element, '.project'),
    },
    {
      name: 'menu, read-only',
      shows: 'What would write is disabled',
      frame: { width: 400, height: 560 },
      render: () => topBar({ state: { recent: RECENT, writable: false } }),
      act: (element) => click(element, '.project'),
    },
    {
      name: 'narrow',
      shows: 'Half a screen: icons without their words',
      frame: { width: 600 },
      render: () => topBar({ project: { name: 'Casualty figures, second round' } }),
    },
  ]),

  storiesOf('rubric-status-bar', { width: 1040 }, [
    { name: 'typical', shows: 'Everything is on disk', render: () => statusBar({}) },
    {
      name: 'saving',
      shows: 'A mark is on its way to the disk',
      render: () => statusBar({}, { type: 'saving' }),
    },
    {
      name: 'error',
      shows: 'The disk did not take it; it is tried again',
      render: () =>
        statusBar(
          {},
          { type: 'unsaved', final: false, reason: 'There is no space left on the disk.' },
        ),
    },
    {
      name: 'made by a newer program',
      shows: 'The project can only be read here; the whole reason is in the title',
      render: () => statusBar({ project: { newerFormat: 'rubricator-project/3' } }),
    },
    {
      name: 'error for good',
      shows: 'Trying again would not help; the reason is long and gives way',
      render: () =>
        statusBar(
          {},
          {
            type: 'unsaved',
            final: true,
            reason: `Another program has changed these marks since they were read: ${LONG_PATH}.`,
          },
        ),
    },
    {
      name: 'error, narrow',
      shows: 'The reason gives way, and what can be done about it stays',
      frame: { width: 600 },
      render: () =>
        statusBar({}, { type: 'unsaved', final: false, reason: `Could not write ${LONG_PATH}` }),
    },
    {
      name: 'read-only',
      shows: 'Another window is writing',
      render: () => statusBar({ state: { writable: false } }),
    },
    {
      name: 'empty',
      shows: 'A project without articles',
      render: () => statusBar({ article: null }),
    },
    {
      name: 'long',
      shows: 'A long name of an annotator',
      render: () =>
        statusBar({ state: { annotator: { id: 'long', name: `${LONG_TITLE.slice(0, 119)}.` } } }),
    },
    {
      name: 'right to left',
      shows: 'An annotator with an Arabic name',
      render: () => statusBar({ state: { annotator: { id: 'layla', name: ARABIC_NAME } } }),
    },
    {
      name: 'Mac',
      shows: 'Keys as a Mac writes them, one of them changed',
      render: () =>
        statusBar({
          host: { platform: 'darwin' },
          state: { keys: { 'spans.next': ['Mod+Alt+ArrowDown'] } },
        }),
    },
    {
      name: 'narrow',
      shows: 'A hint for which there is no room is left out',
      frame: { width: 600 },
      render: () => statusBar({}),
    },
  ]),

  storiesOf('rubric-notice', { width: 720, height: 160 }, [
    {
      name: 'done',
      shows: 'Something has come to a good end',
      render: () => notice((notices) => notices.done('Exported 64 lines to marks-ada.jsonl.')),
    },
    {
      name: 'error',
      shows: 'Something could not be done',
      render: () => notice((notices) => notices.problem('There is no space left on the disk.')),
    },
    {
      name: 'long',
      shows: 'Paths without a place to break them, more than there is room for',
      frame: { width: 720, height: 280 },
      render: () =>
        notice((notices) =>
          notices.problem(
            'Something is wrong with 24 files of this project. Everything else is open.',
            Array.from({ length: 24 }, (_, index) => `${LONG_PATH}/${index}.json: not JSON`),
          ),
        ),
    },
    {
      name: 'right to left',
      shows: 'Arabic names of files within English sentences',
      render: () =>
        notice((notices) =>
          notices.problem(
            'Something is wrong with a file of this project. Everything else is open.',
            ['تقارير/قصف-ليلي.json: the file ends in the middle'],
          ),
        ),
    },
    {
      name: 'narrow',
      shows: 'A narrow window keeps air at both sides',
      frame: { width: 320, height: 200 },
      render: () =>
        notice((notices) =>
          notices.problem('Some marks are not saved yet. This project stays open until they are.'),
        ),
    },
  ]),
]
