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

/**
 * A moment as a person of this machine reads it: "Yesterday, 21 Nov 2026, 09:14".
 * @param made - ISO 8601.
 * @param now - What is today.
 */
export function describeMoment(made: string, now: Date): string {
  const moment = new Date(made)
  const days = dayNumber(now) - dayNumber(moment)
  const near = days === 0 ? 'Today, ' : days === 1 ? 'Yesterday, ' : ''
  return `${near}${FORMAT.format(moment)}`
}

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** Days are counted in the time zone of this machine, where a person says yesterday. */
function dayNumber(moment: Date): number {
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / 86_400_000
}
