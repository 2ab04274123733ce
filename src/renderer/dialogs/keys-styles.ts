import { css } from 'lit'

export const keysStyles = css`
  rubric-dialog {
    --dialog-width: 960px;
  }

  /* It stays in sight while the keys scroll beneath it. */
  .tools {
    position: sticky;
    z-index: 1;
    top: -28px;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin: 0 -28px;
    padding: 10px 28px 12px;
    background: var(--paper);
  }

  .search {
    display: flex;
    flex: 0 1 320px;
    align-items: center;
    gap: 8px;
    padding: 0 10px;
    font-weight: inherit;
    color: var(--soft);
    background: var(--raised);
    border: 1px solid var(--hairline);
    border-radius: 7px;
  }

  .search:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: -1px;
  }

  .search input {
    padding: 5px 0;
    background: none;
    border: 0;
    outline: none;
  }

  .hint {
    flex: 1 1 160px;
  }

  .conflicts {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 7px;
    margin-inline-start: auto;
    padding: 4px 12px;
    color: var(--accent);
  }

  .conflicts[aria-pressed='true'] {
    color: color-mix(in srgb, var(--accent) 80%, var(--ink));
    background: var(--accent-tint);
    border-color: var(--accent);
  }

  .columns {
    columns: 2 340px;
    column-gap: 48px;
  }

  /* The window does not jump about while somebody searches. */
  .sheet {
    min-height: calc(100vh - 300px);
  }

  section {
    padding-top: 14px;
    break-inside: avoid-column;
  }

  h3 {
    padding-bottom: 5px;
  }

  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-height: 30px;
    border-top: 1px solid var(--hairline);
  }

  .row .title {
    display: flex;
    align-items: center;
    gap: 9px;
    padding: 4px 0;
  }

  .row .caps {
    display: flex;
    flex: none;
    align-items: center;
    gap: 3px;
    /* Where the keys that can be changed have their edge. */
    padding-inline-end: 26px;
  }

  .and {
    padding-inline-start: 3px;
    font-size: 12px;
    color: var(--soft);
  }

  .nothing {
    padding: 32px 0;
    text-align: center;
    color: var(--soft);
  }

  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }

  .done {
    display: flex;
    flex: 1 1 220px;
    align-items: center;
    gap: 4px;
    min-width: 0;
    overflow-wrap: anywhere;
    color: var(--soft);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-inline-start: auto;
  }

  @media (max-height: 480px) {
    .tools {
      position: static;
    }
  }
`
