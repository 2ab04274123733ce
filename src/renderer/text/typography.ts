import type { ReadingSettings } from '../../contract/models.ts'

const FONTS: Readonly<Record<ReadingSettings['font'], string>> = {
  serif: 'var(--serif)',
  sans: 'var(--sans)',
  mono: 'var(--mono)',
}

/** Width of a character in the size of the text: of letters on average, of the wide East Asian ones. */
const LETTER = 0.46
const MONOSPACE = 0.6
const WIDE = 1
const wide = /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60]/g

/** What a paragraph has below it, in CSS pixels; as in reader.css. */
const GAP = 19

/** UTF-16 code units from which the rest of an article is judged. */
const SAMPLE = 2000

/** The height of a line in CSS pixels; half pixels at the finest, so that lines lie alike. */
function lineOf({ size, lineHeight }: Pick<ReadingSettings, 'size' | 'lineHeight'>): number {
  return Math.round(size * lineHeight * 2) / 2
}

/**
 * Guesses how high stretches of a text will be, without drawing any.
 * @param width - Of the column, in CSS pixels.
 * @returns The height in CSS pixels for a number of UTF-16 code units.
 */
export function heightGuess(
  text: string,
  reading: Pick<ReadingSettings, 'font' | 'size' | 'lineHeight'>,
  width: number,
): (length: number) => number {
  const sample = text.slice(0, SAMPLE)
  const wideShare = (sample.match(wide)?.length ?? 0) / Math.max(1, sample.length)
  const letter = reading.font === 'mono' ? MONOSPACE : LETTER
  const character = reading.size * (wideShare * WIDE + (1 - wideShare) * letter)
  const line = lineOf(reading)
  return (length) => Math.max(1, Math.ceil((length * character) / Math.max(1, width))) * line + GAP
}

/** The reading settings as the properties that reader.css sets the text with. */
export function styleOf(reading: ReadingSettings): Readonly<Record<string, string>> {
  const { width, font, size } = reading
  return {
    '--text-width': `${width}px`,
    '--text-font': FONTS[font],
    '--text-size': `${size}px`,
    '--text-line': `${lineOf(reading)}px`,
  }
}
