/*
 * node tests/bench/make-project.mjs DIR --articles 10000
 *
 * Makes a large project of invented news with marks on it, as a folder or as JSONL or both; --help
 * lists the options. The rest is TypeScript, which Node 20 does not read: it is bundled first.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from '../support/bundle.mjs'

const folder = await mkdtemp(path.join(tmpdir(), 'rubricator-make-project-'))
try {
  const entry = await bundle(path.join(import.meta.dirname, 'project', 'main.ts'), folder)
  /** @type {typeof import('./project/main.ts')} */
  const { main } = await import(pathToFileURL(entry).href)
  await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
