import { existsSync } from 'node:fs'
import { stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallFailure } from '../../contract/failure.ts'
import { compareText } from '../../core/annotation/span.ts'
import type { AnnotatorFile, Project } from '../../core/project/project.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { ArticleIndex } from './article-index.ts'
import { ArticleShelves } from './article-shelves.ts'
import { scanFolders, type FoundFolders } from './cache/scan-shard.ts'
import { CACHE_FOLDER } from './cache/shard-cache.ts'
import { BEFORE_THREADS, surveyShards } from './cache/survey-project.ts'
import type { BrokenFile, ShardSurvey, SurveyOptions } from './cache/survey-shard.ts'
import { DurableDocument } from './durable-document.ts'
import type { WriteFile } from './durable-json-adapter.ts'
import { FileReader } from './file-reader.ts'
import { LockedError, ProjectLocks } from './lock/project-locks.ts'
import { mapLimited } from './map-limited.ts'
import { migrateProject } from './migrate/migrate-project.ts'
import { NewerFiles } from './newer/newer-files.ts'
import { placeOf, type ProjectGround } from './project-ground.ts'
import { annotatorKind, articleKind, PROJECT_KIND } from './project-kinds.ts'
import { annotatorFile, articleFile, PROJECT_FILE, shardOfFile } from './project-layout.ts'
import { ReviewIndex } from './reviews/review-index.ts'
import { StorageError } from './storage-error.ts'
import { Transaction, TRANSACTIONS_FOLDER } from './transaction/transaction.ts'

export interface LoadOptions {
  /** Replaces the durable write, so that tests can make the disk fail. */
  readonly write?: WriteFile
  /**
   * Whether damaged files are moved aside and restored, and a project of an older version is led
   * forward; a reader only tells of them.
   */
  readonly mends?: boolean
  /** Whether a project of an older version is led forward; what mends does so. */
  readonly migrates?: boolean
  readonly now?: () => Date
}

/** What is known of a project that has been opened. */
export interface LoadedProject {
  readonly ground: ProjectGround
  readonly project: DurableDocument<Project>
  /** The files of annotators, by their ids. */
  readonly annotators: Map<string, DurableDocument<AnnotatorFile>>
  readonly index: ArticleIndex
  readonly shelves: ArticleShelves
  readonly reviews: ReviewIndex
  /** Reads files, and mends damaged ones where that was asked for. */
  readonly reader: FileReader
}

const FILES_AT_A_TIME = 16
/** No write takes so long, in milliseconds. */
const UNDER_WAY = 3_600_000

/**
 * Finds out what is in a project. Only a `project.json` that cannot be used fails the whole; any other
 * file that cannot be used becomes a problem, and the rest is there.
 */
export async function loadProject(
  folder: string,
  { write, mends = false, migrates = mends, now = () => new Date() }: LoadOptions = {},
): Promise<Result<LoadedProject, CallFailure>> {
  const newer = new NewerFiles()
  const project = new DurableDocument(placeOf({ folder, write, newer }, PROJECT_FILE), PROJECT_KIND)
  const passingLabels = new Set<string>()
  const labels = (): ReadonlySet<string> =>
    new Set([...passingLabels, ...(project.data?.labels ?? []).map(({ name }) => name)])
  const locks = new ProjectLocks(folder)
  const ground: ProjectGround = { folder, write, locks, newer, passingLabels, labels }
  const index = new ArticleIndex()
  const reader = new FileReader(ground, index, mends)

  if (migrates) {
    for (const problem of await migrateProject(ground, now())) index.tellProblem(problem)
  }
  await reader.read(PROJECT_FILE, project, null)
  if (project.data === null) {
    const broken = index.problems.find(({ file }) => file === PROJECT_FILE)
    if (broken === undefined) return fail(await missingProject(folder))
    const message = `The project cannot be opened: ${PROJECT_FILE} in ${folder}: ${broken.reason}`
    return fail({ code: 'refused', message })
  }
  if (newer.format === null) await carryOn(ground, index, project)
  const found = scanFolders(folder)
  const annotators = await loadAnnotators(ground, found.named, reader)
  const shelves = new ArticleShelves(ground)
  const options = {
    folder,
    annotators: found.annotators,
    labels: labels(),
    // Who merely reads leaves nothing behind where nothing was.
    remembers: newer.format === null && (mends || existsSync(join(folder, CACHE_FOLDER))),
  }
  const leftovers = await surveyAll({ index, found, options, mends, reader, shelves, ground })
  if (mends && newer.format === null) await sweep(folder, [...found.leftovers, ...leftovers])
  tellUnlisted(index, found, project.data)
  const reviews = ReviewIndex.scan(folder, index)
  return ok({ ground, project, annotators, index, shelves, reviews, reader })
}

