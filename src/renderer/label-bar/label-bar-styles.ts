import { css } from 'lit'

export const labelBarStyles = css`
  :host {
    container-type: inline-size;
    display: grid;
    grid-template: 51px / minmax(0, 1fr) auto auto;
    align-items: center;
    height: 52px;
    background: var(--paper);
    border-bottom: 1px solid var(--hairline);
  }

  /* While the text shows marks of the past. */
  :host([past]) {
    background: var(--accent-tint);
  }

  [role='toolbar'] {
    display: flex;
    justify-content: safe center;
    align-items: center;
    gap: 8px;
    height: 100%;
    padding-inline: 12px 14px;
    overflow-x: auto;
    /* What does not fit is scrolled to, and fades out to show that there is more. */
    mask-image: linear-gradient(to right, #000 calc(100% - 14px), transparent);
  }

  button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    flex: none;
    padding: 5px 9px;
    border-color: transparent;
    border-radius: 9px;
    background: none;
  }

  button:hover:not(:disabled) {
    background: var(--pane);
    border-color: transparent;
  }

  button[aria-pressed='true'],
  button.current {
    background: var(--raised);
    box-shadow: var(--shadow);
  }

  button[aria-pressed='true'] {
    border-color: var(--accent);
  }

  /* Shadows are gone there. */
  @media (forced-colors: active) {
    button.current {
      outline: 2px solid CanvasText;
      outline-offset: -3px;
    }
  }

  .count {
    min-width: 1ch;
    font-variant-numeric: tabular-nums;
    color: var(--soft);
  }

  [role='toolbar']::-webkit-scrollbar {
    display: none;
  }

  .reading {
    anchor-name: --reading;
    justify-content: center;
    width: 36px;
    height: 31px;
    margin-inline-end: 12px;
    padding: 0;
    font: 400 17px/20px var(--serif);
    color: var(--soft);
  }

  .manage {
    justify-content: center;
    width: 36px;
    height: 31px;
    padding: 0;
    color: var(--soft);
  }

  .manage:hover:not(:disabled) {
    color: var(--ink);
  }

  .reading:is(:hover, [aria-expanded='true']) {
    color: var(--ink);
  }

  .reading[aria-expanded='true'] {
    background: var(--control);
  }

  rubric-reading-panel {
    position: fixed;
    inset: 104px 12px auto auto;
    margin: 0;
    max-height: calc(100dvh - 140px);
    overflow: auto;
  }

  /* Chromium has had anchors since version 125; without them it stands at the window's right. */
  @supports (top: anchor(bottom)) {
    rubric-reading-panel {
      position-anchor: --reading;
      inset: calc(anchor(bottom) + 17px) anchor(right) auto auto;
    }
  }

  @container (min-width: 720px) {
    [role='toolbar'] {
      /* As wide as what stands at the other end, so that the labels lie above the text. */
      padding-inline-start: 96px;
    }
  }

  @container (max-width: 560px) {
    [role='toolbar'] {
      gap: 0;
      padding-inline: 4px 14px;
    }

    .count {
      display: none;
    }

    button {
      gap: 5px;
      padding-inline: 5px;
    }

    .reading {
      margin-inline-end: 4px;
    }
  }
`
