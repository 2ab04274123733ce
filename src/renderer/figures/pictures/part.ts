import { nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import type { FigureParts } from '../../state/figures/figures.ts'
import type { Drawing } from '../figure.ts'

/**
 * A part of a picture that opens what it is made of, with the mouse or the keyboard.
 * @param words - What it says to those who do not see it.
 */
export function part(
  { open }: Drawing,
  words: string,
  parts: FigureParts | undefined,
  drawn: SVGTemplateResult | TemplateResult,
): SVGTemplateResult {
  if (parts === undefined) {
    return svg`<g role="img" aria-label=${words}><title>${words}</title>${drawn}</g>`
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    open(parts)
  }
  return svg`<g class="part" role="button" tabindex="0" aria-label=${words}
    @click=${() => open(parts)} @keydown=${key}><title>${words}</title>${drawn ?? nothing}</g>`
}

/** Text that is cut where it would run out of its place. @param room - In CSS pixels, at 12 px. */
export function fitting(text: string, room: number): string {
  const characters = Math.max(1, Math.floor(room / 6.4))
  return text.length <= characters ? text : `${text.slice(0, characters - 1).trimEnd()}…`
}
