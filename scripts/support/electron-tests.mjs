import { downloadElectron, findElectron } from './electron.mjs'
import { inRoot } from './places.mjs'
import { run, runQuietly } from './run.mjs'
import { ELECTRON_LIBRARIES, provide } from './system-packages.mjs'

const PLAYWRIGHT = inRoot('node_modules', '@playwright', 'test', 'cli.js')

/** Ways to a process without a network but for the loopback; the second one needs no root. */
const NETWORKLESS = [
  ['unshare', '--net'],
  ['unshare', '--map-root-user', '--net'],
]

/**
 * Runs the desktop program's tests, with the network cut and on a display of their own where the
 * system can do that.
 *
 * @param {readonly string[]} args More arguments for Playwright.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number | null>} The exit code, or null when there is no Electron to test.
 */
export async function runElectronTests(args, env) {
  if ((findElectron() ?? downloadElectron()) === null) {
    console.error('SKIPPED: Electron’s executable is not here and could not be downloaded.')
    return null
  }
  if (!(await provide(ELECTRON_LIBRARIES))) {
    console.error('SKIPPED: Electron cannot run without these packages.')
    return null
  }
  const playwright = [process.execPath, PLAYWRIGHT, 'test', '--project=electron', ...args]
  const [command = '', ...rest] = withoutNetwork(onOwnDisplay(playwright))
  return run(command, rest, { env })
}

/** @param {readonly string[]} command */
function onOwnDisplay(command) {
  if (process.platform !== 'linux' || !runQuietly('sh', ['-c', 'command -v xvfb-run']).ok) {
    return command
  }
  return ['xvfb-run', '-a', ...command]
}

/** @param {readonly string[]} command */
function withoutNetwork(command) {
  if (process.platform !== 'linux') return command
  const unshare = NETWORKLESS.find(([name = '', ...args]) => {
    return runQuietly(name, [...args, '--', 'sh', '-c', 'ip link set lo up']).ok
  })
  if (unshare === undefined) {
    console.error('The network is not cut for these tests: this system does not permit unshare.')
    return command
  }
  return [...unshare, '--', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...command]
}
