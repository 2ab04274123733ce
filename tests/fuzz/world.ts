import { join } from 'node:path'
import type { ProjectStore } from '../../src/main/store/project-store.ts'
import type { OpenProject, Workbench } from '../../src/main/workbench/workbench.ts'
import { NOW, valueOf } from '../support/builders.ts'
import { contentOf } from '../support/folder-content.ts'
import { call, startWorkbench, TestHost } from '../support/test-workbench.ts'
import { ensure } from './target.ts'

const TEXTS = [
  'Convoy hit near the bridge\n2020-02-28\n\nAt least 34 soldiers died, the governor said on Friday.\n',
  '<script>alert(1)</script>\r\n\u202Egnp.exe\u202C 😀 “{{7*7}}”\r\n\r\nقال رجل: e\u0301 <img src=x>\r\n',
  '川にかかる橋は、作業員が柱のひび割れを見つけたため日曜日に閉鎖された。\n\n👩‍👩‍👧 said so.\n',
]

/** A workbench with a small project open, in a folder of its own, and two windows to it. */
export class World {
  readonly workbench: Workbench
  /** May write. */
  readonly writer = new TestHost()
  /** May only look. */
  readonly looker = new TestHost()
  readonly #folder: string
  #content: Readonly<Record<string, string>> = {}

  private constructor(workbench: Workbench, folder: string) {
    this.workbench = workbench
    this.#folder = folder
    this.looker.writable = false
  }

  /** @param folder - An empty one; everything that the workbench writes lies in it. */
  static async make(folder: string): Promise<World> {
    const world = new World(await startWorkbench(folder), folder)
    const { workbench, writer } = world
    valueOf(await call(workbench, writer, 'annotator.name', { name: 'Ann' }))
    const path = join(folder, 'projects', 'News')
    valueOf(await call(workbench, writer, 'project.create', { path, name: 'News' }))
    const files = TEXTS.map((text, index) => ({
      name: `feb/${index}.txt`,
      bytes: new TextEncoder().encode(text),
    }))
    const staging = valueOf(await call(workbench, writer, 'import.offer', { import: null, files }))
    valueOf(await call(workbench, writer, 'import.commit', { import: staging.import }))
    for (const id of world.articles) await world.#mark(id)
    await world.#begin()
    return world
  }

  get project(): OpenProject {
    return valueOf(this.workbench.requireProject())
  }

  get store(): ProjectStore {
    return this.project.store
  }

  /** The ids of all articles. */
  get articles(): readonly string[] {
    return this.store.articles().map(({ id }) => id)
  }

  /** @throws Error when a file of the project or of the settings is not what it was. */
  async check(): Promise<void> {
    await this.store.settled()
    const content = await this.#read()
    const files = Object.keys({ ...this.#content, ...content })
    const changed = files.filter((file) => content[file] !== this.#content[file])
    // Told once, and not again of the inputs that come after.
    this.#content = content
    ensure(changed.length === 0, `Files have changed: ${changed.join(', ')}`)
    this.#forget()
  }

  async close(): Promise<void> {
    await this.workbench.close()
  }

  /** Marks made, one of them undone: a set with a history on both sides. */
  async #mark(article: string): Promise<void> {
    const span = {
      label: 'actor',
      attributes: {},
      note: '<b>note</b>',
      created: { by: 'ann', at: NOW, via: 'mouse' },
    }
    const spans = [
      { ...span, id: 'a', start: 0, end: 4 },
      { ...span, id: 'b', start: 2, end: 8, label: 'claim' },
    ]
    const batch = '6f1f1d2e-5a0b-4d6e-9d59-0d3f6f1c2a3b'
    const edits = spans.map((each) => ({ type: 'do' as const, at: NOW, edit: addOf(each) }))
    const project = this.store.folder
    const args = { project, article, batch, baseRevision: 0 }
    const changes = [...edits, { type: 'undo' as const, at: NOW }]
    valueOf(await call(this.workbench, this.writer, 'annotations.apply', { ...args, changes }))
  }

  async #begin(): Promise<void> {
    await this.store.settled()
    this.#content = await this.#read()
    this.#forget()
  }

  /**
   * A lock says who has the project open since when: it is given back and taken again as it is used. A
   * backup is made a while after the project was opened.
   */
  async #read(): Promise<Readonly<Record<string, string>>> {
    const files = Object.entries(await contentOf(this.#folder))
    return Object.fromEntries(files.filter(([file]) => !/\/\.(?:locks|backups)\//.test(file)))
  }

  /** Windows keep what they were sent. */
  #forget(): void {
    for (const window of [this.writer, this.looker]) {
      window.events.length = 0
      window.delivered.length = 0
    }
  }
}

function addOf<S>(span: S): { readonly type: 'add'; readonly span: S } {
  return { type: 'add', span }
}
