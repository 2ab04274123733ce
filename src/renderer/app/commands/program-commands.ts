import { exportKeys, importKeys, pickKeyFile } from '../../state/key-files.ts'
import { makeBackup } from '../../state/backups.ts'
import type { Workspace } from '../../state/workspace.ts'
import { exportAdjudicated, exportDataset } from '../export-dataset.ts'
import type { Handlers, IdsOf } from './handler.ts'

type Ids =
  | IdsOf<
      'project' | 'import' | 'export' | 'packs' | 'unsaved' | 'backups' | 'labels' | 'annotator'
    >
  | IdsOf<'comments' | 'view' | 'palette' | 'keys' | 'help'>

export const programCommands: Handlers<Ids> = {
  'project.new': ({ workspace }) => workspace.dialog.set('new-project'),
  'project.open': ({ workspace }) => workspace.dialog.set('open-project'),
  'project.sample': ({ workspace }) => void workspace.changes.make('project.sample', {}),
  'import.files': ({ imports }) => void imports.start('files'),
  'import.folder': ({ imports }) => void imports.start('folder'),
  'export.jsonl': ({ workspace }) => void exportDataset(workspace),
  'export.adjudicated': ({ workspace }) => void exportAdjudicated(workspace),
  'packs.send': ({ workspace }) => workspace.dialog.set('send'),
  'packs.undo': ({ workspace }) => void undoPack(workspace),
  'unsaved.retry': ({ workspace }) => void saveNow(workspace),
  'unsaved.export': ({ workspace }) => void exportUnsaved(workspace),
  'unsaved.discard': ({ workspace }) => void workspace.changes.discard(),
  'backups.make': ({ workspace }) => void backUpNow(workspace),
  'backups.restore': ({ workspace }) => workspace.dialog.set('backups'),
  'labels.manage': ({ workspace }) => workspace.dialog.set('labels'),
  'project.blind': ({ workspace }) => void switchBlindness(workspace),
  'annotator.name': ({ workspace }) => workspace.dialog.set('annotator'),

  'comments.show': ({ workspace }) => workspace.dialog.set('comments'),

  'view.annotate': ({ workspace }) => void workspace.show('annotate'),
  'view.review': ({ workspace }) => void workspace.show('review'),
  'view.figures': ({ workspace }) => void workspace.show('figures'),
  'view.reading': ({ workspace }) => workspace.dialog.set('reading'),
  'view.larger': ({ workspace }) => resize(workspace, 1),
  'view.smaller': ({ workspace }) => resize(workspace, -1),
  'view.focus': ({ workspace }) => toggle(workspace, 'focus', 'Focus on the paragraph'),
  'view.chips': ({ workspace }) => toggle(workspace, 'chips', 'Label letters in the text'),
  'view.numbers': ({ workspace }) => toggle(workspace, 'numbers', 'Numbers of paragraphs'),

  'palette.open': ({ workspace }) => workspace.dialog.set('palette'),
  'keys.export': ({ workspace }) => void exportKeysAndTell(workspace),
  'keys.import': ({ workspace }) => void importKeysAndTell(workspace),
  'help.keys': ({ workspace }) => workspace.dialog.set('keys'),
  'help.about': ({ workspace }) => workspace.dialog.set('about'),
}

/** Told in full: whoever does it by mistake should know what it means. */
async function switchBlindness(workspace: Workspace): Promise<void> {
  const { project } = workspace.state.get() ?? {}
  if (!project) return
  const blind = !project.blind
  const done = await workspace.ask('project.blind', { project: project.path, blind })
  if (done === null) return
  workspace.notices.done(
    blind
      ? 'Blind marking is on: what others have marked on an article is seen once the own set is done.'
      : 'Blind marking is off: everybody sees what others have marked, also while marking.',
  )
}

function resize({ reading, notices }: Workspace, direction: 1 | -1): void {
  reading.step('size', direction)
  notices.announce(`Text size ${reading.settings.get().size}`)
}

function toggle(
  { reading, notices }: Workspace,
  name: 'focus' | 'chips' | 'numbers',
  what: string,
): void {
  const isOn = !reading.settings.get()[name]
  reading.change({ [name]: isOn })
  notices.announce(`${what}: ${isOn ? 'on' : 'off'}`)
}

async function saveNow({ unsaved, notices }: Workspace): Promise<void> {
  const isSaved = await unsaved.retry()
  notices.announce(isSaved ? 'Everything is saved' : `Not saved: ${unsaved.reason.get() ?? ''}`)
}

async function exportUnsaved({ unsaved, notices }: Workspace): Promise<void> {
  const told = await unsaved.export()
  if (told !== undefined) notices.done(told)
}

async function backUpNow(workspace: Workspace): Promise<void> {
  const told = await makeBackup(workspace)
  if (told !== undefined) workspace.notices.done(told)
}

async function undoPack(workspace: Workspace): Promise<void> {
  const latest = await workspace.ask('packs.latest', {})
  if (latest === undefined) return
  if (latest !== null) await workspace.packWork.undo(latest.id)
  else workspace.notices.done('No review pack was taken in that could be undone.')
}

async function exportKeysAndTell(workspace: Workspace): Promise<void> {
  const told = await exportKeys(workspace)
  if (told !== undefined) workspace.notices.done(told)
}

async function importKeysAndTell(workspace: Workspace): Promise<void> {
  const file = await pickKeyFile()
  if (file === null) return
  const { ok, text, details } = await importKeys(workspace, file)
  if (ok) workspace.notices.done(text, details)
  else workspace.notices.problem(text, details)
  // There it is told what conflicts, and can be put right.
  if (ok && workspace.keys.conflicts.get().length > 0) workspace.dialog.set('keys')
}
