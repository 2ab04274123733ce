import * as v from 'valibot'
import { fail, ok, type Result } from '../../core/result.ts'
import { describeIssue } from '../../core/schema-issues.ts'
import { shorten } from '../../core/text/shorten.ts'
import { stableJson, type WrittenRows } from './stable-json.ts'

/** Longer than any format: a sentence may quote what a file holds, but not megabytes of it. */
const LONGEST_QUOTE = 60

/** What can be said of one kind of file by itself, whatever it refers to. */
export interface FileFormat {
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
  /** What JSON of this program's version looks like; its keys are in the order of writing. */
  readonly schema: v.GenericSchema<unknown, object>
  /** What stands for parts of a newer version that this program cannot read, to show the others. */
  readonly spare: Readonly<Record<string, unknown>>
}

/** What one kind of file holds and how its JSON becomes the program's data. */
export interface FileKind<T> extends FileFormat {
  /** Rows of this file that have been written before. */
  readonly written?: WrittenRows | undefined
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

/** What a file of a kind holds, as it is written. */
export function encodeFile<T>(kind: FileKind<T>, data: T): string {
  return stableJson(kind.encode(data), kind.rows)
}

/** A format whose version is the one after its last migration. */
export function formatOf<S extends v.GenericSchema<unknown, object>>(
  name: string,
  rows: readonly string[],
  schema: S,
  { migrations = {}, spare = {} }: Partial<Pick<FileFormat, 'migrations' | 'spare'>> = {},
): FileFormat & { readonly schema: S } {
  const version = Object.keys(migrations).length + 1
  return { name, version, rows: new Set(rows), migrations, schema, spare }
}

/** A kind of file whose JSON is the program's data as it stands. */
export function plainKind<T extends object>(
  format: FileFormat & { readonly schema: v.GenericSchema<unknown, T> },
): FileKind<T> {
  return {
    ...format,
    isWhole: (json) => v.is(format.schema, json),
    encode: (data) => data,
    decode: (json) => checkSchema(format.schema, json),
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

/** @returns The JSON as this program's version of the format has it, or why it has no such form. */
function migrate(kind: FileFormat, json: unknown): Result<object, string> {
  const version = versionOf(kind, json)
  if (!version.ok) return version
  if (version.value > kind.version) {
    const newer = `${kind.name}/${version.value}`
    return fail(`it was made by a newer Rubricator ("${newer}"): update the program`)
  }
  let migrated = json as object
  for (let from = version.value; from < kind.version; from++) {
    const step = kind.migrations[from]
    if (step === undefined) {
      return fail(`its format "${kind.name}/${version.value}" is too old to be read`)
    }
    migrated = step(migrated)
  }
  return ok(migrated)
}

/** @returns The version that a file says it has, or why it is no file of this format. */
export function versionOf(kind: FileFormat, json: unknown): Result<number, string> {
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
  return ok(version)
}

/**
 * Leads the JSON of an older version forward without the data that it refers to.
 * @returns What is written in its place; null when there is nothing to do or it is not what its
 * format says.
 */
export function modernise(format: FileFormat, json: unknown): object | null {
  const version = versionOf(format, json)
  if (!version.ok || version.value >= format.version) return null
  const migrated = migrate(format, json)
  const parsed = migrated.ok && v.safeParse(format.schema, migrated.value)
  return parsed && parsed.success ? parsed.output : null
}

function describe(format: unknown): string {
  if (typeof format === 'string') return JSON.stringify(shorten(format, LONGEST_QUOTE))
  const isPlain = typeof format === 'number' || typeof format === 'boolean'
  return isPlain ? String(format) : 'no text'
}
