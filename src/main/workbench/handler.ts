import type { CallArguments, CallName, CallReply } from '../../contract/calls.ts'
import type { CallResult } from '../../contract/failure.ts'
import type { WindowHost } from './host.ts'
import type { Workbench } from './workbench.ts'

/** What a call works on: the application, and the window that asks. */
export interface CallContext {
  readonly workbench: Workbench
  readonly host: WindowHost
}

/** Replies are handed out as they lie in memory; nobody may change them. */
type DeepReadonly<T> = T extends readonly (infer Element)[]
  ? readonly DeepReadonly<Element>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T

/** Does one call, whose arguments have been parsed by its schema. */
export type Handler<N extends CallName> = (
  context: CallContext,
  args: CallArguments<N>,
) => Promise<CallResult<DeepReadonly<CallReply<N>>>>

/** Handlers of some of the calls, each under its name. */
export type Handlers<N extends CallName> = { readonly [Name in N]: Handler<Name> }
