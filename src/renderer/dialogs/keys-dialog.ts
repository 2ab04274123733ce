import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { COMMANDS, type Command } from '../../contract/commands.ts'
import type { Label } from '../../core/annotation/label-set.ts'
import '../elements/dialog.ts'
import { keyCaps } from '../elements/key-cap.ts'
import '../elements/label-badge.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import type { Workspace } from '../state/workspace.ts'
import { dialogStyles } from './dialog-styles.ts'
import { keysStyles } from './keys-styles.ts'

/** Every key, by what it is for. */
@customElement('rubric-keys-dialog')
export class RubricKeysDialog extends SignalWatcher(LitElement) {
  static override styles = [sharedStyles, buttonStyles, dialogStyles, keysStyles]

  @property({ attribute: false }) workspace!: Workspace

  private _close(): void {
    this.workspace.dialog.set(null)
  }

  private _chord(keys: string): TemplateResult {
    const isMac = this.workspace.state.get()?.host.platform === 'darwin'
    return html`<span class="chord">
      ${keyCaps(keys, isMac).map((cap) => html`<kbd>${cap}</kbd>`)}
    </span>`
  }

  private _row(
    title: string,
    keys: readonly string[],
    badge: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    return html`<div class="row">
      <dt>${badge}${title}</dt>
      <dd>
        ${keys.map((chord, index) => [
          index > 0 ? html`<span class="or">or</span>` : nothing,
          this._chord(chord),
        ])}
      </dd>
    </div>`
  }

  private _group(name: Command['group'], more: readonly TemplateResult[] = []): TemplateResult {
    const commands = COMMANDS.filter(({ group, keys }) => group === name && keys.length > 0)
    return section(name, [...commands.map(({ title, keys }) => this._row(title, keys)), ...more])
  }

  private _labels(): TemplateResult {
    const row = (label: Label): TemplateResult | typeof nothing =>
      label.key === null
        ? nothing
        : this._row(
            `Mark as ${label.name}`,
            [label.key],
            html`<rubric-label-badge .label=${label}></rubric-label-badge>`,
          )
    return section('Labels', [
      ...this.workspace.labels.get().map(row),
      html`<div class="row">
        <dt>Mark the same text with another label too</dt>
        <dd>${this._chord('Shift')}<span class="or">and the label’s key</span></dd>
      </div>`,
    ])
  }

  private _mouse(): TemplateResult {
    return section('Mouse', [
      html`<div class="row">
        <dt>Keep the exact bounds, not whole words</dt>
        <dd>${this._chord('Alt')}<span class="or">while selecting</span></dd>
      </div>`,
    ])
  }

  protected override render(): TemplateResult {
    const extend = html`<div class="row">
      <dt>Extend the selection</dt>
      <dd>${this._chord('Shift')}<span class="or">and any of these</span></dd>
    </div>`
    return html`<rubric-dialog heading="All keys" @rubric-dismiss=${this._close}>
      <div class="columns">
        <div>
          ${this._labels()} ${this._group('Text', [extend])} ${this._mouse()}
          ${this._group('Program')}
        </div>
        <div>${this._group('Spans')} ${this._group('Articles')} ${this._group('Project')}</div>
      </div>
      <div slot="footer" class="footer">
        <button class="primary" autofocus @click=${this._close}>Close</button>
      </div>
    </rubric-dialog>`
  }
}

function section(name: string, rows: readonly (TemplateResult | typeof nothing)[]): TemplateResult {
  return html`<section>
    <h3>${name}</h3>
    <dl>${rows}</dl>
  </section>`
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-keys-dialog': RubricKeysDialog
  }
}
