import { foldText, type FoldedText, type FoldOptions } from './fold.ts'
import { isClusterEdge, isWordEdge } from './hit-edges.ts'
import type { TextRange } from './range.ts'

/** How a search for words compares them with the text. */
export interface FindOptions extends FoldOptions {
  /** Find nothing that is a part of a longer word; see `isWordEdge`. */
  readonly wholeWord: boolean
}

/** What people expect who type without thinking of it. */
export const DEFAULT_FIND_OPTIONS: FindOptions = {
  matchCase: false,
  ignoreDiacritics: true,
  wholeWord: false,
}

/** Searches one text. */
export interface Finder {
  /**
   * All places where a query stands in the text, leftmost first, none overlapping the one before.
   *
   * A hit begins and ends between grapheme clusters, or else is none: "e" is not found in "é", however
   * that is written, unless diacritics are ignored; then the hit is the whole of it. "s" is not found
   * in "ß", and "ss" is. What a hit may differ from the query in, `foldText` says; white space in the
   * query, also at its ends, stands for any run of white space.
   * @param query - As typed. Nothing is found of one without anything to see, such as "".
   * @param limit - No more than this many hits.
   * @returns Ranges in UTF-16 code units: ascending, disjoint, none empty, none splitting a cluster.
   */
  find(query: string, options?: FindOptions, limit?: number): readonly TextRange[]
}

/**
 * Prepares searching a text. The text is folded when it is first searched, once for each way of
 * comparing; every search after that only looks through it.
 * @param text - The article's text; it must not change afterwards.
 */
export function createFinder(text: string): Finder {
  const folds = new Map<string, FoldedText>()

  function foldFor({ matchCase, ignoreDiacritics }: FindOptions): FoldedText {
    const key = `${matchCase} ${ignoreDiacritics}`
    const kept = folds.get(key)
    if (kept) return kept
    const fold = foldText(text, { matchCase, ignoreDiacritics })
    folds.set(key, fold)
    return fold
  }

  return {
    find(query, options = DEFAULT_FIND_OPTIONS, limit = Infinity) {
      const sought = foldText(query, options).folded
      if (sought === '' || limit <= 0) return []
      const fold = foldFor(options)
      const hits: TextRange[] = []
      for (let from = 0; ;) {
        const at = fold.folded.indexOf(sought, from)
        if (at === -1) return hits
        const hit = hitAt(text, fold, at, at + sought.length)
        if (hit && (!options.wholeWord || isWholeWord(text, hit))) {
          hits.push(hit)
          if (hits.length >= limit) return hits
          from = at + sought.length
        } else from = at + 1
      }
    },
  }
}

/**
 * All places where a query stands in a text; see `Finder.find`. For several searches of one text use
 * `createFinder`.
 */
export function findAll(
  text: string,
  query: string,
  options: FindOptions = DEFAULT_FIND_OPTIONS,
): readonly TextRange[] {
  return createFinder(text).find(query, options)
}

/** @returns Undefined where these code units of the fold are not a row of whole clusters. */
function hitAt(
  text: string,
  { starts, ends }: FoldedText,
  from: number,
  to: number,
): TextRange | undefined {
  const start = starts[from] ?? 0
  const end = ends[to - 1] ?? 0
  const isCut = starts[from - 1] === start || ends[to] === end
  return !isCut && isClusterEdge(text, start) && isClusterEdge(text, end)
    ? { start, end }
    : undefined
}

function isWholeWord(text: string, { start, end }: TextRange): boolean {
  return isWordEdge(text, start) && isWordEdge(text, end)
}
