import { css } from 'lit'

export const keyEditorStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    column-gap: 12px;
    min-height: 30px;
    border-top: 1px solid var(--hairline);
  }

  .title {
    padding: 4px 0;
  }

  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 3px;
    align-items: center;
    justify-content: flex-end;
    max-width: 250px;
    /* What adds a key stays out of sight; the keys line up at the edge all the same. */
    margin-inline-end: -2px;
  }

  /* Where nothing can be added they line up with the keys that nobody can change. */
  .keys:not(:has(button)) {
    margin-inline-end: 26px;
  }

  .or {
    font-size: 12px;
    color: var(--soft);
  }

  .caps {
    display: inline-flex;
    gap: 3px;
  }

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: 24px;
    padding: 2px 4px;
    font: inherit;
    color: inherit;
    cursor: default;
    background: none;
    border: 0;
    border-radius: 6px;
    /* Not beneath what stays in sight above the rows. */
    scroll-margin-block: 84px 24px;
  }

  button:hover:not(:disabled) {
    background: var(--control);
  }

  .small {
    width: 22px;
    padding: 0;
    color: var(--soft);
    opacity: 0;
    transition: opacity var(--motion);
  }

  .changed,
  .none,
  :host(:hover) .small:not(:disabled),
  .small:focus-visible {
    opacity: 1;
  }

  .recording,
  .recording:hover:not(:disabled) {
    padding: 2px 9px;
    font-size: 12px;
    color: color-mix(in srgb, var(--accent) 80%, var(--ink));
    background: var(--accent-tint);
    outline: 2px solid var(--accent);
    outline-offset: -1px;
  }

  ul {
    grid-column: 1 / -1;
    padding-bottom: 6px;
    font-size: 12px;
    line-height: 17px;
    color: var(--accent);
  }

  li {
    display: flex;
    gap: 6px;
  }

  li .icon {
    flex: none;
    margin-top: 2px;
  }
`
