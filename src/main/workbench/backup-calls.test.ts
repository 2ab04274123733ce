import { join } from 'node:path'
import { rm } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { errorOf, NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { call, makeTestProject, TestHost } from '../../../tests/support/test-workbench.ts'
import { ProjectStore } from '../store/project-store.ts'

const TEXT = '😀 «سلام» said the envoy.'

async function setUp() {
  const project = await makeTestProject(TEXT)
  const { workbench, host, folder, id } = project
  let batches = 0
  const mark = async (quote: string, baseRevision: number) =>
    valueOf(
      await call(workbench, host, 'annotations.apply', {
        project: folder,
        article: id,
        batch: `0b5f4f7e-7a43-4c0f-8f0e-${String(++batches).padStart(12, '0')}`,
        baseRevision,
        changes: [{ type: 'do', edit: { type: 'add', span: spanOn(TEXT, quote) }, at: NOW }],
      }),
    )
  const quotes = async () => {
    const { document } = valueOf(await call(workbench, host, 'articles.open', { id }))
    return document.set.spans.map(({ start, end }) => TEXT.slice(start, end))
  }
  const list = async (annotator: string | null = null) =>
    valueOf(await call(workbench, host, 'backups.list', { annotator }))
  const restore = (backup: string, annotator: string | null = null) =>
    call(workbench, host, 'backups.restore', { project: folder, backup, annotator })
  return { ...project, mark, quotes, list, restore }
}

describe('backups', () => {
  it('are made when asked for, listed with what they would do, and restored', async () => {
    const { workbench, host, mark, quotes, list, restore } = await setUp()
    await mark('said', 0)
    expect(await list()).toEqual([])
    const name = valueOf(await call(workbench, host, 'backups.make', {})) ?? ''
    expect(valueOf(await call(workbench, host, 'backups.make', {}))).toBeNull()
    expect(await list()).toMatchObject([{ name, changed: 0, gone: 0, newer: 0 }])
    await mark('envoy', 1)
    expect(await list()).toMatchObject([{ name, changed: 1, gone: 0, newer: 0 }])
    expect(await quotes()).toEqual(['said', 'envoy'])

    const other = new TestHost()
    workbench.windows.add(other)
    const restored = valueOf(await restore(name))
    expect(restored).toMatchObject({ files: 1, aside: expect.stringContaining('.quarantine/') })
    expect(await quotes()).toEqual(['said'])
    expect(other.events).toContainEqual({ type: 'articles' })
    // What is open now takes marks, on what was restored.
    await mark('envoy', 1)
    expect(await quotes()).toEqual(['said', 'envoy'])
    await workbench.close()
  })

  it('bring back what is gone', async () => {
    const { workbench, host, folder, mark, quotes, list, restore } = await setUp()
    await mark('said', 0)
    const name = valueOf(await call(workbench, host, 'backups.make', {})) ?? ''
    await rm(join(folder, 'annotations'), { recursive: true })
    expect(await list('ann')).toMatchObject([{ gone: 2 }])
    valueOf(await restore(name, 'ann'))
    expect(await quotes()).toEqual(['said'])
    await workbench.close()
  })

  it('are not restored while another process writes, and the project stays open', async () => {
    const { workbench, host, folder, mark, quotes, restore } = await setUp()
    await mark('said', 0)
    const elsewhere = valueOf(await ProjectStore.open(folder))
    await elsewhere.nameAnnotator({ id: 'bob', name: 'Bob' })
    const name = valueOf(await call(workbench, host, 'backups.make', {})) ?? ''
    await elsewhere.nameAnnotator({ id: 'bob', name: 'Robert' })
    await mark('envoy', 1)
    expect(await elsewhere.claim('bob')).toBeNull()
    const refused = errorOf(await restore(name))
    expect(refused).toMatchObject({ code: 'refused', message: expect.stringContaining('bob') })
    expect(await quotes()).toEqual(['said', 'envoy'])
    valueOf(await restore(name, 'ann'))
    expect(await quotes()).toEqual(['said'])
    await elsewhere.close()
    await workbench.close()
  })

  it('of another project or name are not restored', async () => {
    const { workbench, host, restore } = await setUp()
    expect(errorOf(await restore('2020-01-01'))).toMatchObject({ code: 'not-found' })
    const args = { project: '/elsewhere', backup: '2020-01-01', annotator: null }
    const refused = await call(workbench, host, 'backups.restore', args)
    expect(errorOf(refused)).toMatchObject({ code: 'conflict' })
    await workbench.close()
  })
})
