import { join } from 'node:path'
import type { ConflictView } from '../../../contract/pack-models.ts'
import type { AnnotationDocument } from '../../../core/annotation/history.ts'
import { ANY_LABEL } from '../../../core/annotation/apply-edit.ts'
import { mergeDocuments, type Merge } from '../../../core/annotation/merge/merge-documents.ts'
import { nameLabels } from '../../../core/annotation/merge/name-labels.ts'
import { versionsOf } from '../../../core/annotation/merge/read-versions.ts'
import { storeMemory } from '../../../core/annotation/merge/stored-memory.ts'
import { memoryOf, type MergedDocument } from '../../../core/annotation/merge/versions.ts'
import { storeSpan } from '../../../core/annotation/stored-span.ts'
import { articleIdFor, type Article } from '../../../core/article/article.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { mergeRecords } from '../../../core/review/log/merge-records.ts'
import type { ReviewRecord } from '../../../core/review/log/record.ts'
import { renameLabel } from '../../../core/review/log/rename-label.ts'
import type { PackLine } from '../../../core/review/pack/pack-line.ts'
import { indexArticle, indexSet } from '../../store/cache/index-entry.ts'
import { BrokenFileError } from '../../store/durable-json-adapter.ts'
import { encodeFile, readKind, type FileKind } from '../../store/file-kind.ts'
import { lookOfNow } from '../../store/look.ts'
import {
  TAKEN_ARTICLE_KIND,
  takenArticleFile,
  type MarkedSet,
  type TakenArticle,
  type TakenSet,
} from '../../store/packs/taken-record.ts'
import { mergedKind, reviewKind, setKind, type SetGround } from '../../store/project-kinds.ts'
import { articleFile, mergedFile, reviewFile, setFile } from '../../store/project-layout.ts'
import { sha256 } from '../../store/sha256.ts'
import { articleChange, type WrittenEntries } from '../../store/transact.ts'
import type { FileChange } from '../../store/transaction/part-file.ts'
import { viewOf } from './conflict-view.ts'
import { groundOf, readGround, readLog, readSet, type FoundSet } from './read-files.ts'
import type { ArticleOutcome, LineProblem, PackBlock, SetOutcome, TakeTask } from './take-types.ts'

/**
 * Finds out what a pack brings to one article, and what to write for it.
 * @param known - The id under which the project holds the text; null when it does not.
 */
export function takeArticle(
  block: PackBlock,
  known: string | null,
  task: TakeTask,
): Result<ArticleOutcome, LineProblem> {
  return new ArticleTaking(block, known, task).take()
}

class ArticleTaking {
  readonly #block: PackBlock
  readonly #known: string | null
  readonly #task: TakeTask
  readonly #labels: ReadonlySet<string>
  readonly #names: ReadonlyMap<string, string>
  readonly #sets: SetOutcome[] = []
  readonly #conflicts: ConflictView[] = []
  readonly #used: { name: string; spans: number }[][] = []
  readonly #problems: string[] = []
  readonly #changes: FileChange[] = []
  readonly #entries: WrittenEntries = { articles: [], sets: [] }
  readonly #reviews: { article: string; by: string }[] = []
  readonly #takenSets: TakenSet[] = []
  readonly #takenReviews: TakenArticle['reviews'][number][] = []
  #leftOut = 0
  #records = 0

  constructor(block: PackBlock, known: string | null, task: TakeTask) {
    this.#block = block
    this.#known = known
    this.#task = task
    this.#labels = new Set(task.labels)
    this.#names = new Map(task.names)
  }

