import { css } from 'lit'

export const articleListStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--pane);
  }

  .list {
    flex: 1;
    padding: 0 8px 16px;
  }

  .row {
    height: var(--height);
    padding: 2px 0;
  }

  .card {
    display: grid;
    grid-template-columns: 11px 1fr auto;
    align-content: center;
    gap: 0 12px;
    height: 100%;
    padding: 0 9px 0 8px;
    border-radius: 9px;
  }

  .row:hover .card {
    background: color-mix(in srgb, var(--control) 55%, transparent);
  }

  .row[aria-selected='true'] .card {
    background: var(--raised);
    box-shadow: var(--shadow);
  }

  .list:focus-visible .row[aria-selected='true'] .card {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }

  rubric-status-circle {
    margin-top: 4px;
  }

  .title {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-weight: 550;
    line-height: 18px;
    overflow-wrap: anywhere;
  }

  .facts {
    grid-column: 2 / 4;
    overflow: hidden;
    font-size: 12px;
    line-height: 18px;
    color: var(--soft);
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  .asked {
    font-weight: 550;
    color: var(--accent);
  }

  .count {
    font-size: 12px;
    line-height: 18px;
    font-variant-numeric: tabular-nums;
    color: var(--soft);
  }

  .nothing {
    display: grid;
    justify-items: start;
    gap: 8px;
    padding: 12px 17px;
    color: var(--soft);
  }
`
