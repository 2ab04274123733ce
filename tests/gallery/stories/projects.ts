import { html, type TemplateResult } from 'lit'
import type { FolderView } from '../../../src/contract/models.ts'
import { ok } from '../../../src/core/result.ts'
import '../../../src/renderer/dialogs/folder-browser.ts'
import '../../../src/renderer/dialogs/new-project-dialog.ts'
import '../../../src/renderer/dialogs/open-project-dialog.ts'
import { click, fill, submit } from '../gestures.ts'
import { LONG_PATH, LONG_WORD } from '../samples.ts'
import { openScene, refused, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

const HOME = '/home/ada/Rubricator'

/** A host in whose folder these folders are; those with a star are projects. */
function folders(path: string, ...names: readonly string[]): Scene {
  const view: FolderView = {
    path,
    parent: path === '/' ? null : '/home/ada',
    folders: names.map((starred) => {
      const name = starred.replace('*', '')
      return { name, path: `${path}/${name}`, isProject: starred !== name }
    }),
  }
  return { answers: { 'folder.list': () => ok(view) } }
}

const FOLDERS = folders(HOME, 'Archive', 'Exports', '*Idlib 2020', '*Kherson bridges', 'Scans')

const CANNOT_LIST = {
  answers: { 'folder.list': () => refused('This folder may not be read by your account.') },
}

const RECENT = [
  { name: 'Idlib 2020', path: `${HOME}/Idlib 2020` },
  { name: 'Kherson bridges', path: `${HOME}/Kherson bridges` },
]

async function browser(scene: Scene, purpose = 'open-project'): Promise<TemplateResult> {
  const workspace = await openScene(scene)
  return html`<rubric-folder-browser
    .workspace=${workspace}
    .path=${HOME}
    .purpose=${purpose}
  ></rubric-folder-browser>`
}

async function openDialog(scene: Scene): Promise<TemplateResult> {
  const workspace = await openScene(scene)
  return html`<rubric-open-project-dialog .workspace=${workspace}></rubric-open-project-dialog>`
}

async function newDialog(scene: Scene): Promise<TemplateResult> {
  const workspace = await openScene(scene)
  return html`<rubric-new-project-dialog .workspace=${workspace}></rubric-new-project-dialog>`
}

export const projectStories = [
  storiesOf('rubric-folder-browser', { width: 460, padded: true }, [
    { name: 'typical', shows: 'Folders, and projects to open', render: () => browser(FOLDERS) },
    {
      name: 'new project',
      shows: 'A place for a new one: projects cannot hold it',
      render: () => browser(FOLDERS, 'new-project'),
    },
    { name: 'empty', shows: 'A folder without folders', render: () => browser(folders('/')) },
    {
      name: 'error',
      shows: 'The folder cannot be read',
      render: () => browser(CANNOT_LIST),
    },
    {
      name: 'long',
      shows: 'A path is cut at its start, a name at its end',
      render: () => browser(folders(LONG_PATH, LONG_WORD, `*${LONG_WORD} checked`)),
    },
    {
      name: 'right to left',
      shows: 'Folders with Arabic names',
      render: () => browser(folders('/home/ada/تقارير', '*غارات شمال سوريا', 'صور')),
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 280, padded: true },
      render: () => browser(FOLDERS),
    },
  ]),

  storiesOf('rubric-open-project-dialog', { width: 640, height: 560 }, [
    {
      name: 'typical',
      shows: 'The recent projects, the sample, and any other',
      render: () => openDialog({ state: { recent: RECENT } }),
    },
    { name: 'empty', shows: 'No project was opened yet', render: () => openDialog({}) },
    {
      name: 'system dialog',
      shows: 'Other folders are chosen in the system’s dialog, and not typed',
      render: () => openDialog({ host: { nativeDialogs: true }, state: { recent: RECENT } }),
    },
    {
      name: 'browsing',
      shows: 'Folders of this machine, in a browser’s window',
      frame: { width: 640, height: 720 },
      render: () => openDialog({ ...FOLDERS, state: { recent: RECENT.slice(1) } }),
      act: (element) => click(element, '.beside button'),
    },
    {
      name: 'error',
      shows: 'There is no project at that place',
      render: () =>
        openDialog({
          answers: { 'project.open': () => refused(`There is no project in ${LONG_PATH}.`) },
        }),
      act: async (element) => {
        await fill(element, '#path', LONG_PATH)
        await submit(element)
      },
    },
    {
      name: 'long',
      shows: 'Ten recent projects, one of them with a long name and path',
      render: () =>
        openDialog({
          state: {
            recent: [
              { name: LONG_WORD, path: LONG_PATH },
              ...Array.from({ length: 9 }, (_, index) => ({
                name: `Round ${index + 1}`,
                path: `${HOME}/Round ${index + 1}`,
              })),
            ],
          },
        }),
    },
    {
      name: 'right to left',
      shows: 'A project with an Arabic name',
      render: () =>
        openDialog({
          state: { recent: [{ name: 'غارات شمال سوريا', path: `${HOME}/غارات شمال سوريا` }] },
        }),
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 340, height: 560 },
      render: () => openDialog({ state: { recent: RECENT } }),
    },
  ]),

  storiesOf('rubric-new-project-dialog', { width: 560, height: 440 }, [
    {
      name: 'typical',
      shows: 'The folder is proposed from the name',
      render: () => newDialog({}),
      act: (element) => fill(element, '#name', 'Second round'),
    },
    { name: 'empty', shows: 'Nothing is typed yet', render: () => newDialog({}) },
    {
      name: 'browsing',
      shows: 'Where to put it, in a browser’s window',
      frame: { width: 560, height: 640 },
      render: () => newDialog(FOLDERS),
      act: (element) => click(element, '.beside button'),
    },
    {
      name: 'error',
      shows: 'The folder holds other things',
      frame: { width: 560, height: 500 },
      render: () =>
        newDialog({
          answers: {
            'project.create': () => refused(`${LONG_PATH} is not empty, and holds no project.`),
          },
        }),
      act: async (element) => {
        await fill(element, '#name', 'Second round')
        await submit(element)
      },
    },
    {
      name: 'long',
      shows: 'A long name and path',
      render: () => newDialog({ state: { projectsFolder: LONG_PATH } }),
      act: (element) => fill(element, '#name', LONG_WORD),
    },
    {
      name: 'right to left',
      shows: 'An Arabic name within a path from left to right',
      render: () => newDialog({}),
      act: (element) => fill(element, '#name', 'غارات شمال سوريا'),
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 320, height: 480 },
      render: () => newDialog({}),
    },
  ]),
]
