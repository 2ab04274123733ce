import { parseKeyFile } from '../../contract/key-file.ts'
import { count } from './format.ts'
import type { Workspace } from './workspace.ts'

/** What came of an import of keys, in words. */
export interface KeyImport {
  readonly ok: boolean
  readonly text: string
  readonly details: readonly string[]
}

/**
 * Shows the browser's dialog for a file of keys; to be called within a click or a key press.
 * @returns null when the person cancels.
 */
export function pickKeyFile(): Promise<File | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.hidden = true
  input.accept = '.json,application/json'
  document.body.append(input)
  return new Promise((resolve) => {
    const settle = (file: File | null): void => {
      input.remove()
      resolve(file)
    }
    input.addEventListener('change', () => settle(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => settle(null))
    input.click()
  })
}

/** Takes over the keys of a file; a file that cannot be used changes nothing. */
export async function importKeys({ keys }: Workspace, file: File): Promise<KeyImport> {
  const problem = (reason: string): KeyImport => ({
    ok: false,
    text: `${file.name} was not imported. ${reason}`,
    details: [],
  })
  let content: string
  try {
    content = await file.text()
  } catch (error) {
    return problem(`It could not be read: ${error instanceof Error ? error.message : ''}`)
  }
  const parsed = parseKeyFile(content)
  if (!parsed.ok) return problem(parsed.error)
  keys.replace(parsed.value.keys)
  const { unknown } = parsed.value
  const leftOut = `It names ${count(unknown.length, 'unknown command')}, which are left out:`
  return {
    ok: true,
    text: `The keys of ${file.name} are in use.${unknown.length > 0 ? ` ${leftOut}` : ''}`,
    details: unknown,
  }
}

/** Exports the keys of this window. @returns What was done, or undefined where nothing was. */
export async function exportKeys(workspace: Workspace): Promise<string | undefined> {
  const outcome = await workspace.ask('keys.export', { keys: workspace.keys.map.get() })
  if (outcome === undefined || outcome.type === 'cancelled') return undefined
  if (outcome.type === 'saved') return `Exported the keys to ${outcome.path}`
  const isSaved = await workspace.download(outcome.url, outcome.name)
  return isSaved ? `Exported the keys to ${outcome.name}` : undefined
}
