import { once } from 'node:events'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron, sandboxSwitches } from '../../../scripts/support/electron.mjs'
import { holdDisk } from '../support/held-disk.ts'
import { ROOT, type Home } from './home.ts'
import type { Host, StartOptions } from './host.ts'

/** The program in Electron. */
export class ElectronHost implements Host {
  readonly kind = 'electron'
  readonly application: ElectronApplication
  readonly page: Page

  private constructor(application: ElectronApplication, page: Page) {
    this.application = application
    this.page = page
  }

  static async start(home: Home, { project, diskGate }: StartOptions): Promise<ElectronHost> {
    const executablePath = findElectron()
    const application = await _electron.launch({
      // Without a path Playwright asks the package for its executable.
      ...(executablePath === null ? {} : { executablePath }),
      args: [...sandboxSwitches(), ROOT, ...(project === undefined ? [] : ['--project', project])],
      cwd: ROOT,
      env: home.environment,
    })
    const page = await application.firstWindow()
    if (diskGate !== undefined) await application.evaluate(holdDisk, diskGate)
    return new ElectronHost(application, page)
  }

  close(): Promise<void> {
    return this.application.close()
  }

  async beginClose(): Promise<void> {
    await this.application.evaluate(({ app }) => app.quit())
  }

  async ended(): Promise<void> {
    const program = this.application.process()
    if (program.exitCode === null && program.signalCode === null) await once(program, 'exit')
  }

  async kill(): Promise<void> {
    const ended = this.ended()
    this.application.process().kill('SIGKILL')
    await ended
  }

  async chooseFiles(paths: readonly string[], openDialog: () => Promise<void>): Promise<void> {
    await this.application.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
      },
      [...paths],
    )
    await openDialog()
  }

  async saveAs(file: string, startExport: () => Promise<void>): Promise<string> {
    await this.application.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await startExport()
    return file
  }

  readClipboard(): Promise<string> {
    return this.application.evaluate(({ clipboard }) => clipboard.readText())
  }

  async networkRequests(): Promise<readonly string[]> {
    const result = await this.page.evaluate(() => window.rubricator?.call('workbench.state', {}))
    if (result?.ok !== true) throw new Error('The program did not tell its state')
    return Array.from({ length: result.value.host.blockedRequests ?? 0 }, () => 'blocked')
  }
}
