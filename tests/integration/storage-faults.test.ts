import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { applyChange, newDocument, type Change } from '../../src/core/annotation/history.ts'
import { emptySet } from '../../src/core/annotation/annotation-set.ts'
import { DEFAULT_LABEL_SET } from '../../src/core/annotation/label-set.ts'
import { ProjectStore } from '../../src/main/store/project-store.ts'
import { NOW, spanOn, valueOf } from '../support/builders.ts'
import { FaultyDisk } from '../support/faulty-disk.ts'
import { call, makeTestProject } from '../support/test-workbench.ts'

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

const TEXT = '😀 «سلام» said the envoy.\r\nAt least 34 soldiers died on 27 Feb.\u2028End'
const LABELS = new Set(DEFAULT_LABEL_SET.map(({ name }) => name))
const ERRORS = ['ENOSPC', 'EIO', 'EMFILE', 'EROFS', 'EACCES', 'ENOENT'] as const

/** What became of an edit while a call failed. */
interface Row {
  readonly call: string
  readonly error: string
  readonly sees: string
  /** Edits that are not on disk once the window has sent again what was not saved. */
  readonly lost: number
}

test('whatever call of the file system fails, in whatever way, no edit is lost', async () => {
  const bench = await openBench()
  // The first edit also makes folders; from the third on all edits take the same calls.
  for (let edit = 0; edit < 3; edit++) expect(await bench.apply(randomUUID())).toBe('Saved')
  disk.current.watch()
  expect(await bench.apply(randomUUID())).toBe('Saved')
  const calls = [...disk.current.calls]
  disk.current.heal()
  expect(calls).toEqual(
    expect.arrayContaining([
      'openSync',
      'writeSync',
      'linkSync',
      'fsyncSync',
      'renameSync',
      'fsyncSync of a folder',
    ]),
  )

  const rows: Row[] = []
  for (const at of calls.keys()) {
    for (const error of ERRORS) {
      // What a failed write has left takes a call more: after this one they are the same again.
      expect(await bench.apply(randomUUID())).toBe('Saved')
      const batch = randomUUID()
      disk.current.watch({ at, code: error })
      const sees = await bench.apply(batch)
      // Which one it was: a file that was written but not acknowledged is read first.
      const name = disk.current.calls[at] ?? 'none'
      disk.current.heal()
      // The window keeps what was not saved, and sends it again.
      if (sees !== 'Saved') expect(await bench.apply(batch)).toBe('Saved')
      rows.push({ call: `${at + 1} ${name}`, error, sees, lost: await bench.countLost() })
    }
  }
  console.log(tableOf(rows))
  expect(rows.filter(({ lost }) => lost > 0)).toEqual([])
  const failed = rows.filter(({ sees }) => sees !== 'Saved')
  expect(failed.length).toBeGreaterThan(rows.length / 3)
  for (const { sees } of failed) expect(sees).toMatch(/^Not saved: Could not .+: .+/)
  await bench.workbench.close()
})

test('nor is the first edit of all, which makes the folders', async () => {
  const rows: Row[] = []
  // Each edit needs a project of its own; the other errors are dealt with as these are.
  for (const error of ['ENOSPC', 'EIO', 'ENOENT']) {
    for (let at = 0, calls = 1; at < calls; at++) {
      const bench = await openBench()
      const batch = randomUUID()
      disk.current.watch({ at, code: error })
      const sees = await bench.apply(batch)
      const name = disk.current.calls[at]
      disk.current.heal()
      if (sees !== 'Saved') expect(await bench.apply(batch)).toBe('Saved')
      // The last one was not reached.
      if (name !== undefined) {
        calls = at + 2
        rows.push({ call: `${at + 1} ${name}`, error, sees, lost: await bench.countLost() })
      }
      await bench.workbench.close()
    }
  }
  console.log(tableOf(rows))
  expect(rows.filter(({ lost }) => lost > 0)).toEqual([])
  expect(rows.map(({ call: name }) => name)).toContainEqual(expect.stringContaining('mkdir'))
  const failed = rows.filter(({ sees }) => sees !== 'Saved')
  for (const { sees } of failed) expect(sees).toMatch(/^Not saved: Could not .+: .+/)
})

async function openBench() {
  const { workbench, host, folder, id: article } = await makeTestProject(TEXT)
  let model = newDocument(emptySet(article, 'ann'))
  const pending = new Map<string, readonly Change[]>()

  /** Sends an edit, the same one again for the same batch. @returns What the status bar says. */
  const apply = async (batch: string): Promise<string> => {
    const known = pending.get(batch)
    const changes = known ?? [nextChange(model.set.spans.length)]
    const baseRevision = known === undefined ? model.revision : model.revision - known.length
    if (known === undefined) {
      for (const change of changes) {
        model = valueOf(
          applyChange(model, change, { text: TEXT, labels: LABELS, annotator: 'ann' }),
        )
      }
      pending.set(batch, changes)
    }
    const args = { project: folder, article, batch, baseRevision, changes }
    const result = await call(workbench, host, 'annotations.apply', args)
    if (result.ok) return 'Saved'
    expect(result.error.code).toBe('storage')
    return `Not saved: ${result.error.message.replaceAll(folder, '…')}`
  }

  /** Opens the project as after a restart. @returns How many edits are missing. */
  const countLost = async (): Promise<number> => {
    const store = valueOf(await ProjectStore.open(folder))
    expect(store.problems).toEqual([])
    const stored = valueOf(await store.document(article, 'ann'))
    if (stored.revision === model.revision) expect(stored.set).toEqual(model.set)
    return model.revision - stored.revision
  }

  return { workbench, apply, countLost }
}

/** Adds a span, and takes it away again. */
function nextChange(spans: number): Change {
  return spans === 0
    ? { type: 'do', at: NOW, edit: { type: 'add', span: spanOn(TEXT, '34 soldiers') } }
    : { type: 'undo', at: NOW }
}

function line(name: string, error: string, sees: string, lost: string): string {
  return `${name.padEnd(24)} ${error.padEnd(7)} ${sees.padEnd(76)} ${lost}`
}

function tableOf(rows: readonly Row[]): string {
  return [
    line('call', 'error', 'what the person sees', 'lost'),
    ...rows.map(({ call: name, error, sees, lost }) => {
      const short = sees.replaceAll(/\/annotations\S+?(?=:| )/g, '/…')
      return line(name, error, short, String(lost))
    }),
  ].join('\n')
}
