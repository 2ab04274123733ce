import { pathToFileURL } from 'node:url'
import { inRoot } from './places.mjs'

/**
 * Runs the built command line in this process, so that signals reach it once and directly.
 *
 * @param {readonly string[]} args
 */
export async function runCommandLine(args) {
  const program = inRoot('out', 'main', 'cli.js')
  process.argv = [process.execPath, program, ...args]
  await import(pathToFileURL(program).href)
}
