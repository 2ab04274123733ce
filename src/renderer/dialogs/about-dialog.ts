import { SignalWatcher } from '@lit-labs/signals'
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { HostView } from '../../contract/models.ts'
import '../elements/dialog.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import { count } from '../state/format.ts'
import type { Workspace } from '../state/workspace.ts'
import { dialogStyles } from './dialog-styles.ts'
import { programMark, programMarkStyles } from './program-mark.ts'

/** What this program is, and that it keeps to itself. */
@customElement('rubric-about-dialog')
export class RubricAboutDialog extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
    buttonStyles,
    dialogStyles,
    programMarkStyles,
    css`
      rubric-dialog {
        --dialog-width: 400px;
      }

      .mark {
        float: right;
        margin: -36px 0 0 16px;
      }

      .rest {
        margin-top: 20px;
        font: 400 16px/24px var(--serif);
        text-wrap: pretty;
      }

      .rest + .lead {
        margin-top: 2px;
      }

      .licences {
        margin-top: 20px;
        padding-top: 14px;
        font-size: 12px;
        line-height: 18px;
        border-top: 1px solid var(--hairline);
      }

      .actions {
        margin-top: 20px;
      }
    `,
  ]

  @property({ attribute: false }) workspace!: Workspace

  private _close(): void {
    this.workspace.dialog.set(null)
  }

  protected override render(): TemplateResult {
    const host = this.workspace.state.get()?.host
    return html`<rubric-dialog heading="Rubricator" @rubric-dismiss=${this._close}>
      ${programMark()}
      <p class="lead">Version ${host?.version ?? ''}</p>
      <p class="rest">Everything stays on this machine.</p>
      <p class="lead">${host === undefined ? '' : network(host)}</p>
      <p class="lead licences">
        MIT licence. Set in Source Serif 4 and Inter, both under the SIL Open Font License. Icons by
        Lucide, ISC licence.
      </p>
      <div class="actions">
        <button class="primary" autofocus @click=${this._close}>Close</button>
      </div>
    </rubric-dialog>`
  }
}

/** What is known about requests to the network. */
function network({ kind, blockedRequests }: HostView): string {
  if (kind === 'browser') return 'Served on this machine only, at 127.0.0.1.'
  if (blockedRequests === null) return 'Requests to the network are blocked.'
  return blockedRequests === 0
    ? '0 requests to the network since the start.'
    : `${count(blockedRequests, 'request')} to the network blocked since the start.`
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-about-dialog': RubricAboutDialog
  }
}
