import { randomBytes } from 'node:crypto'
import type { CallFailure } from '../../../contract/failure.ts'
import type { PackChoices, PackPreview, PackSummary } from '../../../contract/pack-models.ts'
import type { Annotator } from '../../../core/project/project.ts'
import type { PackHeader } from '../../../core/review/pack/pack-line.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { crew } from '../../crew/crew.ts'
import { encodeFile } from '../../store/file-kind.ts'
import { nextRecordId } from '../../store/labels/label-record.ts'
import { listTaken, sweepTaken } from '../../store/packs/read-taken.ts'
import { TAKEN_PACK_KIND, takenPackFile, type TakenPack } from '../../store/packs/taken-record.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import type { FileChange } from '../../store/transaction/part-file.ts'
import type { Progress, Transaction } from '../../store/transaction/transaction.ts'
import { failure } from '../failures.ts'
import type { DatasetSource } from '../import/dataset/dataset-source.ts'
import { chooseLabels, type ChosenLabels } from './label-choices.ts'
import {
  batchesOf,
  describeProblem,
  headerOf,
  PackProblemError,
  readingPack,
  type PackBatch,
} from './pack-source.ts'
import { PackTally } from './pack-tally.ts'
import type { TakeTask } from './take-types.ts'
import { takeJob, type TakenOutcome } from './take-job.ts'

export interface TakeOptions {
  /** Who takes the pack in. */
  readonly by: string
  /** When, ISO 8601. */
  readonly at: string
  /** Told how many of the articles are done. */
  readonly progress?: Progress
  readonly signal?: AbortSignal | undefined
}

/** Finds out what taking a pack in would do; nothing is written. Labels without a choice count as created. */
export async function previewPack(
  store: ProjectStore,
  source: DatasetSource,
  choices: PackChoices,
  options: TakeOptions,
): Promise<Result<PackPreview, CallFailure>> {
  const opened = await openPack(store, source, choices)
  if (!opened.ok) return opened
  const { header, chosen } = opened.value
  const known = store.project.labels
  const decided = new Set(choices.labels.map(({ label }) => label))
  const open = header.labels.flatMap(({ name }) => (decided.has(name) ? [] : name))
  const labels = [...chosen.labels, ...open]
  const taking = new PackTaking(store, source, { ...opened.value, labels }, choices, options)
  const tally = await taking.run(null)
  if (!tally.ok) return tally
  const writers = await store.otherWriters(header.annotators.map(({ id }) => id))
  return ok(tally.value.preview(header, new Set(known.map(({ name }) => name)), writers))
}

/**
 * Takes a pack in, all of it or nothing, and remembers what it takes to go back.
 * @returns What it has done, or why nothing has happened.
 */
export async function takePack(
  store: ProjectStore,
  source: DatasetSource,
  choices: PackChoices,
  options: TakeOptions,
): Promise<Result<PackSummary, CallFailure>> {
  const opened = await openPack(store, source, choices)
  if (!opened.ok) return opened
  const { header, chosen } = opened.value
  const [latest] = await listTaken(store.folder)
  const record = nextRecordId(latest, randomBytes(3).toString('hex'))
  const people = header.annotators.map(({ id }) => id)
  const progress = options.progress ?? (() => undefined)
  const halves = { ...options, progress: (done: number, all: number) => progress(done, all * 2) }
  const plan = { ...opened.value, labels: chosen.labels }
  const taking = new PackTaking(store, source, plan, choices, halves)
  let tally: PackTally | null = null
  const written = await store.changeSets(
    () => people,
    chosen.labels,
    async (transaction) => {
      const taken = await taking.run({ transaction, record })
      if (!taken.ok) return taken
      tally = taken.value
      const undecided = undecidedLabels(tally, chosen, choices)
      if (undecided !== null) return failure('refused', undecided)
      if (isNothing(tally, chosen)) return fail(NOTHING)
      const changes = await projectChanges(store, header, chosen, record, tally, options)
      if (!changes.ok) return changes
      transaction.add(changes.value)
      return ok(tally.entries)
    },
    (done, all) => progress(all + done, all * 2),
  )
  const done = tally as PackTally | null
  if (!written.ok) {
    const isSame = written.error === NOTHING && done !== null
    return isSame ? ok(done.summary({ labels: [], pack: null })) : written
  }
  if (done === null) throw new TypeError('A pack was taken in without being read')
  for (const { article, by } of done.reviews) store.reviews.noteWritten(article, by)
  await sweepTaken(store.folder)
  return ok(done.summary({ labels: chosen.created.map(({ name }) => name), pack: record }))
}

const NOTHING: CallFailure = { code: 'refused', message: 'Nothing in the pack is new here' }

/** A pack with what was chosen for its labels. */
interface OpenPack {
  readonly header: PackHeader
  readonly chosen: ChosenLabels
}

async function openPack(
  store: ProjectStore,
  source: DatasetSource,
  choices: PackChoices,
): Promise<Result<OpenPack, CallFailure>> {
  const header = await headerOf(source)
  if (!header.ok) return failure('refused', describeProblem(header.error))
  const chosen = chooseLabels(store.project.labels, header.value.labels, choices.labels)
  return chosen.ok
    ? ok({ header: header.value, chosen: chosen.value })
    : failure('refused', chosen.error)
}

/** A sentence about labels of the pack's spans that are neither here nor chosen for; null without any. */
function undecidedLabels(
  tally: PackTally,
  { labels }: ChosenLabels,
  choices: PackChoices,
): string | null {
  const known = new Set([...labels, ...choices.labels.map(({ label }) => label)])
  const names = tally.labelsBeside(known).map(({ name }) => `“${name}”`)
  return names.length === 0
    ? null
    : `Choose what becomes of labels that are not here: ${names.join(', ')}`
}

