import { css, html, type TemplateResult } from 'lit'
import { annotatorStyle } from './drawn-spans.ts'

/** A piece of the line by which an annotator is known in the text. @param index - Of the annotator. */
export function annotatorLine(index: number): TemplateResult {
  const { hue, line } = annotatorStyle(Math.max(0, index))
  return html`<span class="line ${hue} ${line}" aria-hidden="true"></span>`
}

export const annotatorLineStyles = css`
  .line {
    display: inline-block;
    flex: none;
    width: 22px;
    vertical-align: 3px;
    border-bottom: 2px solid var(--label);
  }

  .line.dashed {
    border-bottom-style: dashed;
  }

  .line.dotted {
    border-bottom-style: dotted;
  }

  .line.double {
    border-bottom: 3px double var(--label);
  }

  .annotator-0 {
    --label: var(--annotator-0);
  }

  .annotator-1 {
    --label: var(--annotator-1);
  }

  .annotator-2 {
    --label: var(--annotator-2);
  }

  .annotator-3 {
    --label: var(--annotator-3);
  }
`
