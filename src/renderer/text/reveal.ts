/** Air above and below the text that is brought into sight, in CSS pixels. */
const MARGIN = 72

/** Scrolls as little as is needed for drawn text to be in sight with some lines around it. */
export function reveal(scroller: HTMLElement, range: Range): void {
  const frame = scroller.getBoundingClientRect()
  const place = range.getBoundingClientRect()
  const margin = Math.min(MARGIN, frame.height / 6)
  if (place.top < frame.top + margin) scroller.scrollTop += place.top - frame.top - margin
  else if (place.bottom > frame.bottom - margin) {
    // Of what is higher than the window the beginning is shown.
    const down = place.bottom - frame.bottom + margin
    scroller.scrollTop += Math.min(down, place.top - frame.top - margin)
  }
}
