import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { CommandId } from '../../contract/commands.ts'
import type { Thread } from '../../core/review/log/review-state.ts'
import { rangeOf, type ReviewItem } from '../../core/review/review-items.ts'
import { paragraphIndexAt } from '../../core/text/paragraphs.ts'
import { LatePanel } from '../elements/late-panel.ts'
import '../elements/comment-thread.ts'
import { keyCaps } from '../elements/key-cap.ts'
import '../elements/label-badge.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { valueLine, valueLineStyles } from '../elements/value-line.ts'
import type { ReviewSession } from '../state/review/review-session.ts'
import { momentNow } from '../state/moments.ts'
import { KIND_NAMES, namesInDispute, outcomeWords, type Version } from '../state/review/versions.ts'
import type { Workspace } from '../state/workspace.ts'
import { annotatorLine, annotatorLineStyles } from './annotator-line.ts'
import { decisionCardStyles } from './decision-card-styles.ts'
import './draft-editor.ts'

const ACTIONS: readonly (readonly [id: CommandId, words: string])[] = [
  ['review.edit', 'edit'],
  ['review.reject', 'reject'],
  ['review.comment', 'comment'],
  ['review.reason', 'reason'],
  ['review.skip', 'skip'],
  ['review.undo', 'undo'],
]

/**
 * The place that is decided on: what each annotator made of it, what was said about it, and what can be
 * done.
 * @fires rubric-command - A command was chosen; the detail is its id.
 * @fires rubric-leave - The keyboard goes back to the text.
 */
@customElement('rubric-decision-card')
export class RubricDecisionCard extends LatePanel {
  static override styles = [
    sharedStyles,
    buttonStyles,
    fieldStyles,
    annotatorLineStyles,
    valueLineStyles,
    decisionCardStyles,
  ]

  @query('.comment') private readonly _comment!: HTMLTextAreaElement | null
  @query('.reason') private readonly _reason!: HTMLTextAreaElement | null

  @property({ attribute: false }) workspace!: Workspace

  focusComment(): void {
    this.catchUp()
    this._comment?.focus()
  }

  focusReason(): void {
    this.catchUp()
    this._reason?.focus()
  }

  private _run(id: CommandId): void {
    this.dispatchEvent(new CustomEvent('rubric-command', { detail: id }))
  }

  /** The keyboard goes back: the next Enter means the next place, and not this button. */
  private _take(index: number): void {
    this._leave()
    this.workspace.review.session.get()?.take(index)
  }

  private _act(id: CommandId): void {
    this._leave()
    this._run(id)
  }

  private _leave(): void {
    this.dispatchEvent(new CustomEvent('rubric-leave'))
  }

  private _commentKey(event: KeyboardEvent): void {
    const field = event.target as HTMLTextAreaElement
    const isSaying = event.key === 'Enter' && !event.shiftKey
    if (!isSaying && event.key !== 'Escape') return
    event.preventDefault()
    if (isSaying) {
      this.workspace.review.session.get()?.comment(field.value, null)
      field.value = ''
    }
    this._leave()
  }

