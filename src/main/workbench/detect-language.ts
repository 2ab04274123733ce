import type { Article } from '../../core/article/article.ts'

/** What was found in texts, by their hashes. */
const known = new Map<string, string | null>()

/**
 * The language of a text; see `detectLanguage` of the core. It is loaded when it is first asked: the
 * library behind it takes some 40 ms to set up, for which neither the first window nor a listing on
 * the command line should wait.
 */
export async function detectLanguage(text: string): Promise<string | null> {
  const language = await import('../../core/article/language.ts')
  return language.detectLanguage(text)
}

/** The same, found once: it takes most of the time of opening an article. */
export async function languageOf({
  text,
  text_sha256: sha256,
}: Pick<Article, 'text' | 'text_sha256'>): Promise<string | null> {
  const found = known.get(sha256)
  if (found !== undefined) return found
  const language = await detectLanguage(text)
  known.set(sha256, language)
  return language
}
