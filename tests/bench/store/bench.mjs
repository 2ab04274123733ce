/*
 * npm run bench:store
 *
 * Measures how large projects are opened, changed, imported, exported and searched; see README.md. The
 * rest is TypeScript, which Node 20 does not read: it is bundled first.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from '../../support/bundle.mjs'

const bench = import.meta.dirname
const root = path.resolve(bench, '../../..')
// Below the repository, so that what is built finds its packages.
const program = path.join(root, 'node_modules', '.cache', 'bench-store')

const built = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
    'build',
    '--logLevel',
    'warn',
    '--config',
    path.join(bench, 'program.config.ts'),
  ],
  { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, BENCH_PROGRAM: program } },
)
if (built.status !== 0) process.exit(1)
const entry = await bundle(path.join(bench, 'runner', 'main.ts'), path.join(program, 'runner'))

/** @type {typeof import('./runner/main.ts')} */
const { main } = await import(pathToFileURL(entry).href)
try {
  const peak = path.join(bench, 'peak.mjs')
  await main(process.argv.slice(2), { program, peak, seeds: path.join(root, 'seeds') })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
