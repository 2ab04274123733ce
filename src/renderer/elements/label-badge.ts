import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Label } from '../../core/annotation/label-set.ts'
import { styleProperties } from './style-properties.ts'

/** The letter of a label on its tint with its line: a label that can be told without colour. */
@customElement('rubric-label-badge')
export class RubricLabelBadge extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
    }

    span {
      width: 21px;
      height: 17px;
      font: 600 11px/14px var(--sans);
      text-align: center;
      color: var(--label);
      background: var(--label-tint);
      border-bottom: 2px solid var(--label);
      border-radius: 3px 3px 0 0;
    }

    .dotted {
      border-bottom-style: dotted;
    }
    .dashed {
      border-bottom-style: dashed;
    }
    .double {
      border-bottom: 3px double var(--label);
    }
  `

  @property({ attribute: false }) label: Label | undefined

  protected override render(): TemplateResult {
    const { hue = 'violet', line = 'solid', letter = '?' } = this.label ?? {}
    const colours = { '--label': `var(--${hue})`, '--label-tint': `var(--${hue}-tint)` }
    return html`<span class=${line} aria-hidden="true" ${styleProperties(colours)}>${letter}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-label-badge': RubricLabelBadge
  }
}
