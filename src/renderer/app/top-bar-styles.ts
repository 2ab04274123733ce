import { css } from 'lit'

export const topBarStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: 4px;
    height: 44px;
    padding: 0 12px 0 10px;
    background: var(--pane);
    border-bottom: 1px solid var(--hairline);
  }

  button {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    white-space: nowrap;
  }

  .project {
    min-width: 0;
    gap: 12px;
    padding-inline: 6px 8px;
    font-weight: 600;
  }

  .project .icon,
  .annotator {
    flex: none;
  }

  .project span {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .tile {
    flex: none;
    width: 18px;
    height: 18px;
    font: italic 700 13px/18px var(--serif);
    text-align: center;
    color: #fffefb;
    background: #a3231f;
    border-radius: 4px;
  }

  .space {
    flex: 1;
  }

  .views {
    display: flex;
    flex: none;
    padding: 2px;
    background: var(--control);
    border-radius: 8px;
  }

  .views button {
    padding: 2px 14px;
    color: var(--soft);
    background: none;
    border-color: transparent;
    border-radius: 6px;
  }

  .views [aria-pressed='true'] {
    font-weight: 550;
    color: var(--ink);
    background: var(--raised);
    box-shadow: var(--shadow);
  }

  button.find {
    flex: 0 1 220px;
    gap: 8px;
    min-width: 44px;
    height: 28px;
    margin-inline: 10px 8px;
    padding: 0 8px 0 9px;
    color: var(--soft);
    border-radius: 7px;
  }

  button.find .icon {
    display: none;
    flex: none;
  }

  button.find span {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
  }

  button.find kbd {
    flex: none;
    background: var(--paper);
  }

  button.annotator,
  button.annotator:hover:not(:disabled) {
    margin-inline-start: 6px;
    padding: 0;
    justify-content: center;
    width: 26px;
    height: 26px;
    font-size: 11px;
    font-weight: 600;
    color: color-mix(in srgb, var(--accent) 70%, var(--ink));
    background: var(--accent-tint);
    border-radius: 50%;
  }

  [popover] {
    position: fixed;
    inset: 42px auto auto 10px;
    width: 300px;
    margin: 0;
    padding: 6px;
    color: var(--ink);
    background: var(--raised);
    border: 1px solid var(--hairline);
    border-radius: 10px;
    box-shadow: var(--shadow-high);
  }

  [role='menuitem'] {
    display: flex;
    justify-content: space-between;
    width: 100%;
    border-radius: 6px;
    border-color: transparent;
    background: none;
  }

  [role='menuitem'] :first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  [role='menuitem']:is(:hover, :focus-visible):not(:disabled) {
    border-color: transparent;
    background: var(--accent-tint);
    outline: none;
  }

  /* Tints are gone there. */
  @media (forced-colors: active) {
    [role='menuitem']:focus-visible {
      outline: 2px solid Highlight !important;
    }
  }

  .keys {
    font-size: 12px;
    color: var(--soft);
  }

  hr {
    margin: 6px 10px;
    border: 0;
    border-top: 1px solid var(--hairline);
  }

  .caption {
    padding: 2px 11px;
    font-size: 11px;
    color: var(--soft);
  }

  @media (max-width: 760px) {
    button.find {
      flex: none;
      min-width: 0;
      margin-inline: 0;
      padding: 5px 10px;
      color: inherit;
      background: none;
      border-color: transparent;
    }

    button.find .icon {
      display: block;
    }

    button.find :is(span, kbd) {
      display: none;
    }
  }

  @media (max-width: 640px) {
    .wide {
      display: none;
    }
  }
`
