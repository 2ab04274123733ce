import { html, type TemplateResult } from 'lit'

/**
 * Facts beside each other, without those that nobody knows. Each is read in its own direction: an
 * Arabic name would draw the day of the date that follows it to its other side.
 */
export function factsLine(
  ...facts: readonly (string | null | undefined)[]
): readonly TemplateResult[] {
  return facts
    .filter(Boolean)
    .map((fact, index) => html`${index > 0 ? ' · ' : ''}<bdi>${fact}</bdi>`)
}
