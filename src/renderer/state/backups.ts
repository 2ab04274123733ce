import type { Workspace } from './workspace.ts'

/**
 * Backs the project up now, with everything that has been marked until now as far as it is saved.
 * @returns What was done, in words; undefined when it was not, which the person has been told.
 */
export async function makeBackup(workspace: Workspace): Promise<string | undefined> {
  await workspace.flush()
  const name = await workspace.ask('backups.make', {})
  if (name === undefined) return undefined
  const told =
    name === null ? 'Nothing has changed since the latest backup.' : 'The project is backed up.'
  const isSaved = workspace.save.get().type === 'saved'
  return isSaved ? told : `${told} What is not saved is not in it.`
}
