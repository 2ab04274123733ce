import { css } from 'lit'

export const keysStyles = css`
  rubric-dialog {
    --dialog-width: 920px;
  }

  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
    gap: 0 48px;
    margin-top: 16px;
  }

  section {
    margin-bottom: 20px;
  }

  h3 {
    padding-bottom: 5px;
  }

  dl,
  dd {
    margin: 0;
  }

  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-height: 25px;
    border-top: 1px solid var(--hairline);
  }

  dt {
    display: flex;
    align-items: center;
    gap: 9px;
    padding: 3px 0;
  }

  dd {
    display: flex;
    flex: none;
    align-items: center;
    gap: 6px;
  }

  .chord {
    display: flex;
    gap: 3px;
  }

  .or {
    font-size: 12px;
    color: var(--soft);
  }

  .footer {
    display: flex;
    justify-content: flex-end;
  }
`
