import { fail, type Result } from '../../../core/result.ts'
import { versionOf, type FileFormat, type FileKind } from '../file-kind.ts'
import { knownParts } from './known-parts.ts'

/** @returns The format that a file of a newer program says it has: "rubricator-project/3"; else null. */
export function newerFormatOf(format: FileFormat, json: unknown): string | null {
  const version = versionOf(format, json)
  return version.ok && version.value > format.version ? `${format.name}/${version.value}` : null
}

/**
 * Reads of a newer file what this program knows of its format, to show it and never to write it: keys
 * that are not known are passed over, and where the rest does not fit, so are the parts that the format
 * can spare.
 * @returns The data, or a sentence that says why not even that can be read.
 */
export function readNewer<T>(kind: FileKind<T>, json: object): Result<T, string> {
  const present = { ...json, format: `${kind.name}/${kind.version}` }
  const known = knownParts(kind.schema, present) as object
  const read = kind.decode(known)
  if (read.ok) return read
  const spared = kind.decode({ ...known, ...kind.spare })
  if (spared.ok) return spared
  const format = newerFormatOf(kind, json)
  return fail(`it was made by a newer Rubricator ("${format}"): update the program (${read.error})`)
}
