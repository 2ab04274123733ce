import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { live } from 'lit/directives/live.js'
import { STATUSES, type Status } from '../../core/annotation/annotation-set.ts'
import { readMetadata, type MetadataProblem } from '../../core/article/article.ts'
import { DIRECTIONS, type TextDirection } from '../../core/article/direction.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { STATUS_NAMES } from '../state/format.ts'
import { setStatus } from '../state/marking.ts'
import type { ArticleSession } from '../state/article-session.ts'
import type { Workspace } from '../state/workspace.ts'
import { languageName, languageOptions } from './language-options.ts'

type Field = MetadataProblem['field']

const DIRECTION_NAMES: Readonly<Record<TextDirection, string>> = {
  ltr: 'Left to right',
  rtl: 'Right to left',
}

/** The article's metadata; what is typed is saved when the field is left. */
@customElement('rubric-metadata-form')
export class RubricMetadataForm extends LatePanel {
  static override styles = [
    sharedStyles,
    fieldStyles,
    css`
      form {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        align-items: baseline;
        gap: 8px 12px;
        padding: 0 16px 24px;
      }

      label,
      dt {
        color: var(--soft);
      }

      textarea {
        display: block;
        field-sizing: content;
        max-height: 120px;
      }

      dl {
        display: contents;
      }

      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }

      .problem {
        grid-column: 2;
        color: var(--accent);
      }

      .problem::first-letter {
        text-transform: uppercase;
      }
    `,
  ]

  @property({ attribute: false }) workspace!: Workspace

  @state() private _problem: MetadataProblem | null = null

  private _session: ArticleSession | null = null

  protected override willUpdate(): void {
    const session = this.workspace.article.get()
    if (session?.id !== this._session?.id) this._problem = null
    this._session = session
  }

  /** What cannot be saved stays in its field, to be put right. */
  private async _save(session: ArticleSession, field: Field, event: Event): Promise<void> {
    const input = event.target as HTMLInputElement | HTMLSelectElement
    const read = readMetadata({ ...session.meta.get(), [field]: input.value })
    this._problem = read.ok ? null : read.error
    if (!read.ok) return
    input.value = read.value[field] ?? ''
    await this.workspace.describe(session, read.value)
  }

  protected override render(): TemplateResult | typeof nothing {
    const session = this.workspace.article.get()
    if (session === null) return nothing
    return html`${keyed(session.id, this._renderForm(session))}`
  }

  private _renderForm(session: ArticleSession): TemplateResult {
    const meta = session.meta.get()
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
      <label for="title">Title</label>
      <textarea
        id="title"
        rows="1"
        maxlength="500"
        dir="auto"
        ?readonly=${!this.workspace.writable.get()}
        .value=${meta.title}
        @change=${(event: Event) => this._save(session, 'title', event)}
      ></textarea>
      ${this._renderProblem('title')}
      <label for="outlet">Outlet</label>
      ${this._renderInput(session, 'outlet', meta.outlet, 'not known')}
      <label for="published">Published</label>
      ${this._renderInput(session, 'published', meta.published, 'such as 2020-02-28')}
      <label for="language">Language</label>
      ${this._renderLanguage(session, meta.language)}
      <label for="direction">Direction</label>
      ${this._renderDirection(session, meta.direction)}
      <label for="status">Status</label>
      <select
        id="status"
        ?disabled=${!this.workspace.writable.get()}
        .value=${live(session.status.get())}
        @change=${(event: Event) =>
          setStatus(this.workspace, (event.target as HTMLSelectElement).value as Status)}
      >
        ${STATUSES.map(
          (status) =>
            html`<option value=${status} ?selected=${status === session.status.get()}>
              ${STATUS_NAMES[status]}
            </option>`,
        )}
      </select>
      <dl>
        <dt>Source</dt>
        <dd>
          <bdi>${meta.source ?? 'not known'}</bdi
          >${session.encoding ? ` · ${session.encoding}` : ''}
        </dd>
      </dl>
    </form>`
  }

  private _renderInput(
    session: ArticleSession,
    field: Field,
    value: string | null,
    placeholder: string,
  ): TemplateResult {
    return html`<input
        id=${field}
        type="text"
        dir="auto"
        placeholder=${placeholder}
        ?readonly=${!this.workspace.writable.get()}
        .value=${value ?? ''}
        @change=${(event: Event) => this._save(session, field, event)}
      />
      ${this._renderProblem(field)}`
  }

  private _renderLanguage(session: ArticleSession, stated: string | null): TemplateResult {
    const { detectedLanguage: detected } = session
    const unstated = detected === null ? 'Not detected' : `Detected: ${languageName(detected)}`
    const options = languageOptions(stated).map(({ tag, name }) => [tag, name] as const)
    return this._renderChoice(session, 'language', stated, [['', unstated], ...options])
  }

  private _renderDirection(session: ArticleSession, given: TextDirection | null): TemplateResult {
    const automatic = `Automatic (${DIRECTION_NAMES[session.detectedDirection].toLowerCase()})`
    const options = DIRECTIONS.map((direction) => [direction, DIRECTION_NAMES[direction]] as const)
    return this._renderChoice(session, 'direction', given, [['', automatic], ...options])
  }

  /** A choice whose first option leaves the field to the program. */
  private _renderChoice(
    session: ArticleSession,
    field: Field,
    chosen: string | null,
    options: readonly (readonly [value: string, name: string])[],
  ): TemplateResult {
    return html`<select
        id=${field}
        ?disabled=${!this.workspace.writable.get()}
        .value=${live(chosen ?? '')}
        @change=${(event: Event) => this._save(session, field, event)}
      >
        ${options.map(
          ([value, name]) =>
            html`<option value=${value} ?selected=${value === (chosen ?? '')}>${name}</option>`,
        )}
      </select>
      ${this._renderProblem(field)}`
  }

  private _renderProblem(field: Field): TemplateResult | typeof nothing {
    return this._problem?.field === field
      ? html`<p class="problem" role="alert">${this._problem.message}</p>`
      : nothing
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-metadata-form': RubricMetadataForm
  }
}
