import path from 'node:path'
import { app, session } from 'electron'
import type { BrowserWindow } from 'electron'
import { locateProgram, type Program } from '../page/program.ts'
import { dispatch } from '../workbench/dispatch.ts'
import type { Settings } from '../workbench/settings.ts'
import { Workbench } from '../workbench/workbench.ts'
import type { StartArguments } from './arguments.ts'
import { BlockedRequests } from './blocked-requests.ts'
import { closeWhenSaved } from './closing.ts'
import { tell } from './dialogs.ts'
import { ElectronHost } from './electron-host.ts'
import { handleCalls } from './ipc.ts'
import { showMenus } from './menu.ts'
import { PagePresence } from './page-presence.ts'
import { servePages } from './protocol.ts'
import { guardSession } from './security.ts'
import { boundsOf, createWindow, loadPage, present } from './window.ts'

/** Makes the program and its window. To be called once the app is ready. */
export function openDesktop(): Promise<Desktop> {
  return Desktop.open(locateProgram())
}

/** The program on the desktop: one workbench, one window and its menus. */
export class Desktop {
  readonly #workbench: Workbench
  readonly #window: BrowserWindow
  readonly #host: ElectronHost
  readonly #presence: PagePresence
  /** What the menus were drawn from last. */
  #shown: Pick<Settings, 'recent' | 'keys'> | null = null

  private constructor(workbench: Workbench, window: BrowserWindow, host: ElectronHost) {
    this.#workbench = workbench
    this.#window = window
    this.#host = host
    this.#presence = new PagePresence(window.webContents)
  }

  /** Makes the window, which is empty and hidden until it is asked to show something. */
  static async open(program: Program): Promise<Desktop> {
    const blocked = new BlockedRequests()
    guardSession(session.defaultSession, blocked)
    servePages(session.defaultSession, program.rendererFolder)

    const workbench = await Workbench.start({
      settingsFolder: app.getPath('userData'),
      projectsFolder: path.join(app.getPath('home'), 'Rubricator'),
      seedsFolder: program.seedsFolder,
    })
    const window = createWindow(workbench.settings.current.window, program.iconFile)
    const host = new ElectronHost(window, blocked, program.version)
    const desktop = new Desktop(workbench, window, host)
    desktop.#connect()
    return desktop
  }

  /** Shows the project asked for, or else the one that was open last. */
  async show(start: StartArguments): Promise<void> {
    await this.#openFirstProject(start)
    await loadPage(this.#window)
  }

  /** What a second start of the program asks of the first. */
  takeSecondStart(start: StartArguments): void {
    this.present()
    if (start.project !== null) this.#offerProject(start.project)
  }

  present(): void {
    if (!this.#window.isDestroyed()) present(this.#window)
  }

  /** Resolves when everything is on disk. */
  async close(): Promise<void> {
    await this.#host.settled()
    await this.#workbench.close()
  }

  #connect(): void {
    const removeWindow = this.#workbench.windows.add(this.#host)
    handleCalls(this.#window.webContents, async (name, args) => {
      this.#presence.heard()
      const result = await dispatch(this.#workbench, this.#host, name, args)
      this.#refreshMenus()
      return result
    })
    // Before the one that may destroy the window.
    this.#window.on('close', () => this.#rememberBounds())
    const stay = closeWhenSaved(this.#window, this.#presence, () =>
      this.#host.emit({ type: 'closing' }),
    )
    this.#host.whenStaying(stay)
    this.#window.on('closed', removeWindow)
    this.#refreshMenus()
  }

  async #openFirstProject(start: StartArguments): Promise<void> {
    if (start.project !== null) return this.#openProject(start.project)
    const last = this.#workbench.settings.current.recent[0]
    // One that has moved is no failure of this start: the window then offers what there is.
    if (last !== undefined) await this.#workbench.openProject(last.path)
    this.#refreshMenus()
  }

  /** Has the window open a project, because it may hold marks that are not saved yet. */
  #offerProject(folder: string): void {
    if (this.#window.isDestroyed()) return
    this.#workbench.chosen.add(folder)
    if (this.#presence.isListening) this.#host.emit({ type: 'open-project', path: folder })
    else void this.#openProject(folder)
  }

  async #openProject(folder: string): Promise<void> {
    const opened = await this.#workbench.openProject(folder)
    if (!opened.ok) tell(this.#window, opened.error.message)
    this.#refreshMenus()
  }

  /** The menus hold the recent projects and show keys, and are drawn again when these change. */
  #refreshMenus(): void {
    const { recent, keys } = this.#workbench.settings.current
    if (recent === this.#shown?.recent && keys === this.#shown.keys) return
    this.#shown = { recent, keys }
    showMenus(
      { appName: app.name, isMac: process.platform === 'darwin', recent, keys },
      {
        run: (command) => this.#host.emit({ type: 'command', command }),
        open: (folder) => this.#offerProject(folder),
      },
    )
  }

  #rememberBounds(): void {
    const bounds = boundsOf(this.#window)
    this.#workbench.settings
      .update((settings) => ({ ...settings, window: bounds }))
      .catch((error: unknown) => console.error(`Rubricator: ${String(error)}`))
  }
}
