import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CLOSE_CODES } from '../../src/contract/wire.ts'
import { Window } from './browser-host-client.ts'
import { makeHome, rubricator, Server, type Home } from './program.ts'

const STAND_IN = fileURLToPath(new URL('stand-in-browser.mjs', import.meta.url))

let home: Home

beforeEach(async () => {
  home = await makeHome()
  await rubricator(home, 'sample', 'project')
})
afterEach(() => home.remove())

describe('a server', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('lets windows save when it gets %s', async (signal) => {
    const server = await Server.start(home, 'serve', 'project', '--no-open')
    const window = await Window.open(server)
    const started = Date.now()
    const ended = server.stop(signal)
    await expect.poll(() => window.received.some(isClosing)).toBe(true)
    // What a window saves at the last moment is taken.
    expect(await window.call('annotator.name', { name: 'Late Comer' })).toMatchObject({ ok: true })
    window.send({ saved: true })
    expect(await ended).toBe(0)
    expect(await window.ended).toEqual({ code: CLOSE_CODES.ended })
    expect(Date.now() - started).toBeLessThan(2500)
    const settings = path.join(home.folder, 'settings', 'Rubricator', 'settings.json')
    expect(await readFile(settings, 'utf8')).toContain('Late Comer')
  })

  test('does not wait for ever for a window that does not answer', async () => {
    const server = await Server.start(home, 'serve', 'project', '--no-open')
    await Window.open(server)
    expect(await server.stop()).toBe(0)
  })

  test('names a port that is taken', async () => {
    const server = await Server.start(home, 'serve', 'project', '--no-open')
    const port = String(server.port)
    const second = await rubricator(home, 'serve', 'project', '--no-open', '--port', port)
    expect(second).toMatchObject({ code: 1, stdout: '' })
    expect(second.stderr).toContain(`rubricator: Port ${port} is in use`)
    await server.stop()
    const third = await Server.start(home, 'serve', 'project', '--no-open', '--port', port)
    expect(third.port).toBe(server.port)
    expect(third.token).not.toBe(server.token)
    await third.stop()
  })

  test('opens the last project when none is given', async () => {
    const first = await Server.start(home, 'serve', '--no-open')
    const empty = await Window.open(first)
    expect((await empty.call('workbench.state', {}))['value'].project).toBeNull()
    await empty.call('project.open', { path: path.join(home.folder, 'project') })
    await empty.close()
    await first.stop()
    const second = await Server.start(home, 'serve', '--no-open')
    const window = await Window.open(second)
    const { project, host } = (await window.call('workbench.state', {}))['value']
    expect(project.name).toBe('Sample project')
    expect(host).toMatchObject({ kind: 'browser', nativeDialogs: false, blockedRequests: null })
    await window.close()
    await second.stop()
  })

  test('says so where there is no display, and stays', async () => {
    const server = await Server.start(home, 'open', '--project', 'project')
    await expect.poll(() => server.stderr).toContain('There is no display here')
    const window = await Window.open(server)
    await window.close()
    expect(await server.stop()).toBe(0)
  })
})

// The stand-in is started by its first line, which Windows does not read.
describe.skipIf(process.platform !== 'linux')('a window of its own', () => {
  let report = ''

  async function startWithBrowser(...args: readonly string[]): Promise<Server> {
    const commands = path.join(home.folder, 'commands')
    report = path.join(home.folder, 'report.json')
    await mkdir(commands)
    await copyFile(STAND_IN, path.join(commands, 'chromium'))
    await chmod(path.join(commands, 'chromium'), 0o755)
    Object.assign(home.environment, {
      DISPLAY: ':99',
      PATH: `${commands}${path.delimiter}${process.env['PATH']}`,
      TEST_REPORT: report,
      TEST_WS: import.meta.resolve('ws'),
    })
    return Server.start(home, ...args)
  }

  test('ends the program when it is closed, and its secret is in no argument', async () => {
    const server = await startWithBrowser('open', '--project', 'project')
    expect(await server.ended).toBe(0)
    const seen = JSON.parse(await readFile(report, 'utf8'))
    expect(seen.address).toBe(server.address)
    expect(seen.args.join(' ')).not.toContain(server.token)
    expect([seen.mode, seen.folderMode]).toEqual([0o600, 0o700])
    expect(existsSync(path.dirname(seen.file))).toBe(false)
    expect(server.stderr).not.toContain(server.token)
  })

  test('does not end a server that was asked to serve', async () => {
    const server = await startWithBrowser('serve', 'project')
    await expect.poll(() => existsSync(report), { timeout: 5000 }).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 3000))
    expect(server.process.exitCode).toBeNull()
    expect(await server.stop()).toBe(0)
    const seen = JSON.parse(await readFile(report, 'utf8'))
    expect(existsSync(path.dirname(seen.file))).toBe(false)
  })
})

function isClosing(message: Record<string, unknown>): boolean {
  return (message['event'] as { type?: string } | undefined)?.type === 'closing'
}
