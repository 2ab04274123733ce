import { css } from 'lit'

export const articleSearchStyles = css`
  :host {
    display: block;
    margin: 10px 8px 6px;
  }

  .field {
    display: flex;
    align-items: center;
    padding-inline: 8px 2px;
    color: var(--soft);
    border-radius: 7px;
  }

  .field:focus-within {
    background: var(--raised);
  }

  .field:has(input:focus) {
    box-shadow: 0 0 0 2px var(--accent);
  }

  /* Shadows are gone there. */
  @media (forced-colors: active) {
    .field:has(input:focus) {
      outline: 2px solid Highlight;
    }
  }

  .field input {
    padding-inline: 12px 4px;
    border: 0;
    background: none;
    outline: none;
  }

  .field button {
    display: inline-flex;
    flex: none;
    padding: 5px;
    color: var(--soft);
  }

  .field button[aria-expanded='true'],
  .field button.set {
    color: var(--accent);
  }

  .opener {
    anchor-name: --filter;
  }

  rubric-filter-panel {
    position: fixed;
    inset: 88px auto auto 12px;
    margin: 0;
    max-height: calc(100dvh - 140px);
    overflow: auto;
  }

  /* Chromium has had anchors since version 125; without them it stands at the window's left. */
  @supports (top: anchor(bottom)) {
    rubric-filter-panel {
      position-anchor: --filter;
      /* Beside the list, which shows at once what a filter does. */
      inset: calc(anchor(bottom) + 8px) auto auto calc(anchor(right) + 14px);
      position-try-fallbacks: flip-inline;
    }
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin: 6px 4px 0;
  }

  .chips button {
    display: flex;
    align-items: center;
    gap: 4px;
    max-width: 100%;
    padding: 1px 5px 1px 9px;
    font-size: 12px;
    line-height: 20px;
    background: var(--control);
    border-color: transparent;
    border-radius: 12px;
  }

  .chips button:dir(rtl) {
    padding: 1px 9px 1px 5px;
  }

  .chips span {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  .chips svg {
    flex: none;
    color: var(--soft);
  }

  .count {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    min-height: 26px;
    margin: 4px 0 -4px;
    padding-inline: 9px 0;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    color: var(--soft);
  }

  .count span {
    unicode-bidi: plaintext;
  }

  .count button {
    padding-block: 2px;
    font-size: 12px;
  }
`
