import type { CallArguments, CallName, CallReply } from '../../contract/calls.ts'
import type { Bridge } from '../../contract/events.ts'
import type { CallFailure, CallResult } from '../../contract/failure.ts'
import { fail } from '../../core/result.ts'

/** A call that was answered with a failure; the message is for the person at the window. */
export class CallError extends Error {
  override readonly name = 'CallError'
  readonly code: CallFailure['code']

  constructor(failure: CallFailure) {
    super(failure.message)
    this.code = failure.code
  }
}

/** Makes a call whose failure is shown to the person; undefined when it failed. */
export type Ask = <N extends CallName>(
  name: N,
  args: CallArguments<N>,
) => Promise<CallReply<N> | undefined>

/** The window's one way to the main process. */
export class Client {
  readonly #bridge: Bridge

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }

  /** @throws CallError when the call is answered with a failure. */
  async call<N extends CallName>(name: N, args: CallArguments<N>): Promise<CallReply<N>> {
    const result = await this.#answer(name, args)
    if (!result.ok) throw new CallError(result.error)
    return result.value
  }

  /** A bridge that breaks is a failure like any other, after which one may try again. */
  async #answer<N extends CallName>(
    name: N,
    args: CallArguments<N>,
  ): Promise<CallResult<CallReply<N>>> {
    try {
      return await this.#bridge.call(name, args)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return fail({ code: 'internal', message: `The program did not answer: ${reason}` })
    }
  }

  subscribe(...args: Parameters<Bridge['subscribe']>): () => void {
    return this.#bridge.subscribe(...args)
  }
}
