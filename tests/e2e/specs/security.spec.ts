import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { ANNOTATOR, expect, test } from '../fixtures.ts'
import { BrowserHost } from '../hosts/browser-host.ts'
import { ElectronHost } from '../hosts/electron-host.ts'
import { AppWindow } from '../pages/app-window.ts'
import { skipWhere } from '../support/skip-where.ts'
import { hashOf } from '../../support/hash-of.ts'

test('the page runs nothing that is not the program’s', async ({ home, workbench }) => {
  const { page, window } = workbench

  await test.step('the policy allows nothing inline and nothing from elsewhere', async () => {
    const response = await page.reload()
    const { 'content-security-policy': policy = '' } = (await response?.allHeaders()) ?? {}
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`script-src 'self'`)
    expect(policy).not.toMatch(/unsafe|\*|https:|data:/)

    const outcome = await page.evaluate(async () => {
      const style = document.createElement('div')
      style.setAttribute('style', 'color: red')
      const attempts = {
        styled: () => style.style.color,
        markup: () => (document.createElement('div').innerHTML = '<b>x</b>'),
        script: () => {
          const script = document.createElement('script')
          script.textContent = 'window.injected = true'
          document.head.append(script)
          return String(Reflect.get(globalThis, 'injected'))
        },
        fetched: () => fetch('http://example.com/').then(() => 'fetched'),
      }
      const results: Record<string, string> = {}
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          results[name] = await attempt()
        } catch {
          results[name] = 'refused'
        }
      }
      return results
    })
    expect(outcome).toEqual({
      styled: '',
      markup: 'refused',
      script: 'refused',
      fetched: 'refused',
    })
    await window.status.expectSaved()
  })

  await test.step('markup in an article, in a title and in a name is only text', async () => {
    const title = '<img src=x onerror="window.injected = 1">'
    const text = [
      `${title}\n`,
      '<script>window.injected = 2</script> <a href="javascript:window.injected = 3">here</a>\n',
      '\u202Egnp.exe\u202C {{7*7}} <!-- --> <rubric-dialog></rubric-dialog> &amp;',
    ].join('\n')
    const file = home.path('hostile.txt')
    await writeFile(file, text)
    await workbench.importByDialog([file])
    await window.imports.commit('1 article imported.')
    await window.imports.finish()
    await window.reader.expectText(text)
    await expect(window.reader.title).toHaveText(title)
    await window.choose('Annotator…')
    await window.projects.rename('<b onmouseover=alert(1)>Eve</b>')
    await window.status.expectText('<b onmouseover=alert(1)>Eve</b>')
    const found = await page.evaluate(() => ({
      injected: Reflect.get(globalThis, 'injected') as unknown,
      elements: document.querySelectorAll(
        'article img, article script, article a, article rubric-dialog',
      ).length,
    }))
    expect(found).toEqual({ injected: undefined, elements: 0 })
  })
})

