import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { addArticle } from '../../../../tests/support/add-article.ts'
import { articleWith, errorOf, spanOn, valueOf } from '../../../../tests/support/builders.ts'
import { contentOf } from '../../../../tests/support/folder-content.ts'
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts'
import type { Status } from '../../../core/annotation/annotation-set.ts'
import { ok } from '../../../core/result.ts'
import { LAST_GOOD_FOLDER } from '../last-good.ts'
import { setFile } from '../project-layout.ts'
import { ProjectStore } from '../project-store.ts'
import { backUp, backUpNow, KEPT_DAYS } from './back-up.ts'
import { listBackups, type Backup } from './backup-files.ts'
import { compareBackups } from './compare-backups.ts'
import { restoreBackup } from './restore-backup.ts'

const TEXT = '😀 «سلام» said the envoy.'
const ARTICLE = articleWith(TEXT)
const SET = setFile(ARTICLE.id, 'ada')
const EVERYTHING = { annotator: null }

describe('backUp', () => {
  it('makes one a day, and keeps a content once', async () => {
    const { folder, advance } = await makeProject()
    expect((await backUp(folder, day(1)))?.files.size).toBe(3)
    await advance('ada')
    expect(await backUp(folder, day(1))).toBeNull()
    expect((await backUp(folder, day(2)))?.files.size).toBe(3)
    await backUp(folder, day(3))
    const [third, second, first] = await listBackups(folder)
    expect(third?.files).toEqual(second?.files)
    const differing = [...(first?.files ?? [])].filter(
      ([path, hash]) => second?.files.get(path) !== hash,
    )
    expect(differing.map(([path]) => path)).toEqual([SET])
    // Nothing new on the third day.
    expect(await sizeOf(folder, 3)).toBeLessThan(await sizeOf(folder, 2))
  })

  it('keeps the last ten, each of them whole', async () => {
    const { folder, advance } = await makeProject()
    const revisions: (readonly [string, number])[] = []
    for (let number = 1; number <= KEPT_DAYS + 4; number++) {
      // Bob's set is that of the first day for all of them.
      const { revision } = await advance('ada')
      const backup = await backUp(folder, day(number))
      revisions.push([backup?.name ?? '', revision])
    }
    const kept = await listBackups(folder)
    expect(kept.map((backup) => backup.name)).toEqual(
      revisions
        .slice(-KEPT_DAYS)
        .map(([name]) => name)
        .toReversed(),
    )
    for (const backup of kept) {
      await rm(join(folder, 'annotations'), { recursive: true })
      valueOf(await restoreBackup(folder, backup, EVERYTHING))
      const store = valueOf(await ProjectStore.open(folder))
      expect(store.problems).toEqual([])
      const wanted = revisions.find(([name]) => name === backup.name)?.[1]
      expect(valueOf(await store.document(ARTICLE.id, 'ada')).revision).toBe(wanted)
      expect(valueOf(await store.document(ARTICLE.id, 'bob')).revision).toBe(1)
    }
  })

  it('makes no folder in the place of a project that has gone', async () => {
    const { folder } = await makeProject()
    await rm(folder, { recursive: true })
    await expect(backUp(folder, day(1))).rejects.toThrow(`Could not read ${folder}`)
    await expect(readdir(folder)).rejects.toThrow('ENOENT')
  })

  it('is none, and says why, where a file cannot be read', async () => {
    const { folder } = await makeProject()
    await rm(join(folder, SET))
    await mkdir(join(folder, SET))
    await expect(backUp(folder, day(1))).rejects.toThrow('Could not read')
    expect(await listBackups(folder)).toEqual([])
    await rm(join(folder, SET), { recursive: true })
    expect((await backUp(folder, day(1)))?.files.size).toBe(2)
  })

  it('is made beside that of the day before files are led forward', async () => {
    const { folder, advance } = await makeProject()
    await backUp(folder, day(1))
    await advance('ada')
    const before = await backUp(folder, new Date(day(1).getTime() + 60_000), 1)
    if (before === null) throw new Error('There was one already')
    expect(await backUp(folder, day(1), 1)).toBeNull()
    const [latest, first, ...others] = await listBackups(folder)
    expect(others).toEqual([])
    expect(latest).toEqual(before)
    expect(latest?.name).toBe(`${first?.name}-version-1`)
    await rm(join(folder, SET))
    valueOf(await restoreBackup(folder, before, EVERYTHING))
    const store = valueOf(await ProjectStore.open(folder))
    expect(valueOf(await store.document(ARTICLE.id, 'ada')).revision).toBe(2)
  })

  it('leaves out what is damaged', async () => {
    const { folder } = await makeProject()
    await writeFile(join(folder, SET), '{"format":')
    expect([...((await backUp(folder, day(1)))?.files.keys() ?? [])]).toEqual([
      'project.json',
      setFile(ARTICLE.id, 'bob'),
    ])
  })
})

