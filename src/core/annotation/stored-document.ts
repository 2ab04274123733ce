import * as v from 'valibot'
import { Sha256Schema } from '../article/article.ts'
import { IdentifierSchema } from '../identifier.ts'
import { fail, ok, type Result } from '../result.ts'
import { OffsetError } from '../text/offsets.ts'
import { StatusSchema } from './annotation-set.ts'
import { checkSpan } from './apply-edit.ts'
import { PLAIN_EDITS, simpleEditsOf, type Edit, type SimpleEdit } from './edit.ts'
import type { AnnotationDocument, HistoryStep } from './history.ts'
import { InstantSchema } from './span.ts'
import { loadSpan, loadSpans, storeSpan, StoredSpanSchema, type MappedText } from './stored-span.ts'

const StoredSimpleEditSchema = v.variant('type', [
  v.strictObject({ type: v.literal('add'), span: StoredSpanSchema }),
  ...PLAIN_EDITS,
])
type StoredSimpleEdit = v.InferOutput<typeof StoredSimpleEditSchema>

const StoredStepSchema = v.strictObject({
  at: InstantSchema,
  edits: v.pipe(v.array(StoredSimpleEditSchema), v.minLength(1)),
  group: v.boolean(),
})
type StoredStep = v.InferOutput<typeof StoredStepSchema>

/** The file of one annotation set, after its format and version; offsets in code points. */
export const StoredDocumentSchema = v.strictObject({
  format: v.literal('rubricator-annotations/1'),
  article: IdentifierSchema,
  annotator: IdentifierSchema,
  text_sha256: Sha256Schema,
  offset_unit: v.literal('codepoint'),
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  status: StatusSchema,
  spans: v.array(StoredSpanSchema),
  relations: v.strictTuple([]),
  undo: v.array(StoredStepSchema),
  redo: v.array(StoredStepSchema),
})
export type StoredDocument = Readonly<v.InferOutput<typeof StoredDocumentSchema>>

/** The article that a stored document belongs to. */
export interface StoredDocumentContext extends MappedText {
  readonly sha256: string
  readonly labels: ReadonlySet<string>
}

/** Turns a document into what is written: offsets in code points, every span with its quote. */
export function storeDocument(
  document: AnnotationDocument,
  context: StoredDocumentContext,
): StoredDocument {
  const { set } = document
  return {
    format: 'rubricator-annotations/1',
    article: set.article,
    annotator: set.annotator,
    text_sha256: context.sha256,
    offset_unit: 'codepoint',
    revision: document.revision,
    status: set.status,
    spans: set.spans.map((span) => storeSpan(span, context)),
    relations: [],
    undo: document.undo.map((step) => storeStep(step, context)),
    redo: document.redo.map((step) => storeStep(step, context)),
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
  const spans = loadSpans(stored.spans, context)
  if (!spans.ok) return spans
  for (const span of spans.value) {
    const problem = checkSpan(span, context)
    if (problem !== undefined) return fail(`span ${span.id}: ${problem.message}`)
  }
  const undo = loadSteps(stored.undo, context)
  if (!undo.ok) return undo
  const redo = loadSteps(stored.redo, context)
  if (!redo.ok) return redo
  return ok({
    revision: stored.revision,
    set: {
      article: stored.article,
      annotator: stored.annotator,
      status: stored.status,
      spans: spans.value,
    },
    undo: undo.value,
    redo: redo.value,
  })
}

function storeStep(step: HistoryStep, context: MappedText): StoredStep {
  return {
    at: step.at,
    group: step.edit.type === 'group',
    edits: simpleEditsOf(step.edit).map((edit) => storeEdit(edit, context)),
  }
}

function storeEdit(edit: SimpleEdit, context: MappedText): StoredSimpleEdit {
  const { toCodePoints } = context.offsets
  if (edit.type === 'add') return { type: 'add', span: storeSpan(edit.span, context) }
  if (edit.type === 'move') {
    return { ...edit, start: toCodePoints(edit.start), end: toCodePoints(edit.end) }
  }
  return edit
}

function loadSteps(
  steps: readonly StoredStep[],
  context: MappedText,
): Result<readonly HistoryStep[], string> {
  const loaded: HistoryStep[] = []
  for (const step of steps) {
    const edits: SimpleEdit[] = []
    for (const edit of step.edits) {
      const result = loadEdit(edit, context)
      if (!result.ok) return fail(`history of ${step.at}: ${result.error}`)
      edits.push(result.value)
    }
    const [first] = edits
    if (first === undefined) return fail(`history of ${step.at}: it holds no edit`)
    const edit: Edit = step.group ? { type: 'group', edits } : first
    loaded.push({ at: step.at, edit })
  }
  return ok(loaded)
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
