import type { CallFailure } from '../../../contract/failure.ts'
import type { ImportSummary } from '../../../contract/models.ts'
import { ok, type Result } from '../../../core/result.ts'
import { mapLimited } from '../../store/map-limited.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { failure, unexpected } from '../failures.ts'
import type { ImportPlan, PlannedSet } from './import-plan.ts'

/** Told as an import is written: files done, of how many. */
export type Progress = (done: number, total: number) => void

/** Enough to hide the time that each flush takes, few enough to spare a slow disk. */
const FILES_AT_A_TIME = 8
/** Files between two reports of progress. */
const PROGRESS_STEP = 10

/**
 * Writes what was planned: first labels and annotators, which sets need to be read, then articles,
 * then the sets on them. If anything of it fails, all of it is taken back.
 */
export async function commitImport(
  store: ProjectStore,
  plan: ImportPlan,
  progress: Progress = () => undefined,
): Promise<Result<ImportSummary, CallFailure>> {
  const takeBack: (() => Promise<unknown>)[] = []
  const total = plan.articles.length + plan.sets.length
  let done = 0
  const step = (): void => {
    done++
    if (done % PROGRESS_STEP === 0 || done === total) progress(done, total)
  }
  try {
    await addToProject(store, plan, takeBack)
    await mapLimited(plan.articles, FILES_AT_A_TIME, async (article) => {
      succeed(await store.addArticle(article))
      takeBack.push(() => store.removeArticle(article.id))
      step()
    })
    await mapLimited(plan.sets, FILES_AT_A_TIME, async (planned) => {
      // Before the write: one that fails in its last step may have left its file.
      takeBack.push(() => restoreSet(store, planned))
      succeed(await writeSet(store, planned))
      step()
    })
    return ok(plan.summary)
  } catch (error) {
    const left = await undoAll(takeBack)
    const cause = error instanceof ImportStop ? error.failure : unexpected(error)
    const undone =
      left.length === 0
        ? 'nothing was imported'
        : `taking it back failed too, so parts of it may be left: ${left.join('; ')}`
    return failure(cause.code, `${cause.message}; ${undone}`)
  }
}

/** Carries an expected failure out of the writing, to where it is taken back. */
class ImportStop extends Error {
  override readonly name = 'ImportStop'
  readonly failure: CallFailure

  constructor(cause: CallFailure) {
    super(cause.message)
    this.failure = cause
  }
}

function succeed(outcome: Result<unknown, CallFailure>): void {
  if (!outcome.ok) throw new ImportStop(outcome.error)
}

async function addToProject(
  store: ProjectStore,
  { labels, annotators }: ImportPlan,
  takeBack: (() => Promise<unknown>)[],
): Promise<void> {
  if (labels.length > 0) {
    const names = new Set(labels.map(({ name }) => name))
    takeBack.push(() =>
      store.updateProject((project) => ({
        ...project,
        labels: project.labels.filter(({ name }) => !names.has(name)),
      })),
    )
    await store.updateProject((project) => ({ ...project, labels: [...project.labels, ...labels] }))
  }
  for (const annotator of annotators) {
    takeBack.push(() => store.forgetAnnotator(annotator.id))
    await store.nameAnnotator(annotator)
  }
}

function writeSet(
  store: ProjectStore,
  { document }: PlannedSet,
): Promise<Result<unknown, CallFailure>> {
  const { article, annotator } = document.set
  return store.updateDocument(article, annotator, (present) =>
    present.revision === document.revision - 1
      ? ok(document)
      : failure('conflict', `The marks of ${annotator} changed while they were imported`),
  )
}

async function restoreSet(
  store: ProjectStore,
  { document, replaces }: PlannedSet,
): Promise<unknown> {
  const { article, annotator } = document.set
  const present = store.document(article, annotator)
  // Somebody may have marked on; their marks stay.
  if (present.ok && present.value.revision > document.revision) return undefined
  return replaces === null
    ? store.removeDocument(article, annotator)
    : store.updateDocument(article, annotator, () => ok(replaces))
}

/** Takes back in reverse order. @returns What could not be taken back. */
async function undoAll(takeBack: readonly (() => Promise<unknown>)[]): Promise<readonly string[]> {
  const left: string[] = []
  for (const undo of takeBack.toReversed()) {
    try {
      await undo()
    } catch (error) {
      left.push(error instanceof Error ? error.message : String(error))
    }
  }
  return left
}
