import { css } from 'lit'

export const reviewQueueStyles = css`
  .tools {
    display: grid;
    gap: 4px;
    padding: 12px 12px 10px;
  }

  .filters {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 4px;
  }

  select {
    height: 28px;
    font-size: 12px;
    color: var(--soft);
    background: none;
    border-color: transparent;
  }

  select:is(:hover, :focus-visible) {
    background: var(--control);
  }
`
