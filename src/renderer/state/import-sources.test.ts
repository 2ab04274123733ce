import { expect, test } from 'vitest'
import { batchesOf, sourcesOfEntries } from './import-sources.ts'

function fileEntry(name: string): FileSystemEntry {
  return {
    name,
    isFile: true,
    isDirectory: false,
    file: (settle: (file: File) => void) => settle(new File([name], name)),
  } as unknown as FileSystemEntry
}

/** A folder whose reader yields two entries at a time, as readers do with a hundred. */
function folderEntry(name: string, children: readonly FileSystemEntry[]): FileSystemEntry {
  const createReader = () => {
    let at = 0
    return {
      readEntries: (settle: (some: readonly FileSystemEntry[]) => void) =>
        settle(children.slice(at, (at += 2))),
    }
  }
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry
}

function lockedReader() {
  return {
    readEntries: (_: unknown, refuse: (error: Error) => void) => refuse(new Error('not allowed')),
  }
}

function lockedFolder(name: string): FileSystemEntry {
  const createReader = lockedReader
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry
}

test('dropped folders are walked through to the end', async () => {
  const deep = folderEntry(
    'deep',
    ['c.txt', 'b.txt', 'a.JSONL', 'x.pdf', 'd.txt', '.e.txt'].map(fileEntry),
  )
  const { sources, skipped } = await sourcesOfEntries(
    [folderEntry('news', [deep, lockedFolder('locked')]), fileEntry('odd.html')],
    () => true,
  )
  expect(sources.map(({ name }) => name)).toEqual([
    'deep/a.JSONL',
    'deep/b.txt',
    'deep/c.txt',
    'deep/d.txt',
    'locked',
    'odd.html',
  ])
  expect(skipped).toBe(1)
  const { value: batch } = await batchesOf(sources).next()
  expect(batch?.[4]).toEqual({ name: 'locked', problem: 'it could not be read: not allowed' })
})

test('walking ends when it is no longer wanted', async () => {
  const { sources } = await sourcesOfEntries([folderEntry('a', [fileEntry('a.txt')])], () => false)
  expect(sources).toEqual([])
})

test('large files travel alone', async () => {
  const size = 20 * 1024 * 1024
  const large = { size, arrayBuffer: () => Promise.resolve(new ArrayBuffer(size)) } as File
  const source = { name: 'large.txt', open: () => Promise.resolve(large) }
  const batches: number[] = []
  for await (const batch of batchesOf([source, source, source])) batches.push(batch.length)
  expect(batches).toEqual([1, 1, 1])
})
