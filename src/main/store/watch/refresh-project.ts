import { join } from 'node:path'
import * as v from 'valibot'
import { IdentifierSchema } from '../../../core/identifier.ts'
import type { AnnotatorFile, Project } from '../../../core/project/project.ts'
import { Turns } from '../../crew/turns.ts'
import type { ArticleIndex } from '../article-index.ts'
import type { ArticleShelves } from '../article-shelves.ts'
import { scanFolders } from '../cache/scan-shard.ts'
import { surveyShards } from '../cache/survey-project.ts'
import type { ShardSurvey } from '../cache/survey-shard.ts'
import type { DurableDocument } from '../durable-document.ts'
import { BrokenFileError } from '../durable-json-adapter.ts'
import { findProject } from '../find-project.ts'
import { annotatorDocument } from '../load-project.ts'
import { lookOf } from '../look.ts'
import type { ReviewIndex } from '../reviews/review-index.ts'
import type { ProjectGround } from '../project-ground.ts'
import {
  ANNOTATIONS_FOLDER,
  annotatorFile,
  ARTICLES_FOLDER,
  PROJECT_FILE,
  REVIEWS_FOLDER,
} from '../project-layout.ts'
import type { Changes } from './folder-watch.ts'
import { SurveyTaking } from './survey-taking.ts'

/** What an open project has in memory. */
export interface OpenFiles {
  readonly ground: ProjectGround
  readonly project: DurableDocument<Project>
  readonly annotators: Map<string, DurableDocument<AnnotatorFile>>
  readonly index: ArticleIndex
  readonly shelves: ArticleShelves
  readonly reviews: ReviewIndex
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

/** How often a shard is looked at again that this process writes to meanwhile. */
const ATTEMPTS = 3

/**
 * Reads what others have changed in folders of an open project. Each file is checked as when the
 * project was opened; one that cannot be used is told, and what was known of it before stays.
 */
export class ProjectRefresh {
  readonly #files: OpenFiles
  #articles = false
  #project = false

  constructor(files: OpenFiles) {
    this.#files = files
  }

  /** @throws StorageError when the project is not there: a drive that was pulled out deletes nobody's marks. */
  async run(changes: Changes): Promise<Refreshed> {
    const { newer, folder: project } = this.#files.ground
    await findProject(project)
    const newerBefore = newer.format
    const shards = new Set<string>()
    for (const [folder, names] of changes) {
      if (names !== null && (await this.#isKnown(folder, names))) continue
      const [kind, second, third] = folder.split('/')
      if (kind === '' && (await this.#readProject())) {
        // Labels decide which sets can be used.
        for (const shard of scanFolders(this.#files.ground.folder).shards) shards.add(shard)
      } else if (kind === REVIEWS_FOLDER && v.is(IdentifierSchema, second) && third) {
        this.#readReviews(second, third)
      } else if (kind === ARTICLES_FOLDER && second !== undefined) shards.add(second)
      else if (kind === ANNOTATIONS_FOLDER && v.is(IdentifierSchema, second)) {
        if (third === undefined) await this.#readAnnotator(second)
        else shards.add(third)
      }
    }
    await this.survey([...shards])
    const isNewer = newer.format !== newerBefore
    return { articles: this.#articles, project: this.#project || isNewer }
  }

  /**
   * Finds out again what is in some shards.
   * @throws StorageError when the project is not there.
   */
  async survey(shards: readonly string[]): Promise<void> {
    const { ground, index, shelves, reviews } = this.#files
    const { folder } = ground
    let waiting = shards
    for (let attempt = 1; waiting.length > 0 && attempt <= ATTEMPTS; attempt++) {
      const taking = new SurveyTaking(index, shelves, ground.locks)
      const { annotators } = scanFolders(folder)
      const remembers = ground.newer.format === null
      const options = { folder, annotators, labels: ground.labels(), remembers }
      const surveys: ShardSurvey[] = []
      await surveyShards(waiting, options, (survey) => surveys.push(survey), 0)
      await findProject(folder)
      const turns = new Turns()
      for (const survey of surveys) {
        if (turns.isOver) await turns.end()
        if (survey.newer !== null) ground.newer.tell(survey.newer)
        taking.take(survey)
      }
      if (taking.isNews) this.#articles = true
      if (taking.hasProblems) this.#project = true
      waiting = taking.stale
    }
    reviews.tellOrphans(index, new Set(shards))
  }

  #readReviews(by: string, shard: string): void {
    const { ground, index, reviews } = this.#files
    reviews.rescan(ground.folder, index, by, shard)
    this.#articles = true
    this.#project = true
  }

  /** Whether files of a shard are as this process has left them. */
  async #isKnown(folder: string, names: ReadonlySet<string>): Promise<boolean> {
    const { ground } = this.#files
    const [kind, second, third] = folder.split('/')
    const isShard = kind === ARTICLES_FOLDER ? second !== undefined : third !== undefined
    if (!isShard) return false
    for (const name of names) {
      const id = name.slice(0, -'.json'.length)
      const look = await lookOf(join(ground.folder, folder, name))
      if (look === null || look !== this.#knownLook(kind, id, second ?? '')) return false
    }
    return true
  }

  #knownLook(kind: string | undefined, id: string, person: string): string | undefined {
    const { index, reviews } = this.#files
    if (kind === REVIEWS_FOLDER) return reviews.lookOf(id, person)
    return (kind === ARTICLES_FOLDER ? index.article(id) : index.set(id, person))?.look
  }

  async #readProject(): Promise<boolean> {
    const isChanged = await this.#refresh(PROJECT_FILE, this.#files.project, true)
    if (!isChanged) return false
    this.#project = true
    this.#articles = true
    return true
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

  /** @returns Whether the document holds something else than before. */
  async #refresh(file: string, document: Refreshable, staysWhenGone: boolean): Promise<boolean> {
    const { index } = this.#files
    try {
      const isChanged = await document.refresh(staysWhenGone)
      if (isChanged && index.forgiveFile(file)) this.#project = true
      return isChanged
    } catch (error) {
      if (!(error instanceof BrokenFileError)) throw error
      if (index.tellProblem({ file, reason: error.reason, severity: 'broken' }))
        this.#project = true
      return false
    }
  }
}
