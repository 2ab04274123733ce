import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { ChevronDown } from 'lucide'
import type { CallReply } from '../../contract/calls.ts'
import type { LabelChange } from '../../core/annotation/label-change.ts'
import { labelForName, type Label, type LabelSet } from '../../core/annotation/label-set.ts'
import '../elements/dialog.ts'
import { icon } from '../elements/icon.ts'
import '../elements/label-badge.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { leaveField } from '../state/active-field.ts'
import { describeMoment } from '../state/moments.ts'
import { count } from '../state/format.ts'
import { foretellLabelChange, nameLabelChange, proposeLabelChange } from '../state/label-words.ts'
import type { Workspace } from '../state/workspace.ts'
import { dialogStyles } from './dialog-styles.ts'
import type { LabelEdit, LabelWish } from './label-editor.ts'
import './label-editor.ts'
import { labelsStyles } from './labels-styles.ts'
import { problemLine } from './problem-line.ts'
import { progressLine, progressStyles } from './progress.ts'
import { Submission } from './submission.ts'

const VERBS = { rename: 'Rename', merge: 'Merge', remove: 'Delete' } as const

/** A change that waits for the person's word. */
interface Proposal {
  readonly change: LabelChange
  readonly preview: CallReply<'labels.preview'>
}

/** The project's labels: their properties, and what changes all marks, after it was said what it does. */
@customElement('rubric-labels-dialog')
export class RubricLabelsDialog extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
    buttonStyles,
    fieldStyles,
    dialogStyles,
    progressStyles,
    labelsStyles,
  ]

  @query('#new-name') private readonly _newName!: HTMLInputElement | null

  @state() private _overview: CallReply<'labels.list'> | null = null
  @state() private _open: string | null = null
  @state() private _proposal: Proposal | null = null
  @state() private _problem: string | null = null
  private readonly _submission = new Submission(this)
  private _phase = 'choosing'

  @property({ attribute: false }) workspace!: Workspace

  protected override firstUpdated(): void {
    this.workspace.labelWork.problem.set(null)
    void this._list()
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const phase = this._isRunning
      ? 'running'
      : this._proposal === null
        ? 'choosing'
        : `confirming ${this._proposal.change.type}`
    if (phase === this._phase) return
    const wasRunning = this._phase === 'running'
    this._phase = phase
    // What was changed by somebody else, or not changed in the end, is to be seen.
    if (wasRunning && phase === 'choosing') void this._list()
    void this._focusFor(phase)
  }

  /** What had the focus is gone with its phase. */
  private async _focusFor(phase: string): Promise<void> {
    await this.updateComplete
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.row')]
    const row = rows.find(({ ariaExpanded }) => ariaExpanded === 'true') ?? rows[0]
    const buttons = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.actions button')]
    const target = phase === 'choosing' ? row : buttons.findLast(({ disabled }) => !disabled)
    target?.focus()
  }

  private get _isRunning(): boolean {
    return this.workspace.labelWork.isRunning.get()
  }

  private get _isDisabled(): boolean {
    return !this.workspace.inCharge.get() || this.workspace.onlyLooks.get() !== null
  }

  private async _list(): Promise<void> {
    await this._submission.run(async () => {
      this._overview = await this.workspace.client.call('labels.list', {})
    })
  }

  private async _propose(change: LabelChange): Promise<void> {
    await this._submission.run(async () => {
      // What is not saved yet would not be counted.
      await this.workspace.flush()
      const preview = await this.workspace.client.call('labels.preview', { change })
      this._proposal = { change, preview }
    })
  }

  private async _confirm(): Promise<void> {
    const change = this._proposal?.change
    if (change === undefined) return
    const isDone = await this.workspace.labelWork.change(change)
    this._proposal = null
    if (!isDone) await this._list()
  }

  private _wish(label: Label, wish: LabelWish): void {
    const { name } = label
    if (wish.type === 'move') void this._move(name, wish.by)
    else if (wish.type === 'rename') {
      void this._propose({ type: 'rename', label: name, to: wish.to })
    } else if (wish.type === 'merge') {
      void this._propose({ type: 'merge', label: name, into: wish.into })
    } else void this._propose({ type: 'remove', label: name })
  }

  private async _edit(name: string, edit: LabelEdit): Promise<void> {
    await this.workspace.labelWork.edit((labels) =>
      labels.map((label) => (label.name === name ? edit(label) : label)),
    )
  }

  private async _move(name: string, by: 1 | -1): Promise<void> {
    const { labels, labelWork, notices } = this.workspace
    const isDone = await labelWork.edit((all) => {
      const index = all.findIndex((label) => label.name === name)
      return all.toSpliced(index, 1).toSpliced(index + by, 0, ...all.slice(index, index + 1))
    })
    if (!isDone) return
    const place = labels.get().findIndex((label) => label.name === name) + 1
    notices.announce(`${name} is ${place} of ${labels.get().length}`)
  }

  private async _add(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const name = this._newName?.value.trim() ?? ''
    const labels = this.workspace.labels.get()
    this._problem = null
    if (name === '') return
    if (labels.some((label) => label.name === name)) {
      this._problem = `There is a label “${name}” already.`
      return
    }
    const add = (all: LabelSet): LabelSet => [...all, labelForName(name, all)]
    if (!(await this.workspace.labelWork.edit(add))) return
    if (this._newName !== null) this._newName.value = ''
    this._open = name
    this.workspace.notices.announce(`${name} added`)
  }

  private _close(): void {
    if (this._isRunning) return
    // What was typed counts, also where the dialog is left by a key.
    leaveField()
    if (this._proposal === null) this.workspace.dialog.set(null)
    else this._proposal = null
  }

  protected override render(): TemplateResult {
    const { labelWork, onlyLooks } = this.workspace
    const problem = this._submission.problem ?? labelWork.problem.get()
    return html`<rubric-dialog
      heading=${this._heading()}
      ?required=${this._isRunning}
      @rubric-dismiss=${this._close}
    >
      ${problemLine(problem ?? (this._isDisabled ? onlyLooks.get() : null))} ${this._content()}
      <div slot="footer" class="actions">${this._footer()}</div>
    </rubric-dialog>`
  }

  private _heading(): string {
    const change = this._proposal?.change
    return change === undefined ? 'Labels' : proposeLabelChange(change)
  }

  private _content(): TemplateResult {
    if (this._isRunning) return this._running()
    return this._proposal === null ? this._choosing() : this._confirming(this._proposal)
  }

  private _choosing(): TemplateResult {
    const labels = this.workspace.labels.get()
    return html`<p class="lead">
        What you change is saved as you leave its field. A name, which all marks bear, changes once
        you have confirmed it.
      </p>
      <ul class="labels" aria-label="Labels">
        ${repeat(
          labels,
          ({ name }) => name,
          (label) => this._row(label),
        )}
      </ul>
      ${this._latest()}`
  }

  private _row(label: Label): TemplateResult {
    const isOpen = this._open === label.name
    const known = this._overview?.labels.find(({ name }) => name === label.name)
    // A label that was just added has none.
    const spans = this._overview && count(known?.spans ?? 0, 'span')
    return html`<li>
      <button
        type="button"
        class="row"
        aria-expanded=${isOpen ? 'true' : 'false'}
        @click=${() => (this._open = isOpen ? null : label.name)}
      >
        <rubric-label-badge .label=${label}></rubric-label-badge>
        <bdi class="name">${label.name}</bdi>
        <span class="spans">${spans}</span>
        ${label.key === null ? html`<span></span>` : html`<kbd>${label.key}</kbd>`}
        ${icon(ChevronDown)}
      </button>
      ${
        isOpen
          ? html`<rubric-label-editor
              .label=${label}
              .labels=${this.workspace.labels.get()}
              ?disabled=${this._isDisabled}
              @rubric-label-edited=${({ detail }: CustomEvent<LabelEdit>) =>
                this._edit(label.name, detail)}
              @rubric-label-wish=${({ detail }: CustomEvent<LabelWish>) =>
                this._wish(label, detail)}
            ></rubric-label-editor>`
          : nothing
      }
    </li>`
  }

  private _latest(): TemplateResult | typeof nothing {
    const latest = this._overview?.latest ?? null
    if (latest === null) return nothing
    const { id, at, change } = latest
    return html`<div class="latest">
      <span>${nameLabelChange(change)} · ${describeMoment(at, new Date())}</span>
      <button
        class="quiet"
        ?disabled=${this._isDisabled}
        @click=${() => this.workspace.labelWork.undo(id, change)}
      >
        Undo
      </button>
    </div>`
  }

  private _confirming({ change, preview }: Proposal): TemplateResult {
    const { inTheWay } = preview
    if (inTheWay.length > 0) {
      return html`<p class="lead" role="status">This cannot be done as things are:</p>
        <ul class="in-the-way" aria-label="In the way">
          ${inTheWay.map((line) => html`<li>${line}</li>`)}
        </ul>`
    }
    return html`<p class="foretold" role="status">${foretellLabelChange(change, preview)}</p>
      <p class="lead">It can be undone as a whole, also later.</p>`
  }

  private _running(): TemplateResult {
    return progressLine('Changing marks…', this.workspace.progress.get())
  }

  private _footer(): TemplateResult {
    if (this._isRunning) {
      return html`<button class="quiet" @click=${() => this.workspace.labelWork.cancel()}>
        Cancel
      </button>`
    }
    if (this._proposal !== null) {
      const { change, preview } = this._proposal
      return html`<button class="quiet" @click=${this._close}>Back</button>
        <button class="primary" ?disabled=${preview.inTheWay.length > 0} @click=${this._confirm}>
          ${VERBS[change.type]}
        </button>`
    }
    return html`<form class="new" @submit=${this._add}>
        <input
          id="new-name"
          aria-label="Name of a new label"
          placeholder="New label"
          maxlength="60"
          autocomplete="off"
          spellcheck="false"
          dir="auto"
          ?disabled=${this._isDisabled}
        />
        <button type="submit" ?disabled=${this._isDisabled}>Add</button>
        ${problemLine(this._problem)}
      </form>
      <button class="primary" @click=${this._close}>Done</button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-labels-dialog': RubricLabelsDialog
  }
}
