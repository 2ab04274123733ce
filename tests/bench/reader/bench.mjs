/*
 * npm run bench:reader
 *
 * Measures the reader beside others with the same documents; see README.md. The rest is TypeScript,
 * which Node 20 does not read: it is bundled first.
 */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const bench = import.meta.dirname
const root = path.resolve(bench, '../../..')
const outDir = path.join(bench, 'node_modules', '.cache', 'runner')

await build({
  configFile: false,
  root: bench,
  logLevel: 'warn',
  build: {
    ssr: path.join(bench, 'runner', 'main.ts'),
    outDir,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
  },
})

/** @type {typeof import('./runner/main.ts')} */
const { main } = await import(pathToFileURL(path.join(outDir, 'main.mjs')).href)
try {
  await main(process.argv.slice(2), { root, bench })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
