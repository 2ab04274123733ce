import * as v from 'valibot'
import { Sha256Schema } from '../article/article.ts'
import { IdentifierSchema } from '../identifier.ts'
import { fail, ok, type Result } from '../result.ts'
import { OffsetError } from '../text/offsets.ts'
import { StatusSchema } from './annotation-set.ts'
import { checkSpan } from './apply-edit.ts'
import { PLAIN_EDITS, simpleEditsOf, type SimpleEdit } from './edit.ts'
import { HOWS, type AnnotationDocument, type HistoryEntry } from './history.ts'
import { Pairs } from './pairs.ts'
import { InstantSchema, type Span } from './span.ts'
import {
  loadSpan,
  loadSpans,
  storeSpan,
  StoredSpanSchema,
  type MappedText,
  type StoredSpan,
} from './stored-span.ts'

const StoredSimpleEditSchema = v.variant('type', [
  v.strictObject({ type: v.literal('add'), span: StoredSpanSchema }),
  ...PLAIN_EDITS,
])
type StoredSimpleEdit = v.InferOutput<typeof StoredSimpleEditSchema>

const StoredEntrySchema = v.strictObject({
  at: InstantSchema,
  by: IdentifierSchema,
  how: v.picklist(HOWS),
  group: v.boolean(),
  edits: v.pipe(v.array(StoredSimpleEditSchema), v.minLength(1)),
})
/** See `HistoryEntry`; offsets are code points. */
export type StoredEntry = v.InferOutput<typeof StoredEntrySchema>

/** The file of one annotation set, after its format and version; offsets in code points. */
export const StoredDocumentSchema = v.strictObject({
  format: v.literal('rubricator-annotations/2'),
  article: IdentifierSchema,
  annotator: IdentifierSchema,
  text_sha256: Sha256Schema,
  offset_unit: v.literal('codepoint'),
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  status: StatusSchema,
  spans: v.array(StoredSpanSchema),
  relations: v.strictTuple([]),
  history: v.array(StoredEntrySchema),
})
export type StoredDocument = Readonly<v.InferOutput<typeof StoredDocumentSchema>>

/**
 * The parts of one set's documents that have been checked against its text. An edit changes few of them: the
 * others are not converted and checked once more. What depends on more than the part itself, such as whether
 * its label is still there, is no part of this and checked each time.
 */
export class CheckedParts {
  readonly spans = new Pairs<Span, StoredSpan>()
  readonly entries = new Pairs<HistoryEntry, StoredEntry>()
}

/** The article that a stored document belongs to. */
export interface StoredDocumentContext extends MappedText {
  readonly sha256: string
  readonly labels: ReadonlySet<string>
  /** Parts of documents of this set that have been checked before, and those that are checked now. */
  readonly checked?: CheckedParts | undefined
}

/** Turns a document into what is written: offsets in code points, every span with its quote. */
export function storeDocument(
  document: AnnotationDocument,
  context: StoredDocumentContext,
): StoredDocument {
  const { set } = document
  const { checked } = context
  return {
    format: 'rubricator-annotations/2',
    article: set.article,
    annotator: set.annotator,
    text_sha256: context.sha256,
    offset_unit: 'codepoint',
    revision: document.revision,
    status: set.status,
    spans: set.spans.map((span) => checked?.spans.storedOf(span) ?? storeSpan(span, context)),
    relations: [],
    history: document.history.map(
      (entry) => checked?.entries.storedOf(entry) ?? storeEntry(entry, context),
    ),
  }
}

/**
 * What is written of a set that comes from elsewhere, without a history.
 * @param set - Its spans are sound and in order (`orderedSpans`), in code points.
 */
export function storeNewSet(
  set: Pick<StoredDocument, 'article' | 'annotator' | 'text_sha256' | 'status' | 'spans'>,
  revision: number,
): StoredDocument {
  const { article, annotator, text_sha256, status, spans } = set
  return {
    format: 'rubricator-annotations/2',
    article,
    annotator,
    text_sha256,
    offset_unit: 'codepoint',
    revision,
    status,
    spans: [...spans],
    relations: [],
    history: [],
  }
}

/**
 * Reads a stored document back and checks everything that the schema alone cannot: that the text is
 * the one the set was made on, that every span yields its quote and has a known label, that no span
 * is there twice. The order of the spans is restored if a hand or a merge has disturbed it.
 * @returns The document, or a sentence that says what is wrong with it.
 */
export function loadDocument(
  stored: StoredDocument,
  context: StoredDocumentContext,
): Result<AnnotationDocument, string> {
  if (stored.text_sha256 !== context.sha256) {
    return fail('field "text_sha256": the set was made on another text than the article now holds')
  }
  const spans = loadSpans(stored.spans, context, context.checked?.spans)
  if (!spans.ok) return spans
  for (const span of spans.value) {
    const problem = checkSpan(span, context)
    if (problem !== undefined) return fail(`span ${span.id}: ${problem.message}`)
  }
  const history = loadHistory(stored.history, context)
  if (!history.ok) return history
  return ok({
    revision: stored.revision,
    set: {
      article: stored.article,
      annotator: stored.annotator,
      status: stored.status,
      spans: spans.value,
    },
    history: history.value,
  })
}

function storeEntry({ at, by, how, edit }: HistoryEntry, context: MappedText): StoredEntry {
  const edits = simpleEditsOf(edit).map((each) => storeEdit(each, context))
  return { at, by, how, group: edit.type === 'group', edits }
}

function storeEdit(edit: SimpleEdit, context: MappedText): StoredSimpleEdit {
  const { toCodePoints } = context.offsets
  if (edit.type === 'add') return { type: 'add', span: storeSpan(edit.span, context) }
  if (edit.type === 'move') {
    return { ...edit, start: toCodePoints(edit.start), end: toCodePoints(edit.end) }
  }
  return edit
}

function loadHistory(
  entries: readonly StoredEntry[],
  context: StoredDocumentContext,
): Result<readonly HistoryEntry[], string> {
  const loaded: HistoryEntry[] = []
  for (const stored of entries) {
    const known = context.checked?.entries.loadedOf(stored)
    const entry = known === undefined ? loadEntry(stored, context) : ok(known)
    if (!entry.ok) return fail(`history of ${stored.at}: ${entry.error}`)
    if (known === undefined) context.checked?.entries.remember(entry.value, stored)
    loaded.push(entry.value)
  }
  return ok(loaded)
}

function loadEntry(
  { at, by, how, group, edits: stored }: StoredEntry,
  context: MappedText,
): Result<HistoryEntry, string> {
  const edits: SimpleEdit[] = []
  for (const edit of stored) {
    const result = loadEdit(edit, context)
    if (!result.ok) return result
    edits.push(result.value)
  }
  const [first] = edits
  if (first === undefined) return fail('it holds no edit')
  return ok({ at, by, how, edit: group ? { type: 'group', edits } : first })
}

function loadEdit(edit: StoredSimpleEdit, context: MappedText): Result<SimpleEdit, string> {
  if (edit.type === 'add') {
    const span = loadSpan(edit.span, context)
    return span.ok ? ok({ type: 'add', span: span.value }) : span
  }
  if (edit.type !== 'move') return ok(edit)
  try {
    const { toUtf16 } = context.offsets
    return ok({ ...edit, start: toUtf16(edit.start), end: toUtf16(edit.end) })
  } catch (error) {
    if (error instanceof OffsetError) return fail(error.message)
    throw error
  }
}
