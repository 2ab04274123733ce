import { css } from 'lit'

export const importStyles = css`
  rubric-dialog {
    --dialog-width: 720px;
  }

  .files {
    margin: 16px 0 0;
  }

  .files > li {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) 150px;
    gap: 12px;
    align-items: start;
    padding: 11px 0;
    border-top: 1px solid var(--hairline);
  }

  .files .icon {
    margin-top: 3px;
    color: var(--soft);
  }

  .files .entry-problem .icon {
    color: var(--accent);
  }

  /* A title of the other direction stays in its column; the excerpt shows it as it will stand. */
  .title {
    text-align: left;
    font: 600 15px/21px var(--serif);
    overflow-wrap: anywhere;
  }

  .known {
    color: var(--soft);
  }

  .name {
    font-size: 12px;
    line-height: 18px;
    color: var(--soft);
    overflow-wrap: anywhere;
  }

  .entry-problem .name {
    font-size: 13px;
    line-height: 20px;
    font-weight: 550;
    color: var(--ink);
  }

  .reason {
    overflow-wrap: anywhere;
  }

  .reason::first-letter {
    text-transform: uppercase;
  }

  .entry-article .reason {
    margin-top: 4px;
  }

  blockquote {
    margin: 6px 0 2px;
    padding: 6px 10px;
    font: 400 14px/21px var(--serif);
    background: var(--pane);
    border-radius: 6px;
  }

  blockquote p {
    display: -webkit-box;
    overflow: hidden;
    white-space: pre-line;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  select {
    padding: 3px 6px;
  }

  .more {
    display: block;
    margin: 12px auto 0;
  }

  .hint,
  [role='alert'] {
    margin-top: 12px;
  }

  .outcome {
    margin-top: 8px;
    font: 400 17px/26px var(--serif);
  }

  section {
    margin-top: 20px;
  }

  .count {
    margin-left: 4px;
    font-weight: 500;
  }

  section ul {
    margin-top: 4px;
  }

  section li {
    padding: 5px 0;
    overflow-wrap: anywhere;
    border-top: 1px solid var(--hairline);
  }

  .file {
    font-weight: 550;
  }

  .quoted {
    font-family: var(--serif);
  }

  .footer {
    display: flex;
    gap: 8px;
    align-items: center;
  }

  .counts,
  .footer > :first-child {
    flex: 1;
    color: var(--soft);
  }

  @media (max-width: 560px) {
    .files > li {
      grid-template-columns: 16px minmax(0, 1fr);
    }

    .files select {
      grid-column: 2;
      width: 150px;
    }

    .footer {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
    }

    .footer > .counts {
      grid-column: 1 / -1;
    }

    .footer > .primary {
      justify-self: end;
    }
  }
`
