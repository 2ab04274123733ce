/** A stretch of a title, and whether it was matched. */
export interface Piece {
  readonly text: string
  readonly isMatched: boolean
}

/**
 * Cuts a title into what was matched and what was not.
 * @param matched - Offsets in UTF-16 code units, in any order.
 */
export function piecesOf(title: string, matched: readonly number[]): readonly Piece[] {
  const isMatched = new Set(matched)
  const pieces: { text: string; isMatched: boolean }[] = []
  let offset = 0
  // By whole characters: half of one cannot be drawn.
  for (const character of title) {
    const hit = isMatched.has(offset)
    const last = pieces.at(-1)
    if (last?.isMatched === hit) last.text += character
    else pieces.push({ text: character, isMatched: hit })
    offset += character.length
  }
  return pieces
}
