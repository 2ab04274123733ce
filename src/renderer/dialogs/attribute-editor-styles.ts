import { css } from 'lit'

export const attributeEditorStyles = css`
  :host {
    display: block;
  }

  [role='group'] {
    display: flex;
    flex-direction: column;
    gap: 10px;
  }

  .kind {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 10px 12px;
    align-items: start;
  }

  .field {
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-width: 0;
  }

  label {
    font-size: 12px;
    line-height: 16px;
    color: var(--soft);
  }

  input,
  select {
    height: 30px;
  }

  textarea {
    max-height: 180px;
    field-sizing: content;
  }

  [aria-invalid='true'] {
    border-color: var(--accent);
  }

  .problem {
    color: var(--accent);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }

  .problem:empty {
    display: none;
  }

  .hint {
    font-size: 12px;
    line-height: 16px;
    color: var(--soft);
    text-wrap: pretty;
  }

  .wishes {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-inline: -10px;
  }

  .delete {
    margin-inline-start: auto;
    color: var(--accent);
  }
`
