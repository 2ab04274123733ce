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

  textarea {
    max-height: 180px;
    field-sizing: content;
  }

  [aria-invalid='true'] {
    border-color: var(--accent);
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
