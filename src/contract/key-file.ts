import * as v from 'valibot'
import { describeIssue } from '../core/schema-issues.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { shorten } from '../core/text/shorten.ts'
import { canonicalChord } from './chord.ts'
import { COMMANDS, isCommandId } from './commands.ts'
import { keysOf, KEYS_PER_COMMAND, tidyKeyMap, type KeyMap } from './key-map.ts'

/** The name that a file of keys is proposed to have. */
export const KEY_FILE_NAME = 'rubricator-keys.json'

const FORMAT_NAME = 'rubricator-keys'
const VERSION = 1

/** A file of keys is a few kilobytes; a larger one is another file, chosen by mistake. */
const LARGEST_TEXT = 100_000

/** Longer than any format or key that somebody means. */
const LONGEST_QUOTE = 60

/** What a file of keys holds. */
export interface KeyFile {
  readonly keys: KeyMap
  /** Names in the file that are no commands of this version; they are left out. */
  readonly unknown: readonly string[]
}

const KeyFileSchema = v.strictObject({
  format: v.string(),
  keys: v.record(v.string(), v.array(v.string())),
})

/**
 * Writes the keys of every command as JSON: also those that nobody changed, so that the file can be
 * read and edited by itself, and means the same to a later version with other keys of its own.
 * Sorted by id, so that the same keys always give the same bytes.
 */
export function writeKeyFile(map: KeyMap): string {
  const ids = COMMANDS.map(({ id }) => id).toSorted()
  const lines = ids.map((id) => `    ${JSON.stringify(id)}: [${chordsOf(keysOf(id, map))}]`)
  const format = JSON.stringify(`${FORMAT_NAME}/${VERSION}`)
  return `{\n  "format": ${format},\n  "keys": {\n${lines.join(',\n')}\n  }\n}\n`
}

/**
 * Reads a file of keys. Commands that it does not name keep their own keys.
 * @returns What it holds; or why it cannot be used, as a sentence without its name, with the line or
 * the field where there is one.
 */
export function parseKeyFile(text: string): Result<KeyFile, string> {
  if (text.length > LARGEST_TEXT) return fail('It is too large to be a file of keys.')
  const json = parseJson(text)
  if (!json.ok) return json
  const parsed = v.safeParse(KeyFileSchema, json.value)
  if (!parsed.success) return fail(`It is no file of keys: ${describeIssue(parsed.issues)}.`)
  const { format, keys } = parsed.output
  const version = formatVersion(format)
  if (version === undefined) {
    return fail(
      `It is no file of keys: its format is "${quoted(format)}", not "${FORMAT_NAME}/${VERSION}".`,
    )
  }
  if (version > VERSION) return fail('It was written by a newer version of the program.')
  for (const [id, chords] of Object.entries(keys)) {
    const problem = isCommandId(id) ? problemOf(chords) : undefined
    if (problem !== undefined) return fail(`Line ${lineOf(text, id)}, "${id}": ${problem}.`)
  }
  return ok({
    keys: tidyKeyMap(keys),
    unknown: Object.keys(keys).filter((id) => !isCommandId(id)),
  })
}

function chordsOf(chords: readonly string[]): string {
  return chords.map((chord) => JSON.stringify(chord)).join(', ')
}

function formatVersion(format: string): number | undefined {
  const [, name, version] = /^(.+)\/([1-9]\d{0,5})$/.exec(format) ?? []
  return name === FORMAT_NAME ? Number(version) : undefined
}

function problemOf(chords: readonly string[]): string | undefined {
  if (chords.length > KEYS_PER_COMMAND) return `more than ${KEYS_PER_COMMAND} keys`
  const wrong = chords.find((chord) => canonicalChord(chord) === undefined)
  return wrong === undefined ? undefined : `"${quoted(wrong)}" is no key that a command can have`
}

/** What a sentence quotes of a file: it may hold anything. */
function quoted(text: string): string {
  return shorten(text, LONGEST_QUOTE)
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    // Engines that know the place tell it in these words.
    const offset = /at position (\d+)/.exec(error.message)?.[1]
    if (offset === undefined) return fail('It is not JSON, or ends in the middle.')
    return fail(`It is not JSON from line ${text.slice(0, Number(offset)).split('\n').length} on.`)
  }
}

/** The line on which a command is named, from 1. */
function lineOf(text: string, id: string): number {
  return text.slice(0, Math.max(0, text.indexOf(JSON.stringify(id)))).split('\n').length
}
