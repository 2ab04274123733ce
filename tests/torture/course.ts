import { isDeepStrictEqual } from 'node:util'
import { applyChange, type AnnotationDocument } from '../../src/core/annotation/history.ts'
import type { EditContext } from '../../src/core/annotation/apply-edit.ts'
import type { Message } from './messages.ts'

/** What became of the edits that an annotator made on one set in one round. */
export interface Outcome {
  readonly sent: number
  readonly acknowledged: number
  /** Edits whose batch is on disk although nobody was told. */
  readonly kept: number
  /** Edits that were acknowledged and are not on disk. */
  readonly lost: number
  /** What is not as it should be; null when all is well. */
  readonly problem: string | null
}

interface SentBatch {
  readonly edits: number
  /** The document that it makes. */
  readonly document: AnnotationDocument
  readonly isAcknowledged: boolean
}

/**
 * Holds a set on disk against what was said about it: it has to be what its first batches make, with
 * every batch that was acknowledged among them, each whole or not there.
 * @param before - The set when the program was started.
 * @param messages - What was said about this set and others.
 * @param onDisk - The set after the program was killed.
 */
export function follow(
  before: AnnotationDocument,
  messages: readonly Message[],
  onDisk: AnnotationDocument,
  context: EditContext,
): Outcome {
  const batches = batchesOf(before, messages, context)
  if (typeof batches === 'string') return outcome([], 0, batches)
  const states = [before, ...batches.map(({ document }) => document)]
  const written = states.findLastIndex((state) => isDeepStrictEqual(state, onDisk))
  if (written >= 0) return outcome(batches, written, null)
  const revisions = `revision ${onDisk.revision}, begun at ${before.revision}`
  return outcome(batches, 0, `the set is what no batch has made (${revisions})`)
}

/** @returns What was sent, or what does not fit. */
function batchesOf(
  before: AnnotationDocument,
  messages: readonly Message[],
  context: EditContext,
): readonly SentBatch[] | string {
  const { article, annotator } = before.set
  const revisions = new Map<number, number>()
  for (const message of messages) {
    if (message.type === 'acknowledged') revisions.set(message.batch, message.revision)
  }
  let document = before
  const batches: SentBatch[] = []
  for (const message of messages) {
    if (message.type !== 'sent' || message.article !== article) continue
    for (const change of message.changes) {
      const applied = applyChange(document, change, { ...context, annotator })
      if (!applied.ok) return `batch ${message.batch} does not fit: ${applied.error.message}`
      document = applied.value
    }
    const revision = revisions.get(message.batch)
    if (revision !== undefined && revision !== document.revision) {
      return `batch ${message.batch} leads to ${document.revision}; revision ${revision} was acknowledged`
    }
    const isAcknowledged = revision !== undefined
    batches.push({ edits: message.changes.length, document, isAcknowledged })
  }
  return batches
}

/** @param written - How many of the batches are on disk. */
function outcome(batches: readonly SentBatch[], written: number, problem: string | null): Outcome {
  const onDisk = batches.slice(0, written)
  const missing = batches.slice(written)
  const lost = editsIn(missing.filter(({ isAcknowledged }) => isAcknowledged))
  return {
    sent: editsIn(batches),
    acknowledged: editsIn(batches.filter(({ isAcknowledged }) => isAcknowledged)),
    kept: editsIn(onDisk.filter(({ isAcknowledged }) => !isAcknowledged)),
    lost,
    problem: problem ?? (lost > 0 ? `${lost} acknowledged edits are not on disk` : null),
  }
}

function editsIn(batches: readonly SentBatch[]): number {
  return batches.reduce((sum, { edits }) => sum + edits, 0)
}
