import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { errorOf, valueOf } from '../../../tests/support/builders.ts'
import { contentOf } from '../../../tests/support/folder-content.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { call, startWorkbench, TestHost } from '../../../tests/support/test-workbench.ts'
import { calls, type CallName } from '../../contract/calls.ts'
import { dispatch } from './dispatch.ts'

describe('dispatch', () => {
  it.each([
    ['no.such.call', {}],
    ['toString', {}],
    [undefined, undefined],
    [{ name: 'workbench.state' }, {}],
    ['workbench.state', { extra: 1 }],
    ['workbench.state', null],
    ['articles.open', { id: '../../etc/passwd' }],
    ['articles.open', { id: 'con' }],
    ['annotations.apply', { article: 'a', batch: 'x', baseRevision: 0, changes: [] }],
    ['annotator.name', { name: '   ' }],
  ])('refuses %j with %j', async (name, args) => {
    const folder = await temporaryFolder()
    const workbench = await startWorkbench(folder)
    const result = await dispatch(workbench, new TestHost(), name, args)
    expect(errorOf(result)).toMatchObject({ code: 'invalid-call' })
    expect(await contentOf(folder)).toEqual({})
  })

  it('lets a window that may only look do only that', async () => {
    const workbench = await startWorkbench(await temporaryFolder())
    const host = new TestHost()
    host.writable = false
    const named = await dispatch(workbench, host, 'annotator.name', { name: 'Ann' })
    expect(errorOf(named)).toMatchObject({ code: 'read-only' })
    expect(valueOf(await call(workbench, host, 'workbench.state', {}))).toMatchObject({
      annotator: null,
      project: null,
      writable: false,
    })
  })

  it('asks for a project and a name where they are needed', async () => {
    const folder = await temporaryFolder()
    const workbench = await startWorkbench(folder)
    const host = new TestHost()
    const needProject: readonly CallName[] = ['articles.list', 'export.jsonl', 'import.offer']
    for (const name of needProject) {
      const args = { annotator: null, import: null, files: [] }
      const known = Object.keys(calls[name].args.entries)
      const fitting = Object.fromEntries(
        Object.entries(args).filter(([key]) => known.includes(key)),
      )
      expect(errorOf(await dispatch(workbench, host, name, fitting)).code).toBe('not-ready')
    }
    const path = join(folder, 'p')
    valueOf(await call(workbench, host, 'project.create', { path, name: 'P' }))
    expect(errorOf(await call(workbench, host, 'articles.open', { id: 'a' })).code).toBe(
      'not-ready',
    )
    valueOf(await call(workbench, host, 'annotator.name', { name: 'Ann' }))
    expect(errorOf(await call(workbench, host, 'articles.open', { id: 'a' })).code).toBe(
      'not-found',
    )
  })

  it('tells a bug from a disk that fails', async () => {
    const folder = await temporaryFolder()
    const workbench = await startWorkbench(folder)
    const host = new TestHost()
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    onTestFinished(() => stderr.mockRestore())
    await writeFile(join(folder, 'settings'), 'a file where the folder should be')
    const named = await dispatch(workbench, host, 'annotator.name', { name: 'Ann' })
    expect(errorOf(named)).toMatchObject({ code: 'storage' })
    host.view = () => {
      throw new TypeError('a bug')
    }
    const state = await dispatch(workbench, host, 'workbench.state', {})
    expect(errorOf(state)).toMatchObject({ code: 'internal' })
    expect(stderr.mock.calls.join('')).toMatch(/annotator\.name failed.*workbench\.state failed/s)
  })

  it('lists folders and says which are projects', async () => {
    const folder = await temporaryFolder()
    const workbench = await startWorkbench(folder)
    const host = new TestHost()
    await mkdir(join(folder, '.hidden'))
    await mkdir(join(folder, 'plain'))
    await writeFile(join(folder, 'file'), '')
    const path = join(folder, 'a project')
    valueOf(await call(workbench, host, 'project.create', { path, name: 'P' }))
    const view = valueOf(await call(workbench, host, 'folder.list', { path: folder }))
    expect(view.folders.map(({ name, isProject }) => [name, isProject])).toEqual([
      ['a project', true],
      ['plain', false],
      ['settings', false],
    ])
    expect(valueOf(await call(workbench, host, 'folder.list', { path: null })).path).not.toBe('')
    const missing = await call(workbench, host, 'folder.list', { path: join(folder, 'none') })
    expect(errorOf(missing).code).toBe('not-found')
    expect(errorOf(await call(workbench, host, 'folder.list', { path: 'a' })).code).toBe('refused')
  })
})