/** What an import or the like has decided upon and not completed is completed before anything is read. */
async function carryOn(
  { folder, locks }: ProjectGround,
  index: ArticleIndex,
  project: DurableDocument<Project>,
): Promise<void> {
  if (!(await Transaction.isWaiting(folder))) return
  try {
    await locks.whileProjectIsOurs(() => Transaction.recover(folder))
    await project.read()
  } catch (error) {
    if (!(error instanceof LockedError || error instanceof StorageError)) throw error
    const reason = `changes of many files wait here to be completed; ${error.message}`
    index.tellProblem({ file: TRANSACTIONS_FOLDER, reason, severity: 'broken' })
  }
}

interface Surveying {
  readonly ground: ProjectGround
  readonly index: ArticleIndex
  readonly shelves: ArticleShelves
  readonly found: FoundFolders
  readonly options: SurveyOptions
  readonly mends: boolean
  readonly reader: FileReader
}

/** @returns Files that writes have left which came to no end. */
async function surveyAll(surveying: Surveying): Promise<readonly string[]> {
  const { ground, index, found, options, mends } = surveying
  const leftovers: string[] = []
  const damaged: BrokenFile[] = []
  for (const problem of found.problems) index.tellProblem(problem)
  const take = (survey: ShardSurvey): void => {
    leftovers.push(...survey.leftovers)
    if (survey.newer !== null) ground.newer.tell(survey.newer)
    for (const entries of survey.entries) index.take(entries)
    for (const problem of survey.problems) index.tellProblem(problem)
    for (const broken of survey.broken) {
      if (broken.isDamaged && mends) damaged.push(broken)
      else index.tellProblem({ file: broken.file, reason: broken.reason, severity: 'broken' })
    }
  }
  await surveyShards(found.shards, options, take, BEFORE_THREADS)
  if (damaged.length === 0) return leftovers
  // An article before the sets on it; what was restored is then read as everything else.
  const mended = damaged.splice(0).toSorted((a, b) => rank(a) - rank(b))
  for (const broken of mended) await mend(broken, surveying)
  const shards = new Set(mended.flatMap(({ file }) => shardOfFile(file) ?? []))
  const told = new Set(mended.map(({ file }) => file))
  for (const { file } of [...shards].flatMap((shard) => index.problemsIn(shard))) {
    if (!told.has(file)) index.forgiveFile(file)
  }
  await surveyShards([...shards], options, take, BEFORE_THREADS)
  return leftovers
}

function rank({ annotator }: BrokenFile): number {
  return annotator === null ? 0 : 1
}

async function mend(
  { file, annotator }: BrokenFile,
  { ground, reader, shelves }: Surveying,
): Promise<void> {
  const id = file.slice(file.lastIndexOf('/') + 1, -'.json'.length)
  if (annotator === null) {
    const document = new DurableDocument(placeOf(ground, articleFile(id)), articleKind(id))
    await reader.read(file, document, null)
  } else await shelves.use(id, (shelf) => reader.read(file, shelf.set(annotator), annotator))
}

async function loadAnnotators(
  ground: ProjectGround,
  ids: readonly string[],
  reader: FileReader,
): Promise<Map<string, DurableDocument<AnnotatorFile>>> {
  const documents = new Map(ids.map((id) => [id, annotatorDocument(ground, id)]))
  await mapLimited([...documents], FILES_AT_A_TIME, ([id, document]) =>
    reader.read(annotatorFile(id), document, id),
  )
  return documents
}

/** The document of the file that says what an annotator is called, whether there is one or not. */
export function annotatorDocument(
  ground: ProjectGround,
  id: string,
): DurableDocument<AnnotatorFile> {
  return new DurableDocument(placeOf(ground, annotatorFile(id)), annotatorKind(id))
}

/** Removes what writes have left that came to no end; one that is young may still be under way. */
async function sweep(folder: string, leftovers: readonly string[]): Promise<void> {
  for (const file of leftovers) {
    const path = join(folder, file)
    const found = await stat(path).catch(() => null)
    if (found === null || Date.now() - found.mtimeMs < UNDER_WAY) continue
    // What cannot be removed is in nobody's way.
    await unlink(path).catch(() => undefined)
  }
}

/** Annotators whose sets are there but whose name is not: read all the same, and told. */
function tellUnlisted(index: ArticleIndex, found: FoundFolders, project: Project): void {
  const known = new Set([...project.annotators.map(({ id }) => id), ...found.named])
  for (const annotator of found.annotators.toSorted(compareText)) {
    if (known.has(annotator) || !hasSets(index, annotator)) continue
    const reason = 'nothing says what this annotator is called; the sets are read all the same'
    index.tellProblem({ file: `annotations/${annotator}`, reason, severity: 'notice' })
  }
}

function hasSets(index: ArticleIndex, annotator: string): boolean {
  return index.articles().some(({ id }) => index.set(id, annotator) !== undefined)
}

async function missingProject(folder: string): Promise<CallFailure> {
  const exists = await stat(folder).then(
    () => true,
    () => false,
  )
  const message = exists
    ? `${folder} is not a Rubricator project: it holds no ${PROJECT_FILE}`
    : `There is no folder ${folder}`
  return { code: 'not-found', message }
}
