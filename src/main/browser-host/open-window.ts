import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

export interface AppWindow {
  /** Resolves when the browser's process has ended; it may have passed the window to another. */
  readonly ended: Promise<void>
  /** Removes the private file that led the window to the program. */
  forgetAddress(): Promise<void>
}

interface AppWindowOptions {
  readonly browser: string
  /** Holds the secret, so it must not become an argument, which every user of the machine can read. */
  readonly address: string
  readonly settingsFolder: string
  readonly log: (line: string) => void
}

/**
 * Opens the program in a window of its own, in a browser profile of its own. The window is sent to a
 * file that only this person can read, and from there to the address.
 */
export async function openAppWindow(options: AppWindowOptions): Promise<AppWindow> {
  const { browser, address, log } = options
  const places = await placesFor(browser, options.settingsFolder)
  await mkdir(places.profile, { recursive: true, mode: 0o700 })
  await mkdir(places.temporary, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(path.join(places.temporary, 'rubricator-window-'))
  const file = path.join(folder, 'open.html')
  await writeFile(file, redirectTo(address), { mode: 0o600, flag: 'wx' })

  const child = spawn(
    browser,
    [
      `--app=${pathToFileURL(file).href}`,
      `--user-data-dir=${places.profile}`,
      '--window-size=1280,860',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-extensions',
      '--disable-sync',
      ...flagsForRoot(log),
    ],
    { stdio: 'ignore' },
  )
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      log(`The browser could not be started: ${error.message}`)
      resolve()
    })
    child.once('exit', () => resolve())
  })
  return { ended, forgetAddress: () => rm(folder, { recursive: true, force: true }) }
}

function redirectTo(address: string): string {
  return [
    '<!doctype html>',
    '<meta charset="utf-8">',
    '<title>Rubricator</title>',
    `<meta http-equiv="refresh" content="0;url=${address}">`,
    '',
  ].join('\n')
}

/**
 * Chromium refuses to sandbox itself as root, and then says so in a bar over the page, which the
 * second flag takes away: the person is told here instead.
 */
function flagsForRoot(log: (line: string) => void): readonly string[] {
  if (process.getuid?.() !== 0) return []
  log('You are root, so the browser runs without its sandbox.')
  return ['--no-sandbox', '--test-type']
}

interface Places {
  /** The browser's profile, kept so that zoom and the window's size are. */
  readonly profile: string
  readonly temporary: string
}

/** A browser installed as a snap sees neither hidden folders of the home folder nor `/tmp`. */
async function placesFor(browser: string, settingsFolder: string): Promise<Places> {
  const target = await realpath(browser)
  if (browser.startsWith('/snap/') || path.basename(target) === 'snap') {
    const common = path.join(os.homedir(), 'snap', path.basename(browser), 'common', 'rubricator')
    return { profile: path.join(common, 'browser-window'), temporary: common }
  }
  return { profile: path.join(settingsFolder, 'browser-window'), temporary: os.tmpdir() }
}
