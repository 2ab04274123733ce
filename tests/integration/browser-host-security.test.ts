import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CLOSE_CODES, SOCKET_PATH } from '../../src/contract/wire.ts'
import { ask, askRaw, expectUnharmed, Window } from './browser-host-client.ts'
import { hashOf } from '../support/hash-of.ts'
import { makeHome, rubricator, Server, type Home } from './program.ts'

let home: Home
let server: Server
let before = ''

beforeAll(async () => {
  home = await makeHome()
  await rubricator(home, 'sample', 'project')
  server = await Server.start(home, 'serve', '--project', 'project', '--no-open')
})

afterAll(async () => {
  await server.stop()
  await home.remove()
})

beforeEach(async () => (before = await hashOf(home.folder)))

afterEach(() => expectUnharmed(server, home, before))

const navigation = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }

describe('a page request', () => {
  test('gets the window from this host, with a strict policy', async () => {
    const answer = await ask(server)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-security-policy']).toContain(`default-src 'none'`)
    expect(answer.headers['content-security-policy']).not.toContain('unsafe')
    expect((await ask(server, { headers: { host: `localhost:${server.port}` } })).status).toBe(200)
  })

  test.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    'localhost',
    '127.0.0.1:1',
    '127.0.0.1:PORT.evil.example',
    'localhost.evil.example:PORT',
    '127.0.0.2:PORT',
    '[::1]:PORT',
    'LOCALHOST:PORT',
  ])('is refused for the host "%s"', async (host) => {
    const headers = { host: host.replace('PORT', String(server.port)) }
    expect((await ask(server, { headers })).status).toBe(403)
  })

  test('is refused for a name that was pointed here (DNS rebinding)', async () => {
    const host = `rebound.example:${server.port}`
    const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }
    expect((await ask(server, { headers })).status).toBe(403)
    expect(await new Window(server, headers).ended).toEqual({ status: 403 })
  })

  test('is refused with two hosts, with an empty one, and with none', async () => {
    const host = `Host: ${server.host}\r\n`
    const two = await askRaw(server, `GET / HTTP/1.1\r\n${host}Host: evil.example\r\n\r\n`)
    expect(two.toString()).toMatch(/^HTTP\/1\.1 40[03] /)
    const empty = await askRaw(server, 'GET / HTTP/1.1\r\nHost:\r\n\r\n')
    expect(empty.toString()).toMatch(/^HTTP\/1\.1 403 /)
    expect((await askRaw(server, 'GET / HTTP/1.0\r\n\r\n')).toString()).toMatch(/^HTTP\/1\.1 403 /)
  })

  test.each(['http://evil.example', 'null', 'https://127.0.0.1:PORT', 'http://127.0.0.1:1', ''])(
    'is refused from the origin "%s"',
    async (origin) => {
      const headers = { origin: origin.replace('PORT', String(server.port)) }
      expect((await ask(server, { headers })).status).toBe(403)
    },
  )

  test.each(['cross-site', 'same-site'])('is refused when it is %s', async (site) => {
    const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' }
    expect((await ask(server, { headers })).status).toBe(403)
    const frame = { ...headers, ...navigation, 'sec-fetch-dest': 'iframe' }
    expect((await ask(server, { headers: frame })).status).toBe(403)
    const download = { headers: { ...headers, ...navigation }, path: '/download/1' }
    expect((await ask(server, download)).status).toBe(403)
  })

  test('may come from a link, as the page holds nothing', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', ...navigation }
    const { status, body } = await ask(server, { headers })
    expect(status).toBe(200)
    expect(body).not.toContain(server.token)
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is refused as %s', async (method) => {
    expect((await ask(server, { method })).status).toBe(405)
  })

  test.each([
    '/../package.json',
    '/../../project/project.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/assets/../../main/cli.js',
    '/assets/..%252f..%252fpackage.json',
    '//etc/passwd',
    '/etc/passwd',
    '/%00',
    '/%E0%A4%A',
    '/C:/Windows/win.ini',
  ])('does not leave the folder by %s', async (target) => {
    expect((await ask(server, { path: target })).status).toBe(404)
  })

  test('for an export is refused without the secret', async () => {
    const wrong = [
      {},
      { authorization: 'Bearer ' },
      { authorization: `Bearer ${randomBytes(32).toString('base64url')}` },
    ]
    for (const headers of [...wrong, { authorization: `Basic ${server.token}` }]) {
      expect((await ask(server, { path: '/download/1', headers })).status).toBe(403)
    }
    const query = `/download/1?token=${server.token}`
    expect((await ask(server, { path: query })).status).toBe(403)
  })
})

