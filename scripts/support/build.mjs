import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from './places.mjs'
import { runQuietly } from './run.mjs'

const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package-lock.json']
const PRODUCTS = [
  'out/main/main.js',
  'out/main/cli.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
]

/**
 * Builds the program when its build is missing or older than its sources. Standard output stays
 * free for the program itself.
 *
 * @throws Error with the builder's output.
 */
export function buildIfStale() {
  if (!isStale()) return
  console.error('Building Rubricator …')
  const builder = inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { ok, output } = runQuietly(process.execPath, [builder, 'build', '--logLevel', 'warn'])
  if (!ok) throw new Error(`The build failed.\n${output}`)
}

function isStale() {
  const built = Math.min(...PRODUCTS.map((file) => changedAt(inRoot(file))))
  return SOURCES.some((source) => newestIn(inRoot(source)) > built)
}

/**
 * @param {string} entry
 * @returns {number} When the newest file in a folder, or the file, was changed.
 */
function newestIn(entry) {
  const stats = statSync(entry, { throwIfNoEntry: false })
  if (stats === undefined) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  // The folder's own time tells of files that were taken away.
  return readdirSync(entry)
    .map((name) => newestIn(path.join(entry, name)))
    .reduce((newest, time) => Math.max(newest, time), stats.mtimeMs)
}

/** @param {string} file */
function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
