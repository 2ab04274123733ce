import { css } from 'lit'

export const phrasePanelStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
    background: var(--paper);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 14px;
    align-items: center;
    padding: 14px 20px 12px;
  }

  .head input {
    flex: 1 1 220px;
    max-width: 360px;
    padding: 5px 10px;
    font: 400 17px/24px var(--serif);
    border-radius: 8px;
  }

  .found {
    flex: 1 0 auto;
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }

  .close {
    display: flex;
    padding: 5px;
    color: var(--soft);
  }

  .list {
    position: relative;
    border-block: 1px solid var(--hairline);
  }

  .row {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 0 8px;
    align-content: center;
    height: 60px;
    padding: 0 20px;
    border-bottom: 1px solid color-mix(in srgb, var(--hairline) 60%, transparent);
  }

  .row:hover {
    background: color-mix(in srgb, var(--control) 40%, transparent);
  }

  .row.current {
    background: var(--accent-tint);
  }

  .list:focus-visible .current {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }

  @media (forced-colors: active) {
    .current {
      outline: 2px dashed Highlight;
      outline-offset: -4px;
    }
  }

  .tick {
    grid-row: 1 / 3;
    align-self: center;
    display: grid;
    place-items: center;
    width: 16px;
    height: 16px;
    border: 1px solid var(--faint);
    border-radius: 4px;
    background: var(--raised);
  }

  [aria-selected='true'] .tick {
    color: #fffefb;
    background: #a3231f;
    border-color: transparent;
  }

  .context {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    font: 400 16px/24px var(--serif);
    white-space: pre;
    color: var(--soft);
    mask-image: linear-gradient(to right, transparent, #000 24px calc(100% - 24px), transparent);
  }

  .context span {
    overflow: hidden;
    text-overflow: clip;
  }

  .before {
    display: flex;
    justify-content: flex-end;
  }

  .before bdi {
    flex: none;
  }

  .context b {
    max-width: 22em;
    overflow: hidden;
    font-weight: 600;
    color: var(--ink);
    text-overflow: ellipsis;
  }

  [aria-selected='false'] .context b {
    font-weight: 500;
  }

  .facts {
    display: flex;
    gap: 12px;
    min-width: 0;
    overflow: hidden;
    font-size: 12px;
    line-height: 18px;
    color: var(--soft);
    white-space: nowrap;
  }

  .title {
    flex: 0 1 auto;
    min-width: 4em;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .mark {
    display: inline-flex;
    flex: 0 1 auto;
    gap: 4px;
    align-items: baseline;
    min-width: 0;
  }

  .mark em,
  .mark .values {
    max-width: 12em;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .mark .values {
    max-width: 22em;
  }

  .decided {
    flex: 0 1 auto;
    min-width: 5em;
    margin-inline-start: auto;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--good);
  }

  .nothing {
    max-width: 480px;
    padding: 24px 20px;
    color: var(--soft);
    text-wrap: pretty;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding: 12px 20px 14px;
  }

  .labels {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: 4px;
  }

  .labels button {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    padding: 3px 9px;
  }

  .labels [aria-checked='true'] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }

  .foot input {
    flex: 1 1 160px;
    max-width: 480px;
    height: 30px;
  }

  .foot .primary {
    flex: none;
    margin-inline-start: auto;
  }
`
