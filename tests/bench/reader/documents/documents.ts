import type { BenchDocument, BenchPlace, BenchSpan } from './document.ts'
import { cut, Prose, wordsOf, type Word } from './prose.ts'
import { Random } from './random.ts'
import { spansHeapedOn, spansOver } from './spans.ts'

/** The documents of the bench, and what each is there for. */
export const DOCUMENTS = {
  D1: { title: '5,000 characters, 100 spans', make: ordinary(5_000, 100) },
  D2: { title: '50,000 characters, 1,000 spans', make: ordinary(50_000, 1_000) },
  D3: { title: '500,000 characters, 10,000 spans', make: ordinary(500_000, 10_000) },
  D4: {
    title: 'one paragraph of 200,000 characters, 4,000 spans',
    make: (random: Random) => {
      const text = cut(new Prose(random).paragraph(200_000), 200_000)
      return { text, spans: spansOver(wordsOf(text), 4_000, random) }
    },
  },
  D5: {
    title: '5,000 characters, 500 spans on one sentence of 40 words',
    make: (random: Random) => {
      const prose = new Prose(random)
      const sentence = prose.sentence(40)
      const text = `${sentence}\n\n${prose.article(5_000 - sentence.length - 2)}`
      return { text, spans: spansHeapedOn(wordsOf(sentence), 500, random) }
    },
  },
} as const satisfies Record<string, { title: string; make: Maker }>

export type DocumentName = keyof typeof DOCUMENTS

type Maker = (random: Random) => { readonly text: string; readonly spans: readonly BenchSpan[] }

function ordinary(length: number, count: number): Maker {
  return (random) => {
    const text = new Prose(random).article(length)
    return { text, spans: spansOver(wordsOf(text), count, random) }
  }
}

/** The document of a name, to the character the same for the same seed. */
export function makeDocument(name: DocumentName, seed: number): BenchDocument {
  return finished(name, DOCUMENTS[name].make, seed)
}

/** What every contestant opens first, so that code is compiled and fonts are loaded. */
export function makeWarmUp(seed: number): BenchDocument {
  return finished('warm-up', ordinary(2_000, 40), seed)
}

function finished(id: string, make: Maker, seed: number): BenchDocument {
  // No two begin with the same words: otherwise the one before would pass for the one that is opened.
  const own = [...id].reduce((sum, character) => sum * 31 + character.charCodeAt(0), seed)
  const { text, spans } = make(new Random(own))
  return { id, text, spans, places: placesIn(wordsOf(text)) }
}

/** How many words after its end a span's end may be moved to. */
const FURTHER = 3

/** Pairs of words near the beginning, each apart from the one before. */
function placesIn(words: readonly Word[]): readonly BenchPlace[] {
  return words.slice(2, 36).flatMap((word, index) => {
    const end = words[index + 3]?.end
    if (index % 2 === 1 || end === undefined) return []
    const further = words.slice(index + 4, index + 4 + FURTHER).map((next) => next.end)
    return [{ start: word.start, end, further }]
  })
}
