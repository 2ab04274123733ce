import * as v from 'valibot'
import { compareText, InstantSchema } from '../span.ts'

/**
 * When something was changed last: the time by its desk's clock, and a count that tells apart what that
 * clock could not, or told in the wrong order. Along one history stamps only grow.
 */
export const StampSchema = v.strictObject({
  at: InstantSchema,
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
export type Stamp = Readonly<v.InferOutput<typeof StampSchema>>

/** The one order of stamps, on every desk the same. */
export function compareStamps(a: Stamp, b: Stamp): number {
  return compareText(a.at, b.at) || a.count - b.count
}

/**
 * The stamp of a change.
 * @param before - Of the change before; undefined when this is the first.
 * @param at - When it was made. A clock that was set back does not make it older than the one before.
 */
export function nextStamp(before: Stamp | undefined, at: string): Stamp {
  if (before === undefined || compareText(at, before.at) > 0) return { at, count: 0 }
  return { at: before.at, count: before.count + 1 }
}

/** A stamp as a member of a set. */
export function stampKey({ at, count }: Stamp): string {
  return `${at} ${count}`
}
