/**
 * Titles, which go before a name: a sentence does not end after them. Only such as newspapers print
 * and which do not end sentences themselves.
 */
const title =
  /(?<!\p{L})(?:Adm|Capt|Cmdr|Col|Dr|Fr|Gen|Gov|Lt|Maj|Mr|Mrs|Ms|Pres|Prof|Rep|Rev|Sen|Sgt|St|vs)\.$/u

/**
 * "J. Smith", "U.S. President": after a single capital a name follows more often than a sentence.
 * So it is with a single letter of a script without capitals, which may carry vowel signs.
 */
const initial = /(?<![\p{L}\p{M}\p{N}])(?:\p{Lu}|\p{Lo}\p{M}*)\.$/u

/** These go before a number ("Feb. 27", "No. 4"), and otherwise may well end a sentence. */
const beforeNumber =
  /(?<!\p{L})(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nos?|Art|Fig|Sec|Vol|pp?)\.$/u

/** "28. Februar": of the languages that write days so, German alone gives months a capital. */
const dayOfMonth = /(?<!\p{N})\p{N}{1,2}\.$/u
const month =
  /^\s*(?:Jan|Jän|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)(?:uar|ner|ruar|il|i|ust|tember|ober|ember)?(?!\p{L})/u

/** Far longer than any abbreviation or month, so that looking for one costs the same anywhere. */
const reach = 16

const closing = /[\p{Pe}\p{Pf}\p{Pi}"']$/u
const japaneseQuote = /[」』]$/u

/**
 * Tells whether a sentence goes on at a place where the general rules end it: after an abbreviation,
 * and after what was said in quotation marks ("“Stop!” he said", "「待て。」と言った").
 * @param text - Has the place at `end`, after the white space that follows a sentence.
 */
export function continuesAfter(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - reach), end).trimEnd()
  const following = text.slice(end, end + reach)
  return (
    title.test(before) ||
    initial.test(before) ||
    (beforeNumber.test(before) && /^\s*\p{N}/u.test(following)) ||
    (dayOfMonth.test(before) && month.test(following)) ||
    (closing.test(before) && /^\p{Ll}/u.test(following)) ||
    (japaneseQuote.test(before) && /^(?:と|って)/u.test(following))
  )
}

/**
 * The end of a sentence, moved over the quotation marks and brackets around it, which the general
 * rules take for closing ones and expect without a space. One that opens what follows without a
 * space ("走了。“走吧。”") goes to the next sentence; one that closes what was said after a space
 * ("« Oui ! » Elle") stays with its own.
 * @param end - Where the general rules end it, after the white space that follows.
 * @returns An offset in UTF-16 code units, as `end` is.
 * @see Unicode Standard Annex 29, rules SB9 to SB11
 */
export function settledEnd(text: string, end: number): number {
  const before = text.slice(Math.max(0, end - reach), end)
  const opening = /[\p{Ps}\p{Pi}]+$/u.exec(before)
  if (opening) return end - opening[0].length
  if (!/\s$/u.test(before)) return end
  const closed = /^[\p{Pe}\p{Pf}]+(?:\s+|$)/u.exec(text.slice(end, end + reach))
  return closed ? end + closed[0].length : end
}