  /** With Enter the keyboard goes back, and the next Enter takes the version with its reason. */
  private _reasonKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && !event.shiftKey)) return
    event.preventDefault()
    this._leave()
  }

  protected override render(): TemplateResult | typeof nothing {
    const session = this.workspace.review.session.get()
    const item = session?.current.get() ?? null
    if (session === null || item === null) return nothing
    return html`<section class="card" aria-label="Decision">
      ${this._renderHead(session, item)}
      ${
        session.draft.get() === null
          ? html`${this._renderVersions(session, item)} ${this._renderVerdict(session, item)}`
          : html`<rubric-draft-editor
              .workspace=${this.workspace}
              .session=${session}
              @rubric-leave=${this._leave}
            ></rubric-draft-editor>`
      }
      ${this._threadsOf(session, item).map((thread) => this._renderThread(session, thread))}
      ${this.workspace.writable.get() ? this._renderTools(session) : nothing}
    </section>`
  }

  private _renderHead(session: ReviewSession, item: ReviewItem): TemplateResult {
    const label = item.marks[0]?.span.label ?? item.verdicts[0]?.outcome[0]?.label
    const name =
      item.group === null
        ? item.verdicts[0]?.ground.length === 0
          ? 'Added by the reviewer'
          : 'The marks are gone'
        : KIND_NAMES[item.group.kind]
    const number = paragraphIndexAt(session.outline.paragraphs, rangeOf(item).start) + 1
    return html`<div class="head">
      <rubric-label-badge
        .label=${this.workspace.labelByName.get().get(label ?? '')}
      ></rubric-label-badge>
      <h2>${name}</h2>
      <span class="place" title="Paragraph ${number}">¶ ${number}</span>
    </div>`
  }

  private _renderVersions(session: ReviewSession, item: ReviewItem): TemplateResult {
    const versions = session.versions.get()
    return html`<div class="versions" role="radiogroup" aria-label="Versions">
      ${versions.map((version, index) => this._renderVersion(session, item, version, index))}
    </div>`
  }

  private _renderVersion(
    session: ReviewSession,
    item: ReviewItem,
    { annotator, spans }: Version,
    index: number,
  ): TemplateResult {
    const isChosen = index === session.choice.get()
    const labels = new Set(session.versions.get().flatMap((each) => each.spans.map((s) => s.label)))
    const name = this.workspace.nameOf(annotator)
    const notes = spans.flatMap(({ note }) => note ?? [])
    const chord =
      index < 9 ? this.workspace.keys.shown(`review.take-${index + 1}` as CommandId) : undefined
    return html`<button
      type="button"
      role="radio"
      class="version"
      tabindex="-1"
      aria-checked=${isChosen ? 'true' : 'false'}
      ?disabled=${!this.workspace.writable.get()}
      @click=${() => this._take(index)}
    >
      <kbd aria-hidden="true">${chord ?? ''}</kbd>
      <span class="what ${spans.length === 0 ? 'unmarked' : ''}" dir="auto"
        >${
          spans.length === 0
            ? 'not marked'
            : spans.map(({ start, end }) => session.text.slice(start, end)).join(' … ')
        }</span
      >
      <span class="who"
        >${annotatorLine(index)}
        ${name}${spans.map(
          ({ label, attributes }) =>
            html`${labels.size > 1 ? html` · <b>${label}</b>` : nothing}${valueLine(attributes, namesInDispute(item, label))}`,
        )}${notes.map((note) => html` · <i dir="auto">${note}</i>`)}</span
      >
      ${isChosen ? html`<span class="enter" aria-hidden="true">⏎</span>` : nothing}
    </button>`
  }

  /** What was decided here, or what has changed since. */
  private _renderVerdict(
    session: ReviewSession,
    item: ReviewItem,
  ): TemplateResult | typeof nothing {
    const verdict = item.verdicts.at(-1)
    if (verdict === undefined) return nothing
    const nameOf = (annotator: string): string => this.workspace.nameOf(annotator)
    return html`<p class="verdict ${item.state}">
      ${
        item.state === 'changed'
          ? html`<b>Changed since.</b> It was decided: `
          : item.state === 'contested'
            ? html`<b>Decided twice.</b> The last time: `
            : nothing
      }
      ${outcomeWords(item, nameOf)}${verdict.outcome.map(
        ({ start, end, attributes }, index) =>
          html`${index === 0 ? ' – ' : ' … '}<q dir="auto">${session.text.slice(start, end)}</q
            >${valueLine(attributes)}`,
      )},
      by
      ${nameOf(verdict.by)}${verdict.reason === null ? '' : `: ${verdict.reason}`}${
        verdict.guideline === null ? '' : ` (guideline of ${verdict.guideline})`
      }
    </p>`
  }

  /** Those about a mark of the place. */
  private _threadsOf(session: ReviewSession, item: ReviewItem): readonly Thread[] {
    const { start, end } = rangeOf(item)
    return session.state.get().threads.filter(({ comment: { mark } }) => {
      if (mark === null) return false
      const isHere = item.marks.some(
        ({ annotator, span }) => annotator === mark.annotator && span.id === mark.span.id,
      )
      return isHere || (mark.span.start === start && mark.span.end === end)
    })
  }

  private _renderThread(session: ReviewSession, thread: Thread): TemplateResult {
    const { id } = thread.comment
    return html`<rubric-comment-thread
      .thread=${thread}
      .nameOf=${(annotator: string) => this.workspace.nameOf(annotator)}
      .timeOf=${momentNow}
      ?writable=${this.workspace.writable.get()}
      @rubric-answer=${(event: CustomEvent<string>) => session.comment(event.detail, id)}
      @rubric-resolve=${(event: CustomEvent<boolean>) => session.resolve(id, event.detail)}
    ></rubric-comment-thread>`
  }

  private _renderTools(session: ReviewSession): TemplateResult {
    const isMac = this.workspace.state.get()?.host.platform === 'darwin'
    return html`
      <textarea
        class="comment"
        rows="1"
        maxlength="4000"
        aria-label="Comment"
        placeholder="Comment…"
        @keydown=${this._commentKey}
      ></textarea>
      <div class="why">
        <textarea
          class="reason"
          rows="1"
          maxlength="4000"
          aria-label="Reason"
          placeholder="Reason…"
          .value=${live(session.reason.get())}
          @input=${(event: Event) =>
            session.reason.set((event.target as HTMLTextAreaElement).value)}
          @keydown=${this._reasonKey}
        ></textarea>
        <select
          aria-label="Guideline it rests on"
          .value=${live(session.guideline.get() ?? '')}
          @change=${(event: Event) =>
            session.guideline.set((event.target as HTMLSelectElement).value || null)}
        >
          <option value="">No guideline</option>
          ${this.workspace.labels
            .get()
            .map(
              ({ name, guideline }) =>
                html`<option value=${name} title=${guideline}>${name}</option>`,
            )}
        </select>
      </div>
      <div class="actions">
        ${ACTIONS.map(([id, words]) => {
          const chord = this.workspace.keys.shown(id)
          return html`<button type="button" class="quiet" @click=${() => this._act(id)}>
            ${chord === undefined ? nothing : html`<kbd aria-hidden="true">${keyCaps(chord, isMac).join('+')}</kbd>`}
            ${words}
          </button>`
        })}
      </div>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-decision-card': RubricDecisionCard
  }
}
