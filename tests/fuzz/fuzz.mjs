/*
 * npm run fuzz
 *
 * Feeds generated inputs to the contract and to every reader; see README.md. The rest is TypeScript,
 * which Node 20 does not read: it is bundled first.
 */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const here = import.meta.dirname
const root = path.resolve(here, '../..')
const outDir = path.join(root, 'node_modules', '.cache', 'fuzz')

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir,
    target: 'node20',
    rolldownOptions: {
      input: { main: path.join(here, 'main.ts'), worker: path.join(here, 'worker.ts') },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
})

/** @param {string} name */
const bundled = (name) => pathToFileURL(path.join(outDir, name))

/** @type {typeof import('./main.ts')} */
const { main } = await import(bundled('main.mjs').href)
try {
  process.exitCode = await main(process.argv.slice(2), bundled('worker.mjs'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