describe('backUpNow', () => {
  it('makes another one on a day that has one, unless nothing has changed since', async () => {
    const { folder, advance } = await makeProject()
    const first = await backedUp(folder)
    expect(await backUpNow(folder, day(1))).toBeNull()
    await advance('ada')
    const second = await backUpNow(folder, new Date('2026-03-01T14:05:12.345Z'))
    expect(second?.name).toBe('2026-03-01T140512')
    await rm(join(folder, SET))
    expect(await backUpNow(folder, day(1))).not.toBeNull()
    // The day has its own already.
    expect(await backUp(folder, day(1))).toBeNull()
    expect((await listBackups(folder)).map(({ name }) => name)).toEqual([
      second?.name,
      '2026-03-01T120000',
      first.name,
    ])
  })

  it('pushes no day out, however often it is asked for', async () => {
    const { folder, advance } = await makeProject()
    const first = await backedUp(folder)
    for (let minute = 0; minute < KEPT_DAYS + 2; minute++) {
      await advance('ada')
      await backUpNow(folder, new Date(Date.UTC(2026, 2, 2, 9, minute)))
    }
    expect(await listBackups(folder)).toHaveLength(KEPT_DAYS + 3)
    expect((await listBackups(folder)).at(-1)).toEqual(first)
  })
})

describe('compareBackups', () => {
  it('says what restoring would do', async () => {
    const { folder, store, advance } = await makeProject()
    const backup = await backedUp(folder)
    const compare = (annotator: string | null) => compareBackups(folder, [backup], { annotator })
    const { name, made } = backup
    expect(await compare(null)).toEqual([{ name, made, files: 3, changed: 0, gone: 0, newer: 0 }])
    await advance('ada')
    await rm(join(folder, setFile(ARTICLE.id, 'bob')))
    await store.nameAnnotator({ id: 'ada', name: 'Ada' })
    expect(await compare(null)).toMatchObject([{ files: 3, changed: 1, gone: 1, newer: 1 }])
    expect(await compare('ada')).toMatchObject([{ files: 1, changed: 1, gone: 0, newer: 1 }])
    valueOf(await restoreBackup(folder, backup, EVERYTHING))
    expect(await compare(null)).toMatchObject([{ files: 3, changed: 0, gone: 0, newer: 1 }])
  })
})

