import { css, html, type TemplateResult } from 'lit'

/** How far something long is. */
interface Progress {
  readonly done: number
  readonly total: number
}

/** Says what goes on, with a bar of how far it is. @param progress - Null while that cannot be known. */
export function progressLine(words: string, progress: Progress | null): TemplateResult {
  return html`<div class="progress">
    <p role="status">${words}</p>
    ${
      progress === null
        ? html`<progress aria-label="Progress"></progress>`
        : html`<progress
            aria-label="Progress"
            .value=${progress.done}
            .max=${progress.total}
          ></progress>`
    }
  </div>`
}

export const progressStyles = css`
  .progress {
    display: flex;
    flex-direction: column;
    gap: 12px;
    padding: 12px 0 8px;
    font-variant-numeric: tabular-nums;
    color: var(--soft);
  }

  progress {
    width: 100%;
    height: 4px;
    overflow: hidden;
    appearance: none;
    background: var(--control);
    border: none;
    border-radius: 2px;
  }

  progress::-webkit-progress-bar {
    background: none;
  }

  progress::-webkit-progress-value {
    background: var(--accent);
    border-radius: 2px;
  }

  progress:indeterminate {
    background: linear-gradient(var(--accent) 0 0) 0 / 30% 100% no-repeat var(--control);
    animation: to-and-fro 900ms ease-in-out infinite alternate;
  }

  @keyframes to-and-fro {
    to {
      background-position-x: 100%;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    progress:indeterminate {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    progress {
      height: 8px;
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }
  }
`
