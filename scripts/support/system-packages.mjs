import { run, runQuietly } from './run.mjs'

/**
 * @typedef {object} Need
 * @property {readonly string[]} packages Debian's names for it; newer releases renamed some.
 * @property {() => boolean} isMet
 */

/** What Electron's executable is linked to and a bare Debian has not. @type {readonly Need[]} */
export const ELECTRON_LIBRARIES = [
  library('libgtk-3.so.0', 'libgtk-3-0', 'libgtk-3-0t64'),
  library('libnss3.so', 'libnss3'),
  library('libasound.so.2', 'libasound2', 'libasound2t64'),
  library('libgbm.so.1', 'libgbm1'),
  library('libXtst.so.6', 'libxtst6'),
]

/** What the tests run beside the program. @type {readonly Need[]} */
export const TEST_TOOLS = [
  program('chromium', 'chromium'),
  program('xvfb-run', 'xvfb'),
  program('xauth', 'xauth'),
  program('ip', 'iproute2'),
  program('python3', 'python3'),
  program('git', 'git'),
]

/** What the pictures show beside the program's own letters. @type {readonly Need[]} */
export const PICTURE_FONTS = [font('Noto Color Emoji', 'fonts-noto-color-emoji')]

/**
 * Installs what is missing, where that is possible: as root, with apt-get.
 *
 * @param {readonly Need[]} needs
 * @returns {Promise<boolean>} Whether everything is there now; what is not has been told.
 */
export async function provide(needs) {
  if (process.platform !== 'linux') return true
  const missing = needs.filter((need) => !need.isMet())
  if (missing.length === 0) return true
  const canInstall = process.getuid?.() === 0 && runQuietly('apt-get', ['--version']).ok
  if (canInstall && (await install(missing))) return true
  const names = missing.map(({ packages }) => packages[0]).join(' ')
  console.error(`These system packages are missing: ${names}`)
  return false
}

/** @param {readonly Need[]} missing */
async function install(missing) {
  // Without a terminal, apt-get would otherwise wait for answers that never come.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const updated = runQuietly('apt-get', ['update'])
  if (!updated.ok) console.error(updated.output)
  const names = missing.map(({ packages }) => packages.find(isOffered) ?? packages[0] ?? '')
  console.error(`Installing ${names.join(' ')} …`)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env })
  return missing.every((need) => need.isMet())
}

/** @param {string} name */
function isOffered(name) {
  return /Candidate: (?!\(none\))/.test(runQuietly('apt-cache', ['policy', name]).output)
}

/**
 * @param {string} file
 * @param {readonly string[]} packages
 * @returns {Need}
 */
function library(file, ...packages) {
  // Bare Debians have ldconfig in a folder that only root searches.
  return {
    packages,
    isMet: () => runQuietly('/sbin/ldconfig', ['-p']).output.includes(`\t${file} `),
  }
}

/**
 * @param {string} name
 * @param {readonly string[]} packages
 * @returns {Need}
 */
function program(name, ...packages) {
  return {
    packages,
    isMet: () => runQuietly('sh', ['-c', `PATH="$PATH:/usr/sbin:/sbin" command -v ${name}`]).ok,
  }
}

/**
 * @param {string} family
 * @param {readonly string[]} packages
 * @returns {Need}
 */
function font(family, ...packages) {
  return {
    packages,
    isMet: () => runQuietly('fc-list', [':', 'family']).output.includes(family),
  }
}
