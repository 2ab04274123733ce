import { francAll } from 'franc'
import { ownScripts, sharedScripts, tellingWords, type SharedScript } from './alphabets.ts'

/** Enough for several paragraphs; more would take longer and seldom tell more. */
const sampleLength = 2000

/** Below this many letters a script says too little even where it has one language. */
const fewestLetters = 10
/** Where languages share a script, their words must show; shorter headlines are often mistaken. */
const fewestSharedLetters = 40

/** One sign of Chinese or Japanese stands for about as much text as this many letters do. */
const lettersPerIdeograph = 3
/** Chinese quotes a Japanese name now and then; Japanese news are kana for a third and more. */
const leastKana = 0.15

/** A text in which a tenth of the letters are foreign to every language is in none of them. */
const mostForeign = 0.1
/** The likeness of a language of whose words nothing is known: less than that of the right one. */
const unknownLikeness = 0.8

/** A language that is ahead of the second by less than this must have more of its own words. */
const wellAhead = 0.05
/** Where neither has words of its own in the text, less than this is a matter of chance. */
const leastAhead = 0.02

/**
 * franc's measure was made for a sentence or two; over a whole page all languages look alike to it.
 * So a text is judged by pieces of some 300 code units, cut between words.
 */
const piece = /\S.{200,300}(?=\s|$)|\S.{0,300}$/gsu

const address = /(?:https?:\/\/|www\.)\S+|\S+@\S+/giu
const letter = /\p{L}/gu
const ideograph = /(?=\p{L})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** Frequent characters that were simplified, and what they are simplified from. */
const simplified = /[这们国时会为说对发经过进还两样关开无问间见长门东车马书军张业产电话让认]/gu
const traditional = /[這們國時會為說對發經過進還兩樣關開無問間見長門東車馬書軍張業產電話讓認]/gu

/** Letters of one script; not its digits and signs. */
const letterOf = (script: string): RegExp => new RegExp(`(?=\\p{L})\\p{Script=${script}}`, 'gu')
const letterByScript = new Map(
  [...Object.keys(sharedScripts), ...Object.keys(ownScripts)].map((name) => [name, letterOf(name)]),
)

const countOf = (sample: string, sign: RegExp): number => sample.match(sign)?.length ?? 0

/**
 * Tells the language of an article from its beginning: first the script that most of it is written
 * in, then, where several languages share that script, the one whose words and alphabet are most
 * like it. The same text always gives the same language. Looks at 2,000 code units, whatever the
 * length of the text.
 * @param text - It is only read.
 * @returns A canonical BCP 47 tag such as `en`, `ar` or `zh-Hans`; null where there is too little
 * text, or two languages are about as likely.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, sampleLength).replace(address, ' ').normalize('NFC').toLowerCase()
  const ideographs = countOf(sample, ideograph) * lettersPerIdeograph
  let most = { script: 'Han', letters: ideographs }
  for (const [script, sign] of letterByScript) {
    const letters = countOf(sample, sign)
    if (letters > most.letters) most = { script, letters }
  }
  if (most.letters < fewestLetters) return null
  if (most.script === 'Han') return languageOfIdeographs(sample)
  const shared = sharedScripts[most.script]
  if (shared === undefined) return ownScripts[most.script] ?? null
  return most.letters < fewestSharedLetters ? null : mostLikely(sample, most.script, shared)
}

function languageOfIdeographs(sample: string): string {
  if (countOf(sample, kana) >= countOf(sample, ideograph) * leastKana) return 'ja'
  const hans = countOf(sample, simplified)
  const hant = countOf(sample, traditional)
  if (hans > hant * 2) return 'zh-Hans'
  return hant > hans * 2 ? 'zh-Hant' : 'zh'
}

function mostLikely(sample: string, script: string, shared: SharedScript): string | null {
  const telling = tellingLetters(sample, script, shared)
  const models = shared.alphabets.flatMap(({ model }) => model ?? [])
  const likeness = likenessOf(onlyIn(script, sample), models)
  const ranked = shared.alphabets
    .map(({ tag, model, letters }) => {
      const like = likeness.get(model ?? '') ?? unknownLikeness
      const foreign = foreignShare(letters, telling)
      return { tag, foreign, score: like - foreign * shared.foreignWeight }
    })
    .toSorted((a, b) => b.score - a.score)
  const [first] = ranked
  const second = ranked.find(({ tag }) => tag !== first?.tag)
  if (first === undefined || first.foreign > mostForeign) return null
  if (second === undefined) return first.tag
  const ahead = first.score - second.score
  if (ahead >= wellAhead) return first.tag
  const words = countWords(sample, first.tag) - countWords(sample, second.tag)
  if (words === 0) return ahead >= leastAhead ? first.tag : null
  return words > 0 ? first.tag : second.tag
}

function countWords(sample: string, tag: string): number {
  const words = tellingWords[tag]?.split(' ') ?? []
  return (sample.match(/\p{L}+/gu) ?? []).filter((word) => words.includes(word)).length
}

/** How like a text is to each model, 0 to 1: the mean of its pieces, by their length. */
function likenessOf(sample: string, models: readonly string[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  const pieces = sample.match(piece) ?? []
  const total = pieces.reduce((sum, { length }) => sum + length, 0)
  for (const each of pieces) {
    for (const [model, like] of francAll(each, { only: [...models], minLength: 0 })) {
      sums.set(model, (sums.get(model) ?? 0) + (like * each.length) / total)
    }
  }
  return sums
}

/** How much of a text each letter is that some but not all of a script's languages have. */
function tellingLetters(
  sample: string,
  script: string,
  { letters: base, alphabets }: SharedScript,
): ReadonlyMap<string, number> {
  const telling = new Set(alphabets.flatMap(({ letters }) => [...letters]))
  for (const each of base) telling.delete(each)
  const letters = sample.match(letterByScript.get(script) ?? letter) ?? []
  const shares = new Map<string, number>()
  for (const each of letters) {
    if (telling.has(each)) shares.set(each, (shares.get(each) ?? 0) + 1 / letters.length)
  }
  return shares
}

/** How much of a text is letters that an alphabet lacks and another of its script has. */
function foreignShare(own: string, telling: ReadonlyMap<string, number>): number {
  return [...telling].reduce((sum, [each, share]) => (own.includes(each) ? sum : sum + share), 0)
}

/** The words in one script; franc would otherwise go by the script that it finds most of. */
function onlyIn(script: string, sample: string): string {
  return sample.replace(new RegExp(`[^\\p{Script=${script}}\\p{M}]+`, 'gu'), ' ')
}
