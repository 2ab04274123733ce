import { css } from 'lit'

export const filterPanelStyles = css`
  :host {
    width: min(304px, calc(100vw - 24px));
  }

  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 10px 8px;
    align-items: end;
  }

  label {
    grid-column: span 2;
    display: block;
    font-size: 12px;
    line-height: 18px;
    color: var(--soft);
  }

  .half {
    grid-column: span 1;
  }

  .marks {
    grid-column: span 2;
    display: grid;
    grid-template-columns: subgrid;
    gap: inherit;
    margin-top: 4px;
    padding-top: 10px;
    border-top: 1px solid var(--hairline);
  }

  :is(input, select) {
    margin-top: 2px;
    font-size: 13px;
    background: var(--paper);
  }

  input {
    height: 30px;
  }
`
