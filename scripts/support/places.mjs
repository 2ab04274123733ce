import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The top of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Where the person was when npm was called, which relative paths are meant from. */
export const CALLED_FROM = process.env['INIT_CWD'] ?? process.cwd()

/** @param {string[]} segments Path inside the repository. */
export function inRoot(...segments) {
  return path.join(ROOT, ...segments)
}
