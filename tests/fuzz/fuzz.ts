import { Random } from '../bench/reader/documents/random.ts'
import type { Target, Verdict } from './target.ts'

export interface FuzzOptions {
  /** Over all targets, in turn. */
  readonly inputs: number
  readonly seed: number
  /** The index of the first input of each target. */
  readonly first?: number
  /** Told before each input, so that one that hangs can be named. */
  readonly onInput?: (target: number, index: number) => void
}

/** An input that the program did not stand. */
export interface Failure {
  readonly target: string
  readonly index: number
  readonly reason: string
  /** JSON, cut where it is long. */
  readonly input: string
}

/** What became of the inputs of one target. */
export interface Row {
  readonly target: string
  readonly inputs: number
  readonly accepted: number
  readonly refused: number
  /** Milliseconds that the slowest input took. */
  readonly slowest: number
  /** How many failed, and the first few of them. */
  readonly failed: number
  readonly failures: readonly Failure[]
}

/** An input that takes longer is a hang to the person who waits. */
const LONGEST = 2000
/** Inputs between two looks at what none may change. */
const BATCH = 1000
const SHOWN_FAILURES = 5
const SHOWN_INPUT = 2000

/** Feeds generated inputs to targets, each in its turn; the same seed gives the same inputs. */
export async function fuzz(
  targets: readonly Target[],
  options: FuzzOptions,
): Promise<readonly Row[]> {
  const runs = targets.map((target) => new Run(target, options))
  const first = options.first ?? 0
  for (let input = 0; input < options.inputs; input++) {
    const turn = input % runs.length
    const index = first + Math.floor(input / runs.length)
    options.onInput?.(turn, index)
    await runs[turn]?.feed(index)
  }
  for (const run of runs) await run.settle()
  return runs.map((run) => run.row())
}

/** One target's part of a run. */
class Run {
  readonly #target: Target
  readonly #seed: number
  readonly #counts = { accepted: 0, refused: 0 }
  readonly #failures: Failure[] = []
  #inputs = 0
  #failed = 0
  #slowest = 0
  #settledAt = 0
  #last = 0

  constructor(target: Target, { seed }: FuzzOptions) {
    this.#target = target
    this.#seed = seed
  }

  async feed(index: number): Promise<void> {
    this.#inputs++
    this.#last = index
    const { verdict, reason, milliseconds: first } = await this.#try(index)
    // A busy machine may stand still for a while: what hangs does so again.
    const again = first > LONGEST ? (await this.#try(index)).milliseconds : first
    const milliseconds = Math.min(first, again)
    this.#slowest = Math.max(this.#slowest, milliseconds)
    if (reason !== null) this.#fail(reason)
    else if (milliseconds > LONGEST) this.#fail('It took too long')
    else if (verdict !== null) this.#counts[verdict]++
    if (this.#inputs % BATCH === 0) await this.settle()
  }

  async settle(): Promise<void> {
    const inputs = this.#inputs - this.#settledAt
    if (inputs === 0) return
    this.#settledAt = this.#inputs
    try {
      await this.#target.settle?.()
    } catch (error) {
      this.#fail(`One of the last ${inputs} inputs: ${reasonOf(error)}`)
    }
  }

  row(): Row {
    return {
      target: this.#target.name,
      inputs: this.#inputs,
      ...this.#counts,
      slowest: this.#slowest,
      failed: this.#failed,
      failures: this.#failures,
    }
  }

  async #try(index: number): Promise<Attempt> {
    const trial = this.#draw(index)
    let verdict: Verdict | null = null
    let reason: string | null = null
    const begun = performance.now()
    try {
      const outcome = trial.run()
      // Most targets answer at once, and waiting for them would cost as much as they do.
      verdict = typeof outcome === 'string' ? outcome : await outcome
    } catch (error) {
      reason = reasonOf(error)
    }
    const milliseconds = performance.now() - begun
    if (isPolluted()) reason = 'Object.prototype was changed'
    return { milliseconds, verdict, reason }
  }

  #draw(index: number): ReturnType<Target['draw']> {
    // Any two numbers give another row of numbers.
    const random = new Random(Math.imul(this.#seed, 0x9e3779b1) ^ Math.imul(index, 0x85ebca6b))
    return this.#target.draw(random, index)
  }

  #fail(reason: string): void {
    this.#failed++
    if (this.#failures.length === SHOWN_FAILURES) return
    const index = this.#last
    const input = shown(this.#draw(index).input)
    this.#failures.push({ target: this.#target.name, index, reason, input })
  }
}

interface Attempt {
  readonly milliseconds: number
  readonly verdict: Verdict | null
  readonly reason: string | null
}

const UNTOUCHED = Object.entries(Object.getOwnPropertyDescriptors(Object.prototype))

/** Whether objects have got something that they did not have at the start. */
function isPolluted(): boolean {
  return (
    Reflect.ownKeys(Object.prototype).length !== UNTOUCHED.length ||
    UNTOUCHED.some(
      ([key, { value }]) => value !== undefined && Reflect.get(Object.prototype, key) !== value,
    )
  )
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** An input as JSON; what JSON has no words for is told in others. */
function shown(input: unknown): string {
  try {
    const json = JSON.stringify(
      input,
      function (this: Record<string, unknown>, key, given: unknown) {
        // The holder is asked because Node's Buffer has turned itself into an array here.
        const original = this[key]
        if (original instanceof Uint8Array) return { hex: hexOf(original) }
        if (typeof given === 'bigint') return `${given}n`
        return typeof given === 'number' && !Number.isFinite(given) ? String(given) : given
      },
    )
    return json.length > SHOWN_INPUT ? `${json.slice(0, SHOWN_INPUT)}… (${json.length})` : json
  } catch (error) {
    return `It cannot be written: ${String(error)}`
  }
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, SHOWN_INPUT)).toString('hex')
}