describe('a connection', () => {
  test.each([
    ['no origin', {}],
    ['a foreign origin', { origin: 'http://evil.example' }],
    ['the origin of a file', { origin: 'null' }],
    ['the origin of another port', { origin: 'http://127.0.0.1:1' }],
    ['a foreign host', { host: 'evil.example', origin: 'http://evil.example' }],
  ])('with %s is refused', async (_, headers) => {
    expect(await new Window(server, headers).ended).toEqual({ status: 403 })
  })

  test('from this origin to the other name of this host is refused', async () => {
    const headers = { origin: `http://localhost:${server.port}` }
    expect(await new Window(server, headers).ended).toEqual({ status: 403 })
  })

  test('at another path is refused, also with the secret in a query', async () => {
    const origin = `http://${server.host}`
    for (const target of ['/', `${SOCKET_PATH}?token=${server.token}`]) {
      expect(await new Window(server, { origin }, target).ended).toEqual({ status: 404 })
    }
  })

  const refused = { code: CLOSE_CODES.refused }

  test.each([
    ['a wrong secret', { token: randomBytes(32).toString('base64url'), window: randomUUID() }],
    ['an empty secret', { token: '', window: randomUUID() }],
    ['a secret that is no text', { token: ['x'], window: randomUUID() }],
    ['a call', { id: 0, name: 'articles.list', args: {} }],
    ['nothing', null],
    ['a prototype', JSON.parse('{"__proto__":{"token":"x"}}')],
  ])('that begins with %s is closed', async (_, greeting) => {
    const window = await Window.connect(server)
    window.send(greeting)
    expect(await window.ended).toEqual(refused)
    expect(window.received).toEqual([])
  })

  test('that begins with the secret and something more, or with bytes, is closed', async () => {
    const more = await Window.connect(server)
    more.send({ token: server.token, window: randomUUID(), more: true })
    expect(await more.ended).toEqual(refused)
    const bytes = await Window.connect(server)
    bytes.socket.send(Buffer.from(JSON.stringify({ token: server.token, window: randomUUID() })))
    expect(await bytes.ended).toEqual(refused)
  })

  test('that says nothing is closed after five seconds', { timeout: 10_000 }, async () => {
    const window = await Window.connect(server)
    expect(await window.ended).toEqual(refused)
  })
})

