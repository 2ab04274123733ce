import { BrowserHost } from '../browser-host/browser-host.ts'
import { findBrowser, hasDisplay } from '../browser-host/find-browser.ts'
import { openAppWindow, type AppWindow } from '../browser-host/open-window.ts'
import type { UserFolders } from '../browser-host/user-folders.ts'
import type { Program } from '../page/program.ts'
import { Workbench } from '../workbench/workbench.ts'
import { Lifetime } from './lifetime.ts'
import { DONE, failed, type Outcome } from './outcome.ts'
import { complain, print } from './terminal.ts'

export interface HostProjectOptions {
  readonly program: Program
  readonly folders: UserFolders
  /** The folder to open; null is the last one, or the first-start screen. */
  readonly project: string | null
  readonly port: number | undefined
  /** Whether a window is opened, and whether the program ends with it (`lead`). */
  readonly window: 'none' | 'show' | 'lead'
}

/** Serves a project to browsers until it is interrupted or its window is closed; saves, and ends. */
export async function hostProject(options: HostProjectOptions): Promise<Outcome> {
  const { program, folders, port } = options
  const { version, rendererFolder, seedsFolder } = program
  const lifetime = new Lifetime()
  const workbench = await Workbench.start({ ...folders, seedsFolder })
  const problem = await openProject(workbench, options.project)
  if (problem !== null) return failed(problem)
  const started = await BrowserHost.start({
    workbench,
    port,
    rendererFolder,
    version,
    log: complain,
    onWindows: (count) => lifetime.windows(count),
  })
  if (!started.ok) return failed(started.error)
  const host = started.value
  await print(`Rubricator: ${host.address}\n`)
  const window = await openWindow(options, host.address)
  if (window !== null && options.window === 'lead') void lifetime.follow(window)
  const reason = await lifetime.ended
  await window?.forgetAddress()
  await host.close()
  await workbench.close()
  return reason === null ? DONE : failed(reason)
}

/** @returns Why the project could not be opened, or null. */
async function openProject(workbench: Workbench, folder: string | null): Promise<string | null> {
  const last = workbench.settings.current.recent[0]?.path
  const wanted = folder ?? last
  if (wanted === undefined) return null
  const opened = await workbench.openProject(wanted)
  if (opened.ok) return null
  if (folder !== null) return opened.error.message
  // The start screen offers the other projects.
  complain(`The last project was not opened: ${opened.error.message}`)
  return null
}

async function openWindow(
  { window, folders }: HostProjectOptions,
  address: string,
): Promise<AppWindow | null> {
  if (window === 'none') return null
  if (!hasDisplay()) {
    complain('There is no display here: open the address in a browser on this machine.')
    return null
  }
  const browser = findBrowser()
  if (browser === null) {
    complain(
      'No Chromium, Chrome or Edge was found: open the address in a browser on this machine.',
    )
    return null
  }
  const { settingsFolder } = folders
  return openAppWindow({ browser, address, settingsFolder, log: complain })
}
