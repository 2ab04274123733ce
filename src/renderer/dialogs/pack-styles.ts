import { css } from 'lit'

export const packStyles = css`
  rubric-dialog {
    --dialog-width: 640px;
  }

  .counts {
    margin-top: 16px;
    border-collapse: collapse;
  }

  .counts th {
    padding: 3px 0;
    font-weight: 400;
    text-align: start;
  }

  .counts .number {
    padding: 3px 10px 3px 0;
    font: 600 15px/20px var(--serif);
    font-variant-numeric: tabular-nums;
    vertical-align: baseline;
    text-align: end;
  }

  section {
    margin-top: 20px;
  }

  .count {
    margin-inline-start: 4px;
    font-weight: 500;
  }

  section ul {
    margin-top: 4px;
  }

  section li {
    padding: 6px 0;
    overflow-wrap: anywhere;
    border-top: 1px solid var(--hairline);
  }

  .soft {
    color: var(--soft);
  }

  li > .quoted + .soft {
    margin-inline-start: 6px;
  }

  .quoted {
    font-family: var(--serif);
  }

  .name {
    font-weight: 550;
  }

  .choice {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(140px, 220px);
    gap: 12px;
    align-items: center;
  }

  .choice > span {
    min-width: 0;
  }

  .choice .soft {
    display: block;
  }

  select {
    width: 100%;
    min-width: 0;
    padding: 4px 6px;
  }

  .check {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-top: 16px;
    font-weight: 400;
  }

  .check input {
    flex: none;
    width: auto;
    padding: 0;
    margin: 0;
    accent-color: var(--accent);
  }

  fieldset {
    min-width: 0;
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 0;
    margin: 0;
    border: none;
  }

  fieldset .check,
  form .check {
    margin-top: 0;
  }

  fieldset + .check {
    margin-top: 4px;
  }

  legend {
    padding: 0;
    margin-bottom: 8px;
    font: 600 11px/16px var(--sans);
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--soft);
  }

  .versions {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px;
    margin: 6px 0 2px;
  }

  .versions > div {
    min-width: 0;
    padding: 6px 10px;
    background: var(--pane);
    border: 1px solid transparent;
    border-radius: 6px;
  }

  .versions > .counts {
    margin: 0;
    border-color: var(--accent);
  }

  dt {
    font-size: 12px;
    line-height: 18px;
    color: var(--soft);
  }

  dd {
    margin: 0;
  }

  .later {
    color: var(--accent);
  }

  .note {
    display: block;
    font-size: 12px;
    line-height: 18px;
    color: var(--soft);
  }

  .outcome {
    margin-top: 8px;
    font: 400 17px/26px var(--serif);
  }

  .told {
    margin-top: 12px;
    padding-inline-start: 18px;
    list-style: disc;
  }

  [role='alert'] {
    margin-top: 12px;
  }

  @media (max-width: 560px) {
    .versions,
    .choice {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
