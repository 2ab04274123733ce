import * as v from 'valibot'

/** The path of a file or folder. No system has one with NUL in it. */
export const PathSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(4096), v.excludes('\0'))
