import { css } from 'lit'

/** What holds in the document and in every shadow tree alike. */
export const baseStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  /* The standard properties leave the arrows of a desktop's own scroll bars. */
  *::-webkit-scrollbar {
    width: 10px;
    height: 10px;
  }

  *::-webkit-scrollbar-button {
    display: none;
  }

  *::-webkit-scrollbar-thumb {
    background: var(--hairline);
    background-clip: padding-box;
    border: 2px solid transparent;
    border-radius: 5px;
  }

  *::-webkit-scrollbar-thumb:hover {
    background-color: var(--faint);
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  kbd {
    display: inline-block;
    min-width: 18px;
    padding: 0 4px;
    font: 500 11px/16px var(--sans);
    text-align: center;
    color: var(--soft);
    background: var(--raised);
    border: 1px solid var(--hairline);
    border-bottom-width: 2px;
    border-radius: 4px;
  }

  /* Tints and shadows are gone there, and with them what tells the chosen from the others. */
  @media (forced-colors: active) {
    [aria-selected='true'],
    [aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`

/** What every element of the program's own (not of the article) looks like. */
export const sharedStyles = css`
  ${baseStyles}

  :host {
    font: 400 13px/20px var(--sans);
    color: var(--ink);
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  h2,
  h3,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  /* For whoever does not see the rest. */
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`

/** Buttons: plain by default, `.primary` for what a dialog is about, `.quiet` in bars. */
export const buttonStyles = css`
  button {
    font: inherit;
    color: inherit;
    cursor: default;
    border: 1px solid var(--hairline);
    border-radius: 7px;
    padding: 5px 14px;
    background: var(--raised);
    transition:
      background var(--motion),
      border-color var(--motion);
  }

  button:hover:not(:disabled) {
    border-color: var(--faint);
  }

  button:disabled {
    opacity: 0.5;
  }

  button.primary {
    color: #fffefb;
    background: #a3231f;
    border-color: transparent;
    font-weight: 550;
  }

  button.primary:hover:not(:disabled) {
    background: #8d1d1a;
  }

  button.quiet {
    border-color: transparent;
    background: none;
    padding: 5px 10px;
  }

  button.quiet:hover:not(:disabled) {
    background: var(--control);
  }
`

/** Labelled fields. */
export const fieldStyles = css`
  input,
  select,
  textarea {
    font: inherit;
    color: var(--ink);
    width: 100%;
    min-width: 0;
    padding: 4px 9px;
    border: 1px solid var(--hairline);
    border-radius: 6px;
    background: var(--raised);
  }

  /* The browser sets the words of a choice in by 4 pixels of its own. */
  select {
    height: 30px;
    padding-inline: 5px;
  }

  textarea {
    resize: none;
  }

  input::placeholder,
  textarea::placeholder {
    color: var(--soft);
    opacity: 0.85;
  }

  input::-webkit-search-cancel-button {
    filter: grayscale(1);
    opacity: 0.5;
  }

  :is(input, select, textarea):focus-visible {
    outline-offset: -1px;
    border-color: transparent;
  }

  :is(input, textarea):user-invalid {
    border-color: var(--accent);
  }
`

/** A popover with a heading, such as settings beside what they change. */
export const panelStyles = css`
  :host {
    padding: 8px 16px 16px;
    color: var(--ink);
    background: var(--raised);
    border: 1px solid var(--hairline);
    border-radius: 12px;
    box-shadow: var(--shadow-high);
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 32px;
    margin-bottom: 2px;
  }

  h2 {
    font: 550 11px/16px var(--sans);
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--soft);
  }

  .head button {
    margin-inline-end: -10px;
    color: var(--soft);
  }
`
