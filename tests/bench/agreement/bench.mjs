/*
 * npm run bench:agreement
 *
 * Measures the alignment of sets and the figures of agreement on projects of 1,000 and 10,000 articles; see
 * README.md. The rest is TypeScript, which Node 20 does not read: it is bundled first.
 */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from '../../support/bundle.mjs'

const bench = import.meta.dirname
const root = path.resolve(bench, '../../..')
const outDir = path.join(root, 'node_modules', '.cache', 'bench-agreement')
const entry = await bundle(path.join(bench, 'main.ts'), outDir)

/** @type {typeof import('./main.ts')} */
const { main } = await import(pathToFileURL(entry).href)
try {
  const rubricator = path.join(root, 'bin', 'rubricator')
  const processor = path.join(bench, 'processor.mjs')
  await main(process.argv.slice(2), { rubricator, processor })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