  take(): Result<ArticleOutcome, LineProblem> {
    const { article, line, others } = this.#block
    const { text, text_sha256 } = article
    if (text !== null && (!text.isWellFormed() || sha256(text) !== text_sha256)) {
      return this.#refuse(line, 'field "text_sha256": it is not the SHA-256 of the text')
    }
    const here = this.#groundHere()
    const isAdded = this.#known === null && text !== null && this.#task.addsArticles
    const ground = here ?? (text === null ? null : this.#groundOfPack(text))
    if (ground === null) {
      for (const { content } of others) if (content.kind === 'set') this.#leave(content.annotator)
      return ok(this.#outcome('unknown'))
    }
    const isThere = here !== null || isAdded
    if (isAdded) this.#addArticle(ground)
    const seen = new Set<string>()
    for (const { line: number, content } of others) {
      if (content.kind === 'article') continue
      const key = content.kind === 'set' ? `set ${content.annotator}` : `review ${content.by}`
      if (seen.has(key)) return this.#refuse(number, 'the same stands there twice')
      seen.add(key)
      const person = content.kind === 'set' ? content.annotator : content.by
      if (!this.#task.people.includes(person)) {
        return this.#refuse(number, `the first line does not name "${person}"`)
      }
      const problem =
        content.kind === 'set'
          ? this.#takeSet(content, ground, isThere)
          : this.#takeLog(content, ground, isThere)
      if (problem !== null) return this.#refuse(number, problem)
    }
    this.#remember(ground, isAdded)
    if (here !== null) return ok(this.#outcome('here'))
    return ok(this.#outcome(isAdded ? 'added' : 'addable'))
  }

  #refuse(line: number, message: string): Result<never, LineProblem> {
    return fail({ line, message })
  }

  #groundHere(): SetGround | null {
    if (this.#known === null) return null
    try {
      return readGround(this.#task.folder, this.#known, this.#labels)
    } catch (error) {
      if (!(error instanceof BrokenFileError)) throw error
      this.#problems.push(error.message)
      return null
    }
  }

  /** The article keeps the id that it has elsewhere, unless another text has it here. */
  #groundOfPack(text: string): SetGround {
    const { id, text_sha256 } = this.#block.article
    const isTaken = lookOfNow(join(this.#task.folder, articleFile(id))) !== null
    return groundOf(isTaken ? articleIdFor(text_sha256) : id, text, text_sha256, this.#labels)
  }

  #addArticle({ article: id, text, sha256: text_sha256 }: SetGround): void {
    const { title, outlet, published, language, direction, source } = this.#block.article.meta
    const article: Article = {
      format: 'rubricator-article/1',
      id,
      text,
      text_sha256,
      meta: { title, outlet, published, language, direction, source },
      imported: { at: this.#task.at, encoding: null },
    }
    this.#changes.push(articleChange(article))
    this.#entries.articles.push(indexArticle(article, ''))
  }

  /** @returns What is wrong with the line, or null. */
  #takeSet(
    { annotator, set, merged }: Extract<PackLine, { kind: 'set' }>,
    ground: SetGround,
    isThere: boolean,
  ): string | null {
    const { article } = ground
    // Whichever labels it names: what becomes of them is decided here.
    const anyGround = { ...ground, labels: () => ANY_LABEL }
    const read = readKind(setKind(anyGround, annotator), { ...set, article })
    if (!read.ok) return `the set: ${read.error}`
    const memory = merged && readKind(mergedKind(ground, annotator), { ...merged, article })
    if (memory?.ok === false) return `what merges have left: ${memory.error}`
    const used = labelsOf(read.value)
    const odd = used.find(({ name }) => !this.#task.packed.includes(name))
    if (odd !== undefined) return `the first line does not define the label "${odd.name}"`
    this.#used.push(used)
    if (!isThere) {
      this.#leave(annotator)
      return null
    }
    const state = { document: read.value, memory: memory?.value ?? null }
    try {
      this.#merge(nameLabels(state, this.#names, ground.text), ground, annotator)
    } catch (error) {
      if (!(error instanceof BrokenFileError)) throw error
      this.#problems.push(error.message)
      this.#leave(annotator)
    }
    return null
  }

  #merge(theirs: MergedDocument, ground: SetGround, annotator: string): void {
    const { folder, by, at } = this.#task
    const here = readSet(folder, ground, annotator)
    const context = { text: ground.text, labels: this.#labels, annotator: by, at }
    const merged = mergeDocuments(here, theirs, context)
    if (!merged.ok) {
      this.#problems.push(`${this.#place(annotator)}: ${merged.error}`)
      this.#leave(annotator)
      return
    }
    const merge = merged.value
    this.#leftOut += merge.leftOut
    for (const conflict of merge.conflicts) {
      this.#conflicts.push({ ...this.#placeOf(annotator), ...viewOf(conflict, ground.text) })
    }
    this.#tell(annotator, typeOf(here, merge), merge.counts)
    this.#write(here, merge, ground, annotator)
  }

  #write(here: FoundSet, merge: Merge, ground: SetGround, annotator: string): void {
    const { article } = ground
    let content: string | null = null
    if (merge.document !== here.document) {
      content = checkedContent(setKind(ground, annotator), merge.document)
      this.#changes.push({ path: setFile(article, annotator), before: here.setHash, content })
      this.#entries.sets.push({ article, set: indexSet(merge.document, '') })
    }
    if (merge.memory !== here.memory) {
      this.#changes.push({
        path: mergedFile(article, annotator),
        before: here.memoryHash,
        content: merge.memory && checkedContent(mergedKind(ground, annotator), merge.memory),
      })
    }
    if (content === null && merge.memory === here.memory) return
    const [before, after] = [here, merge].map((state) => markedSet(state, ground, annotator))
    if (before === undefined || after === undefined) return
    const made = here.setHash === null && content !== null ? sha256(content) : null
    this.#takenSets.push({ annotator, made, before, after })
  }

  /** @returns What is wrong with the line, or null. */
  #takeLog(
    { by, log }: Extract<PackLine, { kind: 'review' }>,
    ground: SetGround,
    isThere: boolean,
  ): string | null {
    const { article } = ground
    const kind = reviewKind(ground, by)
    const read = readKind(kind, { ...log, article })
    if (!read.ok) return `the review: ${read.error}`
    if (!isThere) return null
    try {
      const { data, sha256: before } = readLog(this.#task.folder, ground, by)
      const present = data?.records ?? []
      const known = new Set(present.map(({ id }) => id))
      const came = read.value.records.filter(({ id }) => !known.has(id))
      const fresh = this.#task.names.reduce(
        (records, [from, to]) => renameLabel(records, from, to),
        came as readonly ReviewRecord[],
      )
      if (fresh.length === 0) return null
      this.#records += fresh.length
      const content = checkedContent(kind, { article, by, records: mergeRecords(present, fresh) })
      this.#changes.push({ path: reviewFile(article, by), before, content })
      this.#reviews.push({ article, by })
      this.#takenReviews.push({ by, records: fresh.map(({ id }) => id) })
    } catch (error) {
      if (!(error instanceof BrokenFileError)) throw error
      this.#problems.push(error.message)
    }
    return null
  }

  #remember({ article, sha256: text_sha256 }: SetGround, added: boolean): void {
    const { record } = this.#task
    if (record === null || this.#changes.length === 0) return
    const taken: TakenArticle = {
      format: 'rubricator-taken-article/1',
      article,
      text_sha256,
      offset_unit: 'codepoint',
      added,
      sets: this.#takenSets,
      reviews: this.#takenReviews,
    }
    const content = encodeFile(TAKEN_ARTICLE_KIND, taken)
    this.#changes.push({ path: takenArticleFile(record, article), before: null, content })
  }

  #leave(annotator: string): void {
    this.#tell(annotator, 'left-out', { added: 0, changed: 0, removed: 0 })
  }

  #tell(annotator: string, type: SetOutcome['type'], counts: Merge['counts']): void {
    this.#sets.push({ ...this.#placeOf(annotator), type, ...counts })
  }

