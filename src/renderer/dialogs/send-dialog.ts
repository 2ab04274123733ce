import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import '../elements/dialog.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { count } from '../state/format.ts'
import type { Workspace } from '../state/workspace.ts'
import { dialogStyles } from './dialog-styles.ts'
import { packStyles } from './pack-styles.ts'
import { problemLine } from './problem-line.ts'
import { Submission } from './submission.ts'

/** Which articles go into a pack: all that are marked, those that the list shows, or the open one. */
type Scope = 'all' | 'shown' | 'open'

/** Asks what goes into a review pack, and makes it. */
@customElement('rubric-send-dialog')
export class RubricSendDialog extends SignalWatcher(LitElement) {
  static override styles = [sharedStyles, buttonStyles, fieldStyles, dialogStyles, packStyles]

  @state() private _scope: Scope = 'all'
  @state() private _isMine = false
  @state() private _hasTexts = true
  private readonly _submission = new Submission(this)

  @property({ attribute: false }) workspace!: Workspace

  private get _shown(): readonly string[] {
    return this.workspace.library.visible.get().map(({ id }) => id)
  }

  private get _articles(): readonly string[] | null {
    const open = this.workspace.article.get()?.id
    if (this._scope === 'open' && open !== undefined) return [open]
    return this._scope === 'shown' ? this._shown : null
  }

  private async _send(): Promise<void> {
    await this._submission.run(async () => {
      await this.workspace.flush()
      if (this.workspace.save.get().type !== 'saved') {
        this._submission.problem = 'Some marks are not saved yet, so the pack would lack them.'
        return
      }
      const me = this.workspace.state.get()?.annotator?.id
      const articles = this._articles
      const outcome = await this.workspace.client.call('packs.make', {
        articles: articles && [...articles],
        annotators: this._isMine && me !== undefined ? [me] : null,
        texts: this._hasTexts,
      })
      if (outcome.type === 'cancelled') return
      if (outcome.type === 'download') {
        if (!(await this.workspace.download(outcome.url, outcome.name))) return
      }
      this.workspace.dialog.set(null)
      const name = outcome.type === 'saved' ? outcome.path : outcome.name
      this.workspace.notices.done(`The review pack is in ${name}`)
    })
  }

  private _close(): void {
    if (!this._submission.isBusy) this.workspace.dialog.set(null)
  }

  private _radio(scope: Scope, words: string): TemplateResult {
    return html`<label class="check">
      <input
        type="radio"
        name="articles"
        .checked=${this._scope === scope}
        @change=${() => (this._scope = scope)}
      />
      ${words}
    </label>`
  }

  protected override render(): TemplateResult {
    const { state: told, article, library } = this.workspace
    const isFiltered = library.visible.get().length < library.entries.get().length
    const isNamed = told.get()?.annotator !== null
    return html`<rubric-dialog
      heading="Send for review"
      ?required=${this._submission.isBusy}
      @rubric-dismiss=${this._close}
    >
      <p class="lead">
        A review pack is one file: the sets with their past, verdicts and comments. Whoever gets it
        drops it on their own window.
      </p>
      <form id="send" @submit=${this._submit}>
        <fieldset>
          <legend>Articles</legend>
          ${this._radio('all', 'All that somebody has marked')}
          ${isFiltered ? this._radio('shown', `${count(this._shown.length, 'article')} that the list shows`) : nothing}
          ${article.get() === null ? nothing : this._radio('open', 'The open one')}
        </fieldset>
        <fieldset>
          <legend>Marks, verdicts and comments</legend>
          ${isNamed ? this._who(true, 'Mine') : nothing} ${this._who(false, 'Everybody’s')}
        </fieldset>
        <label class="check">
          <input
            type="checkbox"
            .checked=${this._hasTexts}
            @change=${(event: Event) =>
              (this._hasTexts = (event.currentTarget as HTMLInputElement).checked)}
          />
          With the texts, for those who do not have the articles
        </label>
      </form>
      ${problemLine(this._submission.problem)}
      <div slot="footer" class="actions">
        <button class="quiet" @click=${this._close}>Cancel</button>
        <button class="primary" ?disabled=${this._submission.isBusy} @click=${this._send}>
          Make Pack…
        </button>
      </div>
    </rubric-dialog>`
  }

  private _who(isMine: boolean, words: string): TemplateResult {
    return html`<label class="check">
      <input
        type="radio"
        name="who"
        .checked=${this._isMine === isMine}
        @change=${() => (this._isMine = isMine)}
      />
      ${words}
    </label>`
  }

  private _submit(event: SubmitEvent): void {
    event.preventDefault()
    void this._send()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-send-dialog': RubricSendDialog
  }
}
