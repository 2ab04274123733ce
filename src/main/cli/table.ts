import { oneLine } from './terminal.ts'

/** The widest that a column becomes before its text is cut. */
const WIDEST = 60
const GAP = '  '

/** Sets rows in columns, each as wide as its widest cell; the last column is never cut. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const last = head.length - 1
  const cells = [head, ...rows].map((row) =>
    row.map((cell, column) => {
      const letters = graphemes(oneLine(cell))
      return column === last ? letters : cut(letters)
    }),
  )
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells
    .map((row) => {
      const padded = row.map((letters, column) => {
        const missing = Math.max(0, (widths[column] ?? 0) - letters.length)
        return letters.join('') + ' '.repeat(missing)
      })
      return `${padded.join(GAP).trimEnd()}\n`
    })
    .join('')
}

function cut(letters: readonly string[]): readonly string[] {
  return letters.length > WIDEST ? [...letters.slice(0, WIDEST - 1), '…'] : letters
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

function graphemes(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
