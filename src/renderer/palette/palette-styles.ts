import { css } from 'lit'

export const paletteStyles = css`
  dialog[open] {
    display: flex;
    flex-direction: column;
    width: min(620px, calc(100vw - 32px));
    max-height: min(520px, calc(100vh - 96px));
    margin: min(12vh, 96px) auto auto;
    padding: 0;
    overflow: hidden;
    color: var(--ink);
    background: var(--raised);
    border: 1px solid var(--hairline);
    border-radius: 14px;
    box-shadow: var(--shadow-high);
  }

  dialog::backdrop {
    background: var(--scrim);
  }

  .field {
    display: flex;
    flex: none;
    align-items: center;
    gap: 10px;
    padding: 0 16px;
    color: var(--soft);
    border-bottom: 1px solid var(--hairline);
  }

  .field:focus-within {
    box-shadow: inset 0 -1px var(--accent);
  }

  .field .icon {
    flex: none;
  }

  input {
    flex: 1;
    min-width: 0;
    padding: 13px 0;
    font: 400 16px/22px var(--sans);
    color: var(--ink);
    caret-color: var(--accent);
    background: none;
    border: 0;
  }

  /* The only thing in the dialog that can have the focus; its line says so. */
  input:focus-visible {
    outline: none;
  }

  input::placeholder {
    color: var(--soft);
    opacity: 0.85;
  }

  [role='listbox'] {
    min-height: 0;
    padding: 6px 6px 10px;
    overflow: auto;
    scroll-padding: 32px 0 6px;
  }

  .heading {
    padding: 10px 10px 4px;
    font: 600 11px/16px var(--sans);
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--soft);
  }

  [role='option'] {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 32px;
    padding: 4px 10px;
    border-radius: 7px;
    cursor: default;
  }

  [role='option'][aria-selected='true'] {
    background: var(--accent-tint);
  }

  .sign {
    display: inline-flex;
    flex: none;
    justify-content: center;
    width: 21px;
    color: var(--soft);
  }

  .title {
    flex: 1 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .title b {
    font-weight: 680;
    color: color-mix(in srgb, var(--accent) 80%, var(--ink));
  }

  .aside {
    flex: 0 4 auto;
    min-width: 72px;
    overflow: hidden;
    font-size: 12px;
    text-align: end;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--soft);
  }

  .keys {
    display: flex;
    flex: none;
    gap: 3px;
  }

  [aria-disabled='true'] :is(.title, .sign) {
    opacity: 0.55;
  }

  .nothing {
    padding: 22px 16px 24px;
    text-align: center;
    color: var(--soft);
    overflow-wrap: anywhere;
  }

  .foot {
    display: flex;
    flex: none;
    gap: 18px;
    padding: 8px 16px;
    overflow: hidden;
    font-size: 12px;
    white-space: nowrap;
    color: var(--soft);
    border-top: 1px solid var(--hairline);
  }

  .foot span:last-child {
    margin-inline-start: auto;
  }

  @media (max-width: 460px) {
    .foot span:last-child {
      display: none;
    }
  }
`
