import { html, nothing, type TemplateResult } from 'lit'
import { fragmentsOf, type Fragment } from '../../core/annotation/layout.ts'
import type { Label } from '../../core/annotation/label-set.ts'
import type { Span } from '../../core/annotation/span.ts'
import { styleProperties } from '../elements/style-properties.ts'
import type { ParagraphView } from './paragraph-views.ts'

/** What is the same for all paragraphs of one rendering. */
export interface ParagraphContext {
  readonly text: string
  readonly labels: ReadonlyMap<string, Label>
  readonly lanes: ReadonlyMap<string, number>
  readonly selectedId: string | null
}

/** The content of a paragraph: exactly its text, in marks that nest from the outermost lane in. */
export function renderParagraph(view: ParagraphView, context: ParagraphContext): unknown {
  return fragmentsOf(view.range, view.spans, context.lanes).map((fragment) =>
    fragment.spans.length === 0
      ? context.text.slice(fragment.start, fragment.end)
      : renderMark(fragment, 0, context),
  )
}

function renderMark(fragment: Fragment, depth: number, context: ParagraphContext): unknown {
  const span = fragment.spans[depth]
  if (span === undefined) return context.text.slice(fragment.start, fragment.end)
  const lane = context.lanes.get(span.id) ?? 0
  const { hue = 'violet', line = 'solid' } = context.labels.get(span.label) ?? {}
  const isSelected = span.id === context.selectedId
  const classes = [line, hue, lane === 0 ? 'inner' : '', isSelected ? 'selected' : '']
  if (isSelected && fragment.start === span.start) classes.push('first')
  if (isSelected && fragment.end === span.end) classes.push('last')
  const start = renderHandle(fragment, span, isSelected, 'start')
  const end = renderHandle(fragment, span, isSelected, 'end')
  const content = renderMark(fragment, depth + 1, context)
  // White space inside the mark would become text of the article.
  // prettier-ignore
  return html`<mark
    class=${classes.filter(Boolean).join(' ')}
    data-span=${span.id}
    ${styleProperties({ '--lane': String(lane) })}
  >${start}${content}${end}</mark>`
}

function renderHandle(
  fragment: Fragment,
  span: Span,
  isSelected: boolean,
  edge: 'start' | 'end',
): TemplateResult | typeof nothing {
  if (!isSelected || fragment[edge] !== span[edge]) return nothing
  return html`<span class="handle" data-edge=${edge} aria-hidden="true"></span>`
}
