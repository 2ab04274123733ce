import { createElement, type IconNode } from 'lucide'

/** An icon of the one set (Lucide), 16 CSS pixels wide, in the colour of the text about it. */
export function icon(node: IconNode, size = 16): SVGElement {
  return createElement(node, {
    'aria-hidden': 'true',
    class: 'icon',
    width: size,
    height: size,
    'stroke-width': 1.75,
  })
}
