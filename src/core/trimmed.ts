import * as v from 'valibot'

/** A string as a file holds it: it is refused, and not changed, if a person's typing shows at its ends. */
export const TrimmedSchema = v.pipe(
  v.string(),
  v.check((value) => value === value.trim(), 'it has white space at its beginning or end'),
)
