import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../../core/article/article.ts'
import { foldForSearch } from '../../../core/article/search-terms.ts'
import { createOffsetMap } from '../../../core/text/offsets.ts'
import { BrokenFileError, decodeFile } from '../durable-json-adapter.ts'
import type { FileKind } from '../file-kind.ts'
import { lookOfNow } from '../look.ts'
import { articleKind, setKind, type SetGround } from '../project-kinds.ts'
import { articleFile, setFile, type StoreProblem } from '../project-layout.ts'
import { codeOf, reasonOf } from '../storage-error.ts'
import {
  indexArticle,
  indexSet,
  type IndexedArticle,
  type IndexEntry,
  type IndexedSet,
} from './index-entry.ts'
import { scanShard, type FoundFiles } from './scan-shard.ts'
import { forgetShard, readShardCache, writeShardCache, type ReadShardCache } from './shard-cache.ts'

/** A file that cannot be used. */
export interface BrokenFile {
  readonly file: string
  readonly reason: string
  readonly isDamaged: boolean
  /** Whose set it is; null for an article. */
  readonly annotator: string | null
}

/** What was found out about one shard. */
export interface ShardSurvey {
  readonly shard: string
  readonly entries: readonly IndexEntry[]
  readonly broken: readonly BrokenFile[]
  /** What is worth telling of files that are not read. */
  readonly problems: readonly StoreProblem[]
  /** Files that writes have left which came to no end, by their paths inside the project. */
  readonly leftovers: readonly string[]
  /** The format of a file that a newer program has made; null when there is none. */
  readonly newer: string | null
}

export interface SurveyOptions {
  readonly folder: string
  /** Whose sets are looked for. */
  readonly annotators: readonly string[]
  /** The project's labels. */
  readonly labels: ReadonlySet<string>
  /** Whether what is found out is remembered in the project's `.cache`. */
  readonly remembers: boolean
}

/**
 * Finds out what is in the files of a shard, each of them checked as when it is opened. Files that look
 * as they did when they were checked last are not read again.
 */
export function surveyShard(shard: string, options: SurveyOptions): ShardSurvey {
  const files = scanShard(options.folder, shard, options.annotators)
  return new ShardSurveyor(shard, files, options).run()
}

class ShardSurveyor {
  readonly #shard: string
  readonly #files: FoundFiles
  readonly #options: SurveyOptions
  readonly #cache: ReadShardCache | null
  readonly #known: ReadonlyMap<string, IndexEntry>
  readonly #broken: BrokenFile[] = []
  /** Folded texts of articles that had to be read. */
  readonly #texts = new Map<string, Buffer>()
  #isChanged: boolean
  #newer: string | null = null

  constructor(shard: string, files: FoundFiles, options: SurveyOptions) {
    this.#shard = shard
    this.#files = files
    this.#options = options
    this.#cache = readShardCache(options.folder, shard)
    this.#known = new Map(this.#cache?.entries.map((entries) => [entries.article.id, entries]))
    this.#isChanged = this.#cache === null
  }

