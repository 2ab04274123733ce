/** Air above and below the text that is brought into sight, in CSS pixels. */
const MARGIN = 72

/** Scrolls as little as is needed for a range of text to be in sight with some lines around it. */
export function reveal(
  scroller: HTMLElement,
  range: Range,
  paragraph: HTMLElement | undefined,
): void {
  const frame = scroller.getBoundingClientRect()
  // A paragraph far out of sight is not laid out until it comes near.
  if (paragraph && isOutside(paragraph.getBoundingClientRect(), frame)) {
    paragraph.scrollIntoView({ block: 'nearest' })
  }
  const place = range.getBoundingClientRect()
  const margin = Math.min(MARGIN, frame.height / 6)
  if (place.top < frame.top + margin) scroller.scrollTop += place.top - frame.top - margin
  else if (place.bottom > frame.bottom - margin && place.height < frame.height - 2 * margin) {
    scroller.scrollTop += place.bottom - frame.bottom + margin
  }
}

function isOutside(rectangle: DOMRect, frame: DOMRect): boolean {
  return rectangle.bottom < frame.top || rectangle.top > frame.bottom
}
