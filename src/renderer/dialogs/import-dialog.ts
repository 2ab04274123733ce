import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import '../elements/dialog.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { count } from '../state/format.ts'
import type { ImportSession } from '../state/import-session.ts'
import type { Workspace } from '../state/workspace.ts'
import { dialogStyles } from './dialog-styles.ts'
import { importStyles } from './import-styles.ts'
import { importRow } from './import-row.ts'
import { importSummary } from './import-summary.ts'
import { contents, remarks, totalsOf } from './import-words.ts'
import { problemLine } from './problem-line.ts'
import { progressLine, progressStyles } from './progress.ts'

/** Rows shown at once: each has a field of its own, and thousands would make the dialog slow. */
const PAGE = 200

/** Shows what an import reads, lets encodings be put right, writes it, and says what came of it. */
@customElement('rubric-import-dialog')
export class RubricImportDialog extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
    buttonStyles,
    fieldStyles,
    dialogStyles,
    progressStyles,
    importStyles,
  ]

  @state() private _shown = PAGE
  private _phase = ''

  @property({ attribute: false }) workspace!: Workspace
  @property({ attribute: false }) session!: ImportSession

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const phase = this.session.phase.get()
    if (phase === this._phase) return
    this._phase = phase
    // The button that had the focus is gone with its phase.
    void this._focusFooter()
  }

  private async _focusFooter(): Promise<void> {
    // The dialog about it opens in a microtask of its own.
    await this.updateComplete
    const buttons = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.footer button')]
    const usable = buttons.filter(({ disabled, hidden }) => !disabled && !hidden)
    usable.at(-1)?.focus()
  }

  private _dismiss(): void {
    if (this.session.phase.get() === 'done') void this.session.finish()
    else void this.session.cancel()
  }

  private _reading(): TemplateResult {
    const pending = this.session.pending.get()
    if (pending === null) return progressLine('Looking through folders…', null)
    const read = this.session.items.get().length
    const total = read + pending
    const file = this.workspace.progress.get()
    if (file === null) return progressLine(`Reading ${read} of ${total}…`, { done: read, total })
    const percent = Math.floor((file.done / file.total) * 100)
    const words = `Reading ${read} of ${total}: ${percent}% of a large one…`
    return progressLine(words, { done: read + file.done / file.total, total })
  }

  private _writing(): TemplateResult {
    const written = this.workspace.progress.get()
    if (this.session.phase.get() === 'cancelling') return progressLine('Cancelling…', null)
    if (written === null) return progressLine('Writing to the project…', null)
    return progressLine(`Writing ${written.done} of ${written.total}…`, written)
  }

  private _ready(): TemplateResult {
    const rows = this.session.rows.get()
    const hidden = rows.length - this._shown
    return html`${
        rows.length === 0
          ? html`<p class="lead">There is nothing to import in there: no .txt or .jsonl files.</p>`
          : html`<p class="lead">Nothing is written to the project yet.</p>`
      }
      <ul class="files" aria-label="Files" ?hidden=${rows.length === 0}>
        ${repeat(
          rows.slice(0, this._shown),
          ({ index }) => index,
          ({ index, item }) =>
            importRow(item, (encoding) => void this.session.decode(index, encoding)),
        )}
      </ul>
      ${
        hidden > 0
          ? html`<button class="more" @click=${() => (this._shown += PAGE)}>
              Show ${Math.min(PAGE, hidden)} more of ${count(hidden, 'file')}
            </button>`
          : nothing
      }
      ${this._skipped()}`
  }

  private _skipped(): TemplateResult | typeof nothing {
    const skipped = this.session.skipped.get()
    if (skipped === 0) return nothing
    return html`<p class="hint">
      ${count(skipped, 'file')} left out: only .txt and .jsonl files of a folder are imported.
    </p>`
  }

  private _content(): TemplateResult {
    const summary = this.session.summary.get()
    switch (this.session.phase.get()) {
      case 'reading':
        return this._reading()
      case 'committing':
      case 'cancelling':
        return this._writing()
      case 'done':
        return summary === null ? html`` : importSummary(summary)
      default:
        return this._ready()
    }
  }

  private _footer(): TemplateResult {
    const { session } = this
    const phase = session.phase.get()
    if (phase === 'done') {
      return html`<span></span>
        <button class="primary" @click=${() => session.finish()}>Done</button>`
    }
    const totals = totalsOf(session.items.get().map(({ item }) => item))
    const words = contents(totals.articles, totals.sets)
    return html`<span class="counts">${phase === 'ready' ? remarks(totals) : nothing}</span>
      <button class="quiet" ?disabled=${phase === 'cancelling'} @click=${this._dismiss}>
        Cancel
      </button>
      <button
        class="primary"
        ?hidden=${phase === 'reading'}
        ?disabled=${phase !== 'ready' || words === null}
        @click=${() => session.commit()}
      >
        ${words === null ? 'Import' : `Import ${words}`}
      </button>`
  }

  protected override render(): TemplateResult {
    return html`<rubric-dialog
      heading="Import"
      ?required=${['committing', 'cancelling'].includes(this.session.phase.get())}
      @rubric-dismiss=${this._dismiss}
    >
      ${this._content()} ${problemLine(this.session.problem.get())}
      <div slot="footer" class="footer">${this._footer()}</div>
    </rubric-dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-import-dialog': RubricImportDialog
  }
}
