import { LANGUAGES } from '../../core/article/languages.ts'

/** A language to choose: its tag and what it is called. */
export interface LanguageOption {
  readonly tag: string
  readonly name: string
}

// "Chinese (Simplified)", and not "Simplified Chinese", so that a list keeps languages together.
const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' })

/** What a language is called; its tag where it has no name. */
export function languageName(tag: string): string {
  return names.of(tag) ?? tag
}

const offered: readonly LanguageOption[] = LANGUAGES.map(optionOf)

/**
 * The languages to choose from, by name.
 * @param present - The article's language, which is among them even where it is a rare one.
 */
export function languageOptions(present: string | null): readonly LanguageOption[] {
  const isMissing = present !== null && !LANGUAGES.includes(present)
  const all = isMissing ? [...offered, optionOf(present)] : offered
  return all.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

function optionOf(tag: string): LanguageOption {
  return { tag, name: languageName(tag) }
}
