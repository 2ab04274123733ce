import type { CallArguments, CallName, CallReply } from '../../contract/calls.ts'
import type { Bridge } from '../../contract/events.ts'
import type { CallFailure } from '../../contract/failure.ts'

/** A call that was answered with a failure; the message is for the person at the window. */
export class CallError extends Error {
  override readonly name = 'CallError'
  readonly code: CallFailure['code']

  constructor(failure: CallFailure) {
    super(failure.message)
    this.code = failure.code
  }
}

/** The window's one way to the main process. */
export class Client {
  readonly #bridge: Bridge

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }

  /** @throws CallError when the call is answered with a failure. */
  async call<N extends CallName>(name: N, args: CallArguments<N>): Promise<CallReply<N>> {
    const result = await this.#bridge.call(name, args)
    if (!result.ok) throw new CallError(result.error)
    return result.value
  }

  subscribe(...args: Parameters<Bridge['subscribe']>): () => void {
    return this.#bridge.subscribe(...args)
  }
}
