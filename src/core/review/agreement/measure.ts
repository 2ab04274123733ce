/** A figure, or why there is none: a figure that is not defined is never told as 0, 1 or NaN. */
export type Measure = number | { readonly undefined: string }

/** Whether a measure is a figure. */
export function isDefined(measure: Measure): measure is number {
  return typeof measure === 'number'
}

/** A measure without a figure, for this reason. */
export function notDefined(reason: string): Measure {
  return { undefined: reason }
}

/** Why a coefficient that corrects for chance has no figure when chance alone agrees always. */
export const ONE_CATEGORY = 'there is only one category, so chance alone agrees always'
export const NO_UNITS = 'there is no text that two annotators have opened'
export const NO_SPANS = 'there are no spans'
