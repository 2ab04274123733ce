import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { AnnotatorFile, Project } from '../../../core/project/project.ts'
import { IdentifierSchema } from '../../../core/identifier.ts'
import type { ArticleIndex } from '../article-index.ts'
import { ArticleShelf } from '../article-shelf.ts'
import { DurableDocument } from '../durable-document.ts'
import { BrokenFileError } from '../durable-json-adapter.ts'
import { annotatorDocument } from '../load-project.ts'
import { placeOf, type ProjectGround } from '../project-ground.ts'
import { articleKind } from '../project-kinds.ts'
import {
  ANNOTATIONS_FOLDER,
  annotatorFile,
  articleFile,
  ARTICLES_FOLDER,
  PROJECT_FILE,
  setFile,
  type StoreProblem,
} from '../project-layout.ts'

/** What an open project has in memory. */
export interface OpenFiles {
  readonly ground: ProjectGround
  readonly project: DurableDocument<Project>
  readonly annotators: Map<string, DurableDocument<AnnotatorFile>>
  readonly index: ArticleIndex
}

interface Refreshable {
  /** @throws BrokenFileError when the file cannot be used. */
  refresh(staysWhenGone: boolean): Promise<boolean>
}

/** What was found on disk. */
export interface Refreshed {
  /** Whether an article, a set or their state has changed. */
  readonly articles: boolean
  /** Whether the project, its annotators or its problems have. */
  readonly project: boolean
}

/**
 * Reads what others have changed in folders of an open project. Each file is checked as when the
 * project was opened; one that cannot be used is told, and what was read of it before stays in memory.
 */
export class ProjectRefresh {
  readonly #files: OpenFiles
  #articles = false
  #project = false

  constructor(files: OpenFiles) {
    this.#files = files
  }

  /** @param folders - Paths inside the project, with `/`; '' is the project itself. */
  async run(folders: readonly string[]): Promise<Refreshed> {
    // A drive that was pulled out deletes nobody's marks.
    if (!(await this.#isThere())) return { articles: false, project: false }
    const { newer } = this.#files.ground
    const newerBefore = newer.format
    // Articles before the sets on them.
    for (const folder of folders.toSorted((a, b) => kindOf(a) - kindOf(b))) {
      const [kind, second, third] = folder.split('/')
      if (kind === '') await this.#readProject()
      else if (kind === ARTICLES_FOLDER && second !== undefined) await this.#readArticles(second)
      else if (kind === ANNOTATIONS_FOLDER && v.is(IdentifierSchema, second)) {
        if (third === undefined) await this.#readAnnotator(second)
        else await this.#readSets(second, third)
      }
    }
    const isNewer = newer.format !== newerBefore
    return { articles: this.#articles, project: this.#project || isNewer }
  }

  async #isThere(): Promise<boolean> {
    const { folder } = this.#files.ground
    return stat(folder).then(
      () => true,
      () => false,
    )
  }

  async #readProject(): Promise<void> {
    if (await this.#refresh(PROJECT_FILE, this.#files.project, true)) {
      this.#project = true
      this.#articles = true
    }
  }

  async #readAnnotator(id: string): Promise<void> {
    const { annotators, ground } = this.#files
    const known = annotators.get(id)
    const document = known ?? annotatorDocument(ground, id)
    if (!(await this.#refresh(annotatorFile(id), document, false))) return
    annotators.set(id, document)
    this.#files.index.forgiveFile(`${ANNOTATIONS_FOLDER}/${id}`)
    this.#project = true
  }

  async #readArticles(shard: string): Promise<void> {
    const { ground, index } = this.#files
    for (const id of await this.#idsIn(`${ARTICLES_FOLDER}/${shard}`)) {
      const file = articleFile(id)
      const shelf = index.shelf(id)
      if (shelf !== undefined) {
        if (await this.#refresh(file, shelf.document, true)) this.#articles = true
        continue
      }
      const document = new DurableDocument(placeOf(ground, file), articleKind(id))
      if (!(await this.#refresh(file, document, true)) || document.data === null) continue
      // An import of this process may have added it meanwhile, and have written sets on it.
      if (index.shelf(id) !== undefined) continue
      const added = new ArticleShelf(ground, document)
      index.add(added)
      this.#articles = true
      // Sets that came before their article.
      for (const annotator of await this.#annotators()) await this.#readSet(added, annotator)
    }
  }

  async #readSets(annotator: string, shard: string): Promise<void> {
    const folder = `${ANNOTATIONS_FOLDER}/${annotator}/${shard}`
    const there = new Set(await this.#idsIn(folder))
    const known = this.#files.index.idsIn(shard)
    for (const id of new Set([...known, ...there])) {
      const shelf = this.#files.index.shelf(id)
      if (shelf !== undefined) await this.#readSet(shelf, annotator)
    }
  }

  async #readSet(shelf: ArticleShelf, annotator: string): Promise<void> {
    const file = setFile(shelf.article.id, annotator)
    // What this process writes is here, whatever becomes of its file.
    const isOurs = this.#files.ground.locks.isKept(annotator)
    if (await this.#refresh(file, shelf.set(annotator), isOurs)) this.#articles = true
  }

  /** @returns Whether the document holds something else than before. */
  async #refresh(file: string, document: Refreshable, staysWhenGone: boolean): Promise<boolean> {
    const { index } = this.#files
    try {
      const isChanged = await document.refresh(staysWhenGone)
      if (isChanged && index.forgiveFile(file)) this.#project = true
      return isChanged
    } catch (error) {
      if (!(error instanceof BrokenFileError)) throw error
      const problem: StoreProblem = { file, reason: error.reason, severity: 'broken' }
      if (index.tellProblem(problem)) this.#project = true
      return false
    }
  }

  async #annotators(): Promise<readonly string[]> {
    const names = await this.#namesIn(ANNOTATIONS_FOLDER)
    return names.filter((name) => v.is(IdentifierSchema, name))
  }

  async #idsIn(folder: string): Promise<readonly string[]> {
    const names = (await this.#namesIn(folder)).filter((name) => name.endsWith('.json'))
    const ids = names.map((name) => name.slice(0, -'.json'.length))
    return ids.filter((id) => v.is(IdentifierSchema, id))
  }

  async #namesIn(folder: string): Promise<readonly string[]> {
    return readdir(join(this.#files.ground.folder, folder)).catch(() => [])
  }
}

/** Projects before articles, articles before sets. */
function kindOf(folder: string): number {
  return ['', ARTICLES_FOLDER, ANNOTATIONS_FOLDER].indexOf(folder.split('/')[0] ?? '')
}
