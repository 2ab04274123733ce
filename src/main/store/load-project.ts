import { stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallFailure } from '../../contract/failure.ts'
import { compareText } from '../../core/annotation/span.ts'
import type { AnnotatorFile, Project } from '../../core/project/project.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { ArticleShelf } from './article-shelf.ts'
import { DurableDocument } from './durable-document.ts'
import { BrokenFileError, type WriteFile } from './durable-json-adapter.ts'
import { LockedError, ProjectLocks } from './lock/project-locks.ts'
import { mapLimited } from './map-limited.ts'
import { migrateProject } from './migrate/migrate-project.ts'
import { mendFile, type Readable } from './mend-file.ts'
import { NewerFiles } from './newer/newer-files.ts'
import { placeOf, type ProjectGround } from './project-ground.ts'
import { annotatorKind, articleKind, PROJECT_KIND } from './project-kinds.ts'
import {
  annotatorFile,
  articleFile,
  PROJECT_FILE,
  setFile,
  type StoreProblem,
} from './project-layout.ts'
import { scanProject, type FoundFiles } from './scan-project.ts'
import { StorageError } from './storage-error.ts'

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

/** Everything of a project that could be read, and what could not. */
export interface LoadedProject {
  readonly ground: ProjectGround
  readonly project: DurableDocument<Project>
  /** The files of annotators, by their ids. */
  readonly annotators: Map<string, DurableDocument<AnnotatorFile>>
  readonly shelves: Map<string, ArticleShelf>
  readonly problems: readonly StoreProblem[]
}

const FILES_AT_A_TIME = 32
/** No write takes so long, in milliseconds. */
const UNDER_WAY = 3_600_000

/**
 * Reads a project into memory. Only a `project.json` that cannot be used fails the whole; any other
 * file that cannot be used becomes a problem, and the rest is there.
 */
export async function loadProject(
  folder: string,
  { write, mends = false, migrates = mends, now = () => new Date() }: LoadOptions = {},
): Promise<Result<LoadedProject, CallFailure>> {
  const newer = new NewerFiles()
  const project = new DurableDocument(placeOf({ folder, write, newer }, PROJECT_FILE), PROJECT_KIND)
  const labels = (): ReadonlySet<string> =>
    new Set((project.data?.labels ?? []).map(({ name }) => name))
  const ground: ProjectGround = { folder, write, locks: new ProjectLocks(folder), newer, labels }
  const reader = new FileReader(ground, mends)

  if (migrates) reader.problems.push(...(await migrateProject(ground, now())))
  await reader.read(PROJECT_FILE, project, null)
  if (project.data === null) {
    const [broken] = reader.problems
    if (broken === undefined) return fail(await missingProject(folder))
    const message = `The project cannot be opened: ${PROJECT_FILE} in ${folder}: ${broken.reason}`
    return fail({ code: 'refused', message })
  }
  const found = await scanProject(folder)
  if (mends && newer.format === null) await sweep(folder, found.leftovers)
  const annotators = await loadAnnotators(ground, found.annotators, reader)
  const shelves = await loadArticles(ground, found.articles, reader)
  await loadSets(shelves, found, reader)
  const problems = [...reader.problems, ...found.problems, ...unlisted(found, project.data)]
  return ok({
    ground,
    project,
    annotators,
    shelves,
    problems: problems.toSorted((a, b) => compareText(a.file, b.file)),
  })
}

/** Reads the files of a project, and gathers what is wrong with them. */
class FileReader {
  readonly problems: StoreProblem[] = []
  readonly #ground: ProjectGround
  readonly #mends: boolean

  constructor(ground: ProjectGround, mends: boolean) {
    this.#ground = ground
    this.#mends = mends
  }

  tell(file: string, reason: string): void {
    this.problems.push({ file, reason, severity: 'broken' })
  }

  /** @param annotator - Whose file it is; null for those that everybody writes. */
  async read(file: string, document: Readable, annotator: string | null): Promise<void> {
    try {
      await document.read()
    } catch (error) {
      if (!(error instanceof BrokenFileError)) throw error
      this.problems.push(await this.#deal(file, document, annotator, error))
    }
  }

  async #deal(
    file: string,
    document: Readable,
    annotator: string | null,
    { reason, isDamaged }: BrokenFileError,
  ): Promise<StoreProblem> {
    const left = (why: string): StoreProblem => ({ file, reason: why, severity: 'broken' })
    const { folder, locks, newer } = this.#ground
    if (!isDamaged || !this.#mends || newer.format !== null) return left(reason)
    const mend = (): Promise<StoreProblem> => mendFile(folder, file, reason, document)
    try {
      return await (annotator === null
        ? locks.whileProjectIsOurs(mend)
        : locks.whileSetsAreOurs(annotator, mend))
    } catch (error) {
      if (error instanceof LockedError) return left(`${reason}; ${error.message}`)
      if (error instanceof StorageError) return left(`${reason}; ${error.message}`)
      throw error
    }
  }
}

async function loadAnnotators(
  ground: ProjectGround,
  ids: readonly string[],
  reader: FileReader,
): Promise<Map<string, DurableDocument<AnnotatorFile>>> {
  const documents = ids.map((id) => annotatorDocument(ground, id))
  for (const [index, id] of ids.entries()) {
    const document = documents[index]
    if (document) await reader.read(annotatorFile(id), document, id)
  }
  return new Map(ids.flatMap((id, index) => (documents[index] ? [[id, documents[index]]] : [])))
}

/** The document of the file that says what an annotator is called, whether there is one or not. */
export function annotatorDocument(
  ground: ProjectGround,
  id: string,
): DurableDocument<AnnotatorFile> {
  return new DurableDocument(placeOf(ground, annotatorFile(id)), annotatorKind(id))
}

async function loadArticles(
  ground: ProjectGround,
  ids: readonly string[],
  reader: FileReader,
): Promise<Map<string, ArticleShelf>> {
  const shelves = new Map<string, ArticleShelf>()
  await mapLimited(ids, FILES_AT_A_TIME, async (id) => {
    const file = articleFile(id)
    const document = new DurableDocument(placeOf(ground, file), articleKind(id))
    await reader.read(file, document, null)
    if (document.data !== null) shelves.set(id, new ArticleShelf(ground, document))
  })
  return shelves
}

async function loadSets(
  shelves: ReadonlyMap<string, ArticleShelf>,
  found: FoundFiles,
  reader: FileReader,
): Promise<void> {
  const listed = new Set(found.articles)
  await mapLimited(found.sets, FILES_AT_A_TIME, async ({ article, annotator }) => {
    const file = setFile(article, annotator)
    const shelf = shelves.get(article)
    if (shelf !== undefined) await reader.read(file, shelf.set(annotator), annotator)
    else if (listed.has(article)) {
      reader.tell(file, `the file of its article, ${articleFile(article)}, could not be read`)
    } else reader.tell(file, `the project has no article ${article}`)
  })
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
function unlisted(found: FoundFiles, project: Project): readonly StoreProblem[] {
  const known = new Set([...project.annotators.map(({ id }) => id), ...found.annotators])
  const strangers = new Set(found.sets.map(({ annotator }) => annotator))
  const missing = [...strangers].filter((annotator) => !known.has(annotator))
  return missing.map((annotator) => ({
    file: `annotations/${annotator}`,
    reason: `nothing says what this annotator is called; the sets are read all the same`,
    severity: 'notice',
  }))
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
