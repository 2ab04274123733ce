import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { CallReply } from '../../contract/calls.ts'
import type { LabelChoice } from '../../contract/pack-models.ts'
import '../elements/dialog.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { count } from '../state/format.ts'
import { describeMoment } from '../state/moments.ts'
import { countRows, describeChange, describeTaken, isNothing } from '../state/pack-words.ts'
import type { Workspace } from '../state/workspace.ts'
import { dialogStyles } from './dialog-styles.ts'
import { conflictItem } from './pack-conflict.ts'
import { packStyles } from './pack-styles.ts'
import { problemLine } from './problem-line.ts'
import { progressLine, progressStyles } from './progress.ts'

type Preview = CallReply<'packs.preview'>

/** Rows of a list shown at once. */
const SHOWN = 100

/** Shows what a review pack brings, asks what cannot be known, takes it in, and says what came of it. */
@customElement('rubric-pack-dialog')
export class RubricPackDialog extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
    buttonStyles,
    fieldStyles,
    dialogStyles,
    progressStyles,
    packStyles,
  ]

  private _focused = ''

  @property({ attribute: false }) workspace!: Workspace

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const phase = this._packs.phase.get()
    // A choice is looked at again at once, and keeps the focus on what was chosen with.
    const isAgain = phase === 'looking' || (phase === 'ready' && this._focused === 'ready')
    if (phase === this._focused || (isAgain && this._focused !== '')) return
    this._focused = phase
    void this._focusFooter()
  }

  /** What had the focus is gone with its phase. */
  private async _focusFooter(): Promise<void> {
    // The dialog about it opens in a microtask of its own.
    await this.updateComplete
    const buttons = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.actions button')]
    buttons.findLast(({ disabled }) => !disabled)?.focus()
  }

  private get _packs(): Workspace['packWork'] {
    return this.workspace.packWork
  }

  private _dismiss(): void {
    if (!this._packs.isRunning) this._packs.close()
  }

  protected override render(): TemplateResult {
    const { problem } = this._packs
    return html`<rubric-dialog
      heading="Review pack"
      ?required=${this._packs.isRunning}
      @rubric-dismiss=${this._dismiss}
    >
      ${this._content()} ${problemLine(problem.get())}
      <div slot="footer" class="actions">${this._footer()}</div>
    </rubric-dialog>`
  }

  private _content(): TemplateResult | typeof nothing {
    const { phase, preview, summary } = this._packs
    const told = summary.get()
    const found = preview.get()
    switch (phase.get()) {
      case 'taking':
        return this._progress('Taking the pack in…')
      case 'undoing':
        return this._progress('Undoing…')
      case 'done':
        return told === null ? nothing : this._done(told)
      default:
        if (found !== null) return this._ready(found)
        return phase.get() === 'looking' ? this._progress('Looking at the pack…') : nothing
    }
  }

  private _progress(words: string): TemplateResult {
    return progressLine(words, this.workspace.progress.get())
  }

  private _ready(preview: Preview): TemplateResult {
    const { project, by, made, sets, conflicts, records, spansLeftOut, problems } = preview
    const who = by === null ? nothing : html`, made by <bdi>${by.name}</bdi>`
    return html`<p class="lead">
        From “<bdi>${project}</bdi>”${who}, ${describeMoment(made, new Date())}. Nothing has
        happened yet.
      </p>
      <table class="counts" aria-label="What the pack brings">
        <tbody>
          ${countRows(sets).map(({ number, what }) => row(number, what))}
          ${records > 0 ? row(records, records === 1 ? 'new verdict or comment' : 'new verdicts and comments') : nothing}
          ${spansLeftOut > 0 ? row(spansLeftOut, spansLeftOut === 1 ? 'span is left out with its label' : 'spans are left out with their labels') : nothing}
        </tbody>
      </table>
      ${list(
        'In the way',
        problems.length,
        problems.map((problem) => html`${problem}`),
      )}
      ${this._labels(preview)} ${this._articles(preview)}
      ${list('Changed here and in the pack', conflicts.count, conflicts.first.map(conflictItem))}
      ${this._changes(preview)}`
  }

  private _labels({ labels }: Preview): TemplateResult | typeof nothing {
    if (labels.length === 0) return nothing
    return html`<section>
      <h3>Labels that are not here</h3>
      <ul aria-label="Labels that are not here">
        ${labels.map(
          ({ name, spans, sets }) =>
            html`<li class="choice">
              <span>
                <bdi class="name">${name}</bdi>
                <span class="soft">${count(spans, 'span')} in ${count(sets, 'set')}</span>
              </span>
              ${this._labelField(name)}
            </li>`,
        )}
      </ul>
    </section>`
  }

  private _labelField(name: string): TemplateResult {
    const chosen = this._packs.labels.get().find(({ label }) => label === name)
    const value = chosen === undefined ? 'create' : valueOf(chosen)
    const change = (event: Event): void => {
      const { value: picked } = event.currentTarget as HTMLSelectElement
      void this._packs.choose({ label: name, as: choiceOf(picked) })
    }
    return html`<select
      aria-label="What becomes of ${name}"
      .value=${live(value)}
      @change=${change}
    >
      <option value="create" ?selected=${value === 'create'}>Add the label</option>
      <option value="skip" ?selected=${value === 'skip'}>Leave its spans out</option>
      ${this.workspace.labels
        .get()
        .map(
          ({ name: label }) =>
            html`<option value=${`map ${label}`} ?selected=${value === `map ${label}`}>
              Make it ${label}
            </option>`,
        )}
    </select>`
  }

  private _articles({ articles }: Preview): TemplateResult | typeof nothing {
    const { addable, unknown } = articles
    return html`${
      addable === 0
        ? nothing
        : html`<label class="check">
            <input
              type="checkbox"
              .checked=${live(this._packs.addArticles.get())}
              @change=${(event: Event) =>
                this._packs.chooseArticles((event.currentTarget as HTMLInputElement).checked)}
            />
            Add ${count(addable, 'article')} that ${addable === 1 ? 'is' : 'are'} not here
          </label>`
    }
    ${list(
      'Articles that are not here, nor in the pack',
      unknown.count,
      unknown.first.map((title) => html`<bdi class="quoted">${title}</bdi>`),
    )}`
  }

  private _changes({ changes, sets }: Preview): TemplateResult | typeof nothing {
    const rows = changes.map(
      (change) =>
        html`<bdi class="quoted">${change.article}</bdi>
          <span class="soft"
            ><bdi>${change.annotator}</bdi> ·
            ${change.type === 'new' ? 'new, ' : ''}${describeChange(change)}</span
          >`,
    )
    return list('Sets', sets.new + sets.updated, rows)
  }

  private _done(summary: CallReply<'packs.take'>): TemplateResult {
    const { conflicts, labels, spansLeftOut, problems, sets } = summary
    const lines = [
      ...(conflicts > 0 ? [`${count(conflicts, 'conflict')}: the later change counted.`] : []),
      ...labels.map((label) => `The label “${label}” was added.`),
      ...(spansLeftOut > 0 ? [`${count(spansLeftOut, 'span')} left out with their labels.`] : []),
      ...(sets.leftOut > 0 ? [`${count(sets.leftOut, 'set')} left out.`] : []),
    ]
    return html`<p class="outcome" role="status">${describeTaken(summary)}</p>
      ${
        lines.length === 0
          ? nothing
          : html`<ul class="told">
              ${lines.map((line) => html`<li>${line}</li>`)}
            </ul>`
      }
      ${list(
        'Not taken in',
        problems.length,
        problems.map((problem) => html`${problem}`),
      )}`
  }

  private _footer(): TemplateResult {
    const { phase, preview, summary, addArticles } = this._packs
    const found = preview.get()
    const pack = summary.get()?.pack ?? null
    switch (phase.get()) {
      case 'taking':
      case 'undoing':
        return html`<button class="quiet" @click=${() => this._packs.cancel()}>Cancel</button>`
      case 'done':
        return html`${
            pack === null
              ? nothing
              : html`<button class="quiet" @click=${() => this._packs.undo(pack)}>Undo</button>`
          } <button class="primary" @click=${this._dismiss}>Done</button>`
      default: {
        const isLooking = phase.get() === 'looking'
        const isIdle = found === null || isNothing(found, addArticles.get())
        return html`<button class="quiet" @click=${this._dismiss}>Cancel</button>
          <button
            class="primary"
            ?disabled=${isLooking || isIdle}
            @click=${() => this._packs.take()}
          >
            Take In
          </button>`
      }
    }
  }
}

function row(number: number, what: string): TemplateResult {
  return html`<tr>
    <td class="number">${number.toLocaleString('en')}</td>
    <th scope="row">${what}</th>
  </tr>`
}

function list(
  heading: string,
  total: number,
  lines: readonly TemplateResult[],
): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing
  const hidden = total - Math.min(SHOWN, lines.length)
  return html`<section>
    <h3>${heading} <span class="count">${total.toLocaleString('en')}</span></h3>
    <ul aria-label=${heading}>
      ${lines.slice(0, SHOWN).map((line) => html`<li>${line}</li>`)}
    </ul>
    ${hidden > 0 ? html`<p class="soft">and ${hidden.toLocaleString('en')} more</p>` : nothing}
  </section>`
}

function valueOf({ as }: LabelChoice): string {
  return as.type === 'map' ? `map ${as.to}` : as.type
}

function choiceOf(value: string): LabelChoice['as'] {
  if (value === 'create' || value === 'skip') return { type: value }
  return { type: 'map', to: value.slice('map '.length) }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-pack-dialog': RubricPackDialog
  }
}
