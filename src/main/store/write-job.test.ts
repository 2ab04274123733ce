import { existsSync } from 'node:fs'
import {
  chmod,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FaultyDisk } from '../../../tests/support/faulty-disk.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { copiesOf, lastGoodOf, type LastGood } from './last-good.ts'
import { lookOf } from './look.ts'
import { removeSpares, SpareFiles } from './spare-files.ts'
import { StorageError } from './storage-error.ts'
import { writeNow } from './write-job.ts'

const disk = vi.hoisted(() => ({ current: undefined as unknown as FaultyDisk }))
vi.mock('node:fs', async (importOriginal) => {
  const { FaultyDisk: Disk } = await import('../../../tests/support/faulty-disk.ts')
  disk.current = new Disk()
  return disk.current.wrapNow(await importOriginal<typeof import('node:fs')>())
})

let folder = ''
let path = ''
let lastGood: LastGood
let spares: SpareFiles

beforeEach(async () => {
  folder = await temporaryFolder()
  path = join(folder, 'sets/c.json')
  lastGood = lastGoodOf(folder, 'sets/c.json')
  await mkdir(lastGood.folder)
  await mkdir(join(folder, 'sets'))
  await writeFile(path, 'one')
  spares = new SpareFiles()
})

const write = (text: string, to = path): Promise<string> =>
  writeNow({ path: to, content: new TextEncoder().encode(text), lastGood }, spares)

/** What the file held before its last change, as it is kept. */
const kept = (): Promise<string> => readFile(copiesOf(lastGood)[0], 'utf8')

/** The one spare file there is. */
async function spareFile(): Promise<string> {
  const [name, ...others] = (await readdir(lastGood.folder)).filter((each) => each.endsWith('.tmp'))
  if (name === undefined || others.length > 0) throw new Error('There is not one spare file')
  return join(lastGood.folder, name)
}

describe('a document', () => {
  it('takes the place of a file that was made before, and what was there is kept', async () => {
    spares.prepare(lastGood.folder)
    const { ino } = await stat(await spareFile())
    expect(await write('two 😀')).toBe(await lookOf(path))
    expect((await stat(path)).ino).toBe(ino)
    expect(await readFile(path, 'utf8')).toBe('two 😀')
    expect(await kept()).toBe('one')
    expect(await readdir(lastGood.folder)).toEqual(['sets'])
    // There is none any more, and it is written all the same.
    await write('three')
    expect(await readFile(path, 'utf8')).toBe('three')
    expect(await readdir(join(folder, 'sets'))).toEqual(['c.json'])
  })

  it.skipIf(process.platform === 'win32')('keeps its mode, and a new one has its own', async () => {
    await chmod(path, 0o640)
    spares.prepare(lastGood.folder)
    await write('two')
    expect((await stat(path)).mode & 0o777).toBe(0o640)
    const fresh = join(folder, 'sets/new.json')
    spares.prepare(lastGood.folder)
    const { mode } = await stat(await spareFile())
    await write('x', fresh)
    expect((await stat(fresh)).mode).toBe(mode)
  })

  it('is written where somebody has removed the spare file', async () => {
    spares.prepare(lastGood.folder)
    await rm(await spareFile())
    await write('two')
    expect(await readFile(path, 'utf8')).toBe('two')
  })

  it('is not written into a file that has a second name: a copy of the folder may be made so', async () => {
    spares.prepare(lastGood.folder)
    const copy = join(folder, 'copy')
    await link(await spareFile(), copy)
    await write('two')
    expect(await readFile(path, 'utf8')).toBe('two')
    expect(await readFile(copy, 'utf8')).toBe('')
  })

  it('is written into a folder that is not there yet', async () => {
    spares.prepare(lastGood.folder)
    const deep = join(folder, 'a/b/c.json')
    await write('x', deep)
    expect(await readFile(deep, 'utf8')).toBe('x')
    expect(await readdir(lastGood.folder)).toEqual([])
  })

  it.each(['a spare file', 'none'])(
    'is refused where its project has gone, which does not come back: with %s',
    async (ready) => {
      if (ready === 'a spare file') spares.prepare(lastGood.folder)
      await rename(folder, `${folder} elsewhere`)
      await expect(write('two')).rejects.toThrow(`Could not find the folder ${folder}: it does`)
      expect(existsSync(folder)).toBe(false)
      await rename(`${folder} elsewhere`, folder)
      await write('three')
      expect(await readFile(path, 'utf8')).toBe('three')
    },
  )

  it('stays as it is where it cannot be written, and nothing is left', async () => {
    spares.prepare(lastGood.folder)
    await mkdir(join(folder, 'taken/by-a-folder'), { recursive: true })
    await expect(write('x', join(folder, 'taken'))).rejects.toThrow(StorageError)
    expect(await readdir(folder)).toEqual(['.last-good', 'sets', 'taken'])
    expect(await readFile(path, 'utf8')).toBe('one')
  })
})

it('is whole, and what it held is kept, whichever call of the disk fails, once or from then on', async () => {
  spares.prepare(lastGood.folder)
  disk.current.watch()
  await write('two')
  const calls = disk.current.calls.length
  disk.current.heal()
  for (const isLast of [false, true]) {
    for (let at = 0; at < calls; at++) {
      for (const copy of copiesOf(lastGood)) await rm(copy, { force: true })
      await writeFile(path, 'one')
      spares.prepare(lastGood.folder)
      disk.current.watch({ at, code: 'EIO', isLast })
      const outcome = await write('two').catch((error: unknown) => error)
      disk.current.heal()
      const what = `call ${at}, ${disk.current.calls[at] ?? ''}, ${isLast ? 'and all after it' : 'alone'}`
      const held = await readFile(path, 'utf8')
      if (outcome instanceof StorageError) expect(['one', 'two'], what).toContain(held)
      else expect(held, what).toBe('two')
      if (held === 'two') expect(await kept(), what).toBe('one')
      if (!isLast) expect(await readdir(join(folder, 'sets')), what).toEqual(['c.json'])
      spares.discard()
    }
  }
})

describe('SpareFiles', () => {
  it('makes none where there is no folder for it', () => {
    spares.prepare(join(folder, 'nowhere'))
    expect(spares.take(join(folder, 'nowhere'))).toBeNull()
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  })

  it('leaves none behind when a project is closed, but those of other processes', async () => {
    spares.prepare(lastGood.folder)
    const other = join(lastGood.folder, '.spare-1.0123456789ab.tmp')
    await writeFile(other, '')
    removeSpares(folder)
    expect(await spareFile()).toBe(other)
    await write('two')
    expect(await readFile(path, 'utf8')).toBe('two')
    removeSpares(join(folder, 'nowhere'))
  })

  it('removes one that nobody needs, or that another project needs none of', async () => {
    vi.useFakeTimers()
    try {
      spares.prepare(lastGood.folder)
      await spareFile()
      expect(spares.take(folder)).toBeNull()
      spares.prepare(join(folder, 'sets'))
      expect(await readdir(lastGood.folder)).toEqual([])
      vi.advanceTimersByTime(5000)
      expect(await readdir(join(folder, 'sets'))).toEqual(['c.json'])
    } finally {
      vi.useRealTimers()
    }
  })
})
