import { css, html, LitElement, svg, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Status } from '../../core/annotation/annotation-set.ts'

/** An empty, half or full circle: how far the annotator is with an article. */
@customElement('rubric-status-circle')
export class RubricStatusCircle extends LitElement {
  static override styles = css`
    svg {
      display: block;
      width: 11px;
      height: 11px;
      overflow: visible;
    }

    circle {
      fill: none;
      stroke: var(--soft);
      stroke-width: 1;
    }

    .begun circle,
    .begun path {
      stroke: var(--accent);
    }

    path,
    .full circle {
      fill: var(--accent);
    }
  `

  @property() status: Status = 'not-started'

  protected override render(): TemplateResult {
    const classes = { 'not-started': '', 'in-progress': 'begun', done: 'begun full' }
    return html`<svg viewBox="0 0 11 11" aria-hidden="true" class=${classes[this.status]}>
      <circle cx="5.5" cy="5.5" r="5"></circle>
      ${this.status === 'in-progress' ? svg`<path d="M5.5 .5a5 5 0 0 0 0 10z" />` : ''}
    </svg>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-status-circle': RubricStatusCircle
  }
}
