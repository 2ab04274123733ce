import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CLOSE_CODES } from '../../contract/wire.ts'
import { connectBrowserBridge, type Connection } from './browser-bridge.ts'

/** A WebSocket whose other side is the test. */
class FakeSocket extends EventTarget {
  static all: FakeSocket[] = []
  readonly sent: unknown[] = []
  readonly url: string

  constructor(url: string) {
    super()
    this.url = url
    FakeSocket.all.push(this)
  }

  static get last(): FakeSocket {
    const last = FakeSocket.all.at(-1)
    if (last === undefined) throw new Error('No socket was opened')
    return last
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }

  open(): void {
    this.dispatchEvent(new Event('open'))
    this.say({ ready: true })
  }

  say(message: unknown): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify(message) }))
  }

  shut(code: number): void {
    this.dispatchEvent(Object.assign(new Event('close'), { code }))
  }
}

const stored = new Map<string, string>()
const replaceState = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  FakeSocket.all = []
  stored.clear()
  replaceState.mockClear()
  vi.stubGlobal('WebSocket', FakeSocket)
  vi.stubGlobal('history', { replaceState })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function locationWith(hash: string): Location {
  const { host, pathname } = new URL('http://127.0.0.1:8700/')
  return { host, pathname, hash } as Location
}

function start(hash = '#token=secret') {
  const bridge = connectBrowserBridge(locationWith(hash))
  const connections: Connection[] = []
  bridge.onConnection((connection) => connections.push(connection))
  return { bridge, connections }
}

test('shows the secret first and takes it out of the address', () => {
  start()
  expect(replaceState).toHaveBeenCalledWith(null, '', '/')
  expect(FakeSocket.last.url).toBe('ws://127.0.0.1:8700/socket')
  FakeSocket.last.open()
  expect(FakeSocket.last.sent).toEqual([{ token: 'secret', window: expect.any(String) }])
})

test('knows its secret and its id after it is loaded again', () => {
  start()
  FakeSocket.last.open()
  const [greeting] = FakeSocket.last.sent
  start('')
  FakeSocket.last.open()
  expect(FakeSocket.last.sent).toEqual([greeting])
})

test('keeps calls until it is connected and gives each its own answer', async () => {
  const { bridge } = start()
  const first = bridge.call('articles.list', {})
  const second = bridge.call('workbench.state', {})
  FakeSocket.last.open()
  expect(FakeSocket.last.sent.slice(1)).toMatchObject([{ id: 0 }, { id: 1 }])
  FakeSocket.last.say({ id: 1, result: { ok: false, error: { code: 'not-ready', message: 'b' } } })
  FakeSocket.last.say({ id: 0, result: { ok: true, value: [] } })
  expect(await first).toEqual({ ok: true, value: [] })
  expect(await second).toMatchObject({ error: { code: 'not-ready' } })
})

test('hands events on until told not to', () => {
  const { bridge } = start()
  const types: string[] = []
  const stop = bridge.subscribe(({ type }) => types.push(type))
  FakeSocket.last.open()
  FakeSocket.last.say({ event: { type: 'closing' } })
  stop()
  FakeSocket.last.say({ event: { type: 'articles' } })
  expect(types).toEqual(['closing'])
})

test('fails what waits when the connection is lost, and seeks it again ever more slowly', async () => {
  const { bridge, connections } = start()
  FakeSocket.last.open()
  const waiting = bridge.call('articles.list', {})
  FakeSocket.last.shut(1006)
  expect(await waiting).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(await bridge.call('articles.list', {})).toMatchObject({ ok: false })
  for (const delay of [200, 400, 800, 1600, 3200, 5000, 5000]) {
    const before = FakeSocket.all.length
    vi.advanceTimersByTime(delay - 1)
    expect(FakeSocket.all).toHaveLength(before)
    vi.advanceTimersByTime(1)
    expect(FakeSocket.all).toHaveLength(before + 1)
    FakeSocket.last.shut(1006)
  }
  vi.advanceTimersByTime(5000)
  FakeSocket.last.open()
  expect(connections).toEqual(['open', 'lost', 'open'])
  // An old call is not sent again: whoever made it was told that it failed.
  expect(FakeSocket.last.sent).toHaveLength(1)
})

test('does not try again when its secret is refused', async () => {
  const { bridge, connections } = start()
  const waiting = bridge.call('articles.list', {})
  FakeSocket.last.shut(CLOSE_CODES.refused)
  expect(await waiting).toMatchObject({ ok: false })
  vi.advanceTimersByTime(60_000)
  expect(FakeSocket.all).toHaveLength(1)
  expect(connections).toEqual(['refused'])
})

test('is refused when it was opened without a secret', async () => {
  const { bridge, connections } = start('')
  await Promise.resolve()
  expect(connections).toEqual(['refused'])
  expect(FakeSocket.all).toHaveLength(0)
  expect(await bridge.call('articles.list', {})).toMatchObject({ ok: false })
})
