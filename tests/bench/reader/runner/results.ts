import { joined, type Outcomes } from './outcome.ts'

interface Run {
  readonly contestant: string
  readonly document: string
  readonly outcomes: Outcomes
  readonly errors: readonly string[]
}

/** Everything that was measured. */
export class Results {
  browser = ''
  readonly #runs: Run[] = []

  add(
    contestant: string,
    document: string,
    outcomes: Outcomes,
    { version, errors }: { readonly version: string; readonly errors: readonly string[] },
  ): void {
    this.browser = version
    this.#runs.push({ contestant, document, outcomes, errors })
  }

  /** All rounds as one; undefined when it was not measured. */
  of(contestant: string, document: string): Outcomes | undefined {
    const runs = this.#runsOf(contestant, document)
    return runs.length === 0 ? undefined : joined(runs.map(({ outcomes }) => outcomes))
  }

  /** Whether a contestant did not even open the document in time: it is not made to try again. */
  isHopeless(contestant: string, document: string): boolean {
    return this.#runsOf(contestant, document).some(({ outcomes }) => outcomes.open.type === 'over')
  }

  /** What pages complained about, each once. */
  errorsOf(contestant: string): readonly string[] {
    const all = this.#runs.filter((run) => run.contestant === contestant)
    return [...new Set(all.flatMap(({ errors }) => errors))]
  }

  toJSON(): readonly Run[] {
    return this.#runs
  }

  #runsOf(contestant: string, document: string): readonly Run[] {
    return this.#runs.filter((run) => run.contestant === contestant && run.document === document)
  }
}
