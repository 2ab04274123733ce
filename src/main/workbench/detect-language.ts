/**
 * The language of a text; see `detectLanguage` of the core. It is loaded when it is first asked: the
 * library behind it takes some 40 ms to set up, for which neither the first window nor a listing on
 * the command line should wait.
 */
export async function detectLanguage(text: string): Promise<string | null> {
  const language = await import('../../core/article/language.ts')
  return language.detectLanguage(text)
}
