import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { Plus, RotateCcw, TriangleAlert } from 'lucide'
import { commandOf, type CommandId } from '../../contract/commands.ts'
import { keptFor } from '../../contract/kept-chords.ts'
import { KEYS_PER_COMMAND } from '../../contract/key-map.ts'
import { icon } from '../elements/icon.ts'
import { keyCaps } from '../elements/key-cap.ts'
import { chordsOf } from '../elements/key-press.ts'
import { sharedStyles } from '../elements/shared-styles.ts'
import type { Workspace } from '../state/workspace.ts'
import { describeConflict } from './conflict-words.ts'
import { keyEditorStyles } from './key-editor-styles.ts'

/** Keys that only change what another key means. */
const MODIFIERS: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
  'Fn',
  'Dead',
  'Process',
])

/**
 * One command with its keys, each of which can be changed: it is chosen, and the next keys that are
 * pressed take its place. Escape leaves it as it was, Backspace takes it away.
 * @fires rubric-told - Something to be said to the person; the detail is a sentence, or empty when it
 * no longer holds.
 */
@customElement('rubric-key-editor')
export class RubricKeyEditor extends SignalWatcher(LitElement) {
  static override styles = [sharedStyles, keyEditorStyles]

  /** Which of the keys is being recorded; their number stands for a new one. */
  @state() private _recording: number | null = null
  /** Why what was pressed last cannot be used. */
  @state() private _refusal = ''

  @property({ attribute: false }) workspace!: Workspace
  @property({ attribute: false }) command!: CommandId

  private _record(index: number): void {
    this._refusal = ''
    this._recording = index
    this._tell('Press the new keys. Escape leaves it as it was, Backspace takes it away.')
  }

  private _stop(): void {
    if (this._recording !== null) this._tell('')
    this._recording = null
    this._refusal = ''
  }

  private _key(event: KeyboardEvent, index: number): void {
    if (this._recording !== index) return
    // Also Tab, Enter and what closes the dialog: all of them may be meant.
    event.preventDefault()
    event.stopPropagation()
    if (event.repeat || event.isComposing || MODIFIERS.has(event.key)) return
    const [chord] = chordsOf(event, this._isMac)
    if (chord === 'Escape') this._stop()
    else if (chord === 'Backspace') this._put(index, [])
    else this._take(index, chord)
  }

  private _take(index: number, chord: string | undefined): void {
    if (chord === undefined) {
      this._refuse('This key cannot be used.')
      return
    }
    const does = keptFor(chord)
    if (does === undefined) this._put(index, [chord])
    else this._refuse(`${this._caps(chord)} cannot be used: it ${does}.`)
  }

  private _put(index: number, chords: readonly string[]): void {
    this._stop()
    const { keys } = this.workspace
    keys.give(this.command, keys.of(this.command).toSpliced(index, 1, ...chords))
    const shown = keys.of(this.command).map((chord) => this._caps(chord))
    this._tell(`${this._title}: ${shown.length === 0 ? 'no keys' : shown.join(' or ')}.`)
    // What had the focus may be gone, or be another key now.
    void this.updateComplete.then(() => this._button(Math.min(index, shown.length))?.focus())
  }

  private _refuse(reason: string): void {
    this._refusal = reason
    this._tell(reason)
  }

  private _reset(): void {
    this.workspace.keys.reset(this.command)
    this._tell(`${this._title} has its own keys again.`)
    void this.updateComplete.then(() => this._button(0)?.focus())
  }

  private _tell(detail: string): void {
    this.dispatchEvent(new CustomEvent('rubric-told', { detail, bubbles: true, composed: true }))
  }

  private _button(index: number): HTMLElement | undefined {
    return this.renderRoot.querySelectorAll<HTMLElement>('.keys button')[index]
  }

  private get _title(): string {
    return commandOf(this.command).title
  }

  private get _isMac(): boolean {
    return this.workspace.state.get()?.host.platform === 'darwin'
  }

  private _caps(chord: string): string {
    return keyCaps(chord, this._isMac).join(this._isMac ? '' : '+')
  }

  protected override render(): TemplateResult {
    const { keys, inCharge } = this.workspace
    const chords = keys.of(this.command)
    const canEdit = inCharge.get()
    return html`
      <span class="title">${this._title}</span>
      <span class="keys">
        ${chords.map((chord, index) => [
          index > 0 ? html`<span class="or">or</span>` : nothing,
          canEdit ? this._renderKey(chord, index) : this._renderCaps(chord),
        ])}
        ${canEdit ? this._renderMore(chords.length) : nothing}
      </span>
      ${this._renderTroubles()}
    `
  }

  private _renderKey(chord: string, index: number): TemplateResult {
    const isRecording = this._recording === index
    return html`<button
      type="button"
      class="chord ${isRecording ? 'recording' : ''}"
      aria-label=${isRecording ? 'Press the new keys' : `${this._title}: ${this._caps(chord)}`}
      title=${isRecording ? nothing : 'Change this key'}
      @click=${() => this._record(index)}
      @keydown=${(event: KeyboardEvent) => this._key(event, index)}
      @blur=${this._stop}
    >
      ${isRecording ? 'Press keys' : this._renderCaps(chord)}
    </button>`
  }

  private _renderCaps(chord: string): TemplateResult {
    return html`<span class="caps"
      >${keyCaps(chord, this._isMac).map((cap) => html`<kbd>${cap}</kbd>`)}</span
    >`
  }

  private _renderMore(index: number): TemplateResult {
    const isRecording = this._recording === index
    const isFull = index === KEYS_PER_COMMAND
    return html`
      ${
        this.workspace.keys.isRemapped(this.command)
          ? html`<button
              type="button"
              class="small changed"
              aria-label="Reset the keys of ${this._title}"
              title="Give it its own keys again"
              @click=${this._reset}
            >
              ${icon(RotateCcw, 13)}
            </button>`
          : nothing
      }
      <button
        type="button"
        class=${isRecording ? 'chord recording' : index === 0 ? 'small none' : 'small'}
        aria-label=${isRecording ? 'Press the new keys' : `Add a key to ${this._title}`}
        title=${isRecording ? nothing : 'Add a key'}
        ?disabled=${isFull}
        @click=${() => this._record(index)}
        @keydown=${(event: KeyboardEvent) => this._key(event, index)}
        @blur=${this._stop}
      >
        ${isRecording ? 'Press keys' : icon(Plus, 13)}
      </button>
    `
  }

  private _renderTroubles(): TemplateResult | typeof nothing {
    const conflicts = this.workspace.keys.conflicts
      .get()
      .filter(({ command }) => command === this.command)
      .map((conflict) => describeConflict(conflict, this._caps(conflict.chord)))
    const lines = this._refusal === '' ? conflicts : [this._refusal, ...conflicts]
    if (lines.length === 0) return nothing
    return html`<ul>
      ${lines.map((line) => html`<li>${icon(TriangleAlert, 13)} ${line}</li>`)}
    </ul>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-key-editor': RubricKeyEditor
  }
  interface HTMLElementEventMap {
    'rubric-told': CustomEvent<string>
  }
}
