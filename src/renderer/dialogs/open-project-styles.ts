import { css } from 'lit'

export const openProjectStyles = css`
  rubric-dialog {
    --dialog-width: 520px;
  }

  h3 {
    margin: 20px 0 4px;
  }

  form {
    margin-top: 8px;
  }

  .projects {
    max-height: 232px;
    margin: 0 -12px;
    overflow: auto;
  }

  .project {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    align-items: center;
    width: 100%;
    padding: 7px 12px;
    text-align: start;
    background: none;
    border-color: transparent;
    border-radius: 8px;
  }

  .project:hover:not(:disabled) {
    background: var(--control);
    border-color: transparent;
  }

  .project:focus-visible {
    outline-offset: -2px;
  }

  .name {
    overflow-wrap: anywhere;
    font-weight: 550;
  }

  .open,
  .project .path {
    font-size: 12px;
    line-height: 16px;
    color: var(--soft);
  }

  .project .path {
    grid-column: 2 / -1;
  }

  .project .icon {
    color: var(--soft);
  }

  .tile {
    width: 16px;
    font: italic 600 11px/16px var(--serif);
    text-align: center;
    color: #fffefb;
    background: #a3231f;
    border-radius: 4px;
  }

  .beside .icon {
    margin-right: 4px;
    vertical-align: -3px;
    color: var(--soft);
  }
`
