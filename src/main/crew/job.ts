/**
 * A piece of long work that a thread of its own can do: what goes in and what comes out is cloned.
 * Everything else it needs it finds on disk.
 */
export interface Job<Input, Output> {
  /** By which the thread finds it. */
  readonly name: string
  run(input: Input): Promise<Output>
}

/** A job whose input and output are nobody's business here. */
export type AnyJob = Job<never, unknown>

/** What a thread is told to do. */
export interface Order {
  readonly job: string
  readonly input: unknown
}

/** What a thread answers. */
export type Answer =
  | { readonly type: 'done'; readonly output: unknown }
  | {
      readonly type: 'failed'
      readonly storage: boolean
      readonly message: string
      readonly stack: string
    }
