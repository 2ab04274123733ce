import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { Tags } from 'lucide'
import type { Label } from '../../core/annotation/label-set.ts'
import { icon } from '../elements/icon.ts'
import '../elements/label-badge.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { moveFocus } from '../elements/move-focus.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import { whyNot } from '../state/availability.ts'
import { count } from '../state/format.ts'
import type { Workspace } from '../state/workspace.ts'
import { labelBarStyles } from './label-bar-styles.ts'
import './past-bar.ts'
import type { RubricReadingPanel } from './reading-panel.ts'
import './reading-panel.ts'

/** A click on a label; `exact` while Alt is held, to keep the bounds of the selection. */
export interface LabelChoice {
  readonly label: string
  readonly exact: boolean
}

/**
 * The labels, always in sight while marks can be made with them, and how the text is set.
 * @fires rubric-label - A label was clicked.
 * @fires rubric-leave - The reading settings were left with Escape: the keyboard goes to the text.
 */
@customElement('rubric-label-bar')
export class RubricLabelBar extends LatePanel {
  static override styles = [sharedStyles, buttonStyles, labelBarStyles]

  @query('.reading') private readonly _opener!: HTMLButtonElement
  @query('rubric-reading-panel') private readonly _panel!: RubricReadingPanel

  @property({ attribute: false }) workspace!: Workspace

  /** Whether the settings were last known to be asked for. */
  private _isReadingWanted = false

  protected override updated(): void {
    this.toggleAttribute('past', this._isPast)
    const isWanted = this.workspace.dialog.get() === 'reading'
    if (isWanted === this._isReadingWanted) return
    this._isReadingWanted = isWanted
    if (isWanted !== this._panel.matches(':popover-open')) this._panel.togglePopover(isWanted)
  }

  private get _isPast(): boolean {
    return (this.workspace.article.get()?.past.get() ?? null) !== null
  }

  private _choose(label: Label, exact: boolean): void {
    const detail: LabelChoice = { label: label.name, exact }
    this.dispatchEvent(new CustomEvent('rubric-label', { detail }))
  }

  private _key(event: KeyboardEvent): void {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=toolbar] button')]
    moveFocus(event, buttons, 'ArrowRight', 'ArrowLeft')
  }

  /** The panel is also opened by a command, and closed by a click elsewhere or by a dialog. */
  private _panelToggled({ newState }: ToggleEvent): void {
    const { dialog } = this.workspace
    // What comes of it is drawn later, when the panel may have been left again.
    this._isReadingWanted = newState === 'open'
    if (newState === 'open') {
      dialog.set('reading')
      this._panel.focus()
    } else if (dialog.get() === 'reading') dialog.set(null)
  }

  /** It goes with the keyboard, as it goes with the mouse: nothing is left open behind one's back. */
  private _panelLeft({ relatedTarget }: FocusEvent): void {
    if (relatedTarget !== null && relatedTarget !== this._opener) this._panel.hidePopover()
  }

  protected override render(): TemplateResult {
    const { labels, dialog, reading } = this.workspace
    return html`${
        this._isPast
          ? html`<rubric-past-bar .workspace=${this.workspace}></rubric-past-bar>`
          : html`<div role="toolbar" aria-label="Labels" @keydown=${this._key}>
              ${labels.get().map((label, index) => this._renderLabel(label, index))}
            </div>`
      }
      <button
        type="button"
        class="manage"
        aria-label="Labels…"
        aria-haspopup="dialog"
        title="Labels…"
        ?disabled=${whyNot('labels.manage', this.workspace) !== null}
        @click=${() => dialog.set('labels')}
      >
        ${icon(Tags)}
      </button>
      <button
        type="button"
        class="reading"
        popovertarget="reading"
        aria-haspopup="dialog"
        aria-expanded=${dialog.get() === 'reading' ? 'true' : 'false'}
        aria-label="Reading settings"
        title="Reading settings"
      >
        <span aria-hidden="true">Aa</span>
      </button>
      <rubric-reading-panel
        id="reading"
        popover
        role="dialog"
        aria-label="Reading settings"
        .reading=${reading}
        @toggle=${this._panelToggled}
        @focusout=${this._panelLeft}
      ></rubric-reading-panel>`
  }

  private _renderLabel(label: Label, index: number): TemplateResult {
    const { article, activeLabel } = this.workspace
    const session = article.get()
    const marks = session?.spansByLabel.get().get(label.name) ?? 0
    const isCurrent = session?.selectedSpan.get()?.label === label.name
    const isActive = activeLabel.get() === label.name
    return html`<button
      type="button"
      class=${isCurrent ? 'current' : ''}
      tabindex=${index === 0 ? 0 : -1}
      aria-label=${label.name}
      aria-description="${count(marks, 'span')}${isCurrent ? ', label of the selected span' : ''}"
      aria-keyshortcuts=${label.key ?? nothing}
      aria-pressed=${isActive ? 'true' : 'false'}
      title=${label.guideline}
      ?disabled=${!this.workspace.writable.get() || session === null}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${(event: MouseEvent) => this._choose(label, event.altKey)}
    >
      <rubric-label-badge .label=${label}></rubric-label-badge>
      <span>${label.name}</span>
      ${label.key === null ? nothing : html`<kbd aria-hidden="true">${label.key}</kbd>`}
      <span class="count">${marks}</span>
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-label-bar': RubricLabelBar
  }
  interface HTMLElementEventMap {
    'rubric-label': CustomEvent<LabelChoice>
  }
}
