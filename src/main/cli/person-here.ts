import type { Annotator } from '../../core/project/project.ts'
import { userFolders } from '../browser-host/user-folders.ts'
import { SettingsStore } from '../workbench/settings.ts'
import { complain } from './terminal.ts'

/** Who works on this machine, by what a window was told; null when no window was told. */
export async function personHere(): Promise<Annotator | null> {
  const settings = await SettingsStore.open(userFolders().settingsFolder, complain)
  return settings.current.annotator
}
