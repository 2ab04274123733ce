import { rm } from 'node:fs/promises'
import path from 'node:path'
import { emptySet } from '../../src/core/annotation/annotation-set.ts'
import { newDocument, type AnnotationDocument } from '../../src/core/annotation/history.ts'
import type { Article } from '../../src/core/article/article.ts'
import type { Annotator } from '../../src/core/project/project.ts'
import { setFile } from '../../src/main/store/project-layout.ts'
import { ProjectStore } from '../../src/main/store/project-store.ts'
import { annotatorNamed } from '../../src/main/workbench/annotator.ts'
import type { Random } from '../bench/reader/documents/random.ts'
import { addArticle } from '../support/add-article.ts'
import { valueOf } from '../support/builders.ts'
import { makeArticles } from './texts.ts'

/** Few, so that the same files are written again and again; more than one is written at a time. */
const ARTICLES = 3

/** A project, those who work on it, and what has to be in it. */
export class TorturedProject {
  /** Holds the project and everybody's settings. */
  readonly folder: string
  readonly articles: readonly Article[]
  readonly annotators: readonly Annotator[]
  readonly #documents = new Map<string, AnnotationDocument>()

  private constructor(folder: string, articles: readonly Article[], names: readonly string[]) {
    this.folder = folder
    this.articles = articles
    this.annotators = names.map((name) => annotatorNamed(name))
  }

  static async create(
    folder: string,
    names: readonly string[],
    random: Random,
  ): Promise<TorturedProject> {
    const project = new TorturedProject(folder, makeArticles(ARTICLES, random), names)
    const store = valueOf(await ProjectStore.create(project.path, 'Tortured'))
    for (const article of project.articles) await addArticle(store, article)
    return project
  }

  /** The project's own folder. */
  get path(): string {
    return path.join(this.folder, 'project')
  }

  /** The annotators' ids. */
  get ids(): readonly string[] {
    return this.annotators.map(({ id }) => id)
  }

  /** The folder of an annotator's settings: everybody sits at another machine. */
  homeOf(annotator: string): string {
    return path.join(this.folder, annotator)
  }

  /** What was in a set when it was looked at last. */
  documentOf(article: string, annotator: string): AnnotationDocument {
    const known = this.#documents.get(setFile(article, annotator))
    return known ?? newDocument(emptySet(article, annotator))
  }

  /** Takes what is in a set for good. */
  remember(document: AnnotationDocument): void {
    const { article, annotator } = document.set
    this.#documents.set(setFile(article, annotator), document)
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true })
  }
}
