import type { BenchLabel } from '../../documents/document.ts'

/** What the style sheet calls a label: a class, and a highlight. */
export const LABEL_CLASS: Readonly<Record<BenchLabel, string>> = {
  claim: 'claim',
  actor: 'actor',
  date: 'date',
  'casualty figure': 'figure',
}
