import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptySet } from '../../src/core/annotation/annotation-set.ts'
import { newDocument } from '../../src/core/annotation/history.ts'
import { DEFAULT_LABEL_SET } from '../../src/core/annotation/label-set.ts'
import { articleFile } from '../../src/main/store/project-layout.ts'
import { Random } from '../bench/reader/documents/random.ts'
import { articleWith } from '../support/builders.ts'
import { bundle } from '../support/bundle.mjs'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { follow } from '../torture/course.ts'
import { inspectProject } from '../torture/inspect.ts'
import type { Message } from '../torture/messages.ts'
import { RandomEdits } from '../torture/random-edits.ts'
import { report } from '../torture/report.ts'
import { torture } from '../torture/torture.ts'
import { TorturedProject } from '../torture/tortured-project.ts'

let folder = ''
let program = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rubricator-test-'))
  program = await bundle(path.join(import.meta.dirname, '../torture/annotator.ts'), folder)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a program that is killed at random moments', () => {
  test.each([[['Ann']], [['Ann', 'Ben']]])('loses nothing of %j', async (names) => {
    const place = await temporaryFolder()
    const options = { program, folder: place, seed: 20, rounds: 10, names }
    const { counts, failures } = await torture(options)
    console.log(report({ [names.join(' and ')]: counts }))
    expect(failures).toEqual([])
    expect(counts).toMatchObject({
      rounds: 10,
      kills: 10 * names.length,
      damaged: 0,
      lost: 0,
    })
    // Otherwise nothing has been tried.
    expect(counts.acknowledged).toBeGreaterThan(20)
    expect(counts.killsInWrite).toBeGreaterThan(0)
  })
})

describe('what is looked at afterwards', () => {
  const { id, text } = articleWith('👩‍👩‍👧 e\u0301 and some more')
  const labels = new Set(DEFAULT_LABEL_SET.map(({ name }) => name))
  const empty = newDocument(emptySet(id, 'ann'))

  /**
   * Three batches of two edits, of which two are acknowledged: the set after each, and with half of
   * the last one.
   */
  function threeBatches() {
    let spans = 0
    const context = { text, labels, annotator: 'ann' }
    const edits = new RandomEdits(new Random(1), context, () => `s${++spans}`)
    const documents = [empty]
    const messages: Message[] = []
    let half = empty
    for (const batch of [1, 2, 3]) {
      const first = edits.next(documents.at(-1) ?? empty)
      const second = edits.next(first.document)
      const { document } = second
      half = first.document
      documents.push(document)
      messages.push({ type: 'sent', batch, article: id, changes: [first.change, second.change] })
      if (batch < 3) messages.push({ type: 'acknowledged', batch, revision: document.revision })
    }
    return { documents, half, messages }
  }

  test.each([
    ['every batch that was acknowledged', 2, { kept: 0, lost: 0, problem: null }],
    ['one more', 3, { kept: 2, lost: 0, problem: null }],
    ['one less', 1, { kept: 0, lost: 2, problem: '2 acknowledged edits are not on disk' }],
    ['none', 0, { kept: 0, lost: 4, problem: '4 acknowledged edits are not on disk' }],
  ])('tells a set with %s', (_, written, outcome) => {
    const { documents, messages } = threeBatches()
    const onDisk = structuredClone(documents[written] ?? empty)
    expect(follow(empty, messages, onDisk, { text, labels })).toEqual({
      sent: 6,
      acknowledged: 4,
      ...outcome,
    })
  })

  test('tells a set with half of a batch, and one with something else', () => {
    const { documents, half, messages } = threeBatches()
    const onDisk = documents[2] ?? empty
    for (const other of [
      half,
      { ...onDisk, revision: onDisk.revision + 1 },
      { ...onDisk, history: onDisk.history.slice(1) },
      { ...onDisk, set: { ...onDisk.set, spans: [] } },
    ]) {
      const { lost, problem } = follow(empty, messages, other, { text, labels })
      expect(lost).toBe(4)
      expect(problem).toContain('no batch has made')
    }
  })

  test('tells a file that is cut, one that is gone and one that nobody has made', async () => {
    const project = await TorturedProject.create(await temporaryFolder(), ['Ann'], new Random(1))
    const look = () => inspectProject(project.path, project.articles, project.ids)
    expect(await look()).toMatchObject({ damaged: [], notices: [] })
    const [first, second] = project.articles.map((article) => articleFile(article.id))
    const cut = path.join(project.path, first ?? '')
    await writeFile(cut, (await readFile(cut, 'utf8')).slice(0, 500))
    await rm(path.join(project.path, second ?? ''))
    await writeFile(path.join(project.path, 'articles', 'project.json~'), '')
    const { damaged } = await look()
    expect(damaged.join('\n')).toContain(`${first}: it ends in the middle`)
    expect(damaged.join('\n')).toContain(`${second}: it is not there`)
    expect(damaged.join('\n')).toContain('project.json~: nobody has put it there')
  })
})
