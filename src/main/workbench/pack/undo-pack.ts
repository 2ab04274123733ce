import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallFailure } from '../../../contract/failure.ts'
import type { PackUndone } from '../../../contract/pack-models.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { crew } from '../../crew/crew.ts'
import { mapLimited } from '../../store/map-limited.ts'
import { latestTaken, sweepTaken, takenArticles } from '../../store/packs/read-taken.ts'
import { takenPackFile, type TakenPack } from '../../store/packs/taken-record.ts'
import { annotatorFile } from '../../store/project-layout.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { sha256 } from '../../store/sha256.ts'
import { codeOf, StorageError } from '../../store/storage-error.ts'
import type { FileChange } from '../../store/transaction/part-file.ts'
import { failure } from '../failures.ts'
import type { TakeOptions } from './take-pack.ts'
import { undoJob, type UndoOutcome } from './undo-job.ts'

/** Articles to a part of the transaction. */
const ARTICLES_A_PART = 100

/**
 * Takes back what the latest pack has brought, in all sets and reviews, all or nothing. What was changed
 * since stays.
 * @param id - Of the pack: another one may have come in between.
 */
export async function undoPack(
  store: ProjectStore,
  id: string,
  { by, at, progress = () => undefined, signal }: TakeOptions,
): Promise<Result<PackUndone, CallFailure>> {
  const found = await latestTaken(store.folder)
  if (found?.pack.id !== id) {
    return failure('conflict', 'Another pack was taken in since, or this one was undone already')
  }
  const { pack } = found
  const articles = await takenArticles(store.folder, id)
  const labels = store.project.labels.map(({ name }) => name)
  let outcomes: readonly UndoOutcome[] = []
  const written = await store.changeSets(
    () => pack.people,
    labels,
    async (transaction) => {
      const undone = await mapLimited(batchesOf(articles), crew.size + 1, async (batch) => {
        const input = {
          folder: store.folder,
          labels,
          record: id,
          articles: batch.map((article) => ({
            id: article,
            annotators: store.setsOn(article).map(({ annotator }) => annotator),
            people: store.reviews.people(article),
          })),
          by,
          at,
          part: transaction.nextPart(),
        }
        if (signal?.aborted === true) return fail('It was cancelled; nothing was undone')
        return crew.run(undoJob, input)
      })
      const problem = undone.find((each) => !each.ok)
      if (problem?.ok === false) return failure('refused', problem.error)
      outcomes = undone.flatMap((each) => (each.ok ? each.value : []))
      const changes = await projectChanges(store, pack, outcomes)
      if (!changes.ok) return changes
      const record: FileChange = { path: takenPackFile(id), before: found.sha256, content: null }
      transaction.add([...changes.value, record])
      return ok({ articles: [], sets: outcomes.flatMap(({ entries }) => entries) })
    },
    progress,
  )
  if (!written.ok) return written
  for (const { reviews, goneReviews } of outcomes) {
    for (const { article, by: person } of reviews) {
      if (goneReviews.includes(`${person}/${article}`)) store.reviews.noteGone(article, person)
      else store.reviews.noteWritten(article, person)
    }
  }
  await store.lookAgain(outcomes.flatMap(({ gone }) => gone))
  await sweepTaken(store.folder)
  const sum = (of: (outcome: UndoOutcome) => number): number =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0)
  return ok({
    sets: sum(({ sets }) => sets),
    articles: sum(({ articles: gone }) => gone),
    records: sum(({ records }) => records),
    keptSpans: sum(({ keptSpans }) => keptSpans),
    keptArticles: sum(({ keptArticles }) => keptArticles),
  })
}

/** Labels and people that came with the pack go with it, where nothing here needs them. */
async function projectChanges(
  store: ProjectStore,
  pack: TakenPack,
  outcomes: readonly UndoOutcome[],
): Promise<Result<readonly FileChange[], CallFailure>> {
  const changes: FileChange[] = []
  const { labels, people } = inUse(store, outcomes)
  const idle = new Set(pack.labels.filter((label) => !labels.has(label)))
  if (idle.size > 0) {
    const change = await store.projectChange((now) => ({
      ...now,
      labels: now.labels.filter(({ name }) => !idle.has(name)),
    }))
    if (!change.ok) return change
    changes.push(change.value)
  }
  for (const id of pack.annotators) {
    if (people.has(id)) continue
    const path = annotatorFile(id)
    const before = await hashOf(join(store.folder, path))
    if (before !== null) changes.push({ path, before, content: null })
  }
  return ok(changes)
}

/** The labels of spans, and those who have sets or words here, once all is undone. */
function inUse(
  store: ProjectStore,
  outcomes: readonly UndoOutcome[],
): { readonly labels: ReadonlySet<string>; readonly people: ReadonlySet<string> } {
  const rewritten = new Map<string, UndoOutcome['entries'][number]['set']>()
  for (const { article, set } of outcomes.flatMap(({ entries }) => entries)) {
    rewritten.set(`${set.annotator}/${article}`, set)
  }
  const goneSets = new Set(outcomes.flatMap(({ goneSets: gone }) => gone))
  const goneReviews = new Set(outcomes.flatMap(({ goneReviews: gone }) => gone))
  const labels = new Set<string>()
  const people = new Set<string>()
  for (const { id } of store.articles()) {
    for (const set of store.setsOn(id)) {
      const key = `${set.annotator}/${id}`
      if (goneSets.has(key)) continue
      people.add(set.annotator)
      for (const { name } of (rewritten.get(key) ?? set).labels) labels.add(name)
    }
    for (const by of store.reviews.people(id)) {
      if (!goneReviews.has(`${by}/${id}`)) people.add(by)
    }
  }
  return { labels, people }
}

function batchesOf(articles: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(articles.length / ARTICLES_A_PART)
  return Array.from({ length: count }, (_, index) =>
    articles.slice(index * ARTICLES_A_PART, (index + 1) * ARTICLES_A_PART),
  )
}

async function hashOf(path: string): Promise<string | null> {
  try {
    return sha256(await readFile(path))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw new StorageError('read', path, error)
  }
}
