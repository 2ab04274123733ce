import type { CallArguments, CallName, CallReply } from '../../src/contract/calls.ts'
import type { Bridge, WorkbenchEvent } from '../../src/contract/events.ts'
import type { CallResult } from '../../src/contract/failure.ts'

type Answers = {
  [N in CallName]?: (
    args: CallArguments<N>,
  ) => CallResult<CallReply<N>> | Promise<CallResult<CallReply<N>>>
}

/** A host that answers what the test says, and keeps what it was asked. */
export class FakeBridge implements Bridge {
  readonly asked: { readonly name: CallName; readonly args: unknown }[] = []
  readonly answers: Answers
  readonly #listeners = new Set<(event: WorkbenchEvent) => void>()

  constructor(answers: Answers) {
    this.answers = answers
  }

  /** The arguments of every call of one name. */
  argumentsOf<N extends CallName>(name: N): readonly CallArguments<N>[] {
    return this.asked
      .filter((call) => call.name === name)
      .map(({ args }) => args as CallArguments<N>)
  }

  async call<N extends CallName>(
    name: N,
    args: CallArguments<N>,
  ): Promise<CallResult<CallReply<N>>> {
    this.asked.push({ name, args })
    const answer: Answers[N] = this.answers[name]
    if (answer === undefined) throw new RangeError(`The test does not answer ${name}`)
    return answer(args)
  }

  subscribe(listener: (event: WorkbenchEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Tells the window something, as the host does. */
  emit(event: WorkbenchEvent): void {
    for (const listener of this.#listeners) listener(event)
  }
}
