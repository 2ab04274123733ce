import { createHash } from 'node:crypto'
import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from './places.mjs'

/*
 * Electron gets ready only once an application's first module is loaded, and some things, such as
 * an own protocol, can be set up only before. The shell by which a distribution opens a folder has
 * to wait for that module itself. The official one does; a repackaged Electron may come with one that
 * does not. Such a distribution is used through a copy, made of links, that has a shell which waits.
 */

const SHELL = path.join('resources', 'default_app.asar')

const MANIFEST = { name: 'default-app', type: 'module', main: 'main.js' }

const MAIN = `import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const target = process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.'
const folder = path.resolve(target)
const { productName, name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json')))
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
app.setName(productName ?? name)
app.setVersion(version)
app.setAppPath(folder)
try {
  await import(pathToFileURL(createRequire(import.meta.url).resolve(folder)).href)
} catch (error) {
  console.error(error)
  app.exit(1)
}
`

/**
 * @param {string} folder A distribution of Electron.
 * @returns {string} The same folder, or a copy of it whose shell waits.
 */
export function withWaitingShell(folder) {
  if (shellWaits(folder)) return folder
  const id = createHash('sha256').update(path.resolve(folder)).update(MAIN).digest('hex')
  const copy = inRoot('node_modules', '.cache', `electron-${id.slice(0, 12)}`)
  if (statSync(copy, { throwIfNoEntry: false }) !== undefined) return copy
  const unfinished = `${copy}.${process.pid}`
  linkTree(folder, unfinished)
  const shell = path.join(unfinished, SHELL)
  rmSync(shell, { recursive: true })
  mkdirSync(shell)
  writeFileSync(path.join(shell, 'package.json'), JSON.stringify(MANIFEST))
  writeFileSync(path.join(shell, MANIFEST.main), MAIN)
  renameSync(unfinished, copy)
  return copy
}

/** @param {string} folder */
function shellWaits(folder) {
  const shell = path.join(folder, SHELL)
  // The official shell is an archive; only an unpacked one can be looked into.
  if (statSync(shell, { throwIfNoEntry: false })?.isDirectory() !== true) return true
  return JSON.parse(readFileSync(path.join(shell, 'package.json'), 'utf8')).type === 'module'
}

/**
 * @param {string} from
 * @param {string} to
 */
function linkTree(from, to) {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name)
    const target = path.join(to, entry.name)
    if (entry.isDirectory()) linkTree(source, target)
    else linkOrCopy(source, target)
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
function linkOrCopy(source, target) {
  try {
    linkSync(source, target)
  } catch {
    // Another file system.
    copyFileSync(source, target)
  }
}
