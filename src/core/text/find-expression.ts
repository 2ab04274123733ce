import { fail, ok, type Result } from '../result.ts'
import { widenToBoundaries } from './graphemes.ts'
import { isClusterEdge, WORD_EDGE } from './hit-edges.ts'
import type { TextRange } from './range.ts'

/** How an expression is tried on the text. */
export interface ExpressionOptions {
  /** Tell capitals from small letters; without it the language's simple case folding holds. */
  readonly matchCase: boolean
  /** Let a hit begin and end only where no word goes on; see `isWordEdge`. */
  readonly wholeWord: boolean
}

/** What an expression found. */
export interface ExpressionHits {
  /** In UTF-16 code units: ascending, disjoint, none empty, none splitting a grapheme cluster. */
  readonly hits: readonly TextRange[]
  /** Whether the search ended at the limit and not at the end of the text. */
  readonly isCut: boolean
}

/**
 * Prepares a regular expression in the language's own syntax, by code points (flag `u`), `^` and `$`
 * at every line (flag `m`).
 * @returns Why it is none, in a few words such as "Unterminated group".
 */
export function compileExpression(
  source: string,
  { matchCase, wholeWord }: ExpressionOptions,
): Result<RegExp, string> {
  const flags = matchCase ? 'gmu' : 'gimu'
  try {
    // By itself first: between the word edges a stray parenthesis would close theirs.
    const expression = new RegExp(source, flags)
    return ok(wholeWord ? new RegExp(`${WORD_EDGE}(?:${source})${WORD_EDGE}`, flags) : expression)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    // "Invalid regular expression: /(/gmu: Unterminated group"
    return fail(error.message.slice(error.message.lastIndexOf(': ') + 1).trim())
  }
}

/**
 * All matches of an expression in a text. An expression sees code points and may match a part of what
 * a reader sees as one character; the hit is then the whole of it. Empty matches are none.
 *
 * An expression may take longer than anybody waits, and cannot be stopped from here.
 * @param expression - As `compileExpression` gives it.
 * @param limit - No more than this many hits.
 */
export function findExpression(text: string, expression: RegExp, limit: number): ExpressionHits {
  const hits: TextRange[] = []
  let last = 0
  for (const { index, 0: match } of text.matchAll(expression)) {
    if (match === '') continue
    const hit = widenToBoundaries({ start: index, end: index + match.length }, (offset) =>
      isClusterEdge(text, offset),
    )
    // Two marks of one letter are the same hit.
    if (hit.start < last) continue
    if (hits.length >= limit) return { hits, isCut: true }
    hits.push(hit)
    last = hit.end
  }
  return { hits, isCut: false }
}
