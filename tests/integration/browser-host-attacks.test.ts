import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { CLOSE_CODES } from '../../src/contract/wire.ts'
import { attackedHost } from './attacked-host.ts'
import { ask, askRaw, Window } from './browser-host-client.ts'
import { upgradeRequest, Wire } from './wire.ts'

const host = attackedHost()

const REFUSED = { code: CLOSE_CODES.refused }

describe('a secret that is guessed', () => {
  test('is refused when it is nearly right', async () => {
    const { token } = host.server
    const last = token.endsWith('A') ? 'B' : 'A'
    const near = [
      token.slice(0, -1),
      `${token.slice(0, -1)}${last}`,
      `${token}A`,
      `${token}\0`,
      ` ${token}`,
      `${token}=`,
      token.toLowerCase(),
      token.toUpperCase(),
      Buffer.from(token, 'base64url').toString('hex'),
    ]
    const windows = await Promise.all(near.map(() => Window.connect(host.server)))
    windows.forEach((window, index) => window.send({ token: near[index], window: randomUUID() }))
    expect(await Promise.all(windows.map(({ ended }) => ended))).toEqual(near.map(() => REFUSED))
    expect(windows.flatMap(({ received }) => received)).toEqual([])
  })

  test('costs a second each time, while the right one opens at once', async () => {
    const begun = performance.now()
    const guesses = await Promise.all(Array.from({ length: 60 }, () => Window.connect(host.server)))
    for (const guess of guesses) {
      guess.send({ token: randomBytes(32).toString('base64url'), window: randomUUID() })
    }
    const guessed = performance.now()
    const answered = guesses.map(({ ended }) => ended.then(() => performance.now() - guessed))
    const window = await Window.open(host.server)
    const opened = performance.now() - begun
    const quickest = Math.min(...(await Promise.all(answered)))
    expect(quickest).toBeGreaterThan(900)
    expect(opened).toBeLessThan(begun + quickest)
    await window.close()
  })

  test('costs a second at an export too', async () => {
    const begun = performance.now()
    const headers = { authorization: `Bearer ${randomBytes(32).toString('base64url')}` }
    expect((await ask(host.server, { path: '/download/1', headers })).status).toBe(403)
    expect(performance.now() - begun).toBeGreaterThan(900)
  })

  test('cannot be tried twice on one connection', async () => {
    const window = await Window.connect(host.server)
    window.send({ token: 'wrong', window: randomUUID() })
    window.send({ token: host.server.token, window: randomUUID() })
    window.send({ id: 0, name: 'articles.list', args: {} })
    expect(await window.ended).toEqual(REFUSED)
    expect(window.received).toEqual([])
  })
})

describe('a form of another site', () => {
  const types = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']

  test.each(types)('posts nothing as %s', async (type) => {
    for (const target of ['/', '/socket', '/download/1', '/articles']) {
      for (const origin of ['http://evil.example', 'null', `http://${host.server.host}`]) {
        const answer = await askRaw(
          host.server,
          `POST ${target} HTTP/1.1\r\nHost: ${host.server.host}\r\nOrigin: ${origin}\r\n`,
          `Content-Type: ${type}\r\nContent-Length: 9\r\n\r\nname=Eve\n`,
        )
        const expected = origin === `http://${host.server.host}` ? 405 : 403
        expect(answer.toString()).toMatch(new RegExp(`^HTTP/1\\.1 ${expected} `))
      }
    }
  })

  test('carries nothing in a GET either', async () => {
    for (const body of [
      'Content-Length: 4\r\n\r\nabcd',
      'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ]) {
      const answer = await askRaw(
        host.server,
        `GET / HTTP/1.1\r\nHost: ${host.server.host}\r\n${body}`,
      )
      expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 /)
    }
  })

  test.each(['cross-site', 'same-site'])('opens no WebSocket as %s', async (site) => {
    const headers = { origin: `http://${host.server.host}`, 'sec-fetch-site': site }
    expect(await new Window(host.server, headers).ended).toEqual({ status: 403 })
  })
})

