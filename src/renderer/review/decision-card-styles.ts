import { css } from 'lit'

export const decisionCardStyles = css`
  .card {
    display: grid;
    gap: 8px;
    margin: 16px 16px 4px;
    padding: 12px 14px;
    background: var(--raised);
    border-radius: 11px;
    box-shadow: var(--shadow);
  }

  .head {
    display: flex;
    gap: 10px;
    align-items: center;
  }

  h2 {
    font: inherit;
    font-weight: 600;
  }

  .place {
    margin-inline-start: auto;
    font-size: 12px;
    white-space: nowrap;
    color: var(--soft);
  }

  .versions {
    display: grid;
    gap: 6px;
  }

  .version {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    gap: 0 10px;
    padding: 7px 8px;
    text-align: start;
    border-radius: 8px;
  }

  .version[aria-checked='true'] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }

  .version kbd {
    grid-row: 1 / 3;
    align-self: start;
    margin-top: 2px;
  }

  .what {
    display: -webkit-box;
    overflow: hidden;
    font: 16px/21px var(--serif);
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 5;
  }

  .unmarked {
    font-style: italic;
    color: var(--soft);
  }

  .who {
    grid-column: 2;
    font-size: 12px;
    line-height: 17px;
    color: var(--soft);
  }

  .who b {
    font-weight: 550;
    color: var(--ink);
  }

  .enter {
    grid-row: 1 / 3;
    grid-column: 3;
    align-self: center;
    color: var(--soft);
  }

  .verdict {
    font-size: 12px;
    line-height: 17px;
    color: var(--soft);
    overflow-wrap: anywhere;
  }

  .verdict:is(.changed, .contested) b {
    color: var(--accent);
  }

  textarea {
    min-height: 30px;
    max-height: 140px;
    field-sizing: content;
  }

  .why select {
    font-size: 12px;
  }

  .why {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 112px;
    gap: 6px;
    align-items: start;
  }

  @media (max-width: 1080px) {
    .why {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2px;
    margin-inline: -8px;
  }

  .actions button {
    padding: 2px 8px;
    color: var(--soft);
  }
`
