import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CallReply } from '../../contract/calls.ts'
import '../elements/dialog.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { makeBackup } from '../state/backups.ts'
import { describeMoment } from '../state/moments.ts'
import type { Workspace } from '../state/workspace.ts'
import { backupsStyles } from './backups-styles.ts'
import { describeChanges, describeOutcome, foretell } from './backup-words.ts'
import { dialogStyles } from './dialog-styles.ts'
import { problemLine } from './problem-line.ts'
import { Submission } from './submission.ts'

type Entry = CallReply<'backups.list'>[number]

/** Lists the project's backups, says what restoring one would do, and restores it when confirmed. */
@customElement('rubric-backups-dialog')
export class RubricBackupsDialog extends SignalWatcher(LitElement) {
  static override styles = [sharedStyles, buttonStyles, fieldStyles, dialogStyles, backupsStyles]

  @state() private _entries: readonly Entry[] | null = null
  @state() private _chosen: string | null = null
  /** Whether only this annotator's marks are restored. */
  @state() private _isMine = false
  @state() private _isConfirming = false
  @state() private _told: string | null = null
  @state() private _outcome: CallReply<'backups.restore'> | null = null
  private readonly _submission = new Submission(this)
  private _focused = 'loading'

  @property({ attribute: false }) workspace!: Workspace

  protected override firstUpdated(): void {
    // Where there are others, their marks are theirs to restore.
    this._isMine = this._others > 0
    void this._list()
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const phase = this._phase
    if (phase === this._focused || this._submission.isBusy) return
    this._focused = phase
    // What had the focus is gone with its phase.
    const buttons = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.actions button')]
    const chosen = this.renderRoot.querySelector<HTMLElement>('ul input:checked')
    const target = chosen ?? buttons.findLast(({ disabled }) => !disabled)
    target?.focus()
  }

  private get _phase(): 'loading' | 'choosing' | 'confirming' | 'done' {
    if (this._outcome !== null) return 'done'
    if (this._entries === null) return 'loading'
    return this._isConfirming && this._entry !== undefined ? 'confirming' : 'choosing'
  }

  private get _others(): number {
    const { project, annotator } = this.workspace.state.get() ?? {}
    return project?.annotators.filter(({ id }) => id !== annotator?.id).length ?? 0
  }

  private get _annotator(): string | null {
    return this._isMine ? (this.workspace.state.get()?.annotator?.id ?? null) : null
  }

  private get _entry(): Entry | undefined {
    return this._entries?.find(({ name }) => name === this._chosen)
  }

  private async _list(): Promise<void> {
    await this._submission.run(async () => {
      await this.workspace.flush()
      const { client } = this.workspace
      const entries = await client.call('backups.list', { annotator: this._annotator })
      this._entries = entries
      if (this._entry === undefined) this._chosen = entries[0]?.name ?? null
    })
  }

  private async _make(): Promise<void> {
    await this._tellHere(async () => {
      this._told = (await makeBackup(this.workspace)) ?? null
    })
    await this._list()
  }

  private async _restore(): Promise<void> {
    const backup = this._chosen
    if (backup === null) return
    await this._tellHere(async () => {
      const annotator = this._annotator
      this._outcome = (await this.workspace.changes.restore({ backup, annotator })) ?? null
    })
    this._isConfirming = false
    if (this._outcome === null) this._entries = await this._again()
  }

  /** What a failed restoring has left. */
  private async _again(): Promise<readonly Entry[] | null> {
    const { client } = this.workspace
    return client.call('backups.list', { annotator: this._annotator }).catch(() => this._entries)
  }

  /** A notice would stand behind the dialog: what it says stands in the dialog. */
  private async _tellHere(action: () => Promise<void>): Promise<void> {
    const { notices } = this.workspace
    await this._submission.run(async () => {
      this._told = null
      notices.close()
      await action()
      const notice = notices.current.get()
      if (notice?.kind === 'problem') this._submission.problem = notice.text
      notices.close()
    })
  }

