import { SignalWatcher } from '@lit-labs/signals'
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { ArticleFilter } from '../../contract/article-filter.ts'
import { compareText } from '../../core/annotation/span.ts'
import '../elements/label-badge.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import type { Workspace } from '../state/workspace.ts'

/** How long somebody types before it is measured anew, in milliseconds. */
const TYPING = 400

/** Who is compared, over which labels and which articles. */
@customElement('rubric-figure-selection')
export class RubricFigureSelection extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
    buttonStyles,
    fieldStyles,
    css`
      :host {
        display: block;
        padding: 16px;
      }

      fieldset {
        min-width: 0;
        margin: 0 0 22px;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0 0 6px;
        font: 550 11px/16px var(--sans);
        letter-spacing: 0.06em;
        text-transform: uppercase;
        color: var(--soft);
      }

      .choice {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 28px;
        overflow-wrap: anywhere;
      }

      .choice input {
        flex: none;
        width: 15px;
        height: 15px;
        margin: 0;
        accent-color: var(--accent);
      }

      .fields {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 10px 8px;
      }

      .fields label {
        grid-column: 1 / -1;
        display: grid;
        gap: 3px;
        font-size: 12px;
        color: var(--soft);
      }

      .fields .half {
        grid-column: auto;
      }

      @media (max-width: 1080px) {
        .fields .half {
          grid-column: 1 / -1;
        }
      }
    `,
  ]

  @property({ attribute: false }) workspace!: Workspace

  #typing: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#typing)
  }

  /** @returns Those that are chosen by now; null where all are. */
  private _toggled(
    all: readonly string[],
    chosen: readonly string[] | null,
    name: string,
  ): readonly string[] | null {
    const now = new Set(chosen ?? all)
    if (!now.delete(name)) now.add(name)
    return now.size === all.length ? null : all.filter((each) => now.has(each))
  }

  private _filter(parts: Partial<ArticleFilter>): void {
    void this.workspace.figures.choose({ filter: parts })
  }

  private _type(text: string): void {
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => this._filter({ text }), TYPING)
  }

  protected override render(): TemplateResult {
    const { workspace } = this
    const { figures } = workspace
    const people = (workspace.state.get()?.project?.annotators ?? []).map(({ id }) => id)
    const labels = workspace.labels.get().map(({ name }) => name)
    const chosenPeople = figures.annotators.get()
    const chosenLabels = figures.labels.get()
    return html`
      <fieldset>
        <legend>Annotators</legend>
        ${people.map((id) =>
          this._renderChoice(workspace.nameOf(id), chosenPeople?.includes(id) ?? true, () =>
            figures.choose({ annotators: this._toggled(people, chosenPeople, id) }),
          ),
        )}
      </fieldset>
      <fieldset>
        <legend>Labels</legend>
        ${labels.map((name) =>
          this._renderChoice(
            html`<rubric-label-badge
                .label=${workspace.labelByName.get().get(name)}
              ></rubric-label-badge
              >${name}`,
            chosenLabels?.includes(name) ?? true,
            () => figures.choose({ labels: this._toggled(labels, chosenLabels, name) }),
          ),
        )}
      </fieldset>
      ${this._renderArticles()}
    `
  }

  private _renderChoice(
    name: TemplateResult | string,
    isChosen: boolean,
    toggle: () => Promise<void>,
  ): TemplateResult {
    return html`<label class="choice">
      <input type="checkbox" .checked=${live(isChosen)} @change=${() => void toggle()} />${name}
    </label>`
  }

  private _renderArticles(): TemplateResult {
    const { outlet, from, to, text } = this.workspace.figures.filter.get()
    const entries = this.workspace.library.entries.get()
    const outlets = [...new Set(entries.flatMap((entry) => entry.outlet ?? []))]
    return html`<fieldset>
      <legend>Articles</legend>
      <div class="fields">
        <label>
          Words in the text
          <input
            type="search"
            maxlength="500"
            .value=${live(text)}
            @input=${(event: Event) => this._type((event.target as HTMLInputElement).value)}
          />
        </label>
        <label>
          Outlet
          <select
            @change=${(event: Event) => {
              const { value } = event.target as HTMLSelectElement
              this._filter({ outlet: value === '' ? null : value })
            }}
          >
            <option value="" .selected=${live(outlet === null)}>Any outlet</option>
            ${outlets
              .toSorted(compareText)
              .map(
                (name) =>
                  html`<option value=${name} .selected=${live(name === outlet)}>${name}</option>`,
              )}
          </select>
        </label>
        ${this._renderDay('Published since', from, (day) => this._filter({ from: day }))}
        ${this._renderDay('until', to, (day) => this._filter({ to: day }))}
      </div>
    </fieldset>`
  }

  private _renderDay(
    title: string,
    day: string | null,
    change: (day: string | null) => void,
  ): TemplateResult {
    return html`<label class="half">
      ${title}
      <input
        type="date"
        .value=${live(day ?? '')}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLInputElement
          change(value === '' ? null : value)
        }}
      />
    </label>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-figure-selection': RubricFigureSelection
  }
}
