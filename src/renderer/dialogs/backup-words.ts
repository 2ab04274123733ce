import type { CallReply } from '../../contract/calls.ts'
import { count } from '../state/format.ts'

type Entry = CallReply<'backups.list'>[number]

/** What restoring a backup would change, in short: "12 files, 3 differ now, 1 is gone since". */
export function describeChanges({ files, changed, gone, newer }: Entry): string {
  const all = files === 0 ? 'no file of these marks' : count(files, 'file')
  const isAsNow = files > 0 && changed + gone === 0
  const parts = [
    all,
    ...(isAsNow ? ['all as they are now'] : []),
    ...(changed > 0 ? [`${changed} ${changed === 1 ? 'differs' : 'differ'} now`] : []),
    ...(gone > 0 ? [`${gone} ${gone === 1 ? 'is' : 'are'} gone since`] : []),
    ...(newer > 0 ? [`${newer} ${newer === 1 ? 'is' : 'are'} new since`] : []),
  ]
  return parts.join(', ')
}

/** What restoring a backup will do, a sentence each. */
export function foretell({ changed, gone, newer }: Entry): readonly string[] {
  return [
    ...(changed > 0
      ? [
          `${count(changed, 'file')} will hold again what the backup has. What ${changed === 1 ? 'it holds' : 'they hold'} now is kept in the folder .quarantine of the project.`,
        ]
      : []),
    ...(gone > 0
      ? [`${count(gone, 'file')} that ${gone === 1 ? 'is' : 'are'} gone will come back.`]
      : []),
    ...(newer > 0
      ? [
          `${count(newer, 'file')} that the backup does not have ${newer === 1 ? 'stays as it is' : 'stay as they are'}.`,
        ]
      : []),
    'Undo goes back with the marks: to what could be undone then.',
  ]
}

/** What restoring a backup has done. */
export function describeOutcome({ files, aside }: CallReply<'backups.restore'>): string {
  const done = `Restored ${count(files, 'file')}.`
  return aside === null
    ? done
    : `${done} What was replaced is kept in ${aside} of the project’s folder.`
}
