import path from 'node:path'
import { parseArgs } from 'node:util'

/** What a start of the program asks for. */
export interface StartArguments {
  /** Absolute path of the project to open. */
  readonly project: string | null
}

/**
 * Reads the program's own arguments and leaves Chromium's and Electron's alone.
 *
 * @param argv - All arguments of the process.
 * @param folder - What a relative path is relative to.
 */
export function readArguments(argv: readonly string[], folder: string): StartArguments {
  const { tokens } = parseArgs({
    args: argv.slice(1),
    options: { project: { type: 'string' } },
    strict: false,
    tokens: true,
  })
  const project = tokens.findLast((token) => token.kind === 'option' && token.name === 'project')
  const value = project?.kind === 'option' ? project.value : undefined
  return { project: value === undefined || value === '' ? null : path.resolve(folder, value) }
}
