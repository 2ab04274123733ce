import { compareText, type Span } from '../annotation/span.ts'

/** A text that is the same for two spans just when their attributes are, in whatever order they stand. */
export function attributesKey({ attributes }: Pick<Span, 'attributes'>): string {
  const entries = Object.entries<unknown>(attributes)
  // Most spans have none, and this is asked of every pair.
  if (entries.length === 0) return '[]'
  return JSON.stringify(entries.toSorted(([a], [b]) => compareText(a, b)))
}
