import { isAbsolute } from 'node:path'
import * as v from 'valibot'
import { calls, type CallArguments, type CallName } from '../../../src/contract/calls.ts'
import { changeLabelSet } from '../../../src/core/annotation/label-change.ts'
import { recordProblem } from '../../../src/core/review/check-record.ts'
import { applyChanges } from '../../../src/main/workbench/apply-changes.ts'
import type { World } from '../world.ts'

type Writers = {
  readonly [N in CallName]?: (args: CallArguments<N>, world: World) => boolean | Promise<boolean>
}

/** Of the calls that change files, when arguments that fit the schema would do so. */
const WRITERS: Writers = {
  'annotator.name': () => true,
  'settings.remember': () => true,
  'project.sample': () => true,
  'project.create': ({ path }) => isAbsolute(path),
  'import.commit': ({ import: id }, { project }) => project.stagings.find(id).ok,
  'articles.describe': ({ project, id }, { store }) =>
    project === store.folder && store.article(id) !== undefined,
  'annotations.apply': async ({ project, article, baseRevision, changes }, { store }) => {
    const read = await store.readArticle(article)
    const document = await store.document(article, 'ann')
    if (project !== store.folder || !read.ok || !document.ok) return false
    const labels = new Set(store.project.labels.map(({ name }) => name))
    const context = { text: read.value.text, labels, annotator: 'ann' }
    return applyChanges(document.value, baseRevision, changes, context).ok
  },
  'review.record': async ({ project, article, records }, { store }) => {
    const read = await store.readArticle(article)
    if (project !== store.folder || !read.ok) return false
    const labels = new Set(store.project.labels.map(({ name }) => name))
    const context = { text: read.value.text, labels, by: 'ann' }
    return records.every((record) => recordProblem(record, context) === undefined)
  },
  'review.decidePhrase': ({ project, places }, { store }) =>
    project === store.folder && places.some(({ article }) => store.article(article) !== undefined),
  'labels.change': ({ project, change }, { store }) =>
    project === store.folder && changeLabelSet(store.project.labels, change).ok,
  'project.blind': ({ project, blind }, { store }) =>
    project === store.folder && blind !== store.project.blind,
  'labels.edit': ({ project, labels }, { store }) => {
    const names = new Set(labels.map(({ name }) => name))
    return project === store.folder && store.project.labels.every(({ name }) => names.has(name))
  },
}

/** Whether a window that may write would change files by this call: it is right to do so. */
export async function wouldWrite(name: CallName, args: unknown, world: World): Promise<boolean> {
  // The table and the schemas go by the same name, which a union of functions cannot express.
  const writes = WRITERS[name] as
    ((args: unknown, world: World) => boolean | Promise<boolean>) | undefined
  if (writes === undefined) return false
  const parsed = v.safeParse(calls[name].args, args, { abortEarly: true })
  return parsed.success && writes(parsed.output, world)
}