describe('a call', () => {
  let window: Window
  beforeEach(async () => (window = await Window.open(server)))
  afterEach(async () => {
    await window.close()
  })

  test.each([
    ['articles.open', {}],
    ['articles.open', { id: '../../project' }],
    ['articles.open', { id: ['a'] }],
    ['articles.open', null],
    ['articles.list', { more: 1 }],
    ['annotator.name', { name: '' }],
    ['annotator.name', { name: 'x'.repeat(200) }],
    ['annotations.apply', { article: 'a', batch: 'no uuid', baseRevision: 0, changes: [] }],
    ['import.offer', { import: null, files: [{ name: 'a.txt', bytes: [1, 2, 3] }] }],
    ['import.offer', { import: null, files: [{ name: 'a.txt', bytes: { length: 1 } }] }],
    ['no.such.call', {}],
    ['__proto__', {}],
    ['constructor', {}],
    ['toString', {}],
    ['hasOwnProperty', {}],
    ['', {}],
  ])('%s with %j is refused', async (name, args) => {
    expect(await window.call(name, args)).toMatchObject({
      ok: false,
      error: { code: 'invalid-call' },
    })
  })

  test.each([
    ['that is not JSON', '{'],
    ['without a number', '{"name":"articles.list","args":{}}'],
    ['whose name is no text', '{"id":1,"name":{},"args":{}}'],
    ['with a list', '[]'],
    ['with broken bytes', '{"id":1,"name":"import.offer","args":{"$bytes":"?"}}'],
    ['nested without end', '['.repeat(200_000)],
  ])('%s ends the connection', async (_, text) => {
    window.socket.send(text)
    expect(await window.ended).toEqual({ code: CLOSE_CODES.notUnderstood })
  })

  test('that is too large ends the connection before it is read', async () => {
    const handshake = [
      `GET ${SOCKET_PATH} HTTP/1.1`,
      `Host: ${server.host}`,
      `Origin: http://${server.host}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      '\r\n',
    ].join('\r\n')
    // The head of a text frame that announces 300 MB.
    const frame = Buffer.alloc(14)
    frame.set([0x81, 0xff])
    frame.writeBigUInt64BE(300_000_000n, 2)
    const answer = await askRaw(server, handshake, frame)
    expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 101 /)
    const closing = answer.indexOf(Buffer.from([0x88, 0x02]))
    expect(answer.readUInt16BE(closing + 2)).toBe(1009)
  })
})

describe('a second window', () => {
  test('looks and does not write', async () => {
    const writer = await Window.open(server)
    const second = await Window.open(server)
    expect((await writer.call('workbench.state', {}))['value']).toMatchObject({ writable: true })
    expect((await second.call('workbench.state', {}))['value']).toMatchObject({ writable: false })
    const articles = (await second.call('articles.list', {}))['value'] as { id: string }[]
    expect(articles).toHaveLength(5)
    const { id } = articles[0] ?? { id: '' }
    const writes: [string, unknown][] = [
      ['annotator.name', { name: 'Somebody Else' }],
      ['project.sample', {}],
      ['project.create', { path: path.join(home.folder, 'new'), name: 'New' }],
      [
        'articles.describe',
        {
          project: home.folder,
          id,
          meta: {
            title: 'New',
            outlet: null,
            published: null,
            language: null,
            direction: null,
          },
        },
      ],
      ['import.offer', { import: null, files: [{ name: 'a.txt', bytes: new Uint8Array([97]) }] }],
      ['settings.remember', { article: id }],
    ]
    for (const [name, args] of writes) {
      expect(await second.call(name, args)).toMatchObject({
        ok: false,
        error: { code: 'read-only' },
      })
    }
    await Promise.all([second.close(), writer.close()])
  })

  test('writes when the first has gone, and is told', async () => {
    const writer = await Window.open(server)
    const second = await Window.open(server)
    await writer.close()
    await expect.poll(() => second.announced?.['writable'], { timeout: 5000 }).toBe(true)
    await second.close()
  })

  test('waits while the first is loaded again', async () => {
    const id = randomUUID()
    const writer = await Window.open(server, id)
    const second = await Window.open(server)
    await writer.close()
    const again = await Window.open(server, id)
    await expect.poll(() => again.announced?.['writable']).toBe(true)
    expect(second.announced?.['writable']).toBe(false)
    await Promise.all([second.close(), again.close()])
  })
})

test('an export is handed out once, to who knows the secret', async () => {
  const window = await Window.open(server)
  const outcome = (await window.call('export.jsonl', { annotator: null }))['value']
  expect(outcome).toMatchObject({ type: 'download', lines: 10 })
  const headers = { authorization: `Bearer ${server.token}` }
  const target = outcome.url as string
  expect((await ask(server, { path: target })).status).toBe(403)
  expect((await ask(server, { path: target, headers, method: 'HEAD' })).status).toBe(405)
  const answer = await ask(server, { path: target, headers })
  expect(answer.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''project.jsonl`)
  expect(answer.body).toBe((await rubricator(home, 'export', 'project')).stdout)
  expect((await ask(server, { path: target, headers })).status).toBe(404)
  await window.close()
})

test('the secret is said once, and refusals are told without it', () => {
  expect(server.token).toMatch(/^[\w-]{43}$/)
  expect(server.stdout).toBe(`Rubricator: http://127.0.0.1:${server.port}/#token=${server.token}\n`)
  expect(server.stderr).not.toContain(server.token)
  expect(server.stderr).not.toContain('evil')
  expect(server.stderr).toContain('rubricator: Refused: ')
})
