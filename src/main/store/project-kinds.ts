import * as v from 'valibot'
import { historyOfFirstFormat } from '../../core/annotation/first-format.ts'
import type { AnnotationDocument } from '../../core/annotation/history.ts'
import {
  loadDocument,
  storeDocument,
  StoredDocumentSchema,
  type CheckedParts,
  type StoredDocument,
  type StoredEntry,
} from '../../core/annotation/stored-document.ts'
import {
  loadMemory,
  storeMemory,
  StoredMemorySchema,
} from '../../core/annotation/merge/stored-memory.ts'
import type { MergeMemory } from '../../core/annotation/merge/versions.ts'
import type { MappedText, StoredSpan } from '../../core/annotation/stored-span.ts'
import { ArticleSchema, type Article } from '../../core/article/article.ts'
import {
  AnnotatorFileSchema,
  ProjectSchema,
  type AnnotatorFile,
  type Project,
} from '../../core/project/project.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { ReviewLog } from '../../core/review/log/record.ts'
import { loadLog, storeLog, StoredLogSchema } from '../../core/review/log/stored-log.ts'
import { checkSchema, formatOf, plainKind, type FileKind } from './file-kind.ts'
import { sha256 } from './sha256.ts'

export const PROJECT_FORMAT = formatOf(
  'rubricator-project',
  ['labels', 'annotators'],
  ProjectSchema,
  {
    migrations: {
      // Says that the sets may be of their second version; an older program only reads it then.
      1: (json) => ({ ...json, format: 'rubricator-project/2' }),
      2: withAttributes,
    },
  },
)
export const SET_FORMAT = formatOf(
  'rubricator-annotations',
  ['spans', 'history'],
  StoredDocumentSchema,
  { migrations: { 1: historyOfFirstFormat }, spare: { relations: [], history: [] } },
)
const MERGED_FORMAT = formatOf('rubricator-merged', ['spans'], StoredMemorySchema)
const ANNOTATOR_FORMAT = formatOf('rubricator-annotator', [], AnnotatorFileSchema)
const ARTICLE_FORMAT = formatOf('rubricator-article', [], ArticleSchema)

export const REVIEW_FORMAT = formatOf('rubricator-review', ['records'], StoredLogSchema, {
  spare: { records: [] },
})

export const PROJECT_KIND: FileKind<Project> = plainKind(PROJECT_FORMAT)

/**
 * The third version says what attributes the labels have: spans may hold values that older programs refuse. And it
 * says whether annotators are blind for each other, which they always were.
 */
function withAttributes(json: object): object {
  const labels: unknown = 'labels' in json ? json.labels : undefined
  const isList = Array.isArray(labels) && labels.every((label) => v.is(v.looseObject({}), label))
  return {
    ...json,
    format: 'rubricator-project/3',
    labels: isList ? labels.map((label: object) => ({ ...label, attributes: [] })) : labels,
    blind: true,
  }
}

/** The file of the annotator with this id. */
export function annotatorKind(id: string): FileKind<AnnotatorFile> {
  return {
    ...plainKind(ANNOTATOR_FORMAT),
    decode: (json) => {
      const annotator = checkSchema(AnnotatorFileSchema, json)
      if (!annotator.ok || annotator.value.id === id) return annotator
      return fail(`field "id": it says "${annotator.value.id}", not its folder’s name`)
    },
  }
}

/** The file of the article with this id: it says the same id, and its text has its hash. */
export function articleKind(id: string): FileKind<Article> {
  return {
    ...plainKind(ARTICLE_FORMAT),
    isWhole: (json) => {
      const article = checkSchema(ArticleSchema, json)
      return article.ok && sha256(article.value.text) === article.value.text_sha256
    },
    decode: (json) => {
      const article = checkSchema(ArticleSchema, json)
      return article.ok ? checkArticle(article.value, id) : article
    },
  }
}

function checkArticle(article: Article, id: string): Result<Article, string> {
  if (article.id !== id) return fail(`field "id": it says "${article.id}", not its file’s name`)
  if (!article.text.isWellFormed()) {
    return fail('field "text": it holds half of a surrogate pair, which no file can hold')
  }
  if (sha256(article.text) !== article.text_sha256) {
    return fail('field "text_sha256": it is not the SHA-256 of the text, so the text was changed')
  }
  return ok(article)
}

