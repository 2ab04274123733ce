import { expect, test, type Page } from '@playwright/test'
import { AppWindow } from '../pages/app-window.ts'
import type { Home } from './home.ts'
import type { Host, HostKind } from './host.ts'

/** The program under test over all its starts, and the window that is open just now. */
export class Workbench {
  readonly home: Home
  readonly #start: () => Promise<Host>
  #host: Host
  #exports = 0

  private constructor(home: Home, start: () => Promise<Host>, host: Host) {
    this.home = home
    this.#start = start
    this.#host = host
  }

  /** @param start - Starts the program; called again for each restart. */
  static async open(home: Home, start: () => Promise<Host>): Promise<Workbench> {
    return new Workbench(home, start, await start())
  }

  get kind(): HostKind {
    return this.#host.kind
  }

  get host(): Host {
    return this.#host
  }

  get page(): Page {
    return this.#host.page
  }

  get window(): AppWindow {
    return new AppWindow(this.page)
  }

  /** Closes the program as a person does, and starts it again. @param meanwhile - Done in between. */
  async restart(meanwhile?: () => Promise<void>): Promise<AppWindow> {
    return test.step('restart', async () => {
      await this.#host.close()
      await meanwhile?.()
      this.#host = await this.#start()
      return this.window
    })
  }

  /** Ends the program with SIGKILL, and starts it again. */
  async kill(): Promise<AppWindow> {
    return test.step('kill -9, and start again', async () => {
      await this.#host.kill()
      this.#host = await this.#start()
      return this.window
    })
  }

  /** Chooses files in the import's file dialog. */
  async importByDialog(paths: readonly string[]): Promise<void> {
    // While a project is being opened nothing can be imported into it, as the button shows.
    await expect(this.page.getByRole('button', { name: 'Import', exact: true })).toBeEnabled()
    await this.#host.chooseFiles(paths, () => this.page.keyboard.press('ControlOrMeta+i'))
  }

  /** Exports the project. @returns The file. */
  async saveExport(): Promise<string> {
    const file = this.home.path(`export-${++this.#exports}.jsonl`)
    await this.#host.saveAs(file, () => this.page.keyboard.press('ControlOrMeta+e'))
    await this.window.expectMessage(/Exported \d+ lines? to /)
    return file
  }

  close(): Promise<void> {
    return this.#host.close()
  }
}
