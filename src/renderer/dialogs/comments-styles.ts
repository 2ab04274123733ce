import { css } from 'lit'

export const commentsStyles = css`
  rubric-dialog {
    --dialog-width: 640px;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin: 12px 0 4px -10px;
  }

  .filters button {
    padding: 3px 10px;
  }

  .filters [aria-pressed='true'] {
    font-weight: 550;
    background: var(--control);
  }

  .filters span {
    margin-inline-start: 4px;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    color: var(--soft);
  }

  .list {
    min-height: 96px;
  }

  section h3 {
    margin: 20px 0 8px;
    font: 600 15px/20px var(--sans);
    letter-spacing: normal;
    text-transform: none;
    color: var(--ink);
    overflow-wrap: anywhere;
  }

  li {
    padding: 10px 12px 10px 14px;
    background: var(--raised);
    border-radius: 9px;
    box-shadow: var(--shadow);
  }

  li + li {
    margin-top: 6px;
  }

  .about {
    display: flex;
    gap: 10px;
    align-items: baseline;
    margin-bottom: 6px;
  }

  .quote {
    display: -webkit-box;
    overflow: hidden;
    flex: 1;
    min-width: 0;
    font: 400 16px/21px var(--serif);
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .quote.article {
    font: inherit;
    font-style: italic;
    color: var(--soft);
  }

  .whose {
    display: block;
    margin-bottom: 6px;
    font-size: 12px;
    line-height: 16px;
    color: var(--soft);
  }

  rubric-label-badge {
    flex: none;
    align-self: center;
  }

  .go {
    flex: none;
    padding: 2px 10px;
    margin-inline-end: -6px;
  }

  .nothing {
    padding: 24px 0 8px;
    color: var(--soft);
    text-wrap: pretty;
  }
`
