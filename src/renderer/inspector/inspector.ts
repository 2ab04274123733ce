import { computed, watch } from '@lit-labs/signals'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { ChevronRight } from 'lucide'
import { LatePanel } from '../elements/late-panel.ts'
import { factsLine } from '../elements/facts.ts'
import { icon } from '../elements/icon.ts'
import { sharedStyles } from '../elements/shared-styles.ts'
import type { ArticleSession } from '../state/article-session.ts'
import { shortDate } from '../state/format.ts'
import type { Workspace } from '../state/workspace.ts'
import { inspectorStyles } from './inspector-styles.ts'
import './feedback.ts'
import type { RubricFeedback } from './feedback.ts'
import './metadata-form.ts'
import type { RubricSpanCard, UnusableValues } from './span-card.ts'
import './span-card.ts'
import './span-list.ts'

/**
 * What a review said of the marks, the selected span, the article's spans, and what is known about the article. The list of spans
 * takes all the height that the others leave.
 */
@customElement('rubric-inspector')
export class RubricInspector extends LatePanel {
  static override styles = [sharedStyles, inspectorStyles]

  @query('rubric-span-card') private readonly _card!: RubricSpanCard

  @query('rubric-feedback') private readonly _feedback!: RubricFeedback | null

  /** Kept for as long as the window is open, from one article to the next. */
  @state() private _isArticleOpen = false

  @property({ attribute: false }) workspace!: Workspace

  private readonly _unusable: UnusableValues = new Map()

  /** Watched by itself, so that a mark draws nothing but the number again. */
  private readonly _spans = computed(() => this.workspace.article.get()?.spans.get().length ?? 0)

  /** Puts the keyboard into the first attribute of the selected span. */
  focusValues(): void {
    this.workspace.history.close()
    this.catchUp()
    this._card?.focusValues()
  }

  focusNote(): void {
    // Its place is the history's while that is open.
    this.workspace.history.close()
    this.catchUp()
    this._card?.focusNote()
  }

  focusFeedback(): void {
    this.workspace.history.close()
    this.catchUp()
    this._feedback?.focus()
  }

  /** Puts the keyboard where the reviewer is answered about what is looked at. */
  focusAnswer(): void {
    this.workspace.history.close()
    this.catchUp()
    this._feedback?.focusAnswer()
  }

  protected override render(): TemplateResult | typeof nothing {
    const session = this.workspace.article.get()
    if (session === null || this.workspace.history.isOpen.get()) return nothing
    return html`
      <rubric-feedback .workspace=${this.workspace}></rubric-feedback>
      <rubric-span-card .workspace=${this.workspace} .unusable=${this._unusable}></rubric-span-card>
      <h2><span>Spans</span><span>${watch(this._spans)}</span></h2>
      <rubric-span-list .workspace=${this.workspace}></rubric-span-list>
      <section aria-labelledby="article">
        <h2>
          <button
            type="button"
            id="article"
            aria-expanded=${this._isArticleOpen ? 'true' : 'false'}
            aria-controls="about"
            @click=${() => (this._isArticleOpen = !this._isArticleOpen)}
          >
            <span>Article</span>${icon(ChevronRight, 13)}
          </button>
          ${this._isArticleOpen ? nothing : html`<span class="facts">${facts(session)}</span>`}
        </h2>
        <rubric-metadata-form
          id="about"
          ?hidden=${!this._isArticleOpen}
          .workspace=${this.workspace}
        ></rubric-metadata-form>
      </section>
    `
  }
}

/** What stands behind the closed heading: whence and when. */
function facts(session: ArticleSession): unknown {
  const { outlet, published } = session.meta.get()
  return factsLine(outlet, published && shortDate(published))
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-inspector': RubricInspector
  }
}
