import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'

/** The window that every contestant gets. */
export const WINDOW = { width: 1440, height: 900 }

/** The same for all. A turn of the wheel arrives at once, so that every step ends where it is meant to. */
export const SWITCHES = ['--headless=new', '--disable-smooth-scrolling']

/** How long a browser may take to end before it is left to itself, in milliseconds. */
const CLOSING = 10_000

/** The counters of the page's main thread, in milliseconds since it began. */
export interface Counters {
  /** All tasks. */
  readonly work: number
  /** What of it went into style and layout. */
  readonly layout: number
}

/** A page in a browser process of its own. */
export class Session {
  readonly page: Page
  readonly version: string
  /** What the page complained about. */
  readonly errors: string[] = []
  readonly #browser: Browser
  readonly #protocol: CDPSession

  private constructor(browser: Browser, page: Page, protocol: CDPSession) {
    this.#browser = browser
    this.page = page
    this.#protocol = protocol
    this.version = browser.version()
    page.on('pageerror', ({ message }) => this.errors.push(message))
    page.on('crash', () => this.errors.push('the page crashed'))
  }

  /** @param scripts - Run in the page before its own. */
  static async start(executablePath: string | null, scripts: readonly string[]): Promise<Session> {
    const browser = await chromium.launch({
      ...(executablePath === null ? {} : { executablePath }),
      args: [...SWITCHES, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    })
    const context = await browser.newContext({ viewport: WINDOW })
    for (const path of scripts) await context.addInitScript({ path })
    const page = await context.newPage()
    page.setDefaultTimeout(0)
    const protocol = await context.newCDPSession(page)
    await protocol.send('Performance.enable')
    await protocol.send('HeapProfiler.enable')
    return new Session(browser, page, protocol)
  }

  async counters(): Promise<Counters> {
    const metric = await this.#metrics()
    return {
      work: metric('TaskDuration') * 1000,
      layout: (metric('LayoutDuration') + metric('RecalcStyleDuration')) * 1000,
    }
  }

  /** @returns Bytes of JavaScript that are still in use once everything else is swept away. */
  async heap(): Promise<number> {
    await this.#protocol.send('HeapProfiler.collectGarbage')
    const metric = await this.#metrics()
    return metric('JSHeapUsedSize')
  }

  async #metrics(): Promise<(name: string) => number> {
    const { metrics } = await this.#protocol.send('Performance.getMetrics')
    const byName = new Map(metrics.map(({ name, value }) => [name, value]))
    return (name) => byName.get(name) ?? 0
  }

  /** Ends the browser, however busy its page is. */
  async close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, CLOSING)
    })
    await Promise.race([this.#browser.close().catch(() => {}), patience])
    clearTimeout(timer)
  }
}
