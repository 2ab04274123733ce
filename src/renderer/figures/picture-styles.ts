import { css } from 'lit'

/** How pictures are drawn; it goes into a saved picture as well, with the colours of the moment. */
export const pictureStyles = css`
  .picture {
    display: block;
    max-width: 100%;
    overflow: visible;
    font-family: var(--sans);
    font-size: 12px;
  }

  .picture text {
    fill: var(--ink);
    font-variant-numeric: tabular-nums;
  }

  .picture .tick {
    font-size: 11px;
    fill: var(--soft);
  }

  .picture .axis {
    fill: var(--soft);
  }

  .picture .all {
    font-weight: 600;
  }

  .picture .undefined {
    font-style: italic;
    fill: var(--soft);
  }

  .picture .grid {
    stroke: var(--hairline);
  }

  /* There a hairline is as strong as everything else. */
  @media (forced-colors: active) {
    .picture .grid {
      opacity: 0.3;
    }
  }

  .picture .row {
    fill: transparent;
  }

  .picture .part {
    cursor: pointer;
    outline: none;
  }

  .picture .part:hover .row {
    fill: var(--control);
    opacity: 0.6;
  }

  .picture .part:is(:hover, :focus-visible) .cell {
    stroke: var(--accent);
    stroke-width: 1.5;
  }

  .picture .part:focus-visible .row {
    stroke: var(--accent);
    stroke-width: 2;
  }

  .picture .interval {
    stroke-width: 1.75;
  }

  .picture .cell {
    fill: var(--pane);
    stroke: var(--hairline);
  }

  .picture .tint {
    fill: var(--good);
    pointer-events: none;
  }

  .picture .tint.dispute {
    fill: var(--accent);
  }

  .picture .course {
    fill: none;
    stroke: var(--accent);
    stroke-width: 1.25;
    opacity: 0.5;
  }

  .picture .bar {
    fill: var(--faint);
    opacity: 0.55;
  }

  .picture .dot.accent,
  .picture .share {
    fill: var(--accent);
  }

  .picture .share-1 {
    opacity: 0.62;
  }

  .picture .share-2 {
    opacity: 0.36;
  }

  .picture .share-3 {
    fill: var(--control);
  }

  .picture .dot.ink {
    fill: var(--ink);
  }

  .picture .interval.ink {
    stroke: var(--ink);
  }

  .picture .dot.violet {
    fill: var(--violet);
  }

  .picture .interval.violet {
    stroke: var(--violet);
  }

  .picture .dot.blue {
    fill: var(--blue);
  }

  .picture .interval.blue {
    stroke: var(--blue);
  }

  .picture .dot.green {
    fill: var(--green);
  }

  .picture .interval.green {
    stroke: var(--green);
  }

  .picture .dot.orange {
    fill: var(--orange);
  }

  .picture .interval.orange {
    stroke: var(--orange);
  }
`
