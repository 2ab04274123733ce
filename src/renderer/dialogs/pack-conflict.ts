import { html, nothing, type TemplateResult } from 'lit'
import { valuesBeside } from '../../core/annotation/differing-values.ts'
import type { ConflictView, VersionView } from '../../contract/pack-models.ts'
import { STATUS_NAMES } from '../state/format.ts'

/** Most of a value in a conflict, in UTF-16 code units. */
const VALUE_LENGTH = 60

/** One conflict with both versions, the one that counts marked as such. */
export function conflictItem(conflict: ConflictView): TemplateResult {
  const { article, annotator, taken } = conflict
  const [here, theirs] =
    conflict.kind === 'status'
      ? [html`${STATUS_NAMES[conflict.here]}`, html`${STATUS_NAMES[conflict.theirs]}`]
      : [version(conflict.here, conflict.theirs), version(conflict.theirs, conflict.here)]
  return html`<bdi class="quoted">${article}</bdi>
    <span class="soft"><bdi>${annotator}</bdi></span>
    <dl class="versions">
      ${side('Here', here, taken === 'here')} ${side('In the pack', theirs, taken === 'theirs')}
    </dl>`
}

function side(name: string, what: TemplateResult, counts: boolean): TemplateResult {
  return html`<div class=${counts ? 'counts' : ''}>
    <dt>${name}${counts ? html` <span class="later">later, counts</span>` : nothing}</dt>
    <dd>${what}</dd>
  </div>`
}

/** @param other - What it is in conflict with: values that both have are not told. */
function version(view: VersionView | null, other: VersionView | null): TemplateResult {
  if (view === null) return html`removed`
  const values = valuesBeside(view.attributes, other?.attributes ?? null, VALUE_LENGTH)
  return html`<bdi class="name">${view.label}</bdi> “<bdi class="quoted">${view.quote}</bdi>”
    ${values === '' ? nothing : html`<span class="note" dir="auto">${values}</span>`}
    ${view.note === null ? nothing : html`<span class="note" dir="auto">${view.note}</span>`}`
}
