import { css, html, type TemplateResult } from 'lit'

/** The program's mark, a red initial, at the head of a dialog. */
export function programMark(): TemplateResult {
  return html`<span class="mark" aria-hidden="true">R</span>`
}

export const programMarkStyles = css`
  .mark {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    font: italic 600 25px/40px var(--serif);
    color: #fffefb;
    background: #a3231f;
    border-radius: 10px;
  }
`
