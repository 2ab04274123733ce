import type { Article } from '../../src/core/article/article.ts'
import type { Random } from '../bench/reader/documents/random.ts'
import { articleWith } from '../support/builders.ts'
import { NEWS } from '../support/news-samples.ts'

/** What makes an offset in UTF-16, in code points and in bytes another number each. */
const SIGNS = ['😀', '👩‍👩‍👧', '👍🏽', '🇹🇷', '𝒳', 'e\u0301', 'a\u0308\u0323', 'क्षि', '©', '\u200D']

const PARAGRAPHS = 8
/** The share of words with a sign after them. */
const SIGNED = 0.2

/** Articles in many scripts, strewn with emoji and combining marks; no two are the same. */
export function makeArticles(count: number, random: Random): readonly Article[] {
  return Array.from({ length: count }, (_, index) => {
    const paragraphs = random.shuffled(NEWS).slice(0, PARAGRAPHS)
    const text = paragraphs.map(([, paragraph]) => strewn(paragraph, random)).join('\r\n\r\n')
    return articleWith(`${index + 1} 🙂 ${text}\n`, `Article ${index + 1}`)
  })
}

function strewn(text: string, random: Random): string {
  const words = text.split(' ')
  return words
    .map((word) => (random.next() < SIGNED ? `${word}${random.pick(SIGNS)}` : word))
    .join(' ')
}
