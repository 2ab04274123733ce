import * as v from 'valibot'
import { fail, ok, type Result } from '../../core/result.ts'
import { describeIssue } from '../../core/schema-issues.ts'
import { shorten } from '../../core/text/shorten.ts'

/** Longer than any format: a sentence may quote what a file holds, but not megabytes of it. */
const LONGEST_QUOTE = 60

/** What one kind of file holds and how its JSON becomes the program's data. */
export interface FileKind<T> {
  /** The name of the format without its version: "rubricator-article". */
  readonly name: string
  /** The version that this program writes. */
  readonly version: number
  /** Keys whose arrays are written one element a line. */
  readonly rows: ReadonlySet<string>
  /**
   * Leads older versions forward, one version a step: `migrations[1]` makes version 2 of version 1.
   */
  readonly migrations: Readonly<Record<number, (json: object) => object>>
  /**
   * Whether the content of this program's version is complete in itself. What is wrong with it
   * otherwise lies in what it refers to, and not in the file.
   */
  isWhole(json: unknown): boolean
  /** @returns What is written, in the order in which it is written. */
  encode(data: T): object
  /** @returns The data, or a sentence that says what is wrong with the file. */
  decode(json: unknown): Result<T, string>
}

/**
 * A kind of file whose JSON is the program's data as it stands.
 * @param migrations - One for each version before this program's.
 */
export function plainKind<T extends object>(
  name: string,
  rows: readonly string[],
  schema: v.GenericSchema<unknown, T>,
  migrations: FileKind<T>['migrations'] = {},
): FileKind<T> {
  return {
    name,
    version: Object.keys(migrations).length + 1,
    rows: new Set(rows),
    migrations,
    isWhole: (json) => v.is(schema, json),
    encode: (data) => data,
    decode: (json) => checkSchema(schema, json),
  }
}

/** Checks a value against a schema. @returns The value, or a sentence about the first problem. */
export function checkSchema<T>(
  schema: v.GenericSchema<unknown, T>,
  json: unknown,
): Result<T, string> {
  const parsed = v.safeParse(schema, json, { abortEarly: true })
  return parsed.success ? ok(parsed.output) : fail(describeIssue(parsed.issues))
}

/**
 * Reads a file's JSON: refuses other formats and newer versions, leads older ones forward, checks.
 * @returns The data, or a sentence that says what is wrong with the file.
 */
export function readKind<T>(kind: FileKind<T>, json: unknown): Result<T, string> {
  const migrated = migrate(kind, json)
  return migrated.ok ? kind.decode(migrated.value) : migrated
}

/** Whether JSON that `readKind` refuses is a damaged file of this kind, and not a sound other one. */
export function isDamaged<T>(kind: FileKind<T>, json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('format' in json)) return true
  const migrated = migrate(kind, json)
  return migrated.ok && !kind.isWhole(migrated.value)
}

/** @returns The JSON as this program's version of the format has it. */
function migrate<T>(kind: FileKind<T>, json: unknown): Result<object, string> {
  if (typeof json !== 'object' || json === null || !('format' in json)) {
    return fail(`it has no "format"; "${kind.name}/${kind.version}" is expected`)
  }
  const { format } = json
  // Only a string is written out: anything else may be nested beyond what can be.
  const [name, number] = typeof format === 'string' ? format.split('/') : []
  const version = /^[1-9]\d{0,5}$/.test(number ?? '') ? Number(number) : 0
  if (name !== kind.name || version === 0) {
    return fail(`its format is ${describe(format)}, not "${kind.name}/${kind.version}"`)
  }
  if (version > kind.version) {
    return fail(`it was made by a newer Rubricator ("${name}/${version}"): update the program`)
  }
  let migrated: object = json
  for (let from = version; from < kind.version; from++) {
    const step = kind.migrations[from]
    if (step === undefined) return fail(`its format "${name}/${version}" is too old to be read`)
    migrated = step(migrated)
  }
  return ok(migrated)
}

function describe(format: unknown): string {
  if (typeof format === 'string') return JSON.stringify(shorten(format, LONGEST_QUOTE))
  const isPlain = typeof format === 'number' || typeof format === 'boolean'
  return isPlain ? String(format) : 'no text'
}
