import { retellHistory } from '../retell-history.ts'
import type { MergedDocument, RememberedSpan } from './versions.ts'

/** Labels of another project by their names, and what they are called here: no name stands on both sides. */
export type LabelNames = ReadonlyMap<string, string>

/**
 * Tells a document of another project under the names of labels here, its past too. Where two spans then
 * would have the same bounds and label, one stands for both.
 * @param text - The article's.
 */
export function nameLabels(state: MergedDocument, names: LabelNames, text: string): MergedDocument {
  let { document, memory } = state
  for (const [from, to] of names) document = retellHistory(document, from, to, text)
  if (memory !== null) {
    const spans = Array.from(memory.spans, ([id, span]) => [id, renamed(span, names)] as const)
    memory = { ...memory, spans: new Map(spans) }
  }
  return { document, memory }
}

function renamed(span: RememberedSpan, names: LabelNames): RememberedSpan {
  const to = span.hidden && names.get(span.hidden.label)
  return span.hidden && to !== null && to !== undefined
    ? { ...span, hidden: { ...span.hidden, label: to } }
    : span
}
