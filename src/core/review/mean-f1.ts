import type { AnnotationSet } from '../annotation/annotation-set.ts'

/**
 * Exact F1 of an article: F1 = 2TP / (2TP + FP + FN) over units (label, start, end), the mean over all
 * pairs of annotators. A unit that is there twice counts once.
 * @returns From 0 to 1; null for fewer than two sets, or where no pair has marked anything.
 */
export function meanF1(sets: readonly AnnotationSet[]): number | null {
  const units = sets.map(
    ({ spans }) => new Set(spans.map(({ label, start, end }) => `${start} ${end} ${label}`)),
  )
  const values = units.flatMap((a, index) =>
    units.slice(index + 1).flatMap((b) => {
      const matches = [...a].filter((unit) => b.has(unit)).length
      return a.size + b.size === 0 ? [] : [(2 * matches) / (a.size + b.size)]
    }),
  )
  if (values.length === 0) return null
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
