import { describe, expect, test, vi } from 'vitest'
import type { CallName } from '../../contract/calls.ts'
import type { Bridge } from '../../contract/events.ts'
import type { CallResult } from '../../contract/failure.ts'
import type { StagedItem, WorkbenchState } from '../../contract/models.ts'
import { ImportSession } from './import-session.ts'
import { Workspace } from './workspace.ts'

interface Offered {
  readonly name: string
  readonly problem?: string
}
type Answer = (args: never) => unknown

const summary = {
  articles: 1,
  sets: 0,
  firstArticle: 'a1',
  duplicates: [],
  problems: [],
  added: [],
}

function staged({ name, problem }: Offered): StagedItem {
  if (problem !== undefined) return { kind: 'problem', name, reason: problem, encoding: null }
  const guessed = name.startsWith('guessed')
  const excerpt = name
  return {
    kind: 'article',
    name,
    encoding: 'UTF-8',
    guessed,
    title: name,
    excerpt,
    duplicateOf: null,
  }
}

/** A session on a bridge that keeps what it is asked; `answers` take the place of the usual ones. */
function setUp(answers: Partial<Record<CallName, Answer>> = {}) {
  const asked: { name: CallName; args: unknown }[] = []
  let index = 0
  const stage = (files: readonly Offered[], pending = 0) => ({
    import: 'i1',
    items: files.map((offered) => ({ index: index++, item: staged(offered) })),
    pending,
  })
  const usual: Partial<Record<CallName, Answer>> = {
    'import.offer': ({ files }: { files: Offered[] }) => stage(files),
    'import.commit': () => summary,
    'import.cancel': () => null,
    'articles.list': () => [],
    'articles.open': () => Promise.reject(new Error('not asked for here')),
  }
  const bridge = {
    subscribe: () => () => {},
    call: async (name: CallName, args: unknown): Promise<CallResult<unknown>> => {
      asked.push({ name, args })
      const value = await (answers[name] ?? usual[name])?.(args as never)
      if (value instanceof Error) {
        return { ok: false, error: { code: 'storage', message: value.message } }
      }
      return { ok: true, value }
    },
  } as unknown as Bridge
  const workspace = new Workspace({
    bridge,
    download: () => Promise.reject(new Error('not asked for here')),
    leave: () => {},
  })
  workspace.state.set({
    project: { path: '/p' },
    writable: true,
    host: { nativeDialogs: true },
  } as WorkbenchState)
  const session = new ImportSession(workspace)
  const names = () => asked.map(({ name }) => name)
  return { session, workspace, asked, names, stage }
}

function file(name: string, path = ''): File {
  const made = new File([name], name)
  return Object.defineProperty(made, 'webkitRelativePath', { value: path })
}

describe('files', () => {
  test('are offered in calls of twenty, and shown with what needs a look first', async () => {
    const { session, workspace, asked } = setUp()
    const files = [...Array.from({ length: 44 }, (_, at) => file(`${at}.txt`)), file('guessed.txt')]
    await session.startFromFiles(files)
    expect(asked.map(({ args }) => (args as { files: unknown[] }).files.length)).toEqual([
      20, 20, 5,
    ])
    expect(asked.map(({ args }) => (args as { import: unknown }).import)).toEqual([
      null,
      'i1',
      'i1',
    ])
    expect(session.phase.get()).toBe('ready')
    expect(session.pending.get()).toBe(0)
    expect(session.rows.get().map(({ index }) => index)).toEqual([44, ...Array(44).keys()])
    expect(workspace.dialog.get()).toBe('import')
  })

  test('of a folder keep their path, and only text and datasets are taken', async () => {
    const { session } = setUp()
    await session.startFromFiles([
      file('a.txt', 'news/a.txt'),
      file('b.JSONL', 'news/deep/b.JSONL'),
      file('c.jpg', 'news/c.jpg'),
      file('d.txt', 'news/.hidden/d.txt'),
    ])
    const rows = session.rows.get()
    expect(rows.map(({ item }) => item.name)).toEqual(['a.txt', 'deep/b.JSONL'])
    expect(session.skipped.get()).toBe(1)
  })

  test('that cannot be read are named, and the others still offered', async () => {
    const { session } = setUp()
    const gone = file('gone.txt')
    gone.arrayBuffer = () => Promise.reject(new Error('it is gone'))
    await session.startFromFiles([file('a.txt'), gone])
    expect(session.rows.get().map(({ item }) => item)).toMatchObject([
      { kind: 'problem', name: 'gone.txt', reason: 'it could not be read: it is gone' },
      { kind: 'article', name: 'a.txt' },
    ])
  })

  test('are not taken without a project, without the right to write, or beside another dialog', async () => {
    const { session, workspace, asked } = setUp()
    const state = workspace.state.get()
    workspace.dialog.set('welcome')
    await session.startFromFiles([file('a.txt')])
    expect(workspace.dialog.get()).toBe('welcome')
    workspace.dialog.set(null)
    workspace.state.set({ ...state!, writable: false })
    await session.startFromFiles([file('a.txt')])
    expect(workspace.notices.current.get()?.text).toContain('only look')
    workspace.state.set({ ...state!, project: null })
    await session.startFromFiles([file('a.txt')])
    expect(workspace.notices.current.get()?.text).toContain('Open a project')
    expect(asked).toEqual([])
  })
})

