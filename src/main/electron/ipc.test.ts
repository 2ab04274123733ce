import { ipcMain, type WebContents } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { calls } from '../../contract/calls.ts'
import { callChannel } from '../../contract/channels.ts'
import { handleCalls } from './ipc.ts'

vi.mock('electron', () => ({
  app: { isReady: () => false },
  ipcMain: { handle: vi.fn() },
}))

type Handler = (event: unknown, args: unknown) => Promise<unknown>

const mainFrame = { url: 'app://rubricator/' }
const contents = { mainFrame } as unknown as WebContents
const answer = vi.fn(async () => ({ ok: true as const, value: null }))

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
  handleCalls(contents, answer)
})
afterEach(() => vi.clearAllMocks())

function handlers(): ReadonlyMap<string, Handler> {
  return new Map(vi.mocked(ipcMain.handle).mock.calls as unknown as [string, Handler][])
}

test('the calls of the contract are handled, and nothing else', () => {
  expect([...handlers().keys()]).toEqual(Object.keys(calls).map(callChannel))
})

test('a call of the page itself is answered', async () => {
  const handle = handlers().get(callChannel('articles.open'))
  const args = { id: 'a' }
  expect(await handle?.({ sender: contents, senderFrame: mainFrame }, args)).toMatchObject({
    ok: true,
  })
  expect(answer).toHaveBeenCalledWith('articles.open', args)
})

const foreign = { url: 'https://evil.example/' }

test.each<[string, unknown]>([
  ['another window', { sender: { mainFrame }, senderFrame: mainFrame }],
  ['a frame in the page', { sender: contents, senderFrame: { url: 'app://rubricator/' } }],
  ['a frame that has gone', { sender: contents, senderFrame: null }],
  ['no sender', { senderFrame: mainFrame }],
])('no call of %s is answered', async (_, event) => {
  for (const handle of handlers().values()) {
    expect(await handle(event, {})).toMatchObject({ ok: false, error: { code: 'invalid-call' } })
  }
  expect(answer).not.toHaveBeenCalled()
})

test('no call is answered once the window shows another page', async () => {
  vi.mocked(ipcMain.handle).mockClear()
  const gone = { mainFrame: foreign } as unknown as WebContents
  handleCalls(gone, answer)
  for (const handle of handlers().values()) {
    const result = await handle({ sender: gone, senderFrame: foreign }, {})
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-call' } })
  }
  expect(answer).not.toHaveBeenCalled()
})
