import { html, nothing, type TemplateResult } from 'lit'
import { CircleAlert } from 'lucide'
import { icon } from '../elements/icon.ts'

/** Says what went wrong, where it did; stands there empty before, so that it is read out. */
export function problemLine(problem: string | null): TemplateResult {
  return html`<div role="alert" ?hidden=${problem === null}>
    ${problem === null ? nothing : html`<p class="problem">${icon(CircleAlert)} ${problem}</p>`}
  </div>`
}
