/**
 * A part of a rule: a text; another rule by its name; or a marked stretch with a label. How they are
 * written: `{place}` is the rule "place", `<actor|the {office}>` a stretch to be marked as an actor.
 */
export type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'rule'; readonly name: string }
  | { readonly type: 'mark'; readonly label: string; readonly parts: readonly Part[] }

/** A rule's ways to be written, one of which is taken by chance. */
export type Rules = Readonly<Record<string, readonly string[]>>

/** The same, read. */
export type Grammar = ReadonlyMap<string, readonly (readonly Part[])[]>

/** @throws SyntaxError when a rule is not well written, or names one that is not there. */
export function readGrammar(rules: Rules): Grammar {
  const grammar = new Map(
    Object.entries(rules).map(([name, ways]) => [name, ways.map((way) => new Reading(way).all())]),
  )
  for (const name of [...grammar.values()].flat(2).flatMap((part) => rulesIn(part))) {
    if (!grammar.has(name)) throw new SyntaxError(`There is no rule "${name}"`)
  }
  return grammar
}

function rulesIn(part: Part): readonly string[] {
  if (part.type === 'rule') return [part.name]
  return part.type === 'mark' ? part.parts.flatMap((inner) => rulesIn(inner)) : []
}

/** One way of a rule while it is read. */
class Reading {
  readonly #way: string
  #at = 0

  constructor(way: string) {
    this.#way = way
  }

  all(): readonly Part[] {
    const parts = this.#parts()
    if (this.#at < this.#way.length) throw new SyntaxError(`A ">" too many in "${this.#way}"`)
    return parts
  }

  #parts(): readonly Part[] {
    const parts: Part[] = []
    while (this.#at < this.#way.length && this.#way[this.#at] !== '>') parts.push(this.#part())
    return parts
  }

  #part(): Part {
    const first = this.#way[this.#at]
    if (first === '{') {
      this.#at++
      const name = this.#until('}')
      this.#at++
      return { type: 'rule', name }
    }
    if (first !== '<') return { type: 'text', text: this.#until('{<>') }
    this.#at++
    const label = this.#until('|')
    this.#at++
    const parts = this.#parts()
    if (this.#way[this.#at] !== '>') throw new SyntaxError(`A ">" is missing in "${this.#way}"`)
    this.#at++
    return { type: 'mark', label, parts }
  }

  /** Reads on to one of some signs, or to the end. */
  #until(signs: string): string {
    const from = this.#at
    while (this.#at < this.#way.length && !signs.includes(this.#way.charAt(this.#at))) this.#at++
    return this.#way.slice(from, this.#at)
  }
}