  run(): ShardSurvey {
    const { articles, sets, problems, leftovers } = this.#files
    const annotatorsOf = new Map<string, string[]>()
    for (const { article, annotator } of sets) {
      const known = annotatorsOf.get(article)
      if (known) known.push(annotator)
      else annotatorsOf.set(article, [annotator])
    }
    const entries = articles.flatMap((id) => {
      const annotators = annotatorsOf.get(id) ?? []
      annotatorsOf.delete(id)
      return this.#survey(id, annotators) ?? []
    })
    for (const [id, annotators] of annotatorsOf) {
      this.#orphans(id, annotators, `the project has no article ${id}`)
    }
    if (this.#isChanged || entries.length !== this.#known.size) this.#remember(entries)
    const broken = this.#broken
    return { shard: this.#shard, entries, broken, problems, leftovers, newer: this.#newer }
  }

  #survey(id: string, annotators: readonly string[]): IndexEntry | null {
    const known = this.#known.get(id)
    const file = articleFile(id)
    const look = lookOfNow(join(this.#options.folder, file))
    let article: Article | null = null
    let entry: IndexedArticle
    if (known !== undefined && known.article.look === look) entry = known.article
    else {
      article = this.#read(file, articleKind(id), null)
      if (article === null || look === null) {
        this.#orphans(id, annotators, `the file of its article, ${file}, could not be read`)
        return null
      }
      entry = indexArticle(article, look)
      this.#isChanged = true
      if (known?.article.text_sha256 !== entry.text_sha256) this.#fold(article)
    }
    const sets = this.#surveySets(id, annotators, article)
    if (sets.length !== (known?.sets.length ?? 0)) this.#isChanged = true
    return { article: entry, sets }
  }

  #surveySets(
    id: string,
    annotators: readonly string[],
    read: Article | null,
  ): readonly IndexedSet[] {
    const known = this.#known.get(id)?.sets ?? []
    let ground: SetGround | null = null
    let article = read
    return annotators.flatMap((annotator) => {
      const file = setFile(id, annotator)
      const look = lookOfNow(join(this.#options.folder, file))
      const before = known.find((set) => set.annotator === annotator)
      if (before !== undefined && before.look === look && this.#hasItsLabels(before)) return before
      article ??= this.#read(articleFile(id), articleKind(id), null)
      if (article === null) return []
      ground ??= this.#groundOf(article)
      const document = this.#read(file, setKind(ground, annotator), annotator)
      if (document === null || look === null) return []
      this.#isChanged = true
      return indexSet(document, look)
    })
  }

  #hasItsLabels({ labels }: IndexedSet): boolean {
    return labels.every(({ name }) => this.#options.labels.has(name))
  }

  #groundOf({ id, text, text_sha256 }: Article): SetGround {
    const { labels } = this.#options
    const offsets = createOffsetMap(text)
    return { article: id, sha256: text_sha256, text, offsets, labels: () => labels }
  }

  /** @returns Null when the file is not there any more or cannot be used, which is then told. */
  #read<T>(file: string, kind: FileKind<T>, annotator: string | null): T | null {
    const path = join(this.#options.folder, file)
    try {
      const newer = { tell: (format: string) => (this.#newer = format) }
      return decodeFile(path, kind, readFileSync(path), newer)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null
      const isBroken = error instanceof BrokenFileError
      const reason = isBroken ? error.reason : `it could not be read: ${reasonOf(error)}`
      const isDamaged = isBroken && error.isDamaged
      this.#broken.push({ file, reason, isDamaged, annotator })
      return null
    }
  }

  #orphans(id: string, annotators: readonly string[], reason: string): void {
    for (const annotator of annotators) {
      this.#broken.push({ file: setFile(id, annotator), reason, isDamaged: false, annotator })
    }
  }

  #fold({ id, text }: Article): void {
    // Folding takes as long as reading, and nobody would look into it.
    if (!this.#options.remembers) return
    this.#texts.set(id, Buffer.from(foldForSearch(text)))
  }

  #remember(entries: readonly IndexEntry[]): void {
    const { folder, remembers } = this.#options
    // Nothing is written into a project of a newer program.
    if (!remembers || this.#newer !== null) return
    // A survey that finds nothing leaves nothing behind.
    if (entries.length === 0 && this.#cache === null) return
    const before = this.#cache === null ? new Map<string, Buffer>() : this.#cache.readTexts()
    if (before === null) return forgetShard(folder, this.#shard)
    const texts = new Map<string, Buffer>()
    for (const { article } of entries) {
      const text = this.#texts.get(article.id) ?? before.get(article.id)
      if (text !== undefined) texts.set(article.id, text)
    }
    writeShardCache(folder, this.#shard, { entries, texts })
  }
}
