import { randomUUID } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW } from '../support/builders.ts'
import { Window } from './browser-host-client.ts'
import { makeHome, rubricator, Server, until, type Home } from './program.ts'

let home: Home
let servers: readonly Server[] = []

beforeEach(async () => {
  home = await makeHome()
  await rubricator(home, 'sample', 'project')
})
afterEach(async () => {
  for (const server of servers) await server.stop('SIGKILL')
  servers = []
  await home.remove()
})

test('of two programs on one project, for one annotator, one writes and the other waits', async () => {
  const first = await open()
  const second = await open()
  expect((await stateOf(first.window)).project.heldBy).toBeNull()
  const { heldBy } = (await stateOf(second.window)).project
  expect(heldBy).toContain(`process ${first.server.process.pid}`)

  expect(await mark(first.window)).toMatchObject({ ok: true })
  const refused = await mark(second.window)
  expect(refused).toMatchObject({ ok: false, error: { code: 'read-only' } })
  expect(refused['error'].message).toContain(heldBy)

  // The other one is asked to save, ends, and gives the lock back.
  await first.window.close()
  await first.server.stop()
  await until(() => second.window.announced?.['project']?.heldBy === null)
  expect(await mark(second.window)).toMatchObject({ ok: true })
})

test('what a program held that was killed is taken over, with every mark that it has made', async () => {
  const first = await open()
  const made = await mark(first.window)
  expect(made).toMatchObject({ ok: true })
  const second = await open()
  await first.server.stop('SIGKILL')
  await until(() => second.window.announced?.['project']?.heldBy === null)
  expect(await mark(second.window)).toMatchObject({
    ok: true,
    value: { revision: made['value'].revision + 1 },
  })
})

test('programs that start at the same moment agree on who writes', async () => {
  const opened = await Promise.all([open(), open(), open()])
  const states = await Promise.all(opened.map(({ window }) => stateOf(window)))
  expect(states.filter(({ project }) => project.heldBy === null)).toHaveLength(1)
  const marks = await Promise.all(opened.map(({ window }) => mark(window)))
  expect(marks.filter(({ ok }) => ok)).toHaveLength(1)
})

test('an import by command is refused while a window writes the same sets', async () => {
  const { server, window } = await open()
  await mark(window)
  // A set of hers on an article that she has not marked yet, made of a colleague's.
  const exported = await rubricator(home, 'export', 'project', '--annotator', 'miriam-keller')
  const colleagues = exported.stdout.split('\n').at(-2) ?? ''
  const file = path.join(home.folder, 'ann.jsonl')
  await writeFile(file, `${colleagues.replaceAll('miriam-keller', 'ann')}\n`)
  const refused = await rubricator(home, 'import', 'project', file)
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.stderr).toContain(`process ${server.process.pid}`)
  await window.close()
  await server.stop()
  expect(await readdir(path.join(home.folder, 'project', '.locks'))).toEqual([])
})

test('a set that was damaged is restored, and the person is told', async () => {
  const first = await open()
  await mark(first.window)
  await mark(first.window)
  await first.window.close()
  await first.server.stop()
  const [file = ''] = await setsOf('ann')
  await writeFile(file, '')
  const { window } = await open()
  const { problems } = (await stateOf(window)).project
  expect(problems).toHaveLength(1)
  expect(problems[0].reason).toMatch(
    /^it ends in the middle.*\.quarantine\/.*before its last change$/,
  )
  expect(JSON.parse(await readFile(file, 'utf8')).spans).toHaveLength(1)
})

test('what others change is in the window within seconds, without a call', async () => {
  const { window } = await open()
  await mark(window)
  const [file = ''] = await setsOf('ann')
  const [before] = (await window.call('articles.list', {}))['value']
  const told = (): number => window.received.filter(({ event }) => isArticles(event)).length
  const known = told()
  // By hand, in place, as an editor does.
  const content = await readFile(file, 'utf8')
  await writeFile(file, content.replace('"not-started"', '"done"'))
  await until(() => told() > known)
  const [after] = (await window.call('articles.list', {}))['value']
  expect([before.status, after.status]).toEqual(['not-started', 'done'])

  // A colleague's work, as git or a file sync brings it.
  const imported = told()
  const exported = await rubricator(home, 'export', 'project', '--annotator', 'miriam-keller')
  const lines = exported.stdout
    .replaceAll('miriam-keller', 'bob')
    .replaceAll('Miriam Keller', 'Bob')
  await writeFile(path.join(home.folder, 'bob.jsonl'), lines)
  expect(await rubricator(home, 'import', 'project', 'bob.jsonl')).toMatchObject({ code: 0 })
  await until(() => told() > imported)
  await until(() => JSON.stringify(window.announced?.['project']?.annotators).includes('"bob"'))
})

/** Starts a server, and a window in which Ann works. */
async function open(): Promise<{ readonly server: Server; readonly window: Window }> {
  const server = await Server.start(home, 'serve', 'project', '--no-open')
  servers = [...servers, server]
  const window = await Window.open(server)
  await window.call('annotator.name', { name: 'Ann' })
  return { server, window }
}

async function stateOf(window: Window): Promise<Record<string, any>> {
  return (await window.call('workbench.state', {}))['value']
}

/** Marks the first word of the first article, or the next one where that is marked. */
async function mark(window: Window): Promise<Record<string, any>> {
  const { path: project } = (await stateOf(window))['project']
  const [{ id: article }] = (await window.call('articles.list', {}))['value']
  const { document } = (await window.call('articles.open', { id: article }))['value']
  const start = document.set.spans.length
  const created = { by: 'ann', at: NOW, via: 'keyboard' }
  const span = { id: randomUUID(), label: 'claim', start, end: start + 4 }
  const edit = { type: 'add', span: { ...span, attributes: {}, note: null, created } }
  return window.call('annotations.apply', {
    project,
    article,
    batch: randomUUID(),
    baseRevision: document.revision,
    changes: [{ type: 'do', at: NOW, edit }],
  })
}

function isArticles(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'type' in event && event.type === 'articles'
}

async function setsOf(annotator: string): Promise<readonly string[]> {
  const folder = path.join(home.folder, 'project', 'annotations', annotator)
  const names = await readdir(folder, { recursive: true })
  const sets = names.filter((name) => /[\\/]\w+\.json$/.test(name))
  return sets.map((name) => path.join(folder, name))
}
