/** A window's place in screen coordinates, or a display's work area. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const SMALLEST = { width: 720, height: 520 } as const
export const USUAL = { width: 1280, height: 820 } as const

/**
 * Fits a remembered window into the displays that there are now.
 *
 * @param displays - Work areas, the primary display's first.
 * @returns The bounds, on the display they share most with; the position is missing where they share
 *   none, so that the window is centred.
 */
export function fitBounds(
  remembered: Rectangle | null,
  displays: readonly Rectangle[],
): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  const wanted = remembered ?? { x: 0, y: 0, ...USUAL }
  const best = displays.toSorted((a, b) => shared(wanted, b) - shared(wanted, a))[0]
  if (best === undefined) return { width: wanted.width, height: wanted.height }
  const width = clamp(wanted.width, SMALLEST.width, best.width)
  const height = clamp(wanted.height, SMALLEST.height, best.height)
  if (remembered === null || shared(remembered, best) === 0) return { width, height }
  return {
    width,
    height,
    x: clamp(remembered.x, best.x, best.x + best.width - width),
    y: clamp(remembered.y, best.y, best.y + best.height - height),
  }
}

/** The area that two rectangles have in common. */
function shared(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

/** The smallest wins where a display is smaller than that. */
function clamp(value: number, smallest: number, largest: number): number {
  return Math.round(Math.max(smallest, Math.min(value, largest)))
}
