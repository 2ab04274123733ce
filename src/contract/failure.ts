import type { Result } from '../core/result.ts'

/** Why a call did not do what it was asked; the message is written for the person at the window. */
export interface CallFailure {
  readonly code:
    /** The arguments do not fit the call's schema, or the call does not exist. */
    | 'invalid-call'
    /** This window may only look. */
    | 'read-only'
    /** No project or no annotator yet. */
    | 'not-ready'
    | 'not-found'
    /** The set has moved on since the revision that the change was made on. */
    | 'conflict'
    /** The change does not fit the set or the project. */
    | 'refused'
    /** The disk did not take it; trying again may help. */
    | 'storage'
    /** This host cannot do it. */
    | 'unsupported'
    /** A bug, or a connection that broke. */
    | 'internal'
  readonly message: string
}

export type CallResult<T> = Result<T, CallFailure>
