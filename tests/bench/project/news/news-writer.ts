import type { Random } from '../../reader/documents/random.ts'
import type { Grammar, Part } from './grammar.ts'

/** A stretch that a person would mark, in UTF-16 code units. */
export interface Mark {
  readonly label: string
  readonly start: number
  readonly end: number
}

export interface News {
  readonly title: string
  readonly text: string
  /** Sorted by where they start; some lie within others. */
  readonly marks: readonly Mark[]
}

export interface Wanted {
  /** About this many UTF-16 code units. */
  readonly length: number
  /** At least so many marks; the text is longer where it needs to be. */
  readonly marks: number
  /** Stands at the end of some sentences; empty for plain words. */
  readonly signs: readonly string[]
}

const SIGNED_SENTENCES = 0.1
const PARAGRAPH = { least: 2, most: 6 }

/** Writes an article by a grammar with the rules "title" and "sentence". */
export function writeNews(grammar: Grammar, random: Random, wanted: Wanted): News {
  const title = new Sheet(grammar, random)
  title.write('title')
  const sheet = new Sheet(grammar, random)
  let left = random.between(PARAGRAPH.least, PARAGRAPH.most)
  while (sheet.text.length < wanted.length || sheet.marks.length < wanted.marks) {
    sheet.write('sentence')
    if (wanted.signs.length > 0 && random.next() < SIGNED_SENTENCES) {
      sheet.add(` ${random.pick(wanted.signs)}`)
    }
    const isParagraph = --left === 0
    if (isParagraph) left = random.between(PARAGRAPH.least, PARAGRAPH.most)
    sheet.add(isParagraph ? '\n\n' : ' ')
  }
  const text = `${sheet.text.trimEnd()}\n`
  return {
    title: title.text,
    text,
    marks: sheet.marks.toSorted((a, b) => a.start - b.start || b.end - a.end),
  }
}

/** What has been written so far. */
class Sheet {
  text = ''
  readonly marks: Mark[] = []
  readonly #grammar: Grammar
  readonly #random: Random

  constructor(grammar: Grammar, random: Random) {
    this.#grammar = grammar
    this.#random = random
  }

  add(text: string): void {
    this.text += text
  }

  /** Adds one way of a rule, beginning with a capital letter where the script has them. */
  write(rule: string): void {
    const from = this.text.length
    this.#rule(rule)
    const first = this.text.slice(from).search(/\p{Letter}/u)
    if (first === -1) return
    const at = from + first
    const capital = this.text.charAt(at).toUpperCase()
    this.text = this.text.slice(0, at) + capital + this.text.slice(at + 1)
  }

  #rule(name: string): void {
    const ways = this.#grammar.get(name)
    if (ways === undefined) throw new RangeError(`There is no rule "${name}"`)
    for (const part of this.#random.pick(ways)) this.#part(part)
  }

  #part(part: Part): void {
    if (part.type === 'text') this.text += part.text
    else if (part.type === 'rule') this.#rule(part.name)
    else {
      const start = this.text.length
      for (const inner of part.parts) this.#part(inner)
      this.marks.push({ label: part.label, start, end: this.text.length })
    }
  }
}