/** One run through a pack on the threads of the crew. */
class PackTaking {
  readonly #store: ProjectStore
  readonly #source: DatasetSource
  readonly #pack: OpenPack & { readonly labels: readonly string[] }
  readonly #choices: PackChoices
  readonly #options: TakeOptions

  constructor(
    store: ProjectStore,
    source: DatasetSource,
    pack: OpenPack & { readonly labels: readonly string[] },
    choices: PackChoices,
    options: TakeOptions,
  ) {
    this.#store = store
    this.#source = source
    this.#pack = pack
    this.#choices = choices
    this.#options = options
  }

  /** @param writing - The transaction to write into; null to look only. */
  async run(
    writing: { readonly transaction: Transaction; readonly record: string } | null,
  ): Promise<Result<PackTally, CallFailure>> {
    const read = await readingPack(() => this.#read(writing))
    if (!read.ok) return failure('refused', describeProblem(read.error))
    if (this.#options.signal?.aborted === true) return failure('refused', 'It was cancelled')
    return ok(read.value)
  }

  async #read(
    writing: { readonly transaction: Transaction; readonly record: string } | null,
  ): Promise<PackTally> {
    const { header } = this.#pack
    const known = new Map(header.annotators.map((annotator) => [annotator.id, annotator]))
    for (const annotator of this.#store.project.annotators) known.set(annotator.id, annotator)
    const tally = new PackTally([...known.values()])
    const running: Promise<readonly TakenOutcome[]>[] = []
    const ids = new Set<string>()
    let done = 0
    const take = (outcomes: readonly TakenOutcome[]): void => {
      for (const outcome of outcomes) {
        for (const { id } of outcome.entries.articles) {
          if (ids.has(id)) throw new PackProblemError(null, `two articles have the id ${id}`)
          ids.add(id)
        }
        tally.take(outcome)
      }
      done += outcomes.length
      this.#options.progress?.(Math.min(done, header.articles), Math.max(1, header.articles))
    }
    try {
      for await (const batch of batchesOf(this.#source)) {
        if (this.#options.signal?.aborted === true) break
        running.push(this.#run(batch, writing))
        if (running.length > crew.size) take((await running.shift()) ?? [])
      }
      for (const outcomes of running) take(await outcomes)
    } finally {
      await Promise.allSettled(running)
    }
    return tally
  }

  async #run(
    batch: PackBatch,
    writing: { readonly transaction: Transaction; readonly record: string } | null,
  ): Promise<readonly TakenOutcome[]> {
    const { header, chosen, labels } = this.#pack
    const { by, at } = this.#options
    const task: TakeTask = {
      folder: this.#store.folder,
      labels,
      names: chosen.names,
      people: header.annotators.map(({ id }) => id),
      packed: header.labels.map(({ name }) => name),
      addsArticles: this.#choices.addArticles,
      by,
      at,
      record: writing?.record ?? null,
    }
    const known = batch.articles.map((hash) => this.#store.articleByHash(hash)?.id ?? null)
    const part = writing?.transaction.nextPart() ?? null
    const taken = await crew.run(takeJob, { task, batch, known, part })
    if (!taken.ok) throw new PackProblemError(taken.error.line, taken.error.message)
    return taken.value
  }
}

/** Whether nothing would be written. */
function isNothing(tally: PackTally, { created }: ChosenLabels): boolean {
  return tally.isKnown && created.length === 0
}

/** What is written beside articles, sets and reviews: labels, people, and the record of it. */
async function projectChanges(
  store: ProjectStore,
  header: PackHeader,
  { created }: ChosenLabels,
  id: string,
  tally: PackTally,
  { by, at }: TakeOptions,
): Promise<Result<readonly FileChange[], CallFailure>> {
  const changes: FileChange[] = []
  if (created.length > 0) {
    const change = await store.projectChange((now) => {
      const known = new Set(now.labels.map(({ name }) => name))
      const added = created.filter(({ name }) => !known.has(name))
      return { ...now, labels: [...now.labels, ...added] }
    })
    if (!change.ok) return change
    changes.push(change.value)
  }
  const annotators: string[] = []
  for (const annotator of newPeople(store, header, tally)) {
    const change = await store.annotatorChange(annotator)
    if (change === null) continue
    changes.push(change)
    annotators.push(annotator.id)
  }
  const pack: TakenPack = {
    format: 'rubricator-taken/1',
    id,
    at,
    by,
    project: header.project,
    made: header.made,
    from: header.by,
    labels: created.map(({ name }) => name),
    annotators,
    people: header.annotators.map(({ id: person }) => person),
    sets: tally.entries.sets.length,
  }
  changes.push({
    path: takenPackFile(id),
    before: null,
    content: encodeFile(TAKEN_PACK_KIND, pack),
  })
  return ok(changes)
}

/** Those of whom something came in, and whom the project does not name; names that it has stay. */
function newPeople(
  store: ProjectStore,
  { annotators }: PackHeader,
  { entries, reviews }: PackTally,
): readonly Annotator[] {
  const came = new Set([
    ...entries.sets.map(({ set }) => set.annotator),
    ...reviews.map(({ by }) => by),
  ])
  const known = new Set(store.project.annotators.map(({ id }) => id))
  return annotators.filter(({ id }) => came.has(id) && !known.has(id))
}
