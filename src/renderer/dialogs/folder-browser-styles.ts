import { css } from 'lit'

export const folderBrowserStyles = css`
  .browser {
    position: relative;
    border: 1px solid var(--hairline);
    border-radius: 9px;
    overflow: hidden;
  }

  .bar {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 5px;
    background: var(--pane);
    border-bottom: 1px solid var(--hairline);
  }

  .bar button {
    flex: none;
    padding: 3px 10px;
  }

  .bar .quiet {
    padding: 5px 7px;
  }

  .bar .icon {
    display: block;
  }

  /* The end of a path says where one is, so a long one is cut at its start. */
  .place {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    direction: rtl;
    text-align: left;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 12px;
    color: var(--soft);
  }

  [role='listbox'] {
    height: clamp(112px, 26vh, 196px);
    padding: 4px;
    overflow: auto;
  }

  [role='listbox']:focus-visible {
    outline-offset: -2px;
    border-radius: 0 0 8px 8px;
  }

  [role='option'] {
    display: flex;
    align-items: center;
    gap: 9px;
    padding: 4px 8px;
    border-radius: 6px;
    cursor: default;
  }

  [role='option'][aria-selected='true'] {
    background: var(--control);
  }

  [role='option'][aria-disabled='true'] {
    color: var(--soft);
  }

  [role='option'] .icon {
    flex: none;
    color: var(--soft);
  }

  .name {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .kind {
    font-size: 12px;
    color: var(--soft);
  }

  .tile {
    flex: none;
    width: 16px;
    font: italic 600 11px/16px var(--serif);
    text-align: center;
    color: #fffefb;
    background: #a3231f;
    border-radius: 4px;
  }

  .empty {
    position: absolute;
    inset: auto 0 20%;
    text-align: center;
    color: var(--soft);
    pointer-events: none;
  }

  [role='alert'] {
    margin-top: 8px;
  }
`
