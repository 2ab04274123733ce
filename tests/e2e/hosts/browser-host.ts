import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { heldDiskEnvironment } from '../support/held-disk.ts'
import { COMMAND_LINE, type Home } from './home.ts'
import type { Host, StartOptions } from './host.ts'

/** The program in an installed browser. */
export class BrowserHost implements Host {
  readonly kind = 'browser'
  readonly page: Page
  /** The address that the program printed, with its secret. */
  readonly address: string
  readonly #server: ChildProcess
  readonly #context: BrowserContext
  readonly #requests: readonly string[]

  private constructor(server: ChildProcess, address: string, page: Page, requests: string[]) {
    this.#server = server
    this.address = address
    this.page = page
    this.#context = page.context()
    this.#requests = requests
  }

  static async start(
    browser: Browser,
    home: Home,
    { project, diskGate }: StartOptions,
  ): Promise<BrowserHost> {
    const args = ['serve', '--no-open', ...(project === undefined ? [] : ['--project', project])]
    const server = spawn(process.execPath, [COMMAND_LINE, ...args], {
      cwd: home.folder,
      env: { ...home.environment, ...heldDiskEnvironment(diskGate) },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(createInterface(server.stdout), 'line')) as [string]
    const address = line.replace('Rubricator: ', '')
    const { origin } = new URL(address)
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
    const requests: string[] = []
    context.on('request', (request) => requests.push(request.url()))
    const page = await context.newPage()
    page.on('websocket', (socket) => requests.push(socket.url()))
    // Choosers are caught from now on: what turns that on may come in later than the next key.
    page.on('filechooser', () => {})
    await page.goto(address)
    return new BrowserHost(server, address, page, requests)
  }

  /** Opens another window on the same program. */
  async openSecondWindow(): Promise<Page> {
    const page = await this.#context.newPage()
    await page.goto(this.address)
    return page
  }

  async close(): Promise<void> {
    await this.#end('SIGTERM')
    await this.#context.close()
  }

  async beginClose(): Promise<void> {
    this.#server.kill('SIGTERM')
  }

  async ended(): Promise<void> {
    const { exitCode, signalCode } = this.#server
    if (exitCode === null && signalCode === null) await once(this.#server, 'exit')
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL')
    await this.#context.close()
  }

  async chooseFiles(paths: readonly string[], openDialog: () => Promise<void>): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), openDialog()])
    await chooser.setFiles([...paths])
  }

  async saveAs(file: string, startExport: () => Promise<void>): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), startExport()])
    await download.saveAs(file)
    return file
  }

  readClipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  async networkRequests(): Promise<readonly string[]> {
    const { host } = new URL(this.address)
    return this.#requests.filter((url) => new URL(url).host !== host && !url.startsWith('blob:'))
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const ended = this.ended()
    this.#server.kill(signal)
    await ended
  }
}
