import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallFailure } from '../../../contract/failure.ts'
import {
  changeLabelSet,
  restoreLabelSet,
  type LabelChange,
} from '../../../core/annotation/label-change.ts'
import type { LabelSet } from '../../../core/annotation/label-set.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { crew } from '../../crew/crew.ts'
import type { FoundLog, FoundSet } from '../cache/scan-shard.ts'
import { encodeFile } from '../file-kind.ts'
import { mapLimited } from '../map-limited.ts'
import { ANNOTATIONS_FOLDER, ARTICLES_FOLDER, REVIEWS_FOLDER } from '../project-layout.ts'
import type { ProjectStore } from '../project-store.ts'
import { sha256 } from '../sha256.ts'
import { refuse } from '../store-failures.ts'
import { codeOf, StorageError } from '../storage-error.ts'
import type { WrittenEntries } from '../transact.ts'
import type { FileChange } from '../transaction/part-file.ts'
import type { Progress, Transaction } from '../transaction/transaction.ts'
import { labelJob, type LabelTask } from './label-job.ts'
import {
  KEPT_CHANGES,
  LABEL_RECORD_KIND,
  labelRecordFile,
  nextRecordId,
  type LabelRecord,
  type SetEffect,
} from './label-record.ts'
import { latestRecord, listRecords } from './read-records.ts'

/** Sets to a part of the transaction: some megabytes at most, and often enough to tell how far it is. */
const SETS_A_PART = 100

/** How much a change of a label has changed. */
export interface LabelCounts {
  readonly spans: number
  readonly sets: number
  readonly annotators: number
}

export interface LabelWork {
  /** The id of the annotator who does it. */
  readonly by: string
  /** When, ISO 8601. */
  readonly at: string
  /** Told how much of it is done, of how much. */
  readonly progress?: Progress
  /** Ends it, as long as it is not decided. */
  readonly signal?: AbortSignal
}

/** Changes a label in all sets and in the project, all or nothing, and remembers what it takes to go back. */
export async function changeLabels(
  store: ProjectStore,
  change: LabelChange,
  work: LabelWork,
): Promise<Result<LabelCounts, CallFailure>> {
  const before = store.project.labels
  const next = (labels: LabelSet): Result<LabelSet, string> => changeLabelSet(labels, change)
  const record = async (effects: readonly SetEffect[]): Promise<readonly FileChange[]> => {
    const ids = await listRecords(store.folder)
    const file = recordOf({ change, labels: before, effects, work, latest: ids[0] })
    return [file, ...(await outdatedRecords(store.folder, ids))]
  }
  return new LabelWriter(store, { type: 'change', change }, work).write(next, record)
}

/**
 * Takes the latest change of a label back, in all sets and in the project, all or nothing. What was
 * marked since stays.
 * @param id - Of the change: another one may have come in between.
 */
export async function undoLabels(
  store: ProjectStore,
  id: string,
  work: LabelWork,
): Promise<Result<LabelCounts, CallFailure>> {
  const found = await latestRecord(store.folder)
  if (found?.record.id !== id) {
    return fail({ code: 'conflict', message: 'The labels have been changed again since' })
  }
  const { change, labels: before, sets } = found.record
  const task: LabelTask =
    change.type === 'rename'
      ? { type: 'change', change: { type: 'rename', label: change.to, to: change.label } }
      : { type: 'restore', change, effects: sets }
  const next = (labels: LabelSet): Result<LabelSet, string> =>
    restoreLabelSet(labels, change, before)
  const forget: FileChange = { path: labelRecordFile(id), before: found.sha256, content: null }
  return new LabelWriter(store, task, work).write(next, async () => [forget])
}

/**
 * Files of articles or sets that cannot be used: as long as there are any, nobody knows which labels
 * they name.
 */
export function filesInTheWay(store: ProjectStore): readonly string[] {
  return store.problems.flatMap(({ file, severity, isMoved }) => {
    const isOurs = [ARTICLES_FOLDER, ANNOTATIONS_FOLDER, REVIEWS_FOLDER].includes(
      file.split('/')[0] ?? '',
    )
    return isOurs && severity === 'broken' && isMoved !== true ? file : []
  })
}

class LabelWriter {
  readonly #store: ProjectStore
  readonly #task: LabelTask
  readonly #work: LabelWork

  constructor(store: ProjectStore, task: LabelTask, work: LabelWork) {
    this.#store = store
    this.#task = task
    this.#work = work
  }

  /**
   * @param next - The project's labels afterwards.
   * @param record - What is written down about it.
   */
  async write(
    next: (labels: LabelSet) => Result<LabelSet, string>,
    record: (effects: readonly SetEffect[]) => Promise<readonly FileChange[]>,
  ): Promise<Result<LabelCounts, CallFailure>> {
    const store = this.#store
    const inTheWay = filesInTheWay(store)
    if (inTheWay.length > 0) {
      return refuse(
        `Nothing was changed, because these files cannot be used: ${inTheWay.join(', ')}`,
      )
    }
    const { labels } = store.project
    const changed = next(labels)
    if (!changed.ok) return refuse(changed.error)
    const names = new Set([...labels, ...changed.value].map(({ name }) => name))
    let effects: readonly SetEffect[] = []
    const { progress = () => undefined } = this.#work
    const build = async (
      transaction: Transaction,
    ): Promise<Result<WrittenEntries, CallFailure>> => {
      const written = await this.#writeSets(transaction, [...names], (done, total) =>
        progress(done, total * 2),
      )
      if (!written.ok) return written
      effects = written.value.effects
      const project = await this.#writeProject(next)
      if (!project.ok) return project
      transaction.add([project.value, ...(await record(effects))])
      if (this.#work.signal?.aborted === true)
        return refuse('It was cancelled; nothing was changed')
      return ok({ articles: [], sets: written.value.sets })
    }
    const outcome = await store.rewriteSets(names, build, (done, total) =>
      progress(total + done, total * 2),
    )
    return outcome.ok ? ok(countsOf(effects)) : outcome
  }

