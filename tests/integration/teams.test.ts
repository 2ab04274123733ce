import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ProjectStore } from '../../src/main/store/project-store.ts'
import { setFile } from '../../src/main/store/project-layout.ts'
import type { Workbench } from '../../src/main/workbench/workbench.ts'
import { NOW, spanOn, valueOf } from '../support/builders.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { call, startWorkbench, TestHost } from '../support/test-workbench.ts'

const TEXT = '😀 «سلام» said the envoy.\r\nAt least 34 soldiers died on 27 Feb.\u2028End'

test('two annotators work in two clones, and git merges their work without a conflict', async () => {
  const [ann, bob] = await makeTeam(await temporaryFolder())

  // Both begin at the same time, on the same article.
  await ann.mark('the envoy')
  await bob.mark('34 soldiers')
  await bob.mark('27 Feb')
  ann.share()
  bob.share()
  ann.share()
  for (const person of [ann, bob]) {
    expect(await person.spans()).toEqual({ ann: ['the envoy'], bob: ['34 soldiers', '27 Feb'] })
  }

  // And go on, with what the other has done beside them.
  await ann.mark('34 soldiers')
  await bob.mark('the envoy')
  bob.share()
  ann.share()
  bob.share()
  const all = { ann: ['the envoy', '34 soldiers'], bob: ['34 soldiers', '27 Feb', 'the envoy'] }
  for (const person of [ann, bob]) {
    const spans = await person.spans()
    expect(spans['ann']?.toSorted()).toEqual(all.ann.toSorted())
    expect(spans['bob']?.toSorted()).toEqual(all.bob.toSorted())
    const { annotators } = (await person.store()).project
    expect(annotators).toEqual([
      { id: 'ann', name: 'Ann' },
      { id: 'bob', name: 'Bob' },
    ])
    await person.workbench.close()
  }
})

test('what belongs to one desk is not in git', async () => {
  const [ann, bob] = await makeTeam(await temporaryFolder())
  await ann.mark('the envoy')
  await ann.mark('34 soldiers')
  const changed = ann.git('status', '--short', '--untracked-files=all').trim().split('\n')
  expect(changed.map((line) => line.slice(3))).toEqual([
    setFile(ann.article, 'ann'),
    'annotations/ann/annotator.json',
  ])
  await ann.workbench.close()
  await bob.workbench.close()
})

test('a set with both sides of a merge is named, and not taken as data', async () => {
  // The same person at two desks, who has not fetched what she did at the first one.
  const [first, second] = await makeTeam(await temporaryFolder(), ['Ann', 'Ann'])
  await first.mark('the envoy')
  first.share()
  await second.mark('34 soldiers')
  expect(() => second.share()).toThrow()

  const store = await second.store()
  const file = setFile(second.article, 'ann')
  expect(store.problems).toMatchObject([{ file, severity: 'broken' }])
  expect(store.problems[0]?.reason).toContain('both sides of a merge')
  expect(store.setsOn(second.article)).toEqual([])
  expect(await readFile(path.join(second.folder, file), 'utf8')).toContain('<<<<<<<')
  await first.workbench.close()
  await second.workbench.close()
})

/** A person with a clone of the team's project, and a workbench open on it. */
class Person {
  readonly folder: string
  readonly article: string
  readonly workbench: Workbench
  readonly #host: TestHost

  private constructor(folder: string, article: string, workbench: Workbench, host: TestHost) {
    this.folder = folder
    this.article = article
    this.workbench = workbench
    this.#host = host
  }

  static async join(home: string, origin: string, name: string): Promise<Person> {
    const folder = path.join(home, 'project')
    execFileSync('git', ['clone', '-q', origin, folder])
    const workbench = await startWorkbench(home)
    const host = new TestHost()
    valueOf(await call(workbench, host, 'annotator.name', { name }))
    valueOf(await workbench.openProject(folder))
    const [entry] = valueOf(await call(workbench, host, 'articles.list', {}))
    return new Person(folder, entry?.id ?? '', workbench, host)
  }

  /** Marks a quote, as its window does that looks at the file as it is by now. */
  async mark(quote: string): Promise<void> {
    valueOf(await this.workbench.openProject(this.folder))
    const { article, workbench } = this
    const { document } = valueOf(
      await call(workbench, this.#host, 'articles.open', { id: article }),
    )
    const by = document.set.annotator
    const span = spanOn(TEXT, quote)
    const edit = { type: 'add', span: { ...span, created: { ...span.created, by } } } as const
    valueOf(
      await call(workbench, this.#host, 'annotations.apply', {
        project: this.folder,
        article,
        batch: randomUUID(),
        baseRevision: document.revision,
        changes: [{ type: 'do', at: NOW, edit }],
      }),
    )
  }

  /** Commits, takes in what others have shared, and shares. */
  share(): void {
    this.git('add', '--all')
    const isChanged = this.git('status', '--short') !== ''
    if (isChanged) this.git('commit', '-q', '-m', 'Marks')
    this.git('pull', '-q', '--no-rebase', '--no-edit')
    this.git('push', '-q')
  }

  /** The project as it is on disk, which must be sound. */
  store(): Promise<ProjectStore> {
    return ProjectStore.open(this.folder, { mends: true }).then(valueOf)
  }

  /** What each annotator has marked, by id. */
  async spans(): Promise<Readonly<Record<string, readonly string[]>>> {
    const store = await this.store()
    expect(store.problems).toEqual([])
    return Object.fromEntries(
      valueOf(await store.sets(this.article)).map(({ annotator, spans }) => [
        annotator,
        spans.map(({ start, end }) => TEXT.slice(start, end)),
      ]),
    )
  }

  git(...args: readonly string[]): string {
    return git(this.folder, ...args)
  }
}

/** A project with one article in a bare repository, and a clone for each of its people. */
async function makeTeam(
  root: string,
  names: readonly [string, string] = ['Ann', 'Bob'],
): Promise<readonly [Person, Person]> {
  const lead = path.join(root, 'lead')
  const workbench = await startWorkbench(lead)
  const host = new TestHost()
  const folder = path.join(lead, 'project')
  valueOf(await workbench.createProject(folder, 'Team'))
  const files = [{ name: 'a.txt', bytes: new TextEncoder().encode(TEXT) }]
  const staging = valueOf(await call(workbench, host, 'import.offer', { import: null, files }))
  valueOf(await call(workbench, host, 'import.commit', { import: staging.import }))
  await workbench.close()
  git(folder, 'init', '-q', '-b', 'main')
  git(folder, 'add', '--all')
  git(folder, 'commit', '-q', '-m', 'Project')
  const origin = path.join(root, 'origin.git')
  execFileSync('git', ['clone', '-q', '--bare', folder, origin])
  return [
    await Person.join(path.join(root, 'first'), origin, names[0]),
    await Person.join(path.join(root, 'second'), origin, names[1]),
  ]
}

/** Git as on a machine where nobody has set anything but their name. */
function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org']
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
  const options = { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' } as const
  return execFileSync('git', [...identity, ...args], options)
}
