/*
 * npm run torture
 *
 * Kills the program in the middle of its work, hundreds of times, and looks at what is left; see
 * README.md. The rest is TypeScript, which Node 20 does not read: it is bundled first.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from '../support/bundle.mjs'

const folder = await mkdtemp(path.join(tmpdir(), 'rubricator-torture-program-'))
try {
  const program = await bundle(path.join(import.meta.dirname, 'annotator.ts'), folder)
  const entry = await bundle(path.join(import.meta.dirname, 'main.ts'), folder)
  /** @type {typeof import('./main.ts')} */
  const { main } = await import(pathToFileURL(entry).href)
  process.exitCode = await main(process.argv.slice(2), program)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