test('the page in Electron reaches only what the program gives out', async ({
  host: kind,
  home,
  start,
  preparedProjects,
  deliberateRequests,
}) => {
  skipWhere(kind === 'browser', 'this is Electron’s to deny; the socket has integration tests')
  const project = home.path('Casualties')
  await preparedProjects.copy('empty', project)
  const { page, host, window } = await start({ project })
  if (!(host instanceof ElectronHost)) throw new TypeError('This is not Electron')
  await window.welcome.begin(ANNOTATOR)

  await test.step('a call of a wrong shape is refused and changes nothing', async () => {
    await window.status.expectSaved()
    const before = await hashOf(project)
    const codes = await page.evaluate(async () => {
      const call = self.rubricator?.call as unknown as (
        name: string,
        args: unknown,
      ) => Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }>
      const wrong: readonly (readonly [string, unknown])[] = [
        ['project.open', { path: 7 }],
        ['project.open', { path: '/', extra: true }],
        ['annotations.apply', { article: '../../etc', batch: 'x', baseRevision: -1, changes: [] }],
        ['articles.open', null],
        ['import.offer', { import: null, files: [{ name: 'a.txt', bytes: 'text' }] }],
      ]
      const answers = await Promise.all(wrong.map(([name, args]) => call(name, args)))
      const unknown = await call('project.delete', {}).then(
        () => 'answered',
        () => 'rejected',
      )
      return [...answers.map(({ ok, error }) => (ok ? 'done' : error?.code)), unknown]
    })
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'invalid-call'), 'rejected'])
    expect(await hashOf(project)).toBe(before)
  })

  await test.step('no folder is named that the program did not give out', async () => {
    await window.status.expectSaved()
    const other = home.path('Elsewhere')
    await home.run('new', other)
    const folders = [other, project, home.projectsFolder]
    const before = await hashOf(...folders)
    const codes = await page.evaluate(
      async ([elsewhere, folder]) => {
        const bridge = self.rubricator
        if (bridge === undefined) return ['no bridge']
        const answers = [
          await bridge.call('project.open', { path: elsewhere }),
          await bridge.call('project.open', { path: '/' }),
          await bridge.call('project.create', { path: `${folder}/New`, name: 'New' }),
          await bridge.call('folder.list', { path: folder }),
          await bridge.call('folder.list', { path: null }),
        ]
        return answers.map((answer) => (answer.ok ? 'done' : answer.error.code))
      },
      [other, home.folder] as const,
    )
    expect(codes).toEqual(['refused', 'refused', 'refused', 'unsupported', 'unsupported'])
    expect(await hashOf(...folders)).toBe(before)
    expect(existsSync(home.path('New'))).toBe(false)
  })

  await test.step('a request to the network is blocked and counted', async () => {
    const failure = await host.application.evaluate(({ BrowserWindow }) => {
      const other = new BrowserWindow({ show: false })
      return other
        .loadURL('http://example.com/')
        .then(
          () => 'loaded',
          (error: { readonly code?: string }) => error.code,
        )
        .finally(() => other.destroy())
    })
    expect(failure).toBe('ERR_BLOCKED_BY_CLIENT')
    deliberateRequests.count = 1
    // A dialog shows the state that the window last got.
    await window.choose('Annotator…')
    await window.projects.rename('Somebody')
    await window.choose('About Rubricator')
    await expect(window.about).toContainText('1 request to the network blocked')
  })

  await test.step('there is no Node, no other window and no permission', async () => {
    const found = await page.evaluate(async () => {
      const seen = ['process', 'require', 'module', 'Buffer', 'electron'].filter(
        (name) => name in globalThis,
      )
      const permissions = await Promise.all(
        ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'].map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => state,
            () => 'denied',
          ),
        ),
      )
      const clipboard = await navigator.clipboard.readText().then(
        () => 'read',
        () => 'denied',
      )
      const opened = self.open('https://example.com/') === null ? 'denied' : 'opened'
      const view = document.createElement('webview')
      view.setAttribute('src', 'app://rubricator/')
      view.setAttribute('allowpopups', '')
      document.body.append(view)
      const isView = 'getWebContentsId' in view
      view.remove()
      return {
        seen,
        permissions,
        clipboard,
        opened,
        isView,
        keys: Object.keys(self.rubricator ?? {}),
      }
    })
    expect(found).toEqual({
      seen: [],
      permissions: ['denied', 'denied', 'denied', 'denied', 'denied'],
      clipboard: 'denied',
      opened: 'denied',
      isView: false,
      keys: ['call', 'subscribe'],
    })

    const preferences = await host.application.evaluate(({ BrowserWindow }) => {
      // Not in Electron's types, yet the only way to see what a window was made with.
      type Asked = { getLastWebPreferences(): Record<string, unknown> }
      return BrowserWindow.getAllWindows().map(({ webContents }) =>
        (webContents as unknown as Asked).getLastWebPreferences(),
      )[0]
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
    for (const risky of [
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'plugins',
      'devTools',
    ]) {
      expect([risky, Boolean(preferences?.[risky])]).toEqual([risky, false])
    }

    // Last, for Playwright waits for navigations that have begun.
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://example.com/'
      document.body.append(link)
      link.click()
      link.target = '_blank'
      link.click()
      link.remove()
      location.href = 'https://example.com/'
    })
    const addresses = await host.application.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.getURL()),
    )
    expect(addresses).toEqual(['app://rubricator/'])
  })
})

test('a session makes no request to the network', async ({ start }) => {
  const workbench = await start()
  const { window } = workbench
  await window.welcome.begin(ANNOTATOR)
  await expect(window.library.options).toHaveCount(5)
  await window.press('Mod+Home', 'Shift+ArrowRight', '1', 'j', 'd')
  await workbench.saveExport()
  await window.choose('About Rubricator')
  await expect(window.about).toContainText(
    workbench.kind === 'electron' ? '0 requests to the network' : 'Served on this machine only',
  )
  expect(await workbench.host.networkRequests()).toEqual([])
})

test('a second window may only look', async ({ host: kind, start }) => {
  skipWhere(kind === 'electron', 'Electron has one window, and starts only once')
  const workbench = await start()
  const { window, host } = workbench
  if (!(host instanceof BrowserHost)) throw new TypeError('This is not a browser')
  await window.welcome.begin(ANNOTATOR)
  await expect(window.library.options).toHaveCount(5)
  await expect(workbench.page, 'the secret leaves the address').toHaveURL(/^[^#?]+$/)

  const second = await host.openSecondWindow()
  const { inspector, labels, status } = new AppWindow(second)
  await expect(status.root).toContainText('Read only')
  await expect(labels.label('claim')).toBeDisabled()
  await second.keyboard.press('ControlOrMeta+Home')
  await second.keyboard.press('1')
  await expect(second.getByRole('alert')).toContainText('only look')
  await expect(inspector.spans).toHaveCount(0)

  await workbench.page.keyboard.press('ControlOrMeta+Home')
  await workbench.page.keyboard.press('1')
  await expect(window.inspector.spans).toHaveCount(1)
  await window.status.expectSaved()

  await test.step('until the first is closed, whose marks it then shows and goes on from', async () => {
    await workbench.page.close()
    await expect(labels.label('claim')).toBeEnabled()
    await expect(inspector.spans).toHaveCount(1)
    await second.keyboard.press('ArrowRight')
    await second.keyboard.press('2')
    await expect(inspector.spans).toHaveCount(2)
    await expect(status.save).toHaveText('Saved')
  })
  await second.close()
})
