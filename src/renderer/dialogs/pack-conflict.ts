import { html, nothing, type TemplateResult } from 'lit'
import type { ConflictView, VersionView } from '../../contract/pack-models.ts'
import { STATUS_NAMES } from '../state/format.ts'

/** One conflict with both versions, the one that counts marked as such. */
export function conflictItem(conflict: ConflictView): TemplateResult {
  const { article, annotator, taken } = conflict
  const [here, theirs] =
    conflict.kind === 'status'
      ? [html`${STATUS_NAMES[conflict.here]}`, html`${STATUS_NAMES[conflict.theirs]}`]
      : [version(conflict.here), version(conflict.theirs)]
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

function version(view: VersionView | null): TemplateResult {
  if (view === null) return html`removed`
  return html`<bdi class="name">${view.label}</bdi> “<bdi class="quoted">${view.quote}</bdi>”
    ${view.note === null ? nothing : html`<span class="note" dir="auto">${view.note}</span>`}`
}
