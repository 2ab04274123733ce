import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { Download, Image, Table2, type IconNode } from 'lucide'
import { icon } from '../elements/icon.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import { toCsv } from '../state/figures/csv.ts'
import { saveFigure } from '../state/figures/figure-files.ts'
import type { FigureParts } from '../state/figures/figures.ts'
import type { Workspace } from '../state/workspace.ts'
import type { Figure, FigureCell } from './figure.ts'
import { figureCardStyles } from './figure-card-styles.ts'
import { pictureStyles } from './picture-styles.ts'
import { pictureFile } from './save-picture.ts'

/** Rows that are shown of a long table. */
const FIRST_ROWS = 12
/** A picture is never drawn smaller: it would not be read. In CSS pixels. */
const LEAST_WIDTH = 280

/** One figure: a picture or a table of the same, to be saved as either. */
@customElement('rubric-figure-card')
export class RubricFigureCard extends LitElement {
  static override styles = [sharedStyles, buttonStyles, pictureStyles, figureCardStyles]

  @query('svg.picture') private readonly _picture!: SVGElement | null

  @property({ attribute: false }) workspace!: Workspace
  @property({ attribute: false }) figure!: Figure

  @state() private _asTable = false
  @state() private _width = 0
  /** Whether a long table is shown to its end. */
  @state() private _isWhole = false

  readonly #sizes = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0)
    if (width > 0) this._width = width
  })

  override connectedCallback(): void {
    super.connectedCallback()
    this.#sizes.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sizes.disconnect()
  }

  private readonly _open = (parts: FigureParts): void => {
    void this.workspace.figures.open(parts)
  }

  private _saveTable(): void {
    const { head, rows, file } = this.figure
    const cells = [head, ...rows.map((row) => row.map(({ text }) => text))]
    void saveFigure(this.workspace, `${file}.csv`, toCsv(cells))
  }

  private _savePicture(): void {
    if (this._picture === null) return
    void saveFigure(this.workspace, `${this.figure.file}.svg`, pictureFile(this._picture))
  }

  protected override render(): TemplateResult {
    const { title, caption, picture } = this.figure
    const asTable = this._asTable || picture === undefined
    return html`<figure aria-labelledby="title" aria-describedby="caption">
      <header>
        <h3 id="title">${title}</h3>
        <div class="tools">
          ${
            picture === undefined
              ? nothing
              : html`<button
                  type="button"
                  class="quiet"
                  aria-pressed=${this._asTable ? 'true' : 'false'}
                  @click=${() => (this._asTable = !this._asTable)}
                >
                  ${icon(this._asTable ? Image : Table2, 14)}${this._asTable ? 'As a picture' : 'As a table'}
                </button>`
          }
          ${asTable ? nothing : this._renderSave('SVG', Download, () => this._savePicture())}
          ${this._renderSave('CSV', Download, () => this._saveTable())}
        </div>
      </header>
      <figcaption id="caption">${caption}</figcaption>
      ${asTable ? this._renderTable() : this._renderPicture()}
    </figure>`
  }

  private _renderSave(format: string, node: IconNode, save: () => void): TemplateResult {
    return html`<button type="button" class="quiet" aria-label="Save as ${format}" @click=${save}>
      ${icon(node, 14)}${format}
    </button>`
  }

  private _renderPicture(): TemplateResult | typeof nothing {
    const { picture } = this.figure
    if (picture === undefined || this._width === 0) return nothing
    const width = Math.max(LEAST_WIDTH, this._width)
    return html`<div class="sheet">${picture({ width, open: this._open })}</div>`
  }

  private _renderTable(): TemplateResult {
    const { head, rows, title } = this.figure
    if (rows.length === 0) return html`<p class="none">There is nothing to show.</p>`
    const shown = this._isWhole ? rows : rows.slice(0, FIRST_ROWS)
    return html`<div class="sheet" tabindex="0" role="region" aria-label="${title}, as a table">
      <table>
        <thead>
          <tr>
            ${head.map(
              (name, column) =>
                html`<th scope="col" class=${rows[0]?.[column]?.isText === true ? 'text' : nothing}>
                  ${name}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            ([name, ...cells]) =>
              html`<tr>
                <th scope="row">${this._renderCell(name)}</th>
                ${cells.map(
                  (cell) =>
                    html`<td
                      class=${cell.isText === true ? 'text' : cell.text === '0' ? 'zero' : nothing}
                    >
                      ${this._renderCell(cell)}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        shown.length === rows.length
          ? nothing
          : html`<button type="button" class="whole" @click=${() => (this._isWhole = true)}>
              Show all ${rows.length}
            </button>`
      }
    </div>`
  }

  private _renderCell(cell: FigureCell | undefined): TemplateResult | string {
    const { text = '', parts } = cell ?? {}
    if (parts === undefined) return text
    return html`<button type="button" class="link" @click=${() => this._open(parts)}>
      ${text}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-figure-card': RubricFigureCard
  }
}
