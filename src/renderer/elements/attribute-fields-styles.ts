import { css } from 'lit'

export const attributeFieldsStyles = css`
  /* Within a grid of labels and fields, '--attribute-columns: subgrid' lets these stand in its columns. */
  :host {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: var(--attribute-columns, fit-content(42%) minmax(0, 1fr));
    align-items: baseline;
    gap: 8px 12px;
  }

  label,
  .name {
    min-width: 0;
    color: var(--soft);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  label::first-letter,
  .name::first-letter,
  .problem::first-letter {
    text-transform: uppercase;
  }

  textarea {
    display: block;
    min-height: 30px;
    max-height: 120px;
    field-sizing: content;
  }

  input {
    height: 30px;
    font-variant-numeric: tabular-nums;
  }

  .none {
    color: var(--soft);
  }

  [aria-invalid='true'] {
    border-color: var(--accent);
  }

  .problem {
    grid-column: 2;
    margin-top: -4px;
    font-size: 12px;
    line-height: 16px;
    color: var(--accent);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .foreign,
  ul,
  li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: baseline;
  }

  .foreign {
    gap: 2px 12px;
    padding-top: 7px;
    border-top: 1px solid var(--hairline);
  }

  .why {
    grid-column: 1 / -1;
    font-size: 12px;
    line-height: 16px;
    color: var(--soft);
    overflow-wrap: anywhere;
  }

  .given {
    display: flex;
    align-items: center;
    gap: 4px;
    min-width: 0;
  }

  .value {
    display: -webkit-box;
    flex: 1;
    min-width: 0;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  .given button {
    display: inline-flex;
    flex: none;
    align-self: start;
    margin-inline-end: -2px;
    padding: 6px;
    color: var(--soft);
  }
`
