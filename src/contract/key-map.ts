import * as v from 'valibot'

/** A chord as the table of commands writes it, such as `Mod+Shift+ArrowRight`. */
export const KeySchema = v.pipe(v.string(), v.minLength(1), v.maxLength(60))

/** The keys of the commands that do not keep their own, by the command's id; none means no key. */
export const KeyMapSchema = v.pipe(
  v.record(
    v.pipe(v.string(), v.maxLength(60)),
    v.pipe(v.array(KeySchema), v.maxLength(8), v.readonly()),
  ),
  v.readonly(),
)
export type KeyMap = v.InferOutput<typeof KeyMapSchema>
