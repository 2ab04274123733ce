import { chromium, expect, test as base, type Browser } from '@playwright/test'
import { findBrowser } from '../../src/main/browser-host/find-browser.ts'
import { BrowserHost } from './hosts/browser-host.ts'
import { ElectronHost } from './hosts/electron-host.ts'
import { Home } from './hosts/home.ts'
import type { HostKind, StartOptions } from './hosts/host.ts'
import { PreparedProjects } from './hosts/prepared-projects.ts'
import { Workbench } from './hosts/workbench.ts'

export interface HostOptions {
  /** The host that the project's tests run in. */
  readonly host: HostKind
}

interface Fixtures {
  readonly home: Home
  /** Starts the program; it is closed at the end of the test. */
  readonly start: (options?: StartOptions) => Promise<Workbench>
  /** The program with an empty project open, and somebody to mark. */
  readonly workbench: Workbench
  /** Requests to the network that the test makes on purpose. */
  readonly deliberateRequests: { count: number }
}

interface WorkerFixtures {
  readonly preparedProjects: PreparedProjects
  readonly installedBrowser: Browser | null
}

export const ANNOTATOR = 'Ada Ünal'

export const test = base.extend<Fixtures & HostOptions, WorkerFixtures>({
  host: ['electron', { option: true }],

  // Playwright's own fixture would start a browser for Electron's tests too.
  installedBrowser: [
    async ({}, use, { project }) => {
      if (project.name !== 'browser') return use(null)
      const executablePath = process.env['RUBRICATOR_BROWSER'] ?? findBrowser()
      const browser = await chromium.launch({
        ...(executablePath === null ? {} : { executablePath }),
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      })
      await use(browser)
      return browser.close()
    },
    { scope: 'worker' },
  ],

  preparedProjects: [
    async ({}, use) => {
      const projects = await PreparedProjects.make()
      await use(projects)
      await projects.remove()
    },
    { scope: 'worker' },
  ],

  home: async ({}, use) => {
    const home = await Home.make()
    await use(home)
    await home.remove()
  },

  deliberateRequests: async ({}, use) => {
    await use({ count: 0 })
  },

  start: async ({ home, installedBrowser, deliberateRequests }, use) => {
    const started: Workbench[] = []
    await use(async (options = {}) => {
      const workbench = await Workbench.open(home, () =>
        installedBrowser === null
          ? ElectronHost.start(home, options)
          : BrowserHost.start(installedBrowser, home, options),
      )
      started.push(workbench)
      return workbench
    })
    for (const workbench of started) {
      const requests = workbench.page.isClosed() ? [] : await workbench.host.networkRequests()
      await workbench.close()
      expect(requests, 'requests to the network').toHaveLength(deliberateRequests.count)
    }
  },

  workbench: async ({ home, start, preparedProjects }, use) => {
    const project = home.path('Casualties')
    await preparedProjects.copy('empty', project)
    const workbench = await start({ project })
    await workbench.window.welcome.begin(ANNOTATOR)
    await use(workbench)
  },
})

export { expect }
