import { css } from 'lit'

export const feedbackStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    overflow: hidden;
    border-bottom: 1px solid var(--hairline);
  }

  .head {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 2px 10px;
    align-items: baseline;
    padding: 14px 18px 8px 16px;
  }

  h2 {
    font: 550 11px/16px var(--sans);
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--soft);
  }

  .status {
    font-size: 12px;
    line-height: 16px;
  }

  .status.changes-asked {
    font-weight: 550;
    color: var(--accent);
  }

  .status.approved {
    color: var(--good);
  }

  .left {
    margin-inline-start: auto;
    font-size: 12px;
    line-height: 16px;
    font-variant-numeric: tabular-nums;
    color: var(--soft);
  }

  .scroller {
    min-height: 0;
    padding: 0 10px 10px;
    overflow: auto;
    scrollbar-gutter: stable;
  }

  li + li {
    margin-top: 2px;
  }

  li.chosen {
    margin-block: 4px;
    background: var(--raised);
    border-radius: 9px;
    box-shadow: var(--shadow);
  }

  .row {
    display: grid;
    grid-template-columns: 14px minmax(45%, 1fr) fit-content(13em);
    gap: 0 6px;
    align-items: baseline;
    width: 100%;
    padding: 5px 8px 5px 6px;
    text-align: start;
    background: none;
    border: 0;
    border-radius: 7px;
  }

  li:not(.chosen) .row:hover {
    background: color-mix(in srgb, var(--control) 55%, transparent);
  }

  .row:focus-visible {
    outline-offset: -2px;
  }

  .sign {
    color: var(--accent);
  }

  .followed .sign {
    color: var(--good);
  }

  .quote {
    overflow: hidden;
    font: 400 15px/20px var(--serif);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .followed .quote {
    color: var(--soft);
  }

  .words {
    overflow: hidden;
    font-size: 12px;
    color: var(--soft);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chosen .quote,
  .chosen .words {
    white-space: normal;
  }

  .chosen .quote {
    display: -webkit-box;
    grid-column: 2 / -1;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
  }

  .chosen .words {
    grid-column: 2 / -1;
  }

  .more {
    display: grid;
    gap: 8px;
    padding: 2px 10px 10px 26px;
  }

  .outcome {
    font: 400 15px/20px var(--serif);
    overflow-wrap: anywhere;
  }

  .outcome small {
    font: 400 12px/20px var(--sans);
    color: var(--soft);
  }

  .reviewer,
  .guideline,
  .about {
    font-size: 12px;
    line-height: 17px;
    color: var(--soft);
    overflow-wrap: anywhere;
  }

  .reviewer b {
    font-weight: 550;
    color: var(--ink);
  }

  .reviewer span {
    white-space: pre-line;
    color: var(--ink);
  }

  .does {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: center;
  }

  .does button {
    padding: 3px 10px;
  }

  .done {
    font-size: 12px;
    color: var(--good);
  }

  textarea {
    min-height: 28px;
    max-height: 120px;
    field-sizing: content;
  }

  h3 {
    padding: 10px 6px 4px;
    font: 550 12px/16px var(--sans);
    color: var(--soft);
  }

  .others {
    display: grid;
    gap: 10px;
    padding-inline: 6px 8px;
  }

  .problem {
    padding: 0 18px 12px 16px;
    color: var(--accent);
    overflow-wrap: anywhere;
  }
`
