import { ok } from '../../core/result.ts'
import { backUpNow } from '../store/backup/back-up.ts'
import { listBackups } from '../store/backup/backup-files.ts'
import { compareBackups } from '../store/backup/compare-backups.ts'
import type { Handlers } from './handler.ts'

export const backupCalls: Handlers<'backups.list' | 'backups.make' | 'backups.restore'> = {
  async 'backups.list'({ workbench }, scope) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const { folder } = project.value.store
    return ok(await compareBackups(folder, await listBackups(folder), scope))
  },

  async 'backups.make'({ workbench }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const backup = await backUpNow(project.value.store.folder, workbench.now())
    return ok(backup?.name ?? null)
  },

  async 'backups.restore'({ workbench, host }, { project: path, backup, annotator }) {
    const project = workbench.requireOpen(path, 'These backups')
    if (!project.ok) return project
    const restored = await workbench.restoreBackup(backup, { annotator }, host)
    // What another window shows may be gone; it is no matter of the project's name or its labels.
    workbench.windows.announce(() => ({ type: 'articles' }), host)
    if (!restored.ok) return restored
    const { files, same, aside } = restored.value
    return ok({ files: files.length, same, aside })
  },
}
