import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { sharedStyles } from './shared-styles.ts'

/**
 * A modal dialog: open while it is in the document. The element with `autofocus`, or the first that
 * takes the focus, has it at first; what had it before gets it back.
 * @slot - The content, usually a form. It scrolls when it is long.
 * @slot footer - Actions that stay in sight while the content scrolls.
 * @fires rubric-dismiss - When the person asks to leave it, with Escape. Not fired while `required`.
 * @cssproperty --dialog-width - Its width where the window is wide enough.
 */
@customElement('rubric-dialog')
export class RubricDialog extends LitElement {
  static override styles = [
    sharedStyles,
    css`
      dialog[open] {
        display: flex;
        flex-direction: column;
        width: min(var(--dialog-width, 440px), calc(100vw - 32px));
        max-height: calc(100vh - 64px);
        padding: 0;
        overflow: hidden;
        color: var(--ink);
        background: var(--paper);
        border: 1px solid var(--hairline);
        border-radius: 14px;
        box-shadow: var(--shadow-high);
      }

      dialog:focus-visible {
        outline: none;
      }

      dialog::backdrop {
        background: var(--scrim);
      }

      .body {
        min-height: 0;
        padding: 28px;
        overflow: auto;
      }

      .body:focus-visible {
        outline-offset: -3px;
        border-radius: 14px;
      }

      h2 {
        margin-bottom: 6px;
        font: 600 22px/28px var(--serif);
        text-wrap: balance;
      }

      ::slotted([slot='footer']) {
        flex: none;
        padding: 16px 28px 20px;
        border-top: 1px solid var(--hairline);
      }
    `,
  ]

  @query('dialog') private readonly _dialog!: HTMLDialogElement
  @query('.body') private readonly _body!: HTMLElement
  private _before: HTMLElement | null = null

  /** Title, and the dialog's accessible name. */
  @property() heading = ''
  /** Whether the dialog cannot be left without an answer. */
  @property({ type: Boolean }) required = false

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (this._before?.isConnected === true) this._before.focus()
  }

  protected override firstUpdated(): void {
    this._before = focused()
    this._show()
  }

  private _show(): void {
    this._dialog.showModal()
    // What is longer than the window has to be scrolled with the keyboard too.
    this._body.tabIndex = this._body.scrollHeight > this._body.clientHeight ? 0 : -1
    this.querySelector<HTMLElement>('[autofocus]')?.focus()
  }

  private _cancel(event: Event): void {
    // A file chooser within the dialog fires the same event.
    if (event.target !== this._dialog) return
    event.preventDefault()
    if (!this.required) this.dispatchEvent(new Event('rubric-dismiss'))
  }

  /** Chromium closes a dialog at the second Escape in a row, whatever was prevented before. */
  private _closed(): void {
    if (!this.isConnected) return
    if (this.required) this._show()
    else this.dispatchEvent(new Event('rubric-dismiss'))
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @cancel=${this._cancel} @close=${this._closed}>
      <div class="body">
        <h2 id="heading">${this.heading}</h2>
        <slot></slot>
      </div>
      <slot name="footer"></slot>
    </dialog>`
  }
}

/** The element that has the focus, through shadow roots. */
function focused(): HTMLElement | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLElement && element !== document.body ? element : null
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-dialog': RubricDialog
  }
}