  private _setScope(isMine: boolean): void {
    this._isMine = isMine
    void this._list()
  }

  private _close(): void {
    if (!this._submission.isBusy) this.workspace.dialog.set(null)
  }

  private _row(entry: Entry): TemplateResult {
    return html`<li>
      <label>
        <input
          type="radio"
          name="backup"
          .value=${entry.name}
          .checked=${entry.name === this._chosen}
          @change=${() => (this._chosen = entry.name)}
        />
        <span class="moment">${describeMoment(entry.made, new Date())}</span>
        <span class="changes">${describeChanges(entry)}</span>
      </label>
    </li>`
  }

  private _scope(): TemplateResult | typeof nothing {
    if (this._others === 0) return nothing
    return html`<fieldset>
      <legend>Restore</legend>
      <label>
        <input
          type="radio"
          name="scope"
          .checked=${this._isMine}
          @change=${() => this._setScope(true)}
        />
        my marks
      </label>
      <label>
        <input
          type="radio"
          name="scope"
          .checked=${!this._isMine}
          @change=${() => this._setScope(false)}
        />
        everybody’s marks and the project’s labels
      </label>
    </fieldset>`
  }

  private _choosing(): TemplateResult {
    const entries = this._entries
    if (entries === null) return html`<p class="lead" role="status">Looking at the backups…</p>`
    if (entries.length === 0) {
      return html`<p class="lead">
        There is no backup yet. One is made each day that the project is open, and whenever you
        want.
      </p>`
    }
    return html`<p class="lead">A backup holds all marks and the labels. Nothing happens yet.</p>
      ${this._scope()}
      <ul aria-label="Backups">
        ${entries.map((entry) => this._row(entry))}
      </ul>`
  }

  private _confirming(entry: Entry): TemplateResult {
    return html`<p class="lead">
        As it was: <strong>${describeMoment(entry.made, new Date())}</strong>
      </p>
      <ul class="foretold" aria-label="What will happen">
        ${foretell(entry).map((line) => html`<li>${line}</li>`)}
      </ul>`
  }

  private _content(): TemplateResult {
    if (this._outcome !== null) {
      return html`<p class="lead" role="status">${describeOutcome(this._outcome)}</p>`
    }
    const entry = this._entry
    return this._isConfirming && entry !== undefined ? this._confirming(entry) : this._choosing()
  }

  private _footer(): TemplateResult {
    if (this._outcome !== null) {
      return html`<button class="primary" @click=${this._close}>Done</button>`
    }
    const isBusy = this._submission.isBusy || this._entries === null
    if (this._isConfirming) {
      return html`<button class="quiet" @click=${() => (this._isConfirming = false)}>Back</button>
        <button class="primary" ?disabled=${isBusy} @click=${this._restore}>
          ${isBusy ? 'Restoring…' : 'Restore'}
        </button>`
    }
    const entry = this._entry
    const isAsBefore = entry === undefined || entry.changed + entry.gone === 0
    return html`<span class="make">
        <button class="quiet" ?disabled=${isBusy} @click=${this._make}>Back Up Now</button>
      </span>
      <button class="quiet" @click=${this._close}>Cancel</button>
      <button
        class="primary"
        ?disabled=${isBusy || isAsBefore}
        @click=${() => (this._isConfirming = true)}
      >
        Restore…
      </button>`
  }

  protected override render(): TemplateResult {
    return html`<rubric-dialog
      heading="Restore from a backup"
      ?required=${this._submission.isBusy}
      @rubric-dismiss=${this._close}
    >
      ${this._content()}
      <p role="status" class="told">${this._told}</p>
      ${problemLine(this._submission.problem)}
      <div slot="footer" class="actions">${this._footer()}</div>
    </rubric-dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-backups-dialog': RubricBackupsDialog
  }
}
