import { css } from 'lit'

export const readingPanelStyles = css`
  :host {
    width: min(296px, calc(100vw - 24px));
  }

  .measure {
    display: grid;
    grid-template-columns: 1fr auto;
    margin-bottom: 8px;
  }

  output {
    unicode-bidi: plaintext;
    font-variant-numeric: tabular-nums;
    color: var(--soft);
  }

  .slide {
    grid-column: 1 / 3;
    display: flex;
    align-items: center;
    gap: 4px;
    margin-inline: -8px;
  }

  .step {
    display: inline-flex;
    flex: none;
    padding: 5px;
    color: var(--soft);
  }

  .step[aria-disabled='true'] {
    opacity: 0.4;
    background: none !important;
  }

  input[type='range'] {
    appearance: none;
    flex: 1;
    min-width: 0;
    height: 24px;
    margin: 0;
    background: none;
  }

  input[type='range']:focus-visible {
    outline: none;
  }

  input[type='range']:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  input[type='range']::-webkit-slider-runnable-track {
    height: 3px;
    background: linear-gradient(var(--accent) 0 0) 0 / var(--filled) no-repeat
      color-mix(in srgb, var(--soft) 30%, transparent);
    border-radius: 2px;
  }

  :host(:dir(rtl)) input[type='range']::-webkit-slider-runnable-track {
    background-position-x: 100%;
  }

  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    width: 15px;
    height: 15px;
    margin-top: -6px;
    background: var(--raised);
    border: 2px solid var(--accent);
    border-radius: 50%;
  }

  .fonts {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 2px;
    margin: 12px 0 4px;
    padding: 2px;
    /* What is chosen is lighter than what is not, in the dark too. */
    background: light-dark(var(--control), var(--pane));
    border-radius: 9px;
  }

  .fonts label {
    position: relative;
    display: grid;
    justify-items: center;
    padding: 5px 0 4px;
    font-size: 12px;
    line-height: 16px;
    color: var(--soft);
    border-radius: 7px;
  }

  .fonts label:has(:checked) {
    color: var(--ink);
    background: var(--raised);
    box-shadow: var(--shadow);
  }

  .fonts label:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  .fonts input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
  }

  .sample {
    font-size: 19px;
    line-height: 24px;
    color: var(--ink);
  }

  .serif .sample {
    font-family: var(--serif);
  }
  .sans .sample {
    font-family: var(--sans);
  }
  .mono .sample {
    font-family: var(--mono);
    font-size: 17px;
  }

  .switches label {
    line-height: 18px;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin-top: 10px;
  }

  small {
    display: block;
    font-size: 12px;
    line-height: 16px;
    color: var(--soft);
  }

  [role='switch'] {
    appearance: none;
    position: relative;
    flex: none;
    width: 32px;
    height: 19px;
    margin: 0;
    background: var(--control);
    border: 1px solid var(--soft);
    border-radius: 10px;
    transition: background var(--motion);
  }

  [role='switch']::after {
    content: '';
    position: absolute;
    inset: 3px auto auto 3px;
    width: 11px;
    height: 11px;
    background: var(--soft);
    border-radius: 50%;
    transition: translate var(--motion);
  }

  [role='switch']:checked {
    background: var(--accent);
    border-color: var(--accent);
  }

  [role='switch']:checked::after {
    background: var(--raised);
    translate: 13px;
  }

  @media (forced-colors: active) {
    input[type='range'],
    [role='switch'] {
      appearance: auto;
    }

    [role='switch']::after {
      content: none;
    }

    .fonts label:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`
