import { css } from 'lit'

export const findBarStyles = css`
  /* It hangs from the upper edge of the text, above the title and beside the overview ruler. */
  :host {
    position: absolute;
    z-index: 3;
    grid-row: -2 / -1;
    grid-column: 1 / -1;
    inset: 0 32px auto auto;
    display: block;
    width: min(472px, 100% - 44px);
  }

  [role='search'] {
    padding: 4px 5px;
    background: var(--raised);
    border: 1px solid var(--hairline);
    border-top: 0;
    border-radius: 0 0 10px 10px;
    box-shadow: var(--shadow);
    animation: slide var(--motion);
  }

  @keyframes slide {
    from {
      translate: 0 -100%;
    }
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 1px;
  }

  /* Beside narrow text the switches go on beneath it. */
  .field {
    display: flex;
    flex: 1 1 180px;
    align-items: center;
    min-width: 0;
    height: 26px;
    margin-inline-end: 2px;
    padding-inline-end: 8px;
    background: var(--paper);
    border-radius: 6px;
    box-shadow: inset 0 0 0 1px var(--hairline);
  }

  .field:focus-within {
    box-shadow: inset 0 0 0 2px var(--accent);
  }

  /* Shadows are gone there. */
  @media (forced-colors: active) {
    .field {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }

    .field:focus-within {
      outline: 2px solid Highlight;
    }
  }

  input {
    flex: 1;
    min-width: 0;
    height: 100%;
    padding: 0 8px;
    font: inherit;
    color: inherit;
    border: 0;
    background: none;
  }

  /* The ring is round the whole field, with its count. */
  input:focus-visible {
    outline: none;
  }

  input::placeholder {
    color: var(--soft);
    opacity: 0.85;
  }

  input.expression {
    font-family: var(--mono);
    font-size: 12px;
  }

  input::-webkit-search-cancel-button {
    display: none;
  }

  .count {
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    color: var(--soft);
    white-space: nowrap;
  }

  .count.none {
    color: var(--accent);
  }

  button {
    display: grid;
    flex: none;
    place-content: center;
    width: 26px;
    height: 26px;
    padding: 0;
    font-size: 13px;
    line-height: 1;
    color: var(--soft);
    border-color: transparent;
    border-radius: 6px;
    background: none;
  }

  button:hover:not(:disabled) {
    color: var(--ink);
    border-color: transparent;
    background: var(--control);
  }

  button[aria-pressed='true'],
  button[aria-pressed='true']:hover:not(:disabled) {
    color: var(--accent);
    background: var(--accent-tint);
  }

  .gap {
    flex: none;
    width: 1px;
    height: 16px;
    margin-inline: 4px;
    background: var(--hairline);
  }

  .problem {
    padding: 3px 8px 1px;
    font-size: 12px;
    line-height: 18px;
    color: var(--accent);
    overflow-wrap: anywhere;
  }
`
