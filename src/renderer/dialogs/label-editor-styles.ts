import { css } from 'lit'

export const labelEditorStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 12px;
  }

  .beside {
    display: flex;
    gap: 8px;
  }

  .beside button {
    flex: none;
  }

  .looks {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 3fr) minmax(0, 2fr) minmax(0, 3fr);
    gap: 12px;
  }

  .wishes {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: center;
    margin-inline: -10px;
  }

  .merge {
    display: flex;
    gap: 4px;
    align-items: center;
  }

  .merge select {
    width: auto;
    max-width: 160px;
    border-color: transparent;
    background: none;
  }

  .merge select:hover:not(:disabled) {
    background: var(--control);
  }

  .wishes button:last-child {
    margin-inline-start: auto;
    color: var(--accent);
  }

  @media (max-width: 480px) {
    .looks {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`
