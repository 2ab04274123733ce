import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { AnnotationSet } from '../../src/core/annotation/annotation-set.ts'
import { applyChange, type AnnotationDocument } from '../../src/core/annotation/history.ts'
import { historyOf } from '../../src/core/annotation/past-sets.ts'
import { listBackups } from '../../src/main/store/backup/backup-files.ts'
import { restoreBackup } from '../../src/main/store/backup/restore-backup.ts'
import { ProjectLocks } from '../../src/main/store/lock/project-locks.ts'
import { setFile } from '../../src/main/store/project-layout.ts'
import { ProjectStore } from '../../src/main/store/project-store.ts'
import { checkProject } from '../../src/main/workbench/check-project.ts'
import { ANNOTATORS, ARTICLES, WORKS } from '../fixtures/projects/fixture-work.ts'
import { LABELS } from '../support/arbitraries.ts'
import { NOW, valueOf } from '../support/builders.ts'
import type { FaultyDisk } from '../support/faulty-disk.ts'
import { contentOf } from '../support/folder-content.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const disk = vi.hoisted(() => ({ current: undefined as unknown as FaultyDisk }))
vi.mock('node:fs/promises', async (importOriginal) => {
  const { FaultyDisk: Disk } = await import('../support/faulty-disk.ts')
  disk.current ??= new Disk()
  return disk.current.wrap(await importOriginal<typeof import('node:fs/promises')>())
})
vi.mock('node:fs', async (importOriginal) => {
  const { FaultyDisk: Disk } = await import('../support/faulty-disk.ts')
  disk.current ??= new Disk()
  return disk.current.wrapNow(await importOriginal<typeof import('node:fs')>())
})

interface Expected {
  readonly set: AnnotationSet
  /** The sets that each step back and each step forward leads to. */
  readonly undo: readonly AnnotationSet[]
  readonly redo: readonly AnnotationSet[]
}

const FIXTURES = join(import.meta.dirname, '../fixtures/projects')
const VERSIONS = (await readdir(FIXTURES)).filter((name) => name.startsWith('version-'))
const LATEST = `version-${VERSIONS.length}`
const OLDER = VERSIONS.filter((name) => name !== LATEST)
const expected = JSON.parse(await readFile(join(FIXTURES, 'expected.json'), 'utf8')) as Readonly<
  Record<string, Expected>
>
const now = () => new Date(NOW)

/** A copy of a fixture. */
async function projectOf(version: string): Promise<string> {
  const folder = join(await temporaryFolder(), 'project')
  await cp(join(FIXTURES, version), folder, { recursive: true })
  return folder
}

/** Opens a project as a window does. */
async function openToWrite(folder: string): Promise<ProjectStore> {
  return valueOf(await ProjectStore.open(folder, { mends: true, now }))
}

/** What a project holds, without what belongs to one desk. */
async function filesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(await contentOf(folder))
  return Object.fromEntries(files.filter(([file]) => !/^\.(?:locks|backups)\/|\.tmp$/.test(file)))
}

function formatsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const json = Object.entries(files).filter(([file]) => file.endsWith('.json'))
  return [...new Set(json.map(([, text]) => (JSON.parse(text) as { format: string }).format))]
}

async function expectAllIsThere(store: ProjectStore, version: string): Promise<void> {
  expect(store.problems).toEqual([])
  expect(store.project.annotators).toEqual(ANNOTATORS)
  for (const article of ARTICLES) {
    expect(valueOf(await store.readArticle(article.id))).toEqual(article)
  }
  for (const { article, annotator, since } of WORKS) {
    if (since > Number(version.slice('version-'.length))) continue
    const { text } = valueOf(await store.readArticle(article))
    const wanted = expected[setFile(article, annotator)]
    const document = valueOf(await store.document(article, annotator))
    expect(document.set).toEqual(wanted?.set)
    expect(setsAlong(document, 'undo', text)).toEqual(wanted?.undo)
    expect(setsAlong(document, 'redo', text)).toEqual(wanted?.redo)
    const past = valueOf(historyOf(document, { text, labels: LABELS }))
    expect(past).toHaveLength(document.history.length)
    expect(new Set(past.map(({ by }) => by))).toEqual(new Set([annotator]))
  }
}

/** The sets that a document leads to, step by step, until there is no further one. */
function setsAlong(
  document: AnnotationDocument,
  type: 'undo' | 'redo',
  text: string,
): readonly AnnotationSet[] {
  const sets: AnnotationSet[] = []
  for (let current = document; ;) {
    const next = applyChange(current, { type, at: NOW }, { text, labels: LABELS, annotator: 'ada' })
    if (!next.ok) {
      expect(next.error.code).toBe(`nothing-to-${type}`)
      return sets
    }
    current = next.value
    sets.push(current.set)
  }
}

