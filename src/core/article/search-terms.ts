import { foldText } from '../text/fold.ts'

/** Quotation marks of any kind: who writes in Word or in French does not have the plain one. */
const quotationMark = /["“”„‟«»]/u

/**
 * Takes apart what a person typed to search articles: words separated by white space, and phrases in
 * quotation marks. A phrase that is not closed goes to the end.
 * @returns Words and phrases as they were typed, in their order; none for white space alone.
 */
export function searchTermsOf(typed: string): readonly string[] {
  const terms: string[] = []
  let isPhrase = false
  for (const piece of typed.split(quotationMark)) {
    if (isPhrase) terms.push(piece.trim())
    else terms.push(...piece.split(/\s+/u))
    isPhrase = !isPhrase
  }
  return terms.filter((word) => word !== '')
}

/**
 * Brings a title, text, note or search term into the form in which articles are searched: capitals,
 * accents, kinds of quotation marks and dashes, and the amount of white space do not count, as with
 * find in the text (see `foldText`).
 */
export function foldForSearch(text: string): string {
  return foldText(text, { matchCase: false, ignoreDiacritics: true }).folded
}

/**
 * Whether each term stands in at least one of some texts, as a part of a word too.
 * @param terms - Folded by `foldForSearch`; those without anything to see stand everywhere.
 * @param texts - Folded likewise.
 */
export function holdsTerms(terms: readonly string[], texts: readonly string[]): boolean {
  return terms.every((sought) => texts.some((text) => text.includes(sought)))
}
