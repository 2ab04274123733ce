import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DEFAULT_LABEL_SET } from '../../../src/core/annotation/label-set.ts'
import { createOffsetMap } from '../../../src/core/text/offsets.ts'
import { createProjectFile } from '../../../src/main/store/create-project.ts'
import type { FileKind } from '../../../src/main/store/file-kind.ts'
import { annotatorKind, articleKind, setKind } from '../../../src/main/store/project-kinds.ts'
import { annotatorFile, articleFile, setFile } from '../../../src/main/store/project-layout.ts'
import { stableJson } from '../../../src/main/store/stable-json.ts'
import { annotatorsOf, makeArticle, type MadeArticle, type MadeOptions } from './made-article.ts'

const LABELS = new Set(DEFAULT_LABEL_SET.map(({ name }) => name))

/**
 * Writes a made project as the program would have written it, but without waiting for the disk.
 * @param folder - Empty or not there yet.
 * @throws Error when it is neither.
 */
export async function writeProject(folder: string, options: MadeOptions): Promise<void> {
  const created = await createProjectFile(folder, `${options.articles} articles`)
  if (!created.ok) throw new Error(created.error.message)
  const files = new PlainFiles(folder)
  for (const { id, name } of annotatorsOf(options)) {
    const annotator = { format: 'rubricator-annotator/1', id, name } as const
    files.write(annotatorFile(id), annotatorKind(id), annotator)
  }
  for (let index = 0; index < options.articles; index++) {
    writeArticle(files, makeArticle(options, index))
  }
}

function writeArticle(files: PlainFiles, { article, documents }: MadeArticle): void {
  files.write(articleFile(article.id), articleKind(article.id), article)
  const { id, text, text_sha256: hash } = article
  const ground = {
    article: id,
    sha256: hash,
    text,
    offsets: createOffsetMap(text),
    labels: () => LABELS,
  }
  for (const document of documents) {
    const { annotator } = document.set
    files.write(setFile(id, annotator), setKind(ground, annotator), document)
  }
}

/** A folder that takes files fast; each is new. */
class PlainFiles {
  readonly #folder: string
  readonly #made = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  write<T>(file: string, kind: FileKind<T>, data: T): void {
    const target = path.join(this.#folder, file)
    const within = path.dirname(target)
    if (!this.#made.has(within)) mkdirSync(within, { recursive: true })
    this.#made.add(within)
    writeFileSync(target, stableJson(kind.encode(data), kind.rows), { flag: 'wx' })
  }
}
