import {
  createTextAnnotator,
  type TextAnnotation,
  type TextAnnotator,
} from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'
import type { BenchDocument, BenchRange, BenchSpan } from '../documents/document.ts'
import type { Contestant } from '../pages/contestant.ts'
import { serve } from '../pages/host.ts'

const COLOURS: Readonly<Record<string, string>> = {
  claim: '#6b46c1',
  actor: '#2b6cb0',
  date: '#2f855a',
  'casualty figure': '#c05621',
}

/**
 * Recogito's text annotator, with the renderer that it takes by itself (`SPANS`: rectangles over the
 * text for what is in sight). It annotates a text that is already on the page: an element for each
 * paragraph, as its users have it.
 *
 * It has no keys for marks. On the page's keys: `addAnnotation`, `removeAnnotation`,
 * `updateAnnotation` with the new end, and `scrollIntoView`.
 */
class Recogito implements Contestant {
  readonly root = '#contestant'
  readonly scroller = '#scroller'
  #annotator: TextAnnotator | undefined
  #text = ''

  open({ text, spans }: BenchDocument): void {
    this.#annotator?.destroy()
    this.#text = text
    const column = document.querySelector<HTMLElement>(this.root)
    if (column === null) throw new Error('The page has no column')
    column.replaceChildren(...paragraphs(text))
    this.#annotator = createTextAnnotator(column, {
      style: ({ bodies }) => ({ fill: COLOURS[bodies[0]?.value ?? ''], fillOpacity: 0.2 }),
    })
    this.#annotator.setAnnotations(spans.map((span) => this.#annotation(span)))
  }

  isDrawn(): boolean {
    return document.querySelector('.r6o-annotation') !== null
  }

  count(): number {
    return this.#annotator?.getAnnotations().length ?? 0
  }

  endOf(id: string): number | undefined {
    return this.#annotator?.getAnnotationById(id)?.target.selector[0]?.end
  }

  add(span: BenchSpan): void {
    this.#annotator?.addAnnotation(this.#annotation(span))
  }

  remove(id: string): void {
    this.#annotator?.removeAnnotation(id)
  }

  move(id: string, { start, end }: BenchRange): void {
    const annotation = this.#annotator?.getAnnotationById(id)
    if (annotation === undefined) return
    const label = annotation.bodies[0]?.value as BenchSpan['label']
    this.#annotator?.updateAnnotation(this.#annotation({ id, label, start, end }))
  }

  jump(last: BenchSpan): void {
    this.#annotator?.scrollIntoView(last.id)
  }

  #annotation({ id, label, start, end }: BenchSpan): TextAnnotation {
    const quote = this.#text.slice(start, end)
    return {
      id,
      bodies: [{ purpose: 'tagging', value: label }],
      target: { annotation: id, selector: [{ quote, start, end }] },
    }
  }
}

/** Paragraphs with the empty lines between them as text, so that offsets are those of the text. */
function paragraphs(text: string): readonly Node[] {
  return text.split(/(\n+)/).map((part) => {
    if (part.startsWith('\n')) return document.createTextNode(part)
    const paragraph = document.createElement('p')
    paragraph.textContent = part
    return paragraph
  })
}

serve(new Recogito())