describe('a path that climbs', () => {
  test.each([
    String.raw`/..\..\package.json`,
    String.raw`/assets\..\..\main\cli.js`,
    '/..%c0%af..%c0%afpackage.json',
    '/.%2e/package.json',
    '/%252e%252e/package.json',
    '/assets/%2e%2e%5cindex.html',
    '/index.html%00',
    '/index.html%2500.js',
    '/index.html::$DATA',
    '/assets/.',
    '//evil.example/index.html',
    'http://evil.example/../package.json',
    'file:///etc/passwd',
    '/%7e/.ssh/id_rsa',
  ])('reaches no page by %s', async (target) => {
    const answer = await askRaw(
      host.server,
      `GET ${target} HTTP/1.1\r\nHost: ${host.server.host}\r\nConnection: close\r\n\r\n`,
    )
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 40[04] /)
  })

  test.each([
    '..%2f..%2fproject%2fproject.json',
    '..%252f..%252fproject.json',
    '..%5c..%5cproject.json',
    '%2e%2e/project.json',
    '%00',
    '__proto__',
    'constructor',
    '0'.repeat(32),
    'a'.repeat(8000),
  ])('reaches no export by %s, also with the secret', async (id) => {
    const headers = { authorization: `Bearer ${host.server.token}` }
    expect((await ask(host.server, { path: `/download/${id}`, headers })).status).toBe(404)
  })

  test('is no identifier in a call, and no path of its own', async () => {
    const window = await Window.open(host.server)
    const ids = ['../project', '..', '.', '', 'a/b', String.raw`a\b`, 'a\0', '/etc/passwd', 'CON']
    for (const id of ids) {
      expect(await window.call('articles.open', { id })).toMatchObject({
        error: { code: 'invalid-call' },
      })
    }
    const refused: readonly [string, unknown, string][] = [
      ['project.open', { path: 'project' }, 'refused'],
      ['project.open', { path: '../project' }, 'refused'],
      ['project.open', { path: `${host.home.folder}\0/project` }, 'invalid-call'],
      ['project.open', { path: '/'.padEnd(5000, 'a') }, 'invalid-call'],
      ['project.open', { path: host.home.folder }, 'not-found'],
      ['project.open', { path: path.join(host.home.folder, 'project', 'project.json') }, 'refused'],
      ['project.create', { path: path.join(host.home.folder, 'project'), name: 'X' }, 'refused'],
      ['project.create', { path: host.home.folder, name: 'X' }, 'refused'],
      ['folder.list', { path: 'project' }, 'refused'],
      ['folder.list', { path: `${host.home.folder}\0` }, 'invalid-call'],
    ]
    for (const [name, args, code] of refused) {
      const answer = await window.call(name, args)
      expect([name, args, answer['error']?.code]).toEqual([name, args, code])
    }
    await window.close()
  })
})

describe('bytes that are no request', () => {
  test.each([
    ['noise', randomBytes(4000)],
    ['the greeting of TLS', Buffer.from('160301020001000001fc0303', 'hex')],
    ['a bare line', 'HELLO\r\n\r\n'],
    ['an unknown method', 'STEAL / HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a request to pass on', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
    ['an endless header', `GET / HTTP/1.1\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`],
    ['an endless address', `GET /${'a'.repeat(40_000)} HTTP/1.1\r\n\r\n`],
    ['a broken header', 'GET / HTTP/1.1\r\nHo st: a\r\n\r\n'],
    ['two lengths', 'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ])('such as %s, are turned away', async (_, bytes) => {
    const wire = await Wire.open(host.server)
    wire.send(bytes)
    await wire.ended
    expect(wire.text).toMatch(/^(?:HTTP\/1\.1 4\d\d |$)/)
  })

  test('break nothing when the connection is reset in the middle of an upgrade', async () => {
    const attempts = [
      upgradeRequest(host.server),
      upgradeRequest(host.server, { path: '/' }),
      upgradeRequest(host.server, { Origin: 'http://evil.example' }),
      upgradeRequest(host.server, { 'Sec-WebSocket-Key': 'short' }),
    ]
    for (const attempt of attempts) {
      for (let time = 0; time < 20; time++) {
        const wire = await Wire.open(host.server)
        wire.send(attempt)
        if (time % 2 === 0) await new Promise((resolve) => setImmediate(resolve))
        wire.reset()
        await wire.ended
      }
    }
  })

  test('do not hold a refused connection open', async () => {
    const wire = await Wire.open(host.server)
    wire.send(upgradeRequest(host.server, { Origin: 'http://evil.example' }))
    await wire.ended
    // The other half is still open here: the program does not wait for it.
    const broken = new Promise((resolve) => wire.socket.once('close', resolve))
    const writing = setInterval(() => wire.send('more'), 20)
    await broken
    clearInterval(writing)
    expect(wire.text).toMatch(/^HTTP\/1\.1 403 /)
  })
})

test('exports that nobody fetches are given up, the oldest first', async () => {
  const window = await Window.open(host.server)
  const urls: string[] = []
  for (let time = 0; time < 6; time++) {
    const outcome = await window.call('export.jsonl', { annotator: null })
    urls.push(outcome['value'].url)
  }
  const headers = { authorization: `Bearer ${host.server.token}` }
  const answers = await Promise.all(urls.map((url) => ask(host.server, { path: url, headers })))
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 200, 200, 200, 200])
  await window.close()
})
