import { mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FaultyDisk } from '../../../tests/support/faulty-disk.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { copiesOf, keepAhead, keepLastGood, lastGoodOf, type LastGood } from './last-good.ts'
import { StorageError } from './storage-error.ts'

const disk = vi.hoisted(() => ({ current: undefined as unknown as FaultyDisk }))
vi.mock('node:fs', async (importOriginal) => {
  const { FaultyDisk: Disk } = await import('../../../tests/support/faulty-disk.ts')
  disk.current = new Disk()
  return disk.current.wrapNow(await importOriginal<typeof import('node:fs')>())
})

let folder = ''
let path = ''
let lastGood: LastGood

beforeEach(async () => {
  folder = await temporaryFolder()
  path = join(folder, 'sets/c.json')
  lastGood = lastGoodOf(folder, 'sets/c.json')
  await mkdir(join(folder, 'sets'))
})

/** Puts another file in its place, as the store and git do. */
async function replace(text: string): Promise<void> {
  const other = join(folder, 'other')
  await writeFile(other, text)
  await rename(other, path)
}

/** What the copies hold, the latest first; null where there is none. */
function copies(): Promise<readonly (string | null)[]> {
  return Promise.all(copiesOf(lastGood).map((copy) => readFile(copy, 'utf8').catch(() => null)))
}

describe('keepLastGood', () => {
  it('keeps nothing of a file that is not there', async () => {
    keepLastGood(path, lastGood)
    expect(await copies()).toEqual([null, null])
  })

  it('keeps what a file holds under a second name, and then the version before as well', async () => {
    await replace('one')
    keepLastGood(path, lastGood)
    const [next] = copiesOf(lastGood)
    expect((await stat(next)).ino).toBe((await stat(path)).ino)
    await replace('two')
    expect(await copies()).toEqual(['one', null])
    keepLastGood(path, lastGood)
    await replace('three')
    expect(await copies()).toEqual(['two', 'one'])
  })

  it('makes two calls where all was done ahead', async () => {
    await replace('one')
    keepLastGood(path, lastGood)
    await replace('two')
    keepAhead(path, lastGood)
    expect(await copies()).toEqual(['two', 'one'])
    disk.current.watch()
    keepLastGood(path, lastGood)
    expect(disk.current.calls).toEqual(['lstatSync', 'lstatSync'])
    disk.current.heal()
    await replace('three')
    expect(await copies()).toEqual(['two', 'one'])
  })

  it('keeps what others have put there since, and what it held before that', async () => {
    await replace('one')
    keepAhead(path, lastGood)
    await mkdir(join(folder, '.last-good/sets'), { recursive: true })
    keepAhead(path, lastGood)
    await replace('theirs')
    keepLastGood(path, lastGood)
    await replace('two')
    expect(await copies()).toEqual(['theirs', 'one'])
  })

  it('copies where the file system has no second names', async () => {
    for (const text of ['one', 'two', 'three']) {
      await replace(text)
      disk.current.watch({ at: 2, code: 'EPERM' })
      keepAhead(path, lastGood)
      disk.current.watch({ at: (await copies())[0] === null ? 2 : 3, code: 'EPERM' })
      keepLastGood(path, lastGood)
      expect(disk.current.calls).toContain('copyFileSync')
      disk.current.heal()
    }
    await replace('four')
    expect(await copies()).toEqual(['three', 'two'])
    expect(await readdir(join(folder, '.last-good/sets'))).toHaveLength(2)
  })

  it.skipIf(process.platform === 'win32')('copies what a link stands for', async () => {
    const target = join(folder, 'target')
    await symlink(target, path)
    for (const text of ['one', 'two']) {
      await writeFile(target, text)
      keepAhead(path, lastGood)
      keepLastGood(path, lastGood)
    }
    await writeFile(target, 'three')
    expect(await copies()).toEqual(['two', 'one'])
  })
})

/** What happens to a file, and which call of the disk fails with all after it, if any. */
const step = fc.record({
  type: fc.constantFrom('write', 'get ready', 'others replace it', 'others write into it'),
  at: fc.option(fc.nat(6), { nil: Infinity }),
})

it('has the version before at hand, whatever was done ahead, by others, or broken off', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await rm(join(folder, '.last-good'), { recursive: true, force: true })
      await writeFile(path, '0')
      for (const [index, { type, at }] of steps.entries()) {
        const text = String(index + 1)
        const before = await readFile(path, 'utf8')
        const had = await copies()
        disk.current.watch({ at, code: 'EIO', isLast: true })
        try {
          if (type === 'write') keepLastGood(path, lastGood)
          if (type === 'get ready') keepAhead(path, lastGood)
          disk.current.heal()
          if (type === 'write') {
            await replace(text)
            expect((await copies()).find((copy) => copy !== null)).toBe(before)
          }
        } catch (error) {
          if (!(error instanceof StorageError)) throw error
        }
        disk.current.heal()
        if (type === 'others replace it') await replace(text)
        if (type === 'others write into it') await writeFile(path, text)
        // Of two versions that were there the later one is.
        if (had[0] !== null && type !== 'others write into it') {
          expect(await copies()).toContain(had[0])
        }
      }
    }),
    { numRuns: 200 },
  )
})
