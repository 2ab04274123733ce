import { css } from 'lit'

export const labelsStyles = css`
  rubric-dialog {
    --dialog-width: 620px;
  }

  .labels {
    margin: 16px -12px 0;
  }

  .labels > li {
    border-top: 1px solid var(--hairline);
  }

  .labels > li:first-child {
    border-top: none;
  }

  .row {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto 28px 16px;
    gap: 10px;
    align-items: center;
    width: 100%;
    padding: 8px 12px;
    text-align: start;
    border-color: transparent;
    background: none;
  }

  .row:hover:not(:disabled) {
    background: var(--control);
    border-color: transparent;
  }

  .name {
    justify-self: start;
    overflow-wrap: anywhere;
    font-weight: 550;
  }

  .spans {
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }

  .row kbd {
    justify-self: center;
  }

  .row .icon {
    color: var(--soft);
    transition: rotate var(--motion);
  }

  .row[aria-expanded='true'] .icon {
    rotate: 180deg;
  }

  rubric-label-editor {
    padding: 4px 12px 16px 46px;
  }

  .new {
    flex: auto;
    flex-flow: row wrap;
    gap: 8px;
    margin: 0;
  }

  .new input {
    max-width: 220px;
  }

  .new button {
    flex: none;
  }

  .latest {
    display: flex;
    gap: 8px;
    align-items: baseline;
    justify-content: space-between;
    margin-top: 16px;
    padding-top: 12px;
    color: var(--soft);
    border-top: 1px solid var(--hairline);
    overflow-wrap: anywhere;
  }

  .foretold {
    font: 400 17px/26px var(--serif);
    text-wrap: pretty;
  }

  .in-the-way {
    margin-top: 12px;
    padding-inline-start: 18px;
    list-style: disc;
    overflow-wrap: anywhere;
  }

  .actions {
    align-items: center;
  }

  .actions > .quiet {
    flex: none;
  }

  [role='alert'] {
    margin-block: 8px 12px;
  }

  .new [role='alert'] {
    flex-basis: 100%;
    margin-block: 4px 0;
  }

  @media (max-width: 480px) {
    rubric-label-editor {
      padding-inline-start: 12px;
    }

    .row {
      grid-template-columns: 24px minmax(0, 1fr) auto 16px;
    }

    .row kbd {
      display: none;
    }

    .actions {
      flex-wrap: wrap;
    }
  }
`
