/** What is measured of each contestant with each document. */
export const MEASURES = [
  'open',
  'add',
  'remove',
  'move',
  'frames',
  'work',
  'layout',
  'jump',
  'heap',
  'elements',
] as const
export type Measure = (typeof MEASURES)[number]

/** What came of one measure. */
export type Outcome =
  | { readonly type: 'measured'; readonly values: readonly number[] }
  /** It was not done when time was up. */
  | { readonly type: 'over'; readonly seconds: number }
  /** The contestant did something, but not what it was asked to. */
  | { readonly type: 'nothing' }
  /** The contestant has no means to do it, or broke; `reason` goes into a footnote. */
  | { readonly type: 'cannot'; readonly reason: string }

/** Everything measured of one contestant with one document. */
export type Outcomes = Readonly<Record<Measure, Outcome>>

/** Gathers the outcomes of one run; what was never reached was not done in time. */
export class OutcomeBook {
  readonly notes: string[] = []
  readonly #outcomes = new Map<Measure, Outcome>()
  readonly #seconds: number

  constructor(seconds: number) {
    this.#seconds = seconds
  }

  /** Adds values to those there are; what did nothing once is not believed any more. */
  add(measure: Measure, ...values: readonly number[]): void {
    const before = this.#outcomes.get(measure)
    if (before?.type === 'nothing') return
    const all = before?.type === 'measured' ? [...before.values, ...values] : values
    this.#outcomes.set(measure, { type: 'measured', values: all })
  }

  set(measure: Measure, outcome: Outcome): void {
    this.#outcomes.set(measure, outcome)
  }

  has(measure: Measure): boolean {
    return this.#outcomes.has(measure)
  }

  /** Says the same of everything that is still open. */
  close(outcome: Outcome = { type: 'over', seconds: this.#seconds }): Outcomes {
    const all = MEASURES.map((measure) => [measure, this.#outcomes.get(measure) ?? outcome])
    return Object.fromEntries(all) as Outcomes
  }
}

/** The outcomes of several rounds as one: all values, or else the first reason why there are none. */
export function joined(rounds: readonly Outcomes[]): Outcomes {
  const all = MEASURES.map((measure) => {
    const outcomes = rounds.map((round) => round[measure])
    const values = outcomes.flatMap((outcome) =>
      outcome.type === 'measured' ? outcome.values : [],
    )
    const failed = outcomes.find(({ type }) => type === 'nothing')
    const outcome: Outcome | undefined =
      failed ?? (values.length > 0 ? { type: 'measured', values } : outcomes[0])
    return [measure, outcome]
  })
  return Object.fromEntries(all) as Outcomes
}
