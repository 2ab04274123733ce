import { compareText, type Span } from '../annotation/span.ts'

/** A text that is the same for two spans just when their attributes are, in whatever order they stand. */
export function attributesKey({ attributes }: Pick<Span, 'attributes'>): string {
  const entries = Object.entries<unknown>(attributes)
  return JSON.stringify(entries.toSorted(([a], [b]) => compareText(a, b)))
}
