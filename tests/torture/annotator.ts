/*
 * One annotator's program without a window: it opens a project and marks, without a pause, until it
 * is killed. It makes the calls that a window makes, and says on standard output what it does.
 *
 * Arguments: the folder of its settings, the project, the annotator's name, the seed.
 */
import { randomUUID } from 'node:crypto'
import type { CallReply } from '../../src/contract/calls.ts'
import type { Change } from '../../src/core/annotation/history.ts'
import { Random } from '../bench/reader/documents/random.ts'
import { valueOf } from '../support/builders.ts'
import { call, startWorkbench, TestHost } from '../support/test-workbench.ts'
import { say } from './messages.ts'
import { RandomEdits } from './random-edits.ts'

type OpenArticle = CallReply<'articles.open'>

/** A window sends what has gathered since the last answer as one batch. */
const MOST_IN_BATCH = 4

const [home = '', path = '', name = '', seed = ''] = process.argv.slice(2)
let batches = 0
let spans = 0

const host = new TestHost()
const workbench = await startWorkbench(home)
const { annotator } = valueOf(await call(workbench, host, 'workbench.state', {}))
if (annotator === null) valueOf(await call(workbench, host, 'annotator.name', { name }))
const state = valueOf(await call(workbench, host, 'project.open', { path }))
const random = new Random(Number(seed))
const list = valueOf(await call(workbench, host, 'articles.list', {}))
const articles = await Promise.all(list.map(({ id }) => open(id)))
say({ type: 'ready' })
// Each article has a queue of its own: while one is being saved, the next may be open already.
await Promise.all(articles.map((article) => mark(article, new Random(random.between(0, 2 ** 31)))))

async function open(id: string): Promise<OpenArticle> {
  const article = valueOf(await call(workbench, host, 'articles.open', { id }))
  valueOf(await call(workbench, host, 'settings.remember', { article: id }))
  return article
}

async function mark(article: OpenArticle, own: Random): Promise<never> {
  const edits = editsOn(article, own)
  let { document } = article
  for (;;) {
    const baseRevision = document.revision
    const changes: Change[] = []
    for (let left = own.between(1, MOST_IN_BATCH); left > 0; left--) {
      const next = edits.next(document)
      changes.push(next.change)
      document = next.document
    }
    await send(article.id, baseRevision, changes)
  }
}

function editsOn({ text }: OpenArticle, own: Random): RandomEdits {
  const labels = new Set(state.project?.labels.map((label) => label.name))
  const by = state.annotator?.id ?? ''
  const newId = (): string => `${by}-${seed}-${++spans}`
  return new RandomEdits(own, { text, labels, annotator: by }, newId)
}

/** @throws Error when the changes are refused: everything that is sent fits. */
async function send(
  article: string,
  baseRevision: number,
  changes: readonly Change[],
): Promise<void> {
  const batch = ++batches
  say({ type: 'sent', batch, article, changes })
  const args = { project: path, article, batch: randomUUID(), baseRevision, changes: [...changes] }
  const applied = await call(workbench, host, 'annotations.apply', args)
  if (applied.ok) return say({ type: 'acknowledged', batch, revision: applied.value.revision })
  say({ type: 'refused', batch, message: applied.error.message })
  throw new Error(applied.error.message)
}