describe.each(VERSIONS)('a project of %s', (version) => {
  test('is read as it is by a program that only looks', async () => {
    const folder = await projectOf(version)
    const before = await contentOf(folder)
    const store = valueOf(await ProjectStore.open(folder))
    await expectAllIsThere(store, version)
    expect((await checkProject(store)).problems).toEqual([])
    expect(await contentOf(folder)).toEqual(before)
  })

  test('is led forward when it is opened to be worked on', async () => {
    const folder = await projectOf(version)
    const store = await openToWrite(folder)
    await expectAllIsThere(store, version)
    await store.close()
    const files = await filesOf(folder)
    const latest = await filesOf(join(FIXTURES, LATEST))
    expect(formatsOf(files).toSorted()).toEqual(formatsOf(latest).toSorted())
    expect(files['project.json']).toBe(latest['project.json'])
    await expectAllIsThere(await openToWrite(folder), version)
    expect(await filesOf(folder)).toEqual(files)
  })
})

describe.each(OLDER)('leading %s forward', (version) => {
  test('keeps a backup of what was, which can be put back', async () => {
    const folder = await projectOf(version)
    const before = await filesOf(folder)
    await (await openToWrite(folder)).close()
    const [backup, ...others] = await listBackups(folder)
    expect(others).toEqual([])
    if (backup === undefined) throw new Error('There is no backup')
    expect(backup.name).toBe(`2026-03-01-${version}`)
    valueOf(await restoreBackup(folder, backup, { annotator: null }))
    const after = await filesOf(folder)
    expect(after).toMatchObject(before)
    await expectAllIsThere(await openToWrite(folder), version)
  })

  test('goes on after being killed at any call of the file system, to the very same files', async () => {
    const whole = await projectOf(version)
    disk.current.watch()
    await (await openToWrite(whole)).close()
    const calls = disk.current.calls.length
    disk.current.heal()
    const wanted = await filesOf(whole)
    const seen = new Set<string>()
    for (let at = 0; at < calls; at++) {
      const folder = await projectOf(version)
      disk.current.watch({ at, code: 'EIO', isLast: true })
      await ProjectStore.open(folder, { mends: true, now }).catch(() => undefined)
      disk.current.heal()
      // Those of a process that has ended are taken over; this one goes on.
      await rm(join(folder, '.locks'), { recursive: true, force: true })
      const left = await filesOf(folder)
      seen.add(JSON.stringify(left))
      // Named last: until then every opening goes on.
      if (left['project.json'] === wanted['project.json']) expect(left).toEqual(wanted)
      await expectAllIsThere(valueOf(await ProjectStore.open(folder)), version)
      const store = await openToWrite(folder)
      await expectAllIsThere(store, version)
      await store.close()
      expect(await filesOf(folder)).toEqual(wanted)
      expect((await listBackups(folder)).map(({ name }) => name)).toEqual([`2026-03-01-${version}`])
    }
    const before = await filesOf(await projectOf(version))
    const led = Object.keys(before).filter((file) => before[file] !== wanted[file])
    // Untouched, and after each of the files, `project.json` last.
    expect(seen.size).toBeGreaterThanOrEqual(led.length + 1)
  }, 300_000)

  test('leaves the sets that another process writes to the next opening', async () => {
    const folder = await projectOf(version)
    const before = await filesOf(folder)
    const other = new ProjectLocks(folder)
    expect(await other.keep('ada')).toBeNull()
    const store = await openToWrite(folder)
    expect(store.problems).toMatchObject([{ file: 'annotations/ada', severity: 'notice' }])
    await store.close()
    const between = await filesOf(folder)
    expect(between['project.json']).toBe(before['project.json'])
    const ofAda = WORKS.filter(({ annotator }) => annotator === 'ada')
    for (const { article } of ofAda) {
      const file = setFile(article, 'ada')
      expect(between[file]).toBe(before[file])
    }
    await other.release()
    const again = await openToWrite(folder)
    await expectAllIsThere(again, version)
    await again.close()
    expect(formatsOf(await filesOf(folder))).toEqual(
      formatsOf(await filesOf(join(FIXTURES, LATEST))),
    )
  })

  test.each(['.locks', '.backups'])(
    'opens it all the same where %s cannot be written',
    async (name) => {
      const folder = await projectOf(version)
      await writeFile(join(folder, name), '')
      const before = await filesOf(folder)
      const store = await openToWrite(folder)
      const [problem] = store.problems
      expect(problem).toMatchObject({ file: 'project.json', severity: 'notice' })
      expect(problem?.reason).toContain('the next opening goes on: Could not')
      expect(await filesOf(folder)).toEqual(before)
      await rm(join(folder, name))
      await (await openToWrite(folder)).close()
      expect((await filesOf(folder))['project.json']).not.toBe(before['project.json'])
    },
  )
})
