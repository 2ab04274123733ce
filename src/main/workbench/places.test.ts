import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { errorOf, valueOf } from '../../../tests/support/builders.ts'
import { contentOf } from '../../../tests/support/folder-content.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { call, startWorkbench, TestHost } from '../../../tests/support/test-workbench.ts'
import { ProjectStore } from '../store/project-store.ts'
import type { Workbench } from './workbench.ts'

/** A window on a system with dialogs of its own. */
class DialogHost extends TestHost {
  override view(): ReturnType<TestHost['view']> {
    return { ...super.view(), kind: 'electron', nativeDialogs: true }
  }
}

interface Start {
  readonly folder: string
  readonly workbench: Workbench
  readonly host: TestHost
  /** A project that the program knows nothing of. */
  readonly other: string
}

async function start(host: TestHost = new DialogHost()): Promise<Start> {
  const folder = await temporaryFolder()
  const other = join(folder, 'elsewhere')
  valueOf(await ProjectStore.create(other, 'Elsewhere'))
  return { folder, workbench: await startWorkbench(folder), host, other }
}

test('a path that the program did not give out opens nothing', async () => {
  const { folder, workbench, host, other } = await start()
  for (const path of [other, `${other}/`, `${folder}/x/../elsewhere`, '/', 'elsewhere']) {
    expect(errorOf(await call(workbench, host, 'project.open', { path })).code).toBe('refused')
  }
  expect(workbench.current).toBeNull()
})

test('a path that was picked opens its project, also later', async () => {
  const { workbench, host, other } = await start()
  host.picked = [other]
  const path = valueOf(await call(workbench, host, 'folder.pick', { purpose: 'open-project' }))
  valueOf(await call(workbench, host, 'project.open', { path: path ?? '' }))
  valueOf(await call(workbench, host, 'project.sample', {}))
  const { recent } = valueOf(await call(workbench, host, 'project.open', { path: other }))
  expect(recent.map(({ path: known }) => known)).toContain(other)
})

test('a dialog that was cancelled gives nothing out', async () => {
  const { workbench, host, other } = await start()
  await call(workbench, host, 'folder.pick', { purpose: 'open-project' })
  expect(errorOf(await call(workbench, host, 'project.open', { path: other })).code).toBe('refused')
})

test('a recent project opens in the next start', async () => {
  const { folder, workbench, host, other } = await start()
  host.picked = [other]
  await call(workbench, host, 'folder.pick', { purpose: 'open-project' })
  valueOf(await call(workbench, host, 'project.open', { path: other }))
  await workbench.close()
  const again = await startWorkbench(folder)
  valueOf(await call(again, new DialogHost(), 'project.open', { path: other }))
})

test('a new project goes where its name says, or where a person picked', async () => {
  const { folder, workbench, host } = await start()
  const before = await contentOf(folder)
  const projects = workbench.projectsFolder
  const elsewhere: readonly [path: string, name: string][] = [
    [join(folder, 'Idlib'), 'Idlib'],
    [join(projects, 'Other'), 'Idlib'],
    [join(projects, '..', 'Idlib'), 'Idlib'],
    [`${projects}/../Idlib`, '../Idlib'],
    [relative(process.cwd(), join(projects, 'Idlib')), 'Idlib'],
  ]
  for (const [path, name] of elsewhere) {
    const created = await call(workbench, host, 'project.create', { path, name })
    expect(errorOf(created).code).toBe('refused')
  }
  expect(await contentOf(folder)).toEqual(before)

  const path = join(projects, 'Idlib- 2020')
  valueOf(await call(workbench, host, 'project.create', { path, name: 'Idlib: 2020' }))
  host.picked = [join(folder, 'picked')]
  await call(workbench, host, 'folder.pick', { purpose: 'new-project' })
  const picked = { path: join(folder, 'picked'), name: 'Anything' }
  valueOf(await call(workbench, host, 'project.create', picked))
})

test('folders are listed only where the system has no dialog', async () => {
  const { folder, workbench, host } = await start()
  for (const path of [null, folder]) {
    const listed = await call(workbench, host, 'folder.list', { path })
    expect(errorOf(listed).code).toBe('unsupported')
  }
})

test('without a dialog a full path opens what is there', async () => {
  const { workbench, host, other } = await start(new TestHost())
  expect(errorOf(await call(workbench, host, 'project.open', { path: 'elsewhere' })).code).toBe(
    'refused',
  )
  valueOf(await call(workbench, host, 'project.open', { path: `${other}/` }))
  expect(workbench.current?.store.folder).toBe(other)
})
