import { css } from 'lit'

export const backupsStyles = css`
  rubric-dialog {
    --dialog-width: 560px;
  }

  ul,
  fieldset {
    margin: 16px -12px 0;
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    padding: 0 12px;
    border: none;
  }

  legend {
    float: left;
    padding: 0;
    margin-inline-end: 0;
    color: var(--soft);
  }

  fieldset label {
    display: flex;
    gap: 8px;
    align-items: center;
    font-weight: 400;
  }

  input[type='radio'] {
    flex: none;
    width: 14px;
    height: 14px;
    padding: 0;
    margin: 0;
    accent-color: #a3231f;
  }

  ul label {
    display: grid;
    grid-template-columns: 14px minmax(0, 1fr);
    gap: 0 12px;
    align-items: center;
    padding: 7px 12px;
    border-radius: 8px;
  }

  ul label:hover,
  ul label:has(:checked) {
    background: var(--control);
  }

  ul label:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }

  ul input:focus-visible {
    outline: none;
  }

  .moment {
    font-variant-numeric: tabular-nums;
  }

  .changes {
    grid-column: 2;
    font-size: 12px;
    font-weight: 400;
    line-height: 16px;
    color: var(--soft);
  }

  .foretold {
    margin-inline: 0;
    padding-inline-start: 18px;
    list-style: disc;
  }

  .foretold li {
    padding: 3px 0;
    text-wrap: pretty;
  }

  .told:not(:empty) {
    margin-top: 16px;
    color: var(--good);
  }

  .actions {
    flex-wrap: wrap;
  }

  .actions button {
    white-space: nowrap;
  }

  .make {
    flex: auto;
  }

  .make button {
    margin-inline-start: -10px;
  }

  [role='alert'] {
    margin-top: 16px;
  }
`
