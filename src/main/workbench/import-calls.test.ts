import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeJsonl } from '../../../tests/bench/project/write-jsonl.ts'
import { errorOf, valueOf } from '../../../tests/support/builders.ts'
import { contentOf } from '../../../tests/support/folder-content.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { call, startWorkbench, TestHost } from '../../../tests/support/test-workbench.ts'

async function bench() {
  const folder = await temporaryFolder()
  const workbench = await startWorkbench(folder)
  const host = new TestHost()
  valueOf(await call(workbench, host, 'annotator.name', { name: 'Ann' }))
  valueOf(await call(workbench, host, 'project.create', { path: join(folder, 'p'), name: 'P' }))
  return { folder, workbench, host }
}

const bytes = (text: string) => Uint8Array.from(new TextEncoder().encode(text))

describe('an import from a window', () => {
  it('reads picked files some at a time and writes them when told', async () => {
    const { folder, workbench, host } = await bench()
    host.picked = Array.from({ length: 30 }, (_, index) => join(folder, `${index}.txt`))
    for (const [index, path] of host.picked.entries()) await writeFile(path, `Text ${index % 29}`)
    host.picked = [...host.picked, join(folder, 'none.txt')]
    const staging = valueOf(await call(workbench, host, 'import.pick', { kind: 'files' }))
    expect(staging).toMatchObject({ pending: 30, items: [{ index: 0, item: { kind: 'problem' } }] })
    const id = staging?.import ?? ''
    const first = valueOf(await call(workbench, host, 'import.read', { import: id }))
    expect(first.pending).toBe(5)
    expect(first.items.map(({ index }) => index)).toEqual(
      Array.from({ length: 25 }, (_, i) => i + 1),
    )
    const rest = valueOf(await call(workbench, host, 'import.read', { import: id }))
    expect(rest.items.at(-1)?.item).toMatchObject({ name: '29.txt', duplicateOf: 'Text 0' })
    expect(valueOf(await call(workbench, host, 'articles.list', {}))).toEqual([])
    const other = new TestHost()
    workbench.windows.add(other)
    const summary = valueOf(await call(workbench, host, 'import.commit', { import: id }))
    expect(summary).toMatchObject({ articles: 29, duplicates: [{ name: '29.txt' }] })
    expect(host.events.at(-1)).toEqual({ type: 'progress', done: 29, total: 29 })
    expect(other.events).toEqual([{ type: 'articles' }])
    expect(valueOf(await call(workbench, host, 'articles.list', {}))).toHaveLength(29)
    const again = await call(workbench, host, 'import.commit', { import: id })
    expect(errorOf(again).code).toBe('not-found')
  })

  it('can be cancelled while it is written, and leaves the project as it was', async () => {
    const { folder, workbench, host } = await bench()
    const path = join(folder, 'large.jsonl')
    await writeJsonl(path, { articles: 300, seed: 1, annotators: 1, spans: 5 })
    host.picked = [path]
    const project = workbench.current?.store.folder ?? ''
    const staging = valueOf(await call(workbench, host, 'import.pick', { kind: 'files' }))
    const id = staging?.import ?? ''
    valueOf(await call(workbench, host, 'import.read', { import: id }))
    const before = await contentOf(project)
    const committing = call(workbench, host, 'import.commit', { import: id })
    valueOf(await call(workbench, host, 'import.cancel', { import: id }))
    expect(errorOf(await committing).message).toBe('The import was cancelled; nothing was imported')
    expect(await contentOf(project)).toEqual(before)
    expect(valueOf(await call(workbench, host, 'articles.list', {}))).toEqual([])
  })

  it('reads a file again in another encoding', async () => {
    const { workbench, host } = await bench()
    const latin = Uint8Array.from([...bytes('Un caf'), 0xe9, ...bytes(' ferm'), 0xe9])
    const files = [
      { name: 'dir/a.txt', bytes: latin },
      { name: 'b.txt', problem: 'the browser could not read it' },
    ]
    const staging = valueOf(await call(workbench, host, 'import.offer', { import: null, files }))
    const id = staging.import
    expect(staging.items.map(({ item }) => item.kind)).toEqual(['article', 'problem'])
    const decode = (index: number, encoding: 'UTF-8' | 'Windows-1252') =>
      call(workbench, host, 'import.decode', { import: id, index, encoding })
    expect(valueOf(await decode(0, 'UTF-8'))).toMatchObject({
      kind: 'problem',
      reason: 'it is not UTF-8: byte 6 begins no character',
      encoding: 'UTF-8',
    })
    expect(valueOf(await decode(0, 'Windows-1252'))).toMatchObject({
      kind: 'article',
      title: 'Un café fermé',
      guessed: false,
    })
    expect(errorOf(await decode(1, 'UTF-8')).code).toBe('refused')
    expect(errorOf(await decode(7, 'UTF-8')).code).toBe('refused')
    const more = { import: id, files: [{ name: 'c.txt', bytes: bytes('Un café fermé') }] }
    const offered = valueOf(await call(workbench, host, 'import.offer', more))
    expect(offered.items[0]).toMatchObject({ index: 2, item: { duplicateOf: 'Un café fermé' } })
    const summary = valueOf(await call(workbench, host, 'import.commit', { import: id }))
    expect(summary).toMatchObject({ articles: 1, problems: [{ name: 'b.txt' }] })
    const [entry] = valueOf(await call(workbench, host, 'articles.list', {}))
    const article = valueOf(await call(workbench, host, 'articles.open', { id: entry?.id ?? '' }))
    expect(article).toMatchObject({ encoding: 'Windows-1252', meta: { source: 'dir/a.txt' } })
    expect(article).toMatchObject({ detectedLanguage: null, meta: { language: null } })
  })

  it('writes nothing when it is cancelled', async () => {
    const { workbench, host } = await bench()
    const files = [{ name: 'a.txt', bytes: bytes('A') }]
    const { import: id } = valueOf(
      await call(workbench, host, 'import.offer', { import: null, files }),
    )
    valueOf(await call(workbench, host, 'import.cancel', { import: id }))
    expect(errorOf(await call(workbench, host, 'import.commit', { import: id })).code).toBe(
      'not-found',
    )
    expect(valueOf(await call(workbench, host, 'import.pick', { kind: 'files' }))).toBeNull()
  })
})