describe('restoreBackup', () => {
  it('puts everything back as it was, byte for byte, and keeps what was there', async () => {
    const { folder, advance } = await makeProject()
    const backup = await backedUp(folder)
    const before = await contentOf(folder)
    await advance('ada')
    const after = await readFile(join(folder, SET), 'utf8')
    const restored = valueOf(await restoreBackup(folder, backup, EVERYTHING))
    expect(restored).toMatchObject({ files: [SET], same: 2 })
    expect(await readFile(join(folder, restored.aside ?? '', SET), 'utf8')).toBe(after)
    await rm(join(folder, '.quarantine'), { recursive: true })
    expect(await contentOf(folder)).toEqual(before)
  })

  it.each(['reviews', 'merged'])('goes with what lies in %s/ of the same person', async (inner) => {
    const { folder } = await makeProject()
    const file = `${inner}${SET.slice(SET.indexOf('/'))}`
    await mkdir(join(folder, file, '..'), { recursive: true })
    await writeFile(join(folder, file), '{"at":1}')
    const backup = await backUp(folder, day(1))
    await writeFile(join(folder, file), '{"at":2}')
    valueOf(await restoreBackup(folder, backup as Backup, { annotator: 'bob' }))
    expect(await readFile(join(folder, file), 'utf8')).toBe('{"at":2}')
    valueOf(await restoreBackup(folder, backup as Backup, { annotator: 'ada' }))
    expect(await readFile(join(folder, file), 'utf8')).toBe('{"at":1}')
  })

  it('can be kept to one annotator', async () => {
    const { folder, advance } = await makeProject()
    const backup = await backedUp(folder)
    await advance('ada')
    await advance('bob')
    const restored = valueOf(await restoreBackup(folder, backup, { annotator: 'bob' }))
    expect(restored.files).toEqual([setFile(ARTICLE.id, 'bob')])
  })

  it('changes nothing when a content is missing', async () => {
    const { folder, advance } = await makeProject()
    const backup = await backedUp(folder)
    await advance('ada')
    await writeFile(join(folder, '.backups', `${backup.name}.jsonl.gz`), 'not zipped')
    const before = await contentOf(folder)
    expect(errorOf(await restoreBackup(folder, backup, EVERYTHING)).message).toContain('damaged')
    expect(await contentOf(folder)).toEqual(before)
  })

  it('is not blown up by a small file that holds a huge one', async () => {
    const { folder, advance } = await makeProject()
    const backup = await backedUp(folder)
    await advance('ada')
    const zip = createGzip()
    const file = createWriteStream(join(folder, '.backups', `${backup.name}.jsonl.gz`))
    const megabyte = 'a'.repeat(1_000_000)
    await pipeline(Readable.from(Array.from({ length: 700 }, () => megabyte)), zip, file)
    expect(errorOf(await restoreBackup(folder, backup, EVERYTHING)).message).toContain('damaged')
  })

  it('is refused while another process writes, and changes nothing', async () => {
    const { folder, store, advance } = await makeProject()
    const backup = await backedUp(folder)
    await advance('ada')
    const { revision } = await advance('bob')
    await store.claim('bob')
    const refused = errorOf(await restoreBackup(folder, backup, EVERYTHING))
    expect(refused.message).toContain('Nothing was restored')
    expect(refused.message).toContain(`process ${process.pid}`)
    const after = valueOf(await ProjectStore.open(folder))
    expect(valueOf(await after.document(ARTICLE.id, 'ada')).revision).toBe(revision)
    await store.close()
    valueOf(await restoreBackup(folder, backup, EVERYTHING))
  })

  it('writes to no place outside the project’s own files', async () => {
    const { folder } = await makeProject()
    for (const path of ['../outside.json', 'annotations/../../x/y/x.json', '.gitignore', '']) {
      await mkdir(join(folder, '.backups'), { recursive: true })
      const files = { [path]: '0'.repeat(64) }
      const manifest = { format: 'rubricator-backup/1', made: '2026-01-01', files }
      await writeFile(join(folder, '.backups', '2026-01-01.json'), JSON.stringify(manifest))
      const [backup] = await listBackups(folder)
      if (backup === undefined) throw new Error('The manifest was not read')
      expect(errorOf(await restoreBackup(folder, backup, EVERYTHING)).message).toContain(
        'no file of',
      )
    }
  })
})

describe('a damaged file without its last copy', () => {
  it('is restored from the last backup that has it', async () => {
    const { folder } = await makeProject()
    await backedUp(folder)
    await writeFile(join(folder, SET), '')
    await rm(join(folder, LAST_GOOD_FOLDER), { recursive: true, force: true })
    const store = valueOf(await ProjectStore.open(folder, { mends: true }))
    expect(store.problems[0]?.reason).toContain('as it was in the backup of 2026-03-01')
    expect(valueOf(await store.document(ARTICLE.id, 'ada')).revision).toBe(1)
  })
})

/** A project with an article on which Ada and Bob have a set each. */
async function makeProject() {
  const folder = join(await temporaryFolder(), 'p')
  const store = valueOf(await ProjectStore.create(folder, 'P'))
  await addArticle(store, ARTICLE)
  const annotators = ['ada', 'bob'].map((id) => ({ id, name: id }))
  await store.updateProject((project) => ({ ...project, annotators }))
  const advance = async (annotator: string) => {
    const status: Status = 'in-progress'
    const span = { ...spanOn(TEXT, 'the envoy'), id: annotator }
    const advanced = await store.updateDocument(ARTICLE.id, annotator, (document) =>
      ok({
        ...document,
        revision: document.revision + 1,
        set: { ...document.set, status, spans: [span] },
      }),
    )
    return valueOf(advanced)
  }
  await advance('ada')
  await advance('bob')
  return { folder, store, advance }
}

async function backedUp(folder: string): Promise<Backup> {
  const backup = await backUp(folder, day(1))
  if (backup === null) throw new Error('There was one already')
  return backup
}

function day(number: number): Date {
  return new Date(Date.UTC(2026, 2, number, 12))
}

async function sizeOf(folder: string, number: number): Promise<number> {
  const names = await readdir(join(folder, '.backups'))
  const name = names.find((each) => each.endsWith(`-${String(number).padStart(2, '0')}.jsonl.gz`))
  return (await readFile(join(folder, '.backups', name ?? ''))).length
}