  #placeOf(annotator: string): { readonly article: string; readonly annotator: string } {
    return { article: this.#block.article.meta.title, annotator }
  }

  #place(annotator: string): string {
    return `“${this.#block.article.meta.title}”, ${annotator}`
  }

  #outcome(place: ArticleOutcome['place']): ArticleOutcome {
    return {
      title: this.#block.article.meta.title,
      place,
      sets: this.#sets,
      conflicts: this.#conflicts,
      leftOut: this.#leftOut,
      records: this.#records,
      labels: this.#used,
      problems: this.#problems,
      entries: this.#entries,
      reviews: this.#reviews,
      isKnown: this.#changes.length === 0,
      changes: this.#changes,
    }
  }
}

/** A set with when each of its spans was changed, as it is remembered. */
export function markedSet(state: MergedDocument, ground: SetGround, annotator: string): MarkedSet {
  const { document } = state
  const marks = memoryOf(document, versionsOf(state, ground.labels()))
  return {
    status: document.set.status,
    spans: document.set.spans.map((span) => storeSpan(span, ground)),
    marks: storeMemory(marks, { ...ground, annotator }),
  }
}

/** @throws TypeError when it could not be read again, which would be a bug. */
export function checkedContent<T>(kind: FileKind<T>, data: T): string {
  const content = encodeFile(kind, data)
  const checked = readKind(kind, JSON.parse(content))
  if (!checked.ok) throw new TypeError(`A file of ${kind.name} would be broken: ${checked.error}`)
  return content
}

function typeOf(here: FoundSet, { type, document, counts }: Merge): SetOutcome['type'] {
  if (type === 'older') return 'older'
  if (type === 'same' || type === 'known') return 'same'
  const isNew = here.setHash === null
  if (isNew) return 'new'
  const { added, changed, removed } = counts
  const isChanged =
    added + changed + removed > 0 || document.set.status !== here.document.set.status
  return isChanged ? 'updated' : 'same'
}

function labelsOf({ set }: AnnotationDocument): { name: string; spans: number }[] {
  const counts = new Map<string, number>()
  for (const { label } of set.spans) counts.set(label, (counts.get(label) ?? 0) + 1)
  return Array.from(counts, ([name, spans]) => ({ name, spans }))
}
