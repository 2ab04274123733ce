/** A table, aligned for a terminal or as Markdown. The first column's cells are to the left. */
export class Table {
  readonly #head: readonly string[]
  readonly #rows: (readonly string[] | null)[] = []
  /** Columns of words; all others hold figures. */
  readonly #words: number

  constructor(head: readonly string[], words: number) {
    this.#head = head
    this.#words = words
  }

  add(...cells: readonly string[]): void {
    this.#rows.push(cells)
  }

  /** Leaves some air. */
  space(): void {
    this.#rows.push(null)
  }

  toString(isMarkdown: boolean): string {
    return (isMarkdown ? this.#markdown() : this.#plain()).join('\n')
  }

  #plain(): readonly string[] {
    const widths = this.#head.map((_, column) =>
      Math.max(...[this.#head, ...this.#rows].map((row) => row?.[column]?.length ?? 0)),
    )
    const line = (cells: readonly string[]): string =>
      cells
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return column < this.#words ? cell.padEnd(width) : cell.padStart(width)
        })
        .join('  ')
        .trimEnd()
    const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2))
    return [line(this.#head), rule, ...this.#rows.map((row) => (row === null ? '' : line(row)))]
  }

  #markdown(): readonly string[] {
    const rule = this.#head.map((_, column) => (column < this.#words ? '---' : '---:'))
    const rows = this.#rows.filter((row) => row !== null)
    return [this.#head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  }
}
