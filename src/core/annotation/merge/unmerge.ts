import { ok, type Result } from '../../result.ts'
import type { AnnotationSet, Status } from '../annotation-set.ts'
import type { ChangeContext } from '../history.ts'
import type { Span } from '../span.ts'
import { withSet } from './merge-documents.ts'
import { compareStamps } from './stamp.ts'
import { versionsOf } from './read-versions.ts'
import {
  contentOf,
  memoryOf,
  visibleSpans,
  type Mark,
  type MergedDocument,
  type SetVersions,
  type Version,
} from './versions.ts'

/** What a merge has brought to one set: what was known before and after it. */
export interface MergeEffect {
  readonly before: SetVersions
  readonly after: SetVersions
}

/** What has become of a document. */
export interface Unmerge extends MergedDocument {
  /** How many spans stay as they are, because they were changed since the merge. */
  readonly kept: number
}

/**
 * Takes back what a merge has brought to a set, as one more entry of its history. What was changed since
 * stays, and so does a span whose place another one has by now. What came by the merge is then no more
 * known: the same state can be merged again.
 * @param present - The document as it is now.
 * @returns The document, or a sentence when it takes more changes than one entry can hold.
 */
export function unmerge(
  present: MergedDocument,
  { before, after }: MergeEffect,
  context: ChangeContext & { readonly at: string },
): Result<Unmerge, string> {
  const now = versionsOf(present, context.labels)
  const spans = new Map(now.spans)
  let kept = 0
  for (const [id, came] of after.spans) {
    const was = before.spans.get(id)
    if (was !== undefined && isSame(was, came)) continue
    const is = now.spans.get(id)
    const isBack = contentOf(was?.value ?? null) === contentOf(is?.value ?? null)
    if (is !== undefined && !isSame(is, came)) {
      if (!isBack) kept++
    } else if (was === undefined) spans.delete(id)
    else if (was.value === null || context.labels.has(was.value.label)) spans.set(id, was)
    else kept++
  }
  const isStatusOurs = isSame(now.status, after.status)
  const versions: SetVersions = { status: isStatusOurs ? before.status : now.status, spans }
  const set: AnnotationSet = {
    ...present.document.set,
    status: versions.status.value,
    spans: visibleSpans(versions),
  }
  const document = withSet(present.document, set, context)
  if (!document.ok) return document
  return ok({ document: document.value, memory: memoryOf(document.value, versions), kept })
}

/** The versions whose spans are in a set, or are hidden there. */
export function versionsAt(
  set: Pick<AnnotationSet, 'status' | 'spans'>,
  marks: {
    readonly status: Mark
    readonly spans: ReadonlyMap<string, Mark & { hidden: Span | null }>
  },
): SetVersions {
  const visible = new Map(set.spans.map((span) => [span.id, span]))
  const spans = Array.from(marks.spans, ([id, { stamp, passed, hidden }]) => {
    const version: Version<Span | null> = { stamp, passed, value: visible.get(id) ?? hidden }
    return [id, version] as const
  })
  return { status: { value: set.status, ...marks.status }, spans: new Map(spans) }
}

function isSame<T extends Span | Status | null>(a: Version<T>, b: Version<T>): boolean {
  return compareStamps(a.stamp, b.stamp) === 0 && contentOf(a.value) === contentOf(b.value)
}
