import { commandOf } from '../../contract/commands.ts'
import type { KeyConflict } from '../../contract/key-map.ts'

/**
 * What is wrong with a key, as a sentence beside the command that has it.
 * @param caps - The key as it is shown, such as "Ctrl+K".
 */
export function describeConflict({ with: other }: KeyConflict, caps: string): string {
  switch (other.type) {
    case 'kept':
      return `${caps} cannot be used: it ${other.does}.`
    case 'label':
      return `${caps} marks as ${other.label} instead.`
    case 'command': {
      const title = `“${commandOf(other.command).title}”`
      return other.wins ? `${caps} means ${title} instead.` : `${caps} no longer means ${title}.`
    }
  }
}
