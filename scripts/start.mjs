/*
 * npm start [-- --project DIR]
 *
 * Opens the workbench in Electron; in an installed browser where Electron cannot be had; and without
 * a display as an address to open from elsewhere.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from './support/build.mjs'
import { runCommandLine } from './support/command-line.mjs'
import { downloadElectron, findElectron, sandboxSwitches } from './support/electron.mjs'
import { CALLED_FROM, ROOT } from './support/places.mjs'
import { run } from './support/run.mjs'
import { ELECTRON_LIBRARIES, provide } from './support/system-packages.mjs'

try {
  const projectArguments = readProject()
  buildIfStale()
  const electron = hasDisplay() ? await electronForUse() : null
  if (electron === null) await runCommandLine(['open', ...projectArguments])
  else process.exitCode = await run(electron, [...electronSwitches(), ROOT, ...projectArguments])
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function readProject() {
  const { values } = parseArgs({ options: { project: { type: 'string' } } })
  return values.project === undefined
    ? []
    : ['--project', path.resolve(CALLED_FROM, values.project)]
}

function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY)
}

/** Finds an Electron that can run here, or says in one line why the browser host opens instead. */
async function electronForUse() {
  const electron = findElectron() ?? downloadElectron()
  if (electron === null) {
    console.error(
      'Electron’s executable is not here and could not be downloaded; opening the browser host instead.',
    )
    return null
  }
  if (await provide(ELECTRON_LIBRARIES)) return electron
  console.error('Electron cannot run without them; opening the browser host instead.')
  return null
}

function electronSwitches() {
  const switches = sandboxSwitches()
  if (switches.length > 0) console.error('Running as root, hence without Chromium’s sandbox.')
  return switches
}