/** The file of what one person said in the review of an article; every span is checked against the text. */
export function reviewKind(
  ground: MappedText & { readonly article: string; readonly sha256: string },
  by: string,
): FileKind<ReviewLog> {
  return {
    ...REVIEW_FORMAT,
    isWhole: (json) => v.is(StoredLogSchema, json),
    encode: (log) => storeLog(log, ground),
    decode: (json) => {
      const stored = checkSchema(StoredLogSchema, json)
      if (!stored.ok) return stored
      const { article, by: person } = stored.value
      if (article !== ground.article) {
        return fail(`field "article": it says "${article}", not its file’s name`)
      }
      if (person !== by) return fail(`field "by": it says "${person}", not its folder’s name`)
      return loadLog(stored.value, ground)
    },
  }
}

/** An article's text as the sets on it need it. */
export interface SetGround extends MappedText {
  readonly article: string
  readonly sha256: string
  /** The project's labels at the time of reading or writing. */
  labels(): ReadonlySet<string>
}

/**
 * The file of one annotator's set on one article; every span is checked against the text.
 * @param checked - Given for a file that is written again and again: what of it has been checked.
 */
export function setKind(
  ground: SetGround,
  annotator: string,
  checked?: CheckedParts,
): FileKind<AnnotationDocument> {
  const { text, offsets, sha256: hash } = ground
  const context = { text, offsets, sha256: hash, checked }
  return {
    ...SET_FORMAT,
    written: checked && new WeakMap(),
    isWhole: (json) => v.is(StoredDocumentSchema, json),
    encode: (document) => storeDocument(document, { ...context, labels: ground.labels() }),
    decode: (json) => {
      const stored = checked
        ? checkNewParts(json, checked)
        : checkSchema(StoredDocumentSchema, json)
      if (!stored.ok) return stored
      const { article, annotator: by } = stored.value
      if (article !== ground.article) {
        return fail(`field "article": it says "${article}", not its file’s name`)
      }
      if (by !== annotator) return fail(`field "annotator": it says "${by}", not its folder’s name`)
      return loadDocument(stored.value, { ...context, labels: ground.labels() })
    },
  }
}

/** The file of what merges have left beside an annotator's set; hidden spans are checked against the text. */
export function mergedKind(
  { article, sha256: hash, text, offsets }: Omit<SetGround, 'labels'>,
  annotator: string,
): FileKind<MergeMemory> {
  const context = { article, annotator, sha256: hash, text, offsets }
  return {
    ...MERGED_FORMAT,
    isWhole: (json) => v.is(StoredMemorySchema, json),
    encode: (memory) => storeMemory(memory, context),
    decode: (json) => {
      const stored = checkSchema(StoredMemorySchema, json)
      return stored.ok ? loadMemory(stored.value, context) : stored
    },
  }
}

/** Checks a stored document against its schema, but for the parts that have been. */
function checkNewParts(json: unknown, checked: CheckedParts): Result<StoredDocument, string> {
  const { spans, history } = json as Partial<StoredDocument>
  if (!Array.isArray(spans) || !Array.isArray(history))
    return checkSchema(StoredDocumentSchema, json)
  const isNewSpan = (span: StoredSpan): boolean => checked.spans.loadedOf(span) === undefined
  const isNewEntry = (entry: StoredEntry): boolean => checked.entries.loadedOf(entry) === undefined
  const parts = { spans: spans.filter(isNewSpan), history: history.filter(isNewEntry) }
  const parsed = checkSchema(StoredDocumentSchema, { ...(json as StoredDocument), ...parts })
  if (!parsed.ok) return parsed
  const [newSpans, newEntries] = [parsed.value.spans.values(), parsed.value.history.values()]
  return ok({
    ...parsed.value,
    spans: spans.map((span) => (isNewSpan(span) ? (newSpans.next().value ?? span) : span)),
    history: history.map((entry) =>
      isNewEntry(entry) ? (newEntries.next().value ?? entry) : entry,
    ),
  })
}
