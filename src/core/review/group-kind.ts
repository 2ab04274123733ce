import type { Span } from '../annotation/span.ts'
import { attributesKey } from '../annotation/attribute.ts'
import { hasSameBounds } from './overlap.ts'

/**
 * How a group agrees or not; the first of these that is true of it, `agreed` when none is.
 * - `duplicates`: one annotator marked the same twice.
 * - `label`: the labels differ (the bounds may, too).
 * - `bounds`: the label is the same, the bounds differ.
 * - `attributes`: label and bounds are the same, the attributes differ.
 * - `missing`: those who marked it did so alike, but somebody did not mark it.
 * - `agreed`: all marked it, with one label, the same bounds and the same attributes.
 */
export const GROUP_KINDS = [
  'duplicates',
  'label',
  'bounds',
  'attributes',
  'missing',
  'agreed',
] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

/**
 * Finds the kind of a group. Notes and comments never count.
 * @param marked - The spans of those who marked it, at least one each.
 * @param missing - Those who did not.
 */
export function groupKind(
  marked: readonly { readonly spans: readonly Span[] }[],
  missing: readonly string[],
): GroupKind {
  const [first] = marked[0]?.spans ?? []
  // Asked of every place of every article: nothing is made on the way.
  let hasOtherLabel = false
  let hasOtherBounds = false
  let hasOtherAttributes = false
  for (const { spans } of marked) {
    const [span] = spans
    if (spans.length > 1) return 'duplicates'
    if (span === undefined || first === undefined || span === first) continue
    hasOtherLabel ||= span.label !== first.label
    hasOtherBounds ||= !hasSameBounds(span, first)
    hasOtherAttributes ||= attributesKey(span) !== attributesKey(first)
  }
  if (hasOtherLabel) return 'label'
  if (hasOtherBounds) return 'bounds'
  if (hasOtherAttributes) return 'attributes'
  return missing.length > 0 ? 'missing' : 'agreed'
}
