import { unmerge, versionsAt } from '../../../core/annotation/merge/unmerge.ts'
import { loadMemory } from '../../../core/annotation/merge/stored-memory.ts'
import type { SetVersions } from '../../../core/annotation/merge/versions.ts'
import { loadSpans } from '../../../core/annotation/stored-span.ts'
import type { ReviewRecord } from '../../../core/review/log/record.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Job } from '../../crew/job.ts'
import { indexSet } from '../../store/cache/index-entry.ts'
import { BrokenFileError } from '../../store/durable-json-adapter.ts'
import {
  TAKEN_ARTICLE_KIND,
  takenArticleFile,
  type MarkedSet,
  type TakenArticle,
  type TakenSet,
} from '../../store/packs/taken-record.ts'
import {
  articleKind,
  mergedKind,
  reviewKind,
  setKind,
  type SetGround,
} from '../../store/project-kinds.ts'
import { articleFile, mergedFile, reviewFile, setFile } from '../../store/project-layout.ts'
import type { WrittenEntries } from '../../store/transact.ts'
import { PartWriter, type FileChange } from '../../store/transaction/part-file.ts'
import { readFile, readGround, readLog, readSet } from './read-files.ts'
import { checkedContent } from './take-article.ts'

/** An article that a pack has changed, with those who have sets and words on it now. */
export interface ArticleToUndo {
  readonly id: string
  readonly annotators: readonly string[]
  readonly people: readonly string[]
}

interface UndoInput {
  /** The project's. */
  readonly folder: string
  readonly labels: readonly string[]
  /** The id of the pack's record. */
  readonly record: string
  readonly articles: readonly ArticleToUndo[]
  readonly by: string
  readonly at: string
  /** Path of the part of the transaction. */
  readonly part: string
}

/** What undoing comes to for some articles. */
export interface UndoOutcome {
  readonly sets: number
  readonly articles: number
  readonly records: number
  readonly keptSpans: number
  readonly keptArticles: number
  readonly entries: WrittenEntries['sets']
  /** Those whose reviews were written. */
  readonly reviews: readonly { readonly article: string; readonly by: string }[]
  /** Articles of which files have gone. */
  readonly gone: readonly string[]
  /** Sets and reviews that have gone, as `<person>/<article>`. */
  readonly goneSets: readonly string[]
  readonly goneReviews: readonly string[]
}

/** Takes back what a pack has brought to some articles, into a part of a transaction. */
export const undoJob: Job<UndoInput, Result<UndoOutcome, string>> = {
  name: 'undo a review pack',
  run: async (input) => {
    const writer = new PartWriter(input.part)
    let isEnded = false
    try {
      const undoing = new PackUndoing(input)
      for (const article of input.articles) {
        const problem = undoing.take(article)
        if (problem !== null) return fail(problem)
      }
      for (const change of undoing.changes) writer.add(change)
      writer.end()
      isEnded = true
      return ok(undoing.outcome)
    } catch (error) {
      if (error instanceof BrokenFileError) return fail(error.message)
      throw error
    } finally {
      if (!isEnded) writer.abort()
    }
  },
}

class PackUndoing {
  readonly changes: FileChange[] = []
  readonly outcome = {
    sets: 0,
    articles: 0,
    records: 0,
    keptSpans: 0,
    keptArticles: 0,
    entries: [] as WrittenEntries['sets'],
    reviews: [] as { article: string; by: string }[],
    gone: [] as string[],
    goneSets: [] as string[],
    goneReviews: [] as string[],
  }
  readonly #input: UndoInput

  constructor(input: UndoInput) {
    this.#input = input
  }

