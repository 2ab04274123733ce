import * as v from 'valibot'
import { ownScripts, sharedScripts } from './alphabets.ts'

/** Longer ones are reserved, and let "English" through. */
const primary = /^[a-z]{2,3}(?:-|$)/i

/** As long as RFC 5646, section 4.4.1, asks that a tag may at least be. */
const longestTag = 35

/**
 * The language of an article, as a tag of BCP 47 in its canonical form, such as `en`, `ar-EG` or
 * `zh-Hant`: one language has one spelling, so that a dataset can be sorted by it.
 * @see RFC 5646; Unicode Technical Standard 35, "Canonical Unicode Locale Identifiers"
 */
export const LanguageSchema = v.pipe(
  v.string(),
  v.check(
    (tag) => canonicalOf(tag) !== null,
    ({ input }) => `${JSON.stringify(input)} is not a language tag such as en, ar-EG or zh-Hant`,
  ),
  v.check(
    (tag) => canonicalOf(tag) === tag,
    ({ input }) => `the language tag ${JSON.stringify(input)} is written ${canonicalOf(input)}`,
  ),
)

/** @returns The canonical form of a tag; null when it is none. */
function canonicalOf(tag: string): string | null {
  if (tag.length > longestTag || !primary.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

/** Languages of news that cannot be detected, or not told from one that can. */
const onlyChosen = 'cy eu ga gl ht ig lb mg mt om rw sd sn xh yo zh zu'.split(' ')

/** The languages that a person is offered: each tag once, in no order that means anything. */
export const LANGUAGES: readonly string[] = [
  ...new Set([
    ...Object.values(sharedScripts).flatMap(({ alphabets }) => alphabets.map(({ tag }) => tag)),
    ...Object.values(ownScripts),
    'ja',
    'zh-Hans',
    'zh-Hant',
    ...onlyChosen,
  ]),
]
