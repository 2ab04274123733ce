import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { contentOf } from '../../support/folder-content.ts'
import { expect, test } from '../fixtures.ts'
import { ROOT } from '../hosts/home.ts'

const FIXTURES = path.join(ROOT, 'tests/fixtures/projects')
const ARTICLE = 'Convoy hit near the bridge'

test('a project of an older version is brought to this one, with all that can be undone', async ({
  home,
  start,
}) => {
  const project = home.path('Two articles')
  await cp(path.join(FIXTURES, 'version-1'), project, { recursive: true })
  const { window } = await start({ project })
  await window.welcome.begin('Ada')
  await window.library.open(ARTICLE)
  const names = await window.inspector.names()
  expect(names).toHaveLength(3)
  await window.press('Mod+Shift+Z', 'Mod+Shift+Z', 'Mod+Shift+Z')
  await expect(window.inspector.spans).toHaveCount(2)
  await window.press('Mod+Z', 'Mod+Z', 'Mod+Z')
  await window.inspector.expectNames(names)
  await window.status.expectSaved()
  expect(await readFile(path.join(project, 'project.json'), 'utf8')).toContain(
    '"format": "rubricator-project/3"',
  )
  expect(await home.run('restore', project)).toMatch(/\d-version-1 /)
  expect(await home.run('check', project)).toBe('ok: 2 articles, 3 sets, 6 spans\n')
})

test('a project of a newer version can be read and not changed, and says so', async ({
  home,
  start,
}) => {
  const project = home.path('Two articles')
  await cp(path.join(FIXTURES, 'version-3'), project, { recursive: true })
  const file = path.join(project, 'project.json')
  const newer = (await readFile(file, 'utf8'))
    .replace('rubricator-project/3', 'rubricator-project/4')
    .replace('"labels"', '"deadline": "Friday",\n  "labels"')
  await writeFile(file, newer)
  const before = await contentOf(project)
  const { window } = await start({ project })
  await window.welcome.begin('Ada')
  await window.expectProblem(/made by a newer Rubricator \(rubricator-project\/4\)/)
  await window.status.expectText('Read only: made by a newer Rubricator')
  await window.library.open(ARTICLE)
  await expect(window.inspector.spans).toHaveCount(3)
  for (const label of await window.labels.buttons.all()) await expect(label).toBeDisabled()
  await window.press('Tab', 'Delete', 'Mod+Z', 'Mod+E')
  await window.expectProblem(/would be missing from the export/)
  await expect(window.inspector.spans).toHaveCount(3)
  expect(await contentOf(project)).toEqual(before)
})
