import { css } from 'lit'

export const inspectorStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    /* Where a window is too low for the list beside the rest, all of it scrolls. */
    overflow-y: auto;
    background: var(--pane);
  }

  rubric-span-card,
  section {
    flex: none;
  }

  rubric-feedback {
    flex: none;
    max-height: 55%;
  }

  rubric-span-list {
    flex: 1 0 148px;
  }

  h2 {
    display: flex;
    flex: none;
    justify-content: space-between;
    padding: 16px 18px 2px 16px;
    font: 550 11px/16px var(--sans);
    letter-spacing: 0.06em;
    text-transform: uppercase;
    font-variant-numeric: tabular-nums;
    color: var(--soft);
  }

  section {
    border-top: 1px solid var(--hairline);
  }

  section h2 {
    gap: 8px;
    padding: 0 18px 0 8px;
  }

  section button {
    display: flex;
    align-items: center;
    gap: 5px;
    padding: 12px 8px;
    font: inherit;
    letter-spacing: inherit;
    text-transform: inherit;
    color: inherit;
    cursor: default;
    border: 0;
    background: none;
    border-radius: 7px;
  }

  section button:focus-visible {
    outline-offset: -5px;
  }

  section button:hover {
    color: var(--ink);
  }

  section .icon {
    transition: rotate var(--motion);
  }

  [aria-expanded='true'] .icon {
    rotate: 90deg;
  }

  .facts {
    min-width: 0;
    padding-block: 12px;
    overflow: hidden;
    font-weight: 400;
    font-size: 12px;
    letter-spacing: normal;
    text-transform: none;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
`
