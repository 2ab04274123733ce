import { writeLine, type PackLine } from '../../../core/review/pack/pack-line.ts'
import { storeDocument } from '../../../core/annotation/stored-document.ts'
import { storeMemory } from '../../../core/annotation/merge/stored-memory.ts'
import { storeLog } from '../../../core/review/log/stored-log.ts'
import type { Job } from '../../crew/job.ts'
import { BrokenFileError } from '../../store/durable-json-adapter.ts'
import { articleKind } from '../../store/project-kinds.ts'
import { articleFile } from '../../store/project-layout.ts'
import { StorageError } from '../../store/storage-error.ts'
import { articleLine } from './pack-header.ts'
import { groundOf, readFile, readLog, readSet } from './read-files.ts'

/** An article with those whose sets, and those whose words in its review go into a pack. */
export interface PackedArticle {
  readonly id: string
  readonly annotators: readonly string[]
  readonly people: readonly string[]
}

interface PackInput {
  /** The project's. */
  readonly folder: string
  readonly labels: readonly string[]
  readonly articles: readonly PackedArticle[]
  readonly texts: boolean
}

/** Writes the lines of some articles, as their files are now. */
export const packJob: Job<PackInput, Uint8Array> = {
  name: 'make a review pack',
  run: async ({ folder, labels, articles, texts }) => {
    const known = new Set(labels)
    try {
      const lines = articles.flatMap((article) => [...linesOf(folder, article, known, texts)])
      return Buffer.from(lines.map(writeLine).join(''))
    } catch (error) {
      if (!(error instanceof BrokenFileError)) throw error
      // A pack that lacks it would be wrong.
      throw new StorageError('pack', error.path, new Error(error.reason))
    }
  },
}

function* linesOf(
  folder: string,
  { id, annotators, people }: PackedArticle,
  labels: ReadonlySet<string>,
  texts: boolean,
): Generator<PackLine> {
  const { data: article } = readFile(folder, articleFile(id), articleKind(id))
  if (article === null) throw new BrokenFileError(articleFile(id), 'it is not there any more')
  const { text, text_sha256, meta } = article
  yield articleLine({ id, text_sha256, meta }, texts ? text : null)
  const ground = groundOf(id, text, text_sha256, labels)
  for (const annotator of annotators) {
    const { document, memory, setHash } = readSet(folder, ground, annotator)
    if (setHash === null) continue
    const set = storeDocument(document, { ...ground, labels })
    const merged = memory && storeMemory(memory, { ...ground, annotator })
    yield { kind: 'set', text_sha256, annotator, set, merged }
  }
  for (const by of people) {
    const { data: log } = readLog(folder, ground, by)
    if (log !== null) yield { kind: 'review', text_sha256, by, log: storeLog(log, ground) }
  }
}
