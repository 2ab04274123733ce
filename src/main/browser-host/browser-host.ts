import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { WebSocket } from 'ws'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Workbench } from '../workbench/workbench.ts'
import { createBoundedServer } from './bounded-server.ts'
import { BrowserWindow } from './browser-window.ts'
import { Downloads } from './downloads.ts'
import { createPages } from './pages.ts'
import { RefusalLog } from './refusal-log.ts'
import { refuseRequest, refuseUpgrade } from './refusal.ts'
import { judgeRequest, LOOPBACK, ownHosts } from './request-guard.ts'
import { Sockets } from './sockets.ts'
import { freshToken } from './token.ts'
import { WindowSeats } from './window-seats.ts'

/** How long windows have to save when the program ends. */
const SAVE_WITHIN = 3000

const UNSAVED =
  'A window holds marks that are not saved, and asks what to do. To end without them, interrupt again.'

export interface BrowserHostOptions {
  readonly workbench: Workbench
  /** A free one is taken unless given. */
  readonly port?: number | undefined
  /** The renderer's build. */
  readonly rendererFolder: string
  readonly version: string
  /** Takes lines for the person at the terminal; none of them holds the secret. */
  readonly log: (line: string) => void
  /** Told each time a window has come or gone, how many there are. */
  readonly onWindows?: ((count: number) => void) | undefined
}

/**
 * The workbench for an installed browser: a server that only this machine reaches, and only who
 * knows the secret in its address can use. See docs/security.md for what is refused, and why.
 */
export class BrowserHost {
  /** Where a browser opens the window; the secret stands in the fragment, which is never sent. */
  readonly address: string
  readonly #options: BrowserHostOptions
  readonly #server: Server
  readonly #hosts: ReadonlySet<string>
  readonly #refusals: RefusalLog
  readonly #downloads = new Downloads()
  readonly #seats = new WindowSeats<BrowserWindow>((window) => this.#tellState(window))
  readonly #sockets: Sockets
  #isClosing = false

  private constructor(options: BrowserHostOptions, server: Server) {
    const { port } = server.address() as AddressInfo
    const token = freshToken()
    this.address = `http://${LOOPBACK}:${port}/#token=${token}`
    this.#options = options
    this.#server = server
    this.#hosts = ownHosts(port)
    this.#refusals = new RefusalLog(options.log)
    this.#sockets = new Sockets({
      token,
      onRefused: (sentence) => this.#refusals.add(sentence),
      onWindow: (id, socket) => this.#open(id, socket),
    })
    const { rendererFolder } = options
    const pages = createPages({
      rendererFolder,
      downloads: this.#downloads,
      refusals: this.#refusals,
      token,
    })
    this.#listen(getRequestListener(pages.fetch, { overrideGlobalObjects: false }))
  }

  /** @returns Why the port cannot be used, as a sentence. */
  static async start(options: BrowserHostOptions): Promise<Result<BrowserHost, string>> {
    const server = createBoundedServer()
    const port = options.port ?? 0
    const problem = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once('error', resolve)
      server.listen(port, LOOPBACK, () => resolve(null))
    })
    return problem === null ? ok(new BrowserHost(options, server)) : fail(describe(problem, port))
  }

  /** Requests and connections that were turned away. */
  get refused(): number {
    return this.#refusals.count
  }

  get windows(): number {
    return this.#seats.windows.length
  }

  /** Lets the windows save, then ends every connection. The workbench stays open. */
  async close(): Promise<void> {
    if (this.#isClosing) return
    this.#isClosing = true
    const { windows } = this.#seats
    const finishing = windows.map((window) => window.finish())
    await within(SAVE_WITHIN, Promise.all(finishing))
    await this.#awaitAnswers(windows, finishing)
    const closed = new Promise((resolve) => this.#server.close(resolve))
    await this.#sockets.close()
    this.#server.closeAllConnections()
    await closed
    this.#seats.clear()
    await this.#downloads.close()
  }

  /** What is in a window and not on disk is given up only by a person: there, or by interrupting again. */
  async #awaitAnswers(
    windows: readonly BrowserWindow[],
    finishing: readonly Promise<void>[],
  ): Promise<void> {
    const asking = finishing.filter((_, index) => windows[index]?.isAsking)
    if (asking.length === 0) return
    this.#options.log(UNSAVED)
    await Promise.all(asking)
  }

  #listen(respond: (request: IncomingMessage, response: ServerResponse) => Promise<void>): void {
    this.#server.on('request', (request, response) => {
      const refusal = judgeRequest(request, this.#hosts, 'page')
      if (refusal === null) {
        void respond(request, response)
        return
      }
      this.#refusals.add(refusal.sentence)
      refuseRequest(response, refusal)
    })
    this.#server.on('drop', () => this.#refusals.add('There were too many connections.'))
    this.#server.on('upgrade', (request, duplex, head) => {
      const refusal = judgeRequest(request, this.#hosts, 'socket')
      if (refusal === null && !this.#isClosing) {
        this.#sockets.upgrade(request, duplex, head)
        return
      }
      if (refusal !== null) this.#refusals.add(refusal.sentence)
      refuseUpgrade(duplex, refusal ?? { status: 403, sentence: 'The program is ending.' })
    })
  }

  #open(id: string, socket: WebSocket): (text: string) => void {
    const { workbench, version, onWindows } = this.#options
    const downloads = this.#downloads
    const window = new BrowserWindow({ id, socket, downloads, version, workbench })
    this.#seats.join(window)
    const removeWindow = workbench.windows.add(window)
    socket.once('close', () => {
      removeWindow()
      this.#seats.leave(window)
      onWindows?.(this.windows)
    })
    window.send({ ready: true })
    // A window that connects again may have missed what happened, and may no longer write.
    this.#tellState(window)
    onWindows?.(this.windows)
    return (text) => window.receive(text)
  }

  #tellState(window: BrowserWindow): void {
    window.emit({ type: 'state', state: this.#options.workbench.state(window) })
  }
}

function describe(problem: NodeJS.ErrnoException, port: number): string {
  if (problem.code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program: choose another, or leave --port out to take a free one.`
  }
  if (problem.code === 'EACCES') return `Port ${port} may not be used by this account.`
  return `The server could not be started: ${problem.message}`
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)))
  await Promise.race([work, late])
  clearTimeout(timer)
}