  /** On what the file holds by now: another process may have written it. */
  async #writeProject(
    next: (labels: LabelSet) => Result<LabelSet, string>,
  ): Promise<Result<FileChange, CallFailure>> {
    let refusal: string | null = null
    const change = await this.#store.projectChange((now) => {
      const changed = next(now.labels)
      if (!changed.ok) refusal = changed.error
      return changed.ok ? { ...now, labels: [...changed.value] } : now
    })
    return refusal === null ? change : refuse(refusal)
  }

  async #writeSets(
    transaction: Transaction,
    labels: readonly string[],
    progress: Progress,
  ): Promise<Result<{ sets: WrittenEntries['sets']; effects: SetEffect[] }, CallFailure>> {
    const { by, at, signal } = this.#work
    const batches = batchesOf(this.#store)
    const sets: WrittenEntries['sets'] = []
    const effects: SetEffect[] = []
    const problems: string[] = []
    let done = 0
    await mapLimited(batches, crew.size + 1, async (batch) => {
      if (signal?.aborted === true || problems.length > 0) return
      const changed = await crew.run(labelJob, {
        folder: this.#store.folder,
        ...batch,
        task: this.#taskFor(batch.sets),
        by,
        at,
        labels,
        part: transaction.nextPart(),
      })
      progress(++done, batches.length)
      if (typeof changed === 'string') problems.push(changed)
      else {
        sets.push(...changed.sets)
        effects.push(...changed.effects)
      }
    })
    const [problem] = problems
    if (problem !== undefined) return refuse(`Nothing was changed: ${problem}`)
    return ok({ sets, effects })
  }

  /** A thread is told no more than it needs. */
  #taskFor(batch: readonly FoundSet[]): LabelTask {
    const task = this.#task
    if (task.type === 'change') return task
    const wanted = new Set(batch.map(({ article, annotator }) => `${annotator}/${article}`))
    const effects = task.effects.filter(({ article, annotator }) =>
      wanted.has(`${annotator}/${article}`),
    )
    return { ...task, effects }
  }
}

/** All sets and reviews of a project, those of one article together. */
function batchesOf(store: ProjectStore): readonly Batch[] {
  const batches: { sets: FoundSet[]; logs: FoundLog[] }[] = []
  for (const { id } of store.articles()) {
    const sets = store.setsOn(id).map(({ annotator }) => ({ article: id, annotator }))
    const logs = store.reviews.people(id).map((by) => ({ article: id, by }))
    const last = batches.at(-1)
    if (last !== undefined && last.sets.length + sets.length <= SETS_A_PART) {
      last.sets.push(...sets)
      last.logs.push(...logs)
    } else if (sets.length + logs.length > 0) batches.push({ sets, logs })
  }
  return batches
}

/** What one part of the transaction is about. */
interface Batch {
  readonly sets: readonly FoundSet[]
  readonly logs: readonly FoundLog[]
}

function countsOf(effects: readonly SetEffect[]): LabelCounts {
  const spans = effects.map(({ relabelled, removed }) => relabelled.length + removed.length)
  return {
    spans: spans.reduce((sum, each) => sum + each, 0),
    sets: effects.length,
    annotators: new Set(effects.map(({ annotator }) => annotator)).size,
  }
}

function recordOf({
  change,
  labels,
  effects,
  work: { by, at },
  latest,
}: {
  readonly change: LabelChange
  readonly labels: LabelSet
  readonly effects: readonly SetEffect[]
  readonly work: LabelWork
  /** The id of the change before. */
  readonly latest: string | undefined
}): FileChange {
  const id = nextRecordId(latest, randomBytes(3).toString('hex'))
  const record: LabelRecord = {
    format: 'rubricator-label-change/1',
    id,
    at,
    by,
    offset_unit: 'codepoint',
    change,
    labels: [...labels],
    // What has another name takes it back wherever it stands.
    sets: change.type === 'rename' ? [] : [...effects],
  }
  return {
    path: labelRecordFile(id),
    before: null,
    content: encodeFile(LABEL_RECORD_KIND, record),
  }
}

/** Those that are one too many once another is written. */
async function outdatedRecords(
  folder: string,
  ids: readonly string[],
): Promise<readonly FileChange[]> {
  const outdated: FileChange[] = []
  for (const id of ids.slice(KEPT_CHANGES - 1)) {
    const path = labelRecordFile(id)
    try {
      outdated.push({ path, before: sha256(await readFile(join(folder, path))), content: null })
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw new StorageError('read', join(folder, path), error)
    }
  }
  return outdated
}
