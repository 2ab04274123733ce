import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallFailure } from '../../contract/failure.ts'
import { compareText } from '../../core/annotation/span.ts'
import type { Project } from '../../core/project/project.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { ArticleShelf, type ProjectGround } from './article-shelf.ts'
import { DurableDocument } from './durable-document.ts'
import { BrokenFileError, type WriteFile } from './durable-json-adapter.ts'
import { mapLimited } from './map-limited.ts'
import { articleKind, PROJECT_KIND } from './project-kinds.ts'
import { articleFile, PROJECT_FILE, setFile, type StoreProblem } from './project-layout.ts'
import { scanProject, type FoundFiles } from './scan-project.ts'

/** Everything of a project that could be read, and what could not. */
export interface LoadedProject {
  readonly ground: ProjectGround
  readonly project: DurableDocument<Project>
  readonly shelves: Map<string, ArticleShelf>
  readonly problems: readonly StoreProblem[]
}

const FILES_AT_A_TIME = 32

/**
 * Reads a project into memory. Only a `project.json` that cannot be used fails the whole; any other
 * file that cannot be used becomes a problem, and the rest is there.
 */
export async function loadProject(
  folder: string,
  write?: WriteFile,
): Promise<Result<LoadedProject, CallFailure>> {
  const project = new DurableDocument(join(folder, PROJECT_FILE), PROJECT_KIND, write)
  const broken = await readOrReason(project)
  if (broken !== undefined) {
    const message = `The project cannot be opened: ${PROJECT_FILE} in ${folder}: ${broken}`
    return fail({ code: 'refused', message })
  }
  if (project.data === null) return fail(await missingProject(folder))

  const labels = (): ReadonlySet<string> =>
    new Set((project.data?.labels ?? []).map(({ name }) => name))
  const ground: ProjectGround = { folder, write, labels }
  const found = await scanProject(folder)
  const problems: StoreProblem[] = [...found.problems, ...unlisted(found, project.data)]
  const shelves = await loadArticles(ground, found.articles, problems)
  await loadSets(shelves, found, problems)
  problems.sort((a, b) => compareText(a.file, b.file))
  return ok({ ground, project, shelves, problems })
}

async function loadArticles(
  ground: ProjectGround,
  ids: readonly string[],
  problems: StoreProblem[],
): Promise<Map<string, ArticleShelf>> {
  const shelves = new Map<string, ArticleShelf>()
  await mapLimited(ids, FILES_AT_A_TIME, async (id) => {
    const file = articleFile(id)
    const document = new DurableDocument(join(ground.folder, file), articleKind(id), ground.write)
    const reason = await readOrReason(document)
    if (reason !== undefined) problems.push({ file, reason, severity: 'broken' })
    else if (document.data !== null) shelves.set(id, new ArticleShelf(ground, document))
  })
  return shelves
}

async function loadSets(
  shelves: ReadonlyMap<string, ArticleShelf>,
  found: FoundFiles,
  problems: StoreProblem[],
): Promise<void> {
  const listed = new Set(found.articles)
  await mapLimited(found.sets, FILES_AT_A_TIME, async ({ article, annotator }) => {
    const file = setFile(article, annotator)
    const shelf = shelves.get(article)
    if (shelf === undefined) {
      const reason = listed.has(article)
        ? `the file of its article, ${articleFile(article)}, could not be read`
        : `the project has no article ${article}`
      problems.push({ file, reason, severity: 'broken' })
      return
    }
    const reason = await readOrReason(shelf.set(annotator))
    if (reason !== undefined) problems.push({ file, reason, severity: 'broken' })
  })
}

async function readOrReason(document: { read(): Promise<unknown> }): Promise<string | undefined> {
  try {
    await document.read()
    return undefined
  } catch (error) {
    if (error instanceof BrokenFileError) return error.reason
    throw error
  }
}

/** Annotators whose sets are there but whose name is not: read all the same, and told. */
function unlisted(found: FoundFiles, project: Project): readonly StoreProblem[] {
  const known = new Set(project.annotators.map(({ id }) => id))
  const strangers = new Set(found.sets.map(({ annotator }) => annotator))
  const missing = [...strangers].filter((annotator) => !known.has(annotator))
  return missing.map((annotator) => ({
    file: `annotations/${annotator}`,
    reason: `${PROJECT_FILE} does not list this annotator; the sets are read all the same`,
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