test('files picked in the system dialog are read one call after the other', async () => {
  let left = 2
  const context = setUp({
    'import.pick': () => context.stage([], 2),
    'import.read': () => context.stage([{ name: `${left}.txt` }], --left),
  })
  await context.session.start('files')
  expect(context.names()).toEqual(['import.pick', 'import.read', 'import.read'])
  expect(context.session.items.get()).toHaveLength(2)
  expect(context.session.phase.get()).toBe('ready')
})

test('nothing happens when the system dialog is cancelled', async () => {
  const { session, workspace } = setUp({ 'import.pick': () => null })
  await session.start('folder')
  expect(session.phase.get()).toBe('idle')
  expect(workspace.dialog.get()).toBeNull()
})

test('a failure while reading is told beside what was read before', async () => {
  let calls = 0
  const context = setUp({
    'import.offer': ({ files }: { files: Offered[] }) =>
      calls++ === 0 ? context.stage(files) : new Error('The disk is gone'),
  })
  await context.session.startFromFiles(Array.from({ length: 21 }, (_, at) => file(`${at}.txt`)))
  expect(context.session.problem.get()).toBe('The disk is gone')
  expect(context.session.items.get()).toHaveLength(20)
  expect(context.session.phase.get()).toBe('ready')
})

test('cancelling while the first files are on their way cancels the import they began', async () => {
  const waiting: ((value: unknown) => void)[] = []
  const answered = new Promise((resolve) => waiting.push(resolve))
  const { session, workspace, names, asked } = setUp({ 'import.offer': () => answered })
  const started = session.startFromFiles([file('a.txt')])
  await vi.waitFor(() => expect(names()).toEqual(['import.offer']))
  await session.cancel()
  expect(workspace.dialog.get()).toBeNull()
  waiting[0]?.({ import: 'late', items: [], pending: 0 })
  await started
  expect(asked.at(-1)).toEqual({ name: 'import.cancel', args: { import: 'late' } })
  expect(session.phase.get()).toBe('idle')
})

test('a row keeps its place when its file is read in another encoding', async () => {
  const { session } = setUp({
    'import.decode': ({ index, encoding }: { index: number; encoding: string }) => ({
      ...staged({ name: `${index}.txt` }),
      encoding,
    }),
  })
  await session.startFromFiles([file('a.txt'), file('guessed.txt')])
  await session.decode(1, 'Windows-1254')
  expect(session.rows.get().map(({ index }) => index)).toEqual([1, 0])
  expect(session.rows.get()[0]?.item).toMatchObject({ encoding: 'Windows-1254', guessed: false })
})

describe('committing', () => {
  test('waits for encodings that are being tried, and refreshes the list', async () => {
    const { session, names } = setUp({ 'import.decode': () => staged({ name: 'a.txt' }) })
    await session.startFromFiles([file('a.txt')])
    void session.decode(0, 'Windows-1252')
    await session.commit()
    const [asked, afterwards] = [names().slice(0, 4), names().slice(4)]
    expect(asked).toEqual(['import.offer', 'import.decode', 'import.commit', 'articles.list'])
    expect(afterwards).toEqual(['review.asked'])
    expect(session.phase.get()).toBe('done')
    expect(session.summary.get()).toEqual(summary)
  })

  test('that fails leaves everything ready to be tried again', async () => {
    const { session } = setUp({ 'import.commit': () => new Error('The disk is full') })
    await session.startFromFiles([file('a.txt')])
    await session.commit()
    expect(session.phase.get()).toBe('ready')
    expect(session.problem.get()).toBe('The disk is full')
    expect(session.items.get()).toHaveLength(1)
  })

  test('can be cancelled, and says that nothing was imported', async () => {
    let fail: ((error: Error) => void) | undefined
    const { session, workspace, names } = setUp({
      'import.commit': () => new Promise((resolve) => (fail = resolve)),
      'import.cancel': () => {
        fail?.(new Error('The import was cancelled; nothing was imported'))
        return null
      },
    })
    await session.startFromFiles([file('a.txt')])
    const committing = session.commit()
    await Promise.resolve()
    expect(session.phase.get()).toBe('committing')
    await session.cancel()
    await committing
    expect(names()).toEqual(['import.offer', 'import.commit', 'import.cancel'])
    expect(session.phase.get()).toBe('idle')
    expect(workspace.notices.current.get()?.text).toContain('nothing was imported')
  })

  test('ends with the first new article open', async () => {
    const { session, workspace } = setUp()
    const open = vi.spyOn(workspace, 'openArticle').mockResolvedValue()
    await session.startFromFiles([file('a.txt')])
    await session.commit()
    await session.finish()
    expect(open).toHaveBeenCalledWith('a1')
    expect(workspace.dialog.get()).toBeNull()
    expect(session.phase.get()).toBe('idle')
  })
})
