import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from './places.mjs'
import { runQuietly } from './run.mjs'
import { withWaitingShell } from './waiting-shell.mjs'

const PACKAGE = inRoot('node_modules', 'electron')

/** Enough for a hundred megabytes on a slow line, in milliseconds. */
const DOWNLOAD_WITHIN = 5 * 60_000

const EXECUTABLES = /** @type {Readonly<Record<string, string>>} */ ({
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
})

/** @returns {string | null} Electron's executable, where it is on this machine already. */
export function findElectron() {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const name = EXECUTABLES[process.platform] ?? 'electron'
  const folder = given ?? path.join(PACKAGE, 'dist')
  if (!existsSync(path.join(folder, name))) return null
  return path.join(given === undefined ? folder : withWaitingShell(folder), name)
}

/**
 * Downloads Electron's executable by the package's own means, which check what they got.
 *
 * @returns {string | null} The executable, or null when it could not be had.
 */
export function downloadElectron() {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined) return null
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'))
  console.error(`Downloading Electron ${version}, once …`)
  const { ok } = runQuietly(process.execPath, [path.join(PACKAGE, 'install.js')], {
    timeout: DOWNLOAD_WITHIN,
  })
  return ok ? findElectron() : null
}

/**
 * Chromium's own sandbox refuses to work for root on Linux.
 *
 * @returns {readonly string[]} The switches that Electron then needs.
 */
export function sandboxSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
