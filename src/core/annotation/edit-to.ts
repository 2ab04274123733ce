import { fail, ok, type Result } from '../result.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { attributesKey } from './attribute.ts'
import { differingValues } from './differing-values.ts'
import { GROUP_LIMIT, type Edit, type SimpleEdit } from './edit.ts'
import type { Span } from './span.ts'

/**
 * The one edit that leads from a set to another one on the same article, exactly: spans with their
 * notes, attributes, labels, bounds and provenance, and the status. What both have alike is not touched.
 * @returns The edit, null where the sets are the same, or a sentence when it takes more simple edits
 * than `GROUP_LIMIT`.
 */
export function editTo(from: AnnotationSet, to: AnnotationSet): Result<Edit | null, string> {
  const edits = [...spanEdits(from.spans, to.spans)]
  if (from.status !== to.status) edits.push({ type: 'status', status: to.status })
  const [first] = edits
  if (first === undefined) return ok(null)
  if (edits.length === 1) return ok(first)
  if (edits.length > GROUP_LIMIT) return fail(tooMany(edits.length))
  return ok({ type: 'group', edits })
}

function tooMany(count: number): string {
  const [needed, limit] = [count, GROUP_LIMIT].map((each) => each.toLocaleString('en-GB'))
  return `This takes ${needed} changes of spans, and at most ${limit} can be made at once`
}

/** Two spans may never share their range and label, not even between two edits of a group. */
function* spanEdits(from: readonly Span[], to: readonly Span[]): Generator<SimpleEdit> {
  const wanted = new Map(to.map((span) => [span.id, span]))
  const kept: { readonly is: Span; readonly becomes: Span }[] = []
  const taken = new Set<string>()
  for (const is of from) {
    const becomes = wanted.get(is.id)
    if (becomes === undefined || !isSameMaking(is, becomes)) {
      yield { type: 'remove', id: is.id }
    } else {
      wanted.delete(is.id)
      kept.push({ is, becomes })
      taken.add(placeOf(is))
    }
  }
  for (const { is, becomes } of kept) {
    const changes = changesOf(is, becomes)
    taken.delete(placeOf(is))
    if (changes.places.some((place) => taken.has(place))) {
      // Another span stands in the way, which may wait for this very place: out, and in at the end.
      yield { type: 'remove', id: is.id }
      wanted.set(becomes.id, becomes)
    } else {
      yield* changes.edits
      taken.add(placeOf(becomes))
    }
  }
  for (const span of wanted.values()) yield { type: 'add', span }
}

/** How a span is changed into another, and every place that it takes on the way. */
function changesOf(is: Span, becomes: Span): { edits: SimpleEdit[]; places: string[] } {
  const { id, start, end, label, note } = becomes
  const edits: SimpleEdit[] = []
  const places: string[] = []
  if (is.start !== start || is.end !== end) {
    edits.push({ type: 'move', id, start, end })
    places.push(placeOf({ start, end, label: is.label }))
  }
  if (is.label !== label) {
    edits.push({ type: 'relabel', id, label })
    places.push(placeOf(becomes))
  }
  if (is.note !== note) edits.push({ type: 'note', id, note })
  edits.push(...valueEdits(is, becomes))
  return { edits, places }
}

function valueEdits(is: Span, becomes: Span): readonly SimpleEdit[] {
  // Most spans have none.
  if (attributesKey(is) === attributesKey(becomes)) return []
  const changed = differingValues(is.attributes, becomes.attributes)
  // Those that go come first: a span that is full has no place for another.
  const [given, taken] = [
    changed.filter(({ to }) => to !== null),
    changed.filter(({ to }) => to === null),
  ]
  return [...taken, ...given].map(({ name, to }) => ({
    type: 'attribute',
    id: is.id,
    name,
    value: to,
  }))
}

/** Whether no more than edits can change tells two spans apart. */
function isSameMaking(a: Span, b: Span): boolean {
  return (
    a.created.by === b.created.by &&
    a.created.at === b.created.at &&
    a.created.via === b.created.via
  )
}

function placeOf({ start, end, label }: Pick<Span, 'start' | 'end' | 'label'>): string {
  return `${start} ${end} ${label}`
}
