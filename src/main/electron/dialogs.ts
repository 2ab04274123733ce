import path from 'node:path'
import { app, dialog } from 'electron'
import type { BrowserWindow, FileFilter } from 'electron'

const TEXT_FILES: readonly FileFilter[] = [
  { name: 'Articles and datasets', extensions: ['txt', 'jsonl'] },
  { name: 'Text', extensions: ['txt'] },
  { name: 'JSON Lines', extensions: ['jsonl'] },
  { name: 'All files', extensions: ['*'] },
]

/** What exports are, by the ending of their names. */
const EXPORTED_FILES: Readonly<Record<string, FileFilter>> = {
  '.jsonl': { name: 'JSON Lines', extensions: ['jsonl'] },
  '.json': { name: 'JSON', extensions: ['json'] },
}
const ALL_FILES: FileFilter = { name: 'All files', extensions: ['*'] }

const PURPOSES = {
  'open-project': { title: 'Open Project', buttonLabel: 'Open', creates: false },
  'new-project': { title: 'Folder for the New Project', buttonLabel: 'Choose', creates: true },
} as const

/** @returns The folder that was chosen, or null. */
export async function chooseFolder(
  window: BrowserWindow,
  purpose: keyof typeof PURPOSES,
): Promise<string | null> {
  const { title, buttonLabel, creates } = PURPOSES[purpose]
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    buttonLabel,
    properties: ['openDirectory', ...(creates ? (['createDirectory'] as const) : [])],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** @returns The files, or the one folder, that were chosen, or null. */
export async function chooseFiles(
  window: BrowserWindow,
  kind: 'files' | 'folder',
): Promise<readonly string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: kind === 'files' ? 'Import Files' : 'Import Folder',
    buttonLabel: 'Import',
    ...(kind === 'files'
      ? { properties: ['openFile', 'multiSelections'], filters: [...TEXT_FILES] }
      : { properties: ['openDirectory'] }),
  })
  return canceled || filePaths.length === 0 ? null : filePaths
}

/** @returns Where an export is to go, or null. */
export async function chooseDestination(
  window: BrowserWindow,
  name: string,
): Promise<string | null> {
  const kind = EXPORTED_FILES[path.extname(name)]
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: `Export ${name}`,
    buttonLabel: 'Export',
    defaultPath: path.join(app.getPath('documents'), name),
    filters: kind === undefined ? [ALL_FILES] : [kind, ALL_FILES],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  return canceled || filePath === '' ? null : filePath
}

/** Asks whether to end although the window has not said that everything is saved. */
export async function askToEnd(window: BrowserWindow, reason: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: reason,
    detail: 'Everything that was shown as saved is on the disk. What was not may be lost.',
    buttons: ['Keep Open', 'End Without Saving'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}

/** Asks what to do with a window whose page has crashed. @returns Whether to load it again. */
export async function askToReopen(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window stopped working.',
    detail: 'Everything that was shown as saved is on the disk.',
    buttons: ['Open Again', 'End'],
    defaultId: 0,
    noLink: true,
  })
  return response === 0
}

/** Tells of something that went wrong outside of a call. */
export function tell(window: BrowserWindow, message: string): void {
  if (window.isDestroyed()) return
  void dialog.showMessageBox(window, { type: 'error', message, buttons: ['OK'] })
}
