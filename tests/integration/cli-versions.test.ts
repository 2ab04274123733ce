import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentOf } from '../support/folder-content.ts'
import { makeHome, rubricator, type Home } from './program.ts'

const FIXTURES = path.join(import.meta.dirname, '../fixtures/projects')

let home: Home
let project = ''

beforeEach(async () => {
  home = await makeHome()
  project = path.join(home.folder, 'two')
  await writeFile(path.join(home.folder, 'late.txt'), 'A late report.\n')
})
afterEach(() => home.remove())

const copy = (version: string): Promise<void> =>
  cp(path.join(FIXTURES, version), project, { recursive: true })

test('commands that read a project of an older version write nothing', async () => {
  await copy('version-1')
  const before = await contentOf(project)
  for (const command of ['list', 'check', 'export']) {
    const { code, stderr } = await rubricator(home, command, 'two')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  }
  expect(await contentOf(project)).toEqual(before)
})

test('an import leads a project of an older version forward first, after a backup', async () => {
  await copy('version-1')
  expect((await rubricator(home, 'import', 'two', 'late.txt')).code).toBe(0)
  const content = await contentOf(project)
  const sets = Object.keys(content).filter((file) =>
    /^annotations\/.*[0-9a-f]{16}\.json$/.test(file),
  )
  expect(sets).toHaveLength(3)
  for (const file of sets) expect(content[file]).toContain('"rubricator-annotations/2"')
  expect(content['project.json']).toContain('"rubricator-project/3"')
  expect((await rubricator(home, 'restore', 'two')).stdout).toMatch(/\d-version-1 /)
  expect((await rubricator(home, 'check', 'two')).stdout).toBe('ok: 3 articles, 3 sets, 6 spans\n')
})

test('a project of a newer version is listed, and all that writes or exports says why not', async () => {
  await copy('version-3')
  const file = path.join(project, 'project.json')
  const newer = (await readFile(file, 'utf8')).replace(
    'rubricator-project/3',
    'rubricator-project/4',
  )
  await writeFile(file, newer)
  const before = await contentOf(project)
  const listed = await rubricator(home, 'list', 'two')
  expect(listed.stdout).toContain('ada:in-progress:3')
  for (const args of [
    ['list', 'two'],
    ['check', 'two'],
    ['export', 'two'],
    ['import', 'two', 'late.txt'],
    ['backup', 'two'],
  ]) {
    const { code, stderr } = await rubricator(home, ...args)
    expect(code, args.join(' ')).toBe(1)
    expect(stderr).toContain('made by a newer Rubricator (rubricator-project/4)')
  }
  expect(await contentOf(project)).toEqual(before)
})
