import { css } from 'lit'

/** Fields below their names, with what is wrong with them below. */
export const editorFieldStyles = css`
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

  .problem {
    color: var(--accent);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }

  .problem:empty {
    display: none;
  }
`
