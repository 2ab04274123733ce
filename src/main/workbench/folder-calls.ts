import { readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { CallResult } from '../../contract/failure.ts'
import type { FolderView } from '../../contract/models.ts'
import { compareText } from '../../core/annotation/span.ts'
import { ok } from '../../core/result.ts'
import { mapLimited } from '../store/map-limited.ts'
import { PROJECT_FILE } from '../store/project-layout.ts'
import { codeOf, reasonOf } from '../store/storage-error.ts'
import { failure } from './failures.ts'
import type { Handlers } from './handler.ts'
import { typedPlace } from './places.ts'

const FOLDERS_AT_A_TIME = 16

export const folderCalls: Handlers<'folder.pick' | 'folder.list'> = {
  async 'folder.pick'({ workbench, host }, { purpose }) {
    const picked = await host.pickFolder(purpose)
    if (picked !== null) workbench.chosen.add(picked)
    return ok(picked)
  },

  async 'folder.list'({ host }, { path }) {
    if (host.view().nativeDialogs) {
      return failure('unsupported', 'Folders are chosen in the system’s own dialog here')
    }
    const place = typedPlace(path ?? homedir())
    return place.ok ? listFolders(place.value) : place
  },
}

/** Lists the folders in a folder, hidden ones left out. */
async function listFolders(path: string): Promise<CallResult<FolderView>> {
  let names: readonly string[]
  try {
    names = await readdir(path)
  } catch (error) {
    const code = codeOf(error) === 'ENOENT' ? 'not-found' : 'refused'
    return failure(code, `${path} cannot be listed: ${reasonOf(error)}`)
  }
  const visible = names.filter((name) => !name.startsWith('.')).toSorted(compareText)
  const folders = await mapLimited(visible, FOLDERS_AT_A_TIME, async (name) => {
    const child = join(path, name)
    if (!(await isThere(child, 'folder'))) return []
    return [{ name, path: child, isProject: await isThere(join(child, PROJECT_FILE), 'file') }]
  })
  const parent = dirname(path)
  return ok({ path, parent: parent === path ? null : parent, folders: folders.flat() })
}

async function isThere(path: string, kind: 'file' | 'folder'): Promise<boolean> {
  try {
    const found = await stat(path)
    return kind === 'file' ? found.isFile() : found.isDirectory()
  } catch {
    return false
  }
}
