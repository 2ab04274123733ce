import { css } from 'lit'

/** What the forms of dialogs share, beside buttons and fields. */
export const dialogStyles = css`
  .lead {
    color: var(--soft);
    text-wrap: pretty;
  }

  form {
    display: flex;
    flex-direction: column;
    gap: 16px;
    margin-top: 20px;
  }

  .field {
    display: flex;
    flex-direction: column;
    gap: 6px;
  }

  label {
    font-weight: 550;
  }

  input {
    padding: 6px 10px;
    border-radius: 7px;
  }

  .hint {
    font-size: 12px;
    line-height: 16px;
    color: var(--soft);
  }

  .beside {
    display: flex;
    gap: 8px;
  }

  .beside button {
    flex: none;
  }

  .actions {
    display: flex;
    gap: 8px;
    justify-content: flex-end;
    margin-top: 8px;
  }

  .actions[slot='footer'] {
    margin-top: 0;
  }

  h3 {
    font: 600 11px/16px var(--sans);
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--soft);
  }

  .problem {
    display: flex;
    gap: 8px;
    padding: 8px 12px;
    background: var(--control);
    border-radius: 7px;
    overflow-wrap: anywhere;
  }

  .problem .icon {
    flex: none;
    margin-top: 2px;
    color: var(--accent);
  }

  .path {
    overflow-wrap: anywhere;
  }
`
