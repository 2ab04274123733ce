import { attributesKey, valueNamed } from '../../../core/annotation/attribute.ts'
import { differingNames, valueInWords } from '../../../core/annotation/differing-values.ts'
import type { AlignedGroup } from '../../../core/review/align-sets.ts'
import type { ReviewItem } from '../../../core/review/review-items.ts'
import type { Span } from '../../../core/annotation/span.ts'

/** Most of a value in a list, in UTF-16 code units. */
const LISTED_VALUE = 24

/** What one annotator made of a place: what a key takes. */
export interface Version {
  readonly annotator: string
  /** None: the annotator has looked and not marked it. */
  readonly spans: readonly Span[]
}

/** The versions of a place, in the order of the annotators. */
export function versionsOf(item: ReviewItem, annotators: readonly string[]): readonly Version[] {
  return annotators.map((annotator) => ({
    annotator,
    spans: item.marks.flatMap((mark) => (mark.annotator === annotator ? [mark.span] : [])),
  }))
}

/**
 * The version that is chosen before a person chooses: that of the last verdict, or else the one that
 * most annotators share, of those that mark something.
 * @returns Its index; 0 where there is none.
 */
export function likelyVersion(item: ReviewItem, versions: readonly Version[]): number {
  const took = item.verdicts.at(-1)?.took
  const before = versions.findIndex(({ annotator }) => annotator === took)
  if (before !== -1) return before
  const counts = new Map<string, number>()
  for (const version of versions) {
    if (version.spans.length > 0) {
      counts.set(contentOf(version), (counts.get(contentOf(version)) ?? 0) + 1)
    }
  }
  const most = Math.max(0, ...counts.values())
  return Math.max(
    0,
    versions.findIndex((version) => counts.get(contentOf(version)) === most),
  )
}

function contentOf({ spans }: Version): string {
  return JSON.stringify(
    spans.map((span) => [span.label, span.start, span.end, attributesKey(span)]),
  )
}

/**
 * The names of the values in which the marks of a label differ at a place. Another label has other
 * attributes, and what one of its marks does not have says nothing.
 */
export function namesInDispute(item: ReviewItem, label: string): readonly string[] {
  const spans = item.marks.flatMap(({ span }) => (span.label === label ? [span] : []))
  return differingNames(spans.map(({ attributes }) => attributes))
}

/** What a disagreement is called. */
export const KIND_NAMES: Readonly<Record<AlignedGroup['kind'], string>> = {
  agreed: 'Agreed',
  bounds: 'Different bounds',
  label: 'Different label',
  attributes: 'Different attributes',
  missing: 'Only some marked it',
  duplicates: 'Marked twice',
}

/** The same in a word or two, for a list. @param nameOf - What an annotator is called. */
export function shortKind(item: ReviewItem, nameOf: (annotator: string) => string): string {
  if (item.group === null) return item.verdicts[0]?.ground.length === 0 ? 'added' : 'marks gone'
  const { kind, marked } = item.group
  switch (kind) {
    case 'agreed':
      return 'agreed'
    case 'bounds':
      return 'bounds'
    case 'attributes':
      return valuesInDispute(item)
    case 'duplicates':
      return 'twice'
    case 'label':
      return [...new Set(item.marks.map(({ span }) => span.label))].join(' / ')
    case 'missing':
      return `only ${marked.map(({ annotator }) => nameOf(annotator)).join(', ')}`
  }
}

/** "outcome: killed / wounded", each value once. */
function valuesInDispute(item: ReviewItem): string {
  const spans = item.marks.map(({ span }) => span)
  const names = differingNames(spans.map(({ attributes }) => attributes))
  return names
    .map((name) => {
      const values = spans.map((span) => valueNamed(span.attributes, name))
      const words = values.map((value) => valueInWords(value, LISTED_VALUE))
      return `${name}: ${[...new Set(words)].join(' / ')}`
    })
    .join(', ')
}

/** What has become of a decided place, in a word or two. */
export function outcomeWords(item: ReviewItem, nameOf: (annotator: string) => string): string {
  const verdict = item.verdicts.at(-1)
  if (verdict === undefined) return ''
  if (verdict.ground.length === 0) return 'added'
  if (verdict.took !== null) {
    return item.group?.kind === 'agreed' ? 'took all' : `took ${nameOf(verdict.took)}`
  }
  return verdict.outcome.length === 0 ? 'rejected' : 'own version'
}
