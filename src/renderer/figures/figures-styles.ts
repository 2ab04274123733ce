import { css } from 'lit'

export const figuresStyles = css`
  :host {
    display: grid;
    grid: minmax(0, 1fr) / 272px minmax(0, 1fr) auto;
    min-height: 0;
  }

  nav,
  aside {
    min-height: 0;
    overflow: auto;
    background: var(--pane);
  }

  aside {
    width: 328px;
    border-inline-start: 1px solid var(--hairline);
  }

  main {
    position: relative;
    display: grid;
    grid: auto minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
    background: var(--paper);
    border-inline-start: 1px solid var(--hairline);
    outline: none;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    min-height: 52px;
    padding: 8px 32px;
    border-bottom: 1px solid var(--hairline);
  }

  .measure {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--soft);
  }

  .measure select {
    width: 170px;
  }

  .rests {
    flex: 1;
    min-width: 160px;
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }

  header button {
    padding: 3px 10px;
  }

  .column {
    min-height: 0;
    padding: 28px 32px 64px;
    overflow: auto;
  }

  section,
  .empty,
  .problem {
    max-width: 860px;
    margin-inline: auto;
  }

  section + section {
    margin-top: 52px;
  }

  h2 {
    margin-bottom: 18px;
    font: 600 24px/32px var(--serif);
  }

  rubric-figure-card + :is(rubric-figure-card, .pair, .periods),
  .pair + .periods {
    margin-top: 36px;
  }

  .periods + rubric-figure-card {
    margin-top: 10px;
  }

  .pair {
    display: grid;
    gap: 36px;
  }

  .periods {
    display: inline-flex;
    padding: 2px;
    background: var(--control);
    border-radius: 8px;
  }

  .periods button {
    padding: 2px 12px;
    color: var(--soft);
    background: none;
    border-color: transparent;
    border-radius: 6px;
  }

  .periods button[aria-pressed='true'] {
    color: var(--ink);
    background: var(--raised);
  }

  .empty p {
    max-width: 56ch;
    color: var(--soft);
    text-wrap: pretty;
  }

  .empty + rubric-figure-card {
    display: block;
    max-width: 860px;
    margin: 40px auto 0;
  }

  .problem {
    color: var(--accent);
  }

  @media (max-width: 1080px) {
    :host {
      grid-template-columns: 184px minmax(0, 1fr) auto;
    }

    aside {
      width: 240px;
    }

    header,
    .column {
      padding-inline: 20px;
    }
  }
`
