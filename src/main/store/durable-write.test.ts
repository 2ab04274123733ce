import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentOf } from '../../../tests/support/folder-content.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { copyFileDurably, removeFileDurably, writeFileDurably } from './durable-write.ts'
import { lastGoodOf } from './last-good.ts'
import { lookOf } from './look.ts'
import { StorageError } from './storage-error.ts'
import { Transaction } from './transaction/transaction.ts'
import { writeDocument } from './write-document.ts'

async function* breaksOff(): AsyncIterable<string> {
  yield 'half'
  throw new Error('the source broke off')
}

describe.each([
  ['writeFileDurably', writeFileDurably],
  [
    'writeDocument',
    (path: string, content: string) => writeDocument(path, new TextEncoder().encode(content), null),
  ],
])('%s', (_, write) => {
  it('makes the folders, writes, replaces, and leaves nothing else', async () => {
    const folder = await temporaryFolder()
    await write(join(folder, 'a/b/c.json'), 'one')
    await write(join(folder, 'a/b/c.json'), 'two 😀')
    expect(await contentOf(folder)).toEqual({ 'a/b/c.json': 'two 😀' })
  })

  it('names the operation, the path and the reason when it fails', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'taken'))
    const path = join(folder, 'taken')
    await expect(write(path, 'x')).rejects.toThrow(`Could not write ${path}: `)
    await writeFile(join(folder, 'file'), '')
    await expect(write(join(folder, 'file/x.json'), 'x')).rejects.toThrow(StorageError)
    expect(Object.keys(await contentOf(folder))).toEqual(['file'])
  })

  it('keeps the mode of the file and writes through a link', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'real.json')
    await writeFile(path, 'old')
    await chmod(path, 0o640)
    await symlink(path, join(folder, 'link.json'))
    await write(join(folder, 'link.json'), 'new')
    expect(await readFile(path, 'utf8')).toBe('new')
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o640)
  })
})

describe('writeFileDurably', () => {
  it('leaves the old file and no other when it fails in the middle', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'c.jsonl')
    await writeFileDurably(path, 'old')
    await expect(writeFileDurably(path, breaksOff())).rejects.toThrow(StorageError)
    expect(await contentOf(folder)).toEqual({ 'c.jsonl': 'old' })
  })
})

describe('writeDocument', () => {
  it('keeps what the file held, and says what the new one looks like', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'c.json')
    const lastGood = lastGoodOf(folder, 'c.json')
    const kept = lastGood.path
    const write = (text: string): Promise<string> =>
      writeDocument(path, new TextEncoder().encode(text), lastGood)
    await write('one')
    await expect(readFile(kept)).rejects.toThrow('ENOENT')
    await write('two')
    expect(await write('three')).toBe(await lookOf(path))
    expect(await readFile(path, 'utf8')).toBe('three')
    expect(await readFile(kept, 'utf8')).toBe('two')
  })

  it('changes nothing when what the file held cannot be kept', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'c.json'), 'old')
    await writeFile(join(folder, '.last-good'), 'a file')
    const lastGood = lastGoodOf(folder, 'c.json')
    const bytes = new TextEncoder().encode('new')
    const written = writeDocument(join(folder, 'c.json'), bytes, lastGood)
    await expect(written).rejects.toThrow(StorageError)
    expect(await contentOf(folder)).toEqual({ 'c.json': 'old', '.last-good': 'a file' })
  })
})

describe('what is written into a project', () => {
  it('does not bring it back when it has gone', async () => {
    const project = join(await temporaryFolder(), 'gone')
    const what = `Could not find the folder ${project}: it does not exist`
    const path = join(project, '.backups/x.json')
    await expect(writeFileDurably(path, 'x', project)).rejects.toThrow(what)
    await expect(copyFileDurably(path, join(project, 'a/b/c'), project)).rejects.toThrow(what)
    await expect(Transaction.begin(project)).rejects.toThrow(what)
    expect(existsSync(project)).toBe(false)
  })

  it('makes the folders that are missing in it', async () => {
    const project = await temporaryFolder()
    await writeFileDurably(join(project, 'a/b/c'), 'x', project)
    await copyFileDurably(join(project, 'a/b/c'), join(project, 'a/d/c'), project)
    expect(await contentOf(project)).toEqual({ 'a/b/c': 'x', 'a/d/c': 'x' })
    await expect(writeFileDurably(join(project, 'a/b/c/d'), 'x', project)).rejects.toThrow(
      StorageError,
    )
  })
})

describe('removeFileDurably', () => {
  it('removes a file, and does not mind when there is none', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a'), '')
    await removeFileDurably(join(folder, 'a'))
    await removeFileDurably(join(folder, 'a'))
    expect(await contentOf(folder)).toEqual({})
  })
})
