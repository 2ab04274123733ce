import { css } from 'lit'

export const attributeListStyles = css`
  :host {
    display: block;
  }

  h3 {
    margin-bottom: 4px;
    font: inherit;
    font-size: 12px;
    line-height: 16px;
    color: var(--soft);
  }

  .hint {
    margin-bottom: 8px;
    color: var(--soft);
    text-wrap: pretty;
  }

  .hint:empty {
    display: none;
  }

  li {
    border: 1px solid var(--hairline);
    border-bottom-width: 0;
    background: var(--raised);
  }

  li:first-child {
    border-radius: 7px 7px 0 0;
  }

  li:last-child {
    border-bottom-width: 1px;
    border-radius: 0 0 7px 7px;
  }

  li:only-child {
    border-radius: 7px;
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) 14px;
    gap: 12px;
    align-items: center;
    width: 100%;
    padding: 5px 9px;
    text-align: start;
    border-color: transparent;
    border-radius: 6px;
    background: none;
  }

  .row:hover:not(:disabled) {
    background: var(--control);
    border-color: transparent;
  }

  .name,
  .words {
    justify-self: start;
    max-width: 100%;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  .words {
    color: var(--soft);
  }

  .row .icon {
    color: var(--soft);
    transition: rotate var(--motion);
  }

  .row[aria-expanded='true'] .icon {
    rotate: 180deg;
  }

  rubric-attribute-editor {
    padding: 4px 10px 8px;
  }

  .new {
    display: flex;
    gap: 8px;
    margin-top: 8px;
  }

  .new input {
    max-width: 220px;
    height: 30px;
  }

  .new button {
    flex: none;
    padding-block: 4px;
  }

  .problem {
    margin-top: 4px;
    color: var(--accent);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }

  .problem:empty {
    display: none;
  }
`
