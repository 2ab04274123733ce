import { SignalWatcher } from '@lit-labs/signals'
import { css, html, LitElement, svg, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Span } from '../../core/annotation/span.ts'
import type { Workspace } from '../state/workspace.ts'

/** Height of the drawing in its own units; the tallest window has fewer pixels. */
const HEIGHT = 2000
const LEAST_HEIGHT = 5
/** A long span is a longer tick, not a bar that hides the ticks of those it holds. */
const MOST_HEIGHT = 22

/** Where in the article its spans lie, at a glance. A picture for the eye: the list says the same. */
@customElement('rubric-overview-ruler')
export class RubricOverviewRuler extends SignalWatcher(LitElement) {
  static override styles = css`
    :host {
      position: absolute;
      inset: 10px 16px 10px auto;
      width: 8px;
      pointer-events: none;
    }

    svg {
      width: 100%;
      height: 100%;
    }

    .violet {
      fill: var(--violet);
    }
    .blue {
      fill: var(--blue);
    }
    .green {
      fill: var(--green);
    }
    .orange {
      fill: var(--orange);
    }
  `

  @property({ attribute: false }) workspace!: Workspace

  protected override render(): TemplateResult {
    const session = this.workspace.article.get()
    const labels = this.workspace.labelByName.get()
    const length = session?.text.length ?? 1
    const mark = (span: Span): TemplateResult => {
      const height = clampHeight(((span.end - span.start) / length) * HEIGHT)
      const y = (span.start / length) * HEIGHT
      return svg`<rect class=${labels.get(span.label)?.hue ?? 'violet'} width="8" height=${height} y=${y} />`
    }
    return html`<svg viewBox="0 0 8 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${session?.spans.get().map(mark)}
    </svg>`
  }
}

function clampHeight(height: number): number {
  return Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, height))
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-overview-ruler': RubricOverviewRuler
  }
}
