import { css } from 'lit'

export const figureCardStyles = css`
  :host {
    display: block;
    min-width: 0;
  }

  figure {
    margin: 0;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 12px;
    min-height: 30px;
  }

  h3 {
    flex: 1 1 160px;
    font: 600 15px/22px var(--sans);
  }

  .tools {
    display: flex;
    gap: 2px;
    margin-inline-end: -8px;
  }

  .tools button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 3px 8px;
    font-size: 12px;
    color: var(--soft);
    white-space: nowrap;
  }

  figcaption {
    max-width: 68ch;
    margin-bottom: 12px;
    color: var(--soft);
    text-wrap: pretty;
  }

  .sheet {
    overflow-x: auto;
  }

  .none {
    color: var(--soft);
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  :is(th, td) {
    padding: 5px 8px;
    font-weight: 400;
    text-align: right;
    vertical-align: top;
    border-bottom: 1px solid var(--hairline);
  }

  :is(th, td):first-child {
    min-width: 148px;
    padding-inline-start: 0;
  }

  :is(th, td):first-child,
  .text {
    text-align: start;
    overflow-wrap: anywhere;
  }

  td {
    min-width: 56px;
  }

  .text {
    min-width: 220px;
    padding-inline-start: 24px;
  }

  thead th {
    font: 500 11px/16px var(--sans);
    color: var(--soft);
  }

  .zero {
    color: var(--soft);
  }

  .whole {
    margin-top: 12px;
    padding: 3px 10px;
  }

  button.link {
    padding: 0 2px;
    margin: 0 -2px;
    font: inherit;
    text-align: inherit;
    background: none;
    border: 0;
    border-radius: 3px;
    text-decoration: underline;
    text-decoration-color: var(--hairline);
    text-underline-offset: 3px;
  }

  button.link:hover {
    text-decoration-color: var(--accent);
  }
`
