import type { BenchRange } from '../../documents/document.ts'

/** Longer paragraphs are cut, so that no block is much taller than the window. */
const LONGEST = 2000

/** The paragraphs of a text; long ones in several blocks. */
export function blocksOf(text: string): readonly BenchRange[] {
  const blocks: BenchRange[] = []
  for (const { index, 0: paragraph } of text.matchAll(/[^\n]+/g)) {
    const end = index + paragraph.length
    let start = index
    while (end - start > LONGEST) {
      const space = text.lastIndexOf(' ', start + LONGEST)
      const cut = space > start ? space + 1 : start + LONGEST
      blocks.push({ start, end: cut })
      start = cut
    }
    blocks.push({ start, end })
  }
  return blocks
}