  /** @returns Why it cannot be undone, or null. */
  take({ id, annotators, people }: ArticleToUndo): string | null {
    const { folder, record } = this.#input
    const file = takenArticleFile(record, id)
    const { data: taken, sha256 } = readFile(folder, file, TAKEN_ARTICLE_KIND)
    if (taken === null) return null
    this.changes.push({ path: file, before: sha256, content: null })
    const ground = readGround(folder, id, new Set(this.#input.labels))
    // The article went by other hands, and what was on it.
    if (ground === null || ground.sha256 !== taken.text_sha256) return null
    const left = new Set(annotators)
    for (const set of taken.sets) {
      const isGone = this.#undoSet(set, ground)
      if (typeof isGone === 'string') return isGone
      if (isGone) left.delete(set.annotator)
    }
    const talking = new Set(people)
    for (const review of taken.reviews) {
      if (this.#undoReview(review, ground)) talking.delete(review.by)
    }
    if (taken.added) this.#undoArticle(id, left.size + talking.size === 0)
    return null
  }

  /** @returns Whether the set has gone; a sentence when it cannot be undone. */
  #undoSet({ annotator, made, before, after }: TakenSet, ground: SetGround): boolean | string {
    const { folder, by, at } = this.#input
    const { article } = ground
    const present = readSet(folder, ground, annotator)
    const [setPath, memoryPath] = [setFile(article, annotator), mergedFile(article, annotator)]
    if (present.setHash === null) return true
    this.outcome.sets++
    if (made !== null && present.setHash === made) {
      this.changes.push({ path: setPath, before: made, content: null })
      const { memoryHash } = present
      if (memoryHash !== null) {
        this.changes.push({ path: memoryPath, before: memoryHash, content: null })
      }
      this.outcome.gone.push(article)
      this.outcome.goneSets.push(`${annotator}/${article}`)
      return true
    }
    const [was, became] = [before, after].map((set) => loadMarked(set, ground, annotator))
    if (was?.ok === false) return was.error
    if (became?.ok === false) return became.error
    if (was === undefined || became === undefined) return false
    const context = { text: ground.text, labels: ground.labels(), annotator: by, at }
    const undone = unmerge(present, { before: was.value, after: became.value }, context)
    if (!undone.ok) return undone.error
    const { document, memory, kept } = undone.value
    this.outcome.keptSpans += kept
    if (document !== present.document) {
      const content = checkedContent(setKind(ground, annotator), document)
      this.changes.push({ path: setPath, before: present.setHash, content })
      this.outcome.entries.push({ article, set: indexSet(document, '') })
    }
    const content = memory && checkedContent(mergedKind(ground, annotator), memory)
    this.changes.push({ path: memoryPath, before: present.memoryHash, content })
    return false
  }

  /** @returns Whether nothing is left of what this person has said. */
  #undoReview({ by, records }: TakenArticle['reviews'][number], ground: SetGround): boolean {
    const { article } = ground
    const { data: log, sha256 } = readLog(this.#input.folder, ground, by)
    if (log === null) return true
    const came = new Set(records)
    const referred = this.#referredTo(ground, came)
    const left = log.records.filter(({ id }) => !came.has(id) || referred.has(id))
    const gone = log.records.length - left.length
    if (gone === 0) return false
    this.outcome.records += gone
    const isEmpty = left.length === 0
    const next = { article, by, records: left }
    const content = isEmpty ? null : checkedContent(reviewKind(ground, by), next)
    this.changes.push({ path: reviewFile(article, by), before: sha256, content })
    if (isEmpty) this.outcome.goneReviews.push(`${by}/${article}`)
    this.outcome.reviews.push({ article, by })
    return isEmpty
  }

  /** Those of some records that others, which stay, answer to, replace or take back. */
  #referredTo(ground: SetGround, came: ReadonlySet<string>): ReadonlySet<string> {
    const article = this.#input.articles.find(({ id }) => id === ground.article)
    const staying = (article?.people ?? []).flatMap((by) => {
      const { data } = readLog(this.#input.folder, ground, by)
      return (data?.records ?? []).filter(({ id }) => !came.has(id))
    })
    return new Set(staying.flatMap(referencesOf))
  }

  #undoArticle(id: string, isBare: boolean): void {
    if (!isBare) {
      this.outcome.keptArticles++
      return
    }
    const file = articleFile(id)
    const { sha256 } = readFile(this.#input.folder, file, articleKind(id))
    this.changes.push({ path: file, before: sha256, content: null })
    this.outcome.articles++
    this.outcome.gone.push(id)
  }
}

function referencesOf(record: ReviewRecord): readonly string[] {
  switch (record.kind) {
    case 'verdict':
      return record.replaces
    case 'withdrawal':
      return record.records
    case 'comment':
    case 'resolution':
      return record.thread === null ? [] : [record.thread]
    case 'status':
      return []
  }
}

function loadMarked(
  { status, spans, marks }: MarkedSet,
  ground: SetGround,
  annotator: string,
): Result<SetVersions, string> {
  const loaded = loadSpans(spans, ground)
  if (!loaded.ok) return loaded
  const memory = loadMemory(marks, { ...ground, annotator })
  return memory.ok ? ok(versionsAt({ status, spans: loaded.value }, memory.value)) : memory
}
