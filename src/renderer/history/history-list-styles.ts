import { css } from 'lit'

export const historyListStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }

  .list {
    flex: 1;
    /* The scroll bar stands where the padding of this side would be. */
    padding: 0 0 8px 8px;
    scrollbar-gutter: stable;
  }

  .day {
    height: 30px;
    padding: 10px 8px 4px;
    font-size: 12px;
    line-height: 16px;
    color: var(--soft);
  }

  .row {
    display: grid;
    grid-template: 22px 18px / 21px minmax(0, 1fr) auto;
    gap: 0 9px;
    align-content: center;
    align-items: center;
    height: 48px;
    padding: 0 8px;
    border-radius: 6px;
  }

  .row:hover {
    background: color-mix(in srgb, var(--control) 55%, transparent);
  }

  .row[aria-selected='true'] {
    background: var(--control);
  }

  .list:focus-visible .row[aria-selected='true'] {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }

  .list:focus-visible:not(:has([aria-selected='true'])) {
    outline: 2px solid var(--accent);
    outline-offset: -4px;
    border-radius: 10px;
  }

  .subject,
  .words {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  .subject.quote {
    font: 400 15px/20px var(--serif);
  }

  .gone {
    text-decoration: line-through;
    text-decoration-color: var(--soft);
  }

  /* What had not happened yet at the moment that the text shows. */
  .later .subject {
    color: var(--soft);
  }

  .mark {
    display: grid;
    place-items: center;
    color: var(--soft);
  }

  .time,
  .words {
    font-size: 12px;
    color: var(--soft);
  }

  .time {
    font-variant-numeric: tabular-nums;
  }

  .words {
    grid-column: 2 / -1;
  }
`
