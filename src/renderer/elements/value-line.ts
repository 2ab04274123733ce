import { css, html, type TemplateResult } from 'lit'
import { valueNamed, type Attributes } from '../../core/annotation/attribute.ts'
import { valueInWords } from '../../core/annotation/differing-values.ts'

/** Most of a value that stands in a line, in UTF-16 code units. */
const VALUE_LENGTH = 40

/**
 * A span's values after other words of a line, such as " · count 34 · outcome killed".
 * @param differing - Names of values that somebody else gave otherwise: these values stand out, and it
 * is said where this span has none.
 */
export function valueLine(
  attributes: Attributes,
  differing: readonly string[] = [],
): readonly TemplateResult[] {
  const names = new Set([...Object.keys(attributes), ...differing])
  return [...names].toSorted().map((name) => {
    const words = html`<bdi>${valueInWords(valueNamed(attributes, name), VALUE_LENGTH)}</bdi>`
    return html` ·
      <span class="value"
        ><bdi>${name}</bdi> ${differing.includes(name) ? html`<b>${words}</b>` : words}</span
      >`
  })
}

export const valueLineStyles = css`
  .value {
    overflow-wrap: anywhere;
  }

  .value b {
    font-weight: 600;
    color: var(--ink);
    text-decoration: underline;
    text-decoration-color: var(--faint);
    text-underline-offset: 3px;
  }
`
