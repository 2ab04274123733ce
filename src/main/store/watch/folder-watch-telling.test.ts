import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts'
import { FolderWatch, type Changes } from './folder-watch.ts'

/** What the system says of a folder goes through these. */
const listeners = vi.hoisted(() => new Map<string, (event: string, name: string) => void>())
vi.mock('node:fs', async (importOriginal) => ({
  ...(await importOriginal<typeof import('node:fs')>()),
  watch: (folder: string, _: object, listener: (event: string, name: string) => void) => {
    listeners.set(folder, listener)
    return { on: () => undefined, close: () => undefined }
  },
}))

let root: string
let watch: FolderWatch
let told: Changes[]
/** What taking in fails with; null: it does not. */
let failing: Error | null
let failures: unknown[]

async function take(changes: Changes): Promise<void> {
  if (failing !== null) throw failing
  told.push(changes)
}

beforeEach(async () => {
  root = await temporaryFolder()
  await mkdir(join(root, 'annotations', 'ann', 'a1'), { recursive: true })
  await mkdir(join(root, 'annotations', 'bob', 'a1'), { recursive: true })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  told = []
  failing = null
  failures = []
  watch = new FolderWatch(root, take, (error) => failures.push(error))
  await watch.start()
})

afterEach(() => {
  watch.stop()
  vi.useRealTimers()
})

/** Files in a folder change, one every 50 ms. */
function change(folder: string, times: number): void {
  for (let time = 0; time < times; time++) {
    vi.advanceTimersByTime(50)
    listeners.get(join(root, folder))?.('rename', `${time}.json`)
  }
}

it('tells of a folder when it is quiet, with all that has changed in it', async () => {
  change('annotations/ann/a1', 10)
  expect(told).toEqual([])
  await vi.waitFor(() => expect(told).toHaveLength(1))
  expect(told[0]?.get('annotations/ann/a1')?.size).toBe(10)
})

it('does not wait for a folder that is never quiet', async () => {
  change('annotations/ann/a1', 3)
  listeners.get(join(root, 'annotations/bob/a1'))?.('rename', 'x.json')
  change('annotations/ann/a1', 3)
  await vi.waitFor(() => {
    change('annotations/ann/a1', 1)
    expect(told.flatMap((changes) => [...changes.keys()])).toEqual(['annotations/bob/a1'])
  })
})

it('tells of a folder that is never quiet all the same', async () => {
  await vi.waitFor(() => {
    change('annotations/ann/a1', 1)
    expect(told).not.toEqual([])
  })
})

it('tells again what could not be taken in, with all that has changed since', async () => {
  failing = new Error('The drive is away')
  change('annotations/ann/a1', 2)
  await vi.waitFor(() => {
    vi.advanceTimersByTime(50)
    expect(failures).toEqual([failing])
  })
  listeners.get(join(root, 'annotations/ann/a1'))?.('rename', 'new.json')
  failing = null
  await vi.waitFor(() => {
    vi.advanceTimersByTime(50)
    expect(told).toHaveLength(1)
  })
  expect(told[0]?.get('annotations/ann/a1')).toEqual(new Set(['0.json', '1.json', 'new.json']))
})
