import { css } from 'lit'

export const spanListStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }

  .nothing {
    position: absolute;
    inset: 8px 16px auto;
    color: var(--soft);
    pointer-events: none;
  }

  .nothing + .list {
    flex: none;
    height: 36px;
  }

  .list {
    flex: 1;
    /* The scroll bar stands where the padding of this side would be. */
    padding: 0 0 8px 8px;
    /* As high as the air above the first row. */
    mask-image: linear-gradient(transparent, #000 6px);
    scrollbar-gutter: stable;
  }

  .row {
    display: flex;
    align-items: center;
    gap: 9px;
    height: 28px;
    padding: 0 8px;
    border-radius: 6px;
  }

  :is(.row:hover, .pointed) {
    background: color-mix(in srgb, var(--control) 55%, transparent);
  }

  .row[aria-selected='true'] {
    background: var(--selected);
  }

  .list:focus-visible .row[aria-selected='true'] {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }

  .list:focus-visible:not(:has([aria-selected='true'])) {
    outline: 2px solid var(--accent);
    outline-offset: -4px;
    border-radius: 10px;
    mask-image: none;
  }

  .quote {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    font: 400 15px/20px var(--serif);
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  /* Most of the row is the text's. */
  .values {
    flex: 0 1 auto;
    min-width: 0;
    max-width: 40%;
    overflow: hidden;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    color: var(--soft);
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  [aria-selected='true'] .values {
    /* The hue itself is too light for so small a type on its tint. */
    color: color-mix(in srgb, var(--said) 75%, var(--ink));
  }

  .violet {
    --selected: var(--violet-tint);
    --said: var(--violet);
  }
  .blue {
    --selected: var(--blue-tint);
    --said: var(--blue);
  }
  .green {
    --selected: var(--green-tint);
    --said: var(--green);
  }
  .orange {
    --selected: var(--orange-tint);
    --said: var(--orange);
  }

  .icon {
    flex: none;
    color: var(--soft);
  }
`
