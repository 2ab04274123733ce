import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentOf } from '../../../../tests/support/folder-content.ts'
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts'
import { sha256 } from '../sha256.ts'
import { takeBackChange } from './apply-changes.ts'
import { Transaction, TRANSACTIONS_FOLDER } from './transaction.ts'

const BEFORE = { 'a/one.json': '{"at":1}', 'a/two.json': '{"at":2}', 'b/four.json': '{"at":4}' }
const AFTER = {
  'a/one.json': '{"at":"one"}',
  'b/three.json': '{"at":"three"}',
  'b/four.json': '{"at":4}',
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

async function begun(): Promise<{ folder: string; transaction: Transaction }> {
  const folder = await temporaryFolder()
  await write(folder, BEFORE)
  const transaction = await Transaction.begin(folder)
  transaction.add([
    { path: 'a/one.json', before: sha256(BEFORE['a/one.json']), content: AFTER['a/one.json'] },
    { path: 'a/two.json', before: sha256(BEFORE['a/two.json']), content: null },
  ])
  transaction.add([{ path: 'b/three.json', before: null, content: AFTER['b/three.json'] }])
  return { folder, transaction }
}

/** Files of the project itself. */
async function filesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(await contentOf(folder))
  return Object.fromEntries(files.filter(([name]) => !name.startsWith('.')))
}

describe('a transaction', () => {
  it('writes, changes and removes files, and leaves nothing behind', async () => {
    const { folder, transaction } = await begun()
    expect(await filesOf(folder)).toEqual(BEFORE)
    await transaction.decide()
    const written = await transaction.apply()
    expect(written.map(({ path, look }) => [path, look !== null])).toEqual([
      ['a/one.json', true],
      ['a/two.json', false],
      ['b/three.json', true],
    ])
    await transaction.settle()
    expect(await filesOf(folder)).toEqual(AFTER)
    expect(await readdir(join(folder, TRANSACTIONS_FOLDER))).toEqual([])
  })

  it('has never been when it was not decided upon', async () => {
    const { folder } = await begun()
    expect(await Transaction.isWaiting(folder)).toBe(true)
    expect(await Transaction.recover(folder)).toBe(0)
    expect(await filesOf(folder)).toEqual(BEFORE)
    expect(await Transaction.isWaiting(folder)).toBe(false)
  })

  it.each([
    ['nothing', {}],
    ['one file', { 'b/three.json': AFTER['b/three.json'] }],
    ['a file that a power cut has emptied', { 'a/one.json': '', 'b/three.json': '\0\0\0' }],
    ['all', { 'a/one.json': AFTER['a/one.json'], 'b/three.json': AFTER['b/three.json'] }],
  ])('is completed when %s of it was done', async (_, done) => {
    const { folder, transaction } = await begun()
    await transaction.decide()
    await write(folder, done)
    expect(await Transaction.recover(folder)).toBe(1)
    expect(await filesOf(folder)).toEqual(AFTER)
  })

  it('leaves alone what was changed after it was done', async () => {
    const { folder, transaction } = await begun()
    await transaction.decide()
    await transaction.apply()
    const later = { 'a/one.json': '{"at":"later"}', 'b/three.json': '{"at":"later too"}' }
    await write(folder, later)
    expect(await Transaction.recover(folder)).toBe(1)
    expect(await filesOf(folder)).toEqual({ ...AFTER, ...later })
  })

  it('is taken back when the disk does not take all of it', async () => {
    const { folder, transaction } = await begun()
    await rm(join(folder, 'b'), { recursive: true })
    await write(folder, { b: 'a file' })
    await transaction.decide()
    await expect(transaction.apply()).rejects.toThrow(/Could not write .*three\.json/)
    const { 'b/four.json': _, ...rest } = BEFORE
    expect(await filesOf(folder)).toEqual({ ...rest, b: 'a file' })
    expect(await Transaction.isWaiting(folder)).toBe(false)
  })

  it.each([
    ['cut short', '{"at":', false],
    ['written', '{"at":"three"}', false],
    ['made by somebody else', '{"at":"else"}', true],
  ])('takes back a new file that was %s', async (_, present, isKept) => {
    const folder = await temporaryFolder()
    await write(folder, { 'b/three.json': present })
    const content = Buffer.from(AFTER['b/three.json'])
    takeBackChange(folder, { path: 'b/three.json', before: null, content })
    expect(Object.keys(await filesOf(folder))).toEqual(isKept ? ['b/three.json'] : [])
  })

  it('keeps what files held before in the place of last good copies', async () => {
    const { folder, transaction } = await begun()
    await transaction.decide()
    await transaction.apply()
    const kept = await readFile(join(folder, '.last-good/a/one.json'), 'utf8')
    expect(kept).toBe(BEFORE['a/one.json'])
  })
})
