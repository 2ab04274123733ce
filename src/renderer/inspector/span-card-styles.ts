import { css } from 'lit'

export const spanCardStyles = css`
  .card {
    margin: 16px 16px 4px;
    padding: 14px 14px 12px;
    background: var(--raised);
    border-radius: 11px;
    box-shadow: var(--shadow);
  }

  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    margin-bottom: 8px;
  }

  .place {
    margin-inline-start: auto;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    color: var(--soft);
    white-space: nowrap;
  }

  h2 {
    font: inherit;
    font-weight: 600;
  }

  blockquote {
    display: -webkit-box;
    overflow: hidden;
    margin: 0 0 12px;
    font: italic 400 17px/24px var(--serif);
    overflow-wrap: anywhere;
    white-space: pre-line;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 6;
  }

  .fields {
    display: grid;
    /* For those of the attributes too. */
    --attribute-columns: subgrid;
    grid-template-columns: fit-content(42%) minmax(0, 1fr);
    align-items: baseline;
    gap: 8px 12px;
  }

  label,
  .made {
    color: var(--soft);
  }

  textarea {
    display: block;
    min-height: 30px;
    field-sizing: content;
    max-height: 200px;
  }

  .foot {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 10px;
    font-size: 12px;
  }

  .foot button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    margin-inline: auto -6px;
    color: var(--soft);
  }
`
