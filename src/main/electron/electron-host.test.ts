import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { expect, test, vi } from 'vitest'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import type { BlockedRequests } from './blocked-requests.ts'
import { chooseDestination } from './dialogs.ts'
import { ElectronHost } from './electron-host.ts'

vi.mock('./dialogs.ts', () => ({ chooseDestination: vi.fn() }))

test('is settled only when an export has been written', async () => {
  const path = join(await temporaryFolder(), 'out.jsonl')
  vi.mocked(chooseDestination).mockResolvedValue(path)
  const host = new ElectronHost({} as BrowserWindow, {} as BlockedRequests, '0')
  await new Promise<void>((resolve) => {
    const parts = async function* (): AsyncIterable<string> {
      yield 'first\n'
      // The window closes while the second part is still to come.
      resolve()
      await new Promise((later) => setTimeout(later, 50))
      yield 'second\n'
    }
    void host.deliver({ name: 'out.jsonl', lines: 2, parts })
  })
  await host.settled()
  expect(await readFile(path, 'utf8')).toBe('first\nsecond\n')
})
