import { css } from 'lit'

export const figureListStyles = css`
  :host {
    display: block;
    height: 100%;
  }

  section {
    padding: 0 8px 24px;
  }

  header {
    position: sticky;
    top: 0;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-height: 52px;
    padding: 8px 4px 8px 8px;
    background: var(--pane);
  }

  h2 {
    min-width: 0;
    font: 600 13px/18px var(--sans);
    overflow-wrap: anywhere;
    outline: none;
  }

  header button {
    display: flex;
    flex: none;
    padding: 5px;
    color: var(--soft);
  }

  .told {
    padding: 0 8px 8px;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    color: var(--soft);
  }

  li button {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    width: 100%;
    padding: 8px;
    text-align: start;
    background: none;
    border-color: transparent;
    border-radius: 8px;
  }

  li button:hover:not(:disabled) {
    background: var(--raised);
    border-color: transparent;
    box-shadow: var(--shadow);
  }

  .article {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 10px;
    font-size: 12px;
    line-height: 17px;
  }

  .article bdi {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .kind {
    color: var(--soft);
  }

  .mark {
    display: flex;
    gap: 8px;
    align-items: baseline;
    overflow-wrap: anywhere;
  }

  q {
    font: 400 15px/21px var(--serif);
    quotes: none;
  }

  .mark .by {
    display: block;
  }

  .by {
    font-size: 12px;
    color: var(--soft);
  }

  .more {
    display: block;
    margin: 10px 8px;
  }

  .problem {
    padding: 8px;
    color: var(--accent);
    overflow-wrap: anywhere;
  }
`
