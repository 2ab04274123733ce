import * as v from 'valibot'
import { LabelSetSchema } from '../../annotation/label-set.ts'
import { StoredMemorySchema } from '../../annotation/merge/stored-memory.ts'
import { InstantSchema } from '../../annotation/span.ts'
import { Sha256Schema, StoredMetadataSchema } from '../../article/article.ts'
import { escapeLineTerminators } from '../../formats/rubricator/write.ts'
import { IdentifierSchema } from '../../identifier.ts'
import { AnnotatorSchema, ProjectNameSchema } from '../../project/project.ts'
import { fail, ok, type Result } from '../../result.ts'
import { describeIssue } from '../../schema-issues.ts'

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What the file's name ends in: an import tells a pack by what it holds, a person by this. */
export const PACK_ENDING = '.rubricator-pack.jsonl'
export const PACK_FORMAT = 'rubricator-pack/1'

/** The first line of a review pack: what it is, who made it of what, and what follows. */
export const PackHeaderSchema = v.strictObject({
  format: v.literal(PACK_FORMAT),
  offset_unit: v.literal('codepoint'),
  /** The name of the project that it was made of. */
  project: ProjectNameSchema,
  made: InstantSchema,
  /** Null when the program was not told who. */
  by: v.nullable(AnnotatorSchema),
  /** The version of the label set: the SHA-256 of its JSON as written here. */
  labels_sha256: Sha256Schema,
  labels: LabelSetSchema,
  /** Everybody whose sets or words are in it. */
  annotators: v.array(AnnotatorSchema),
  articles: CountSchema,
  sets: CountSchema,
  reviews: CountSchema,
})
export type PackHeader = Readonly<v.InferOutput<typeof PackHeaderSchema>>

/** An article; the lines of its sets and reviews follow upon it. */
export const PackArticleSchema = v.strictObject({
  kind: v.literal('article'),
  text_sha256: Sha256Schema,
  id: IdentifierSchema,
  meta: StoredMetadataSchema,
  /** Null in a pack without texts: then it is known to whoever has the article. */
  text: v.nullable(v.pipe(v.string(), v.minLength(1))),
})
export type PackArticle = Readonly<v.InferOutput<typeof PackArticleSchema>>

/** A line after the first. Files stand in it as a project has them, each with a format of its own. */
export const PackLineSchema = v.variant('kind', [
  PackArticleSchema,
  v.strictObject({
    kind: v.literal('set'),
    text_sha256: Sha256Schema,
    annotator: IdentifierSchema,
    /** The file of the set; read as one of a project is, also one of an older version. */
    set: v.looseObject({ format: v.string() }),
    /** What merges have left beside it. */
    merged: v.nullable(StoredMemorySchema),
  }),
  v.strictObject({
    kind: v.literal('review'),
    text_sha256: Sha256Schema,
    by: IdentifierSchema,
    /** The file of what this person said in the review of the article. */
    log: v.looseObject({ format: v.string() }),
  }),
])
export type PackLine = Readonly<v.InferOutput<typeof PackLineSchema>>

/** How every line after the first begins, so that lines can be told apart without being read. */
const START = /^\{"kind":"(article|set|review)","text_sha256":"([0-9a-f]{64})"/

/** What a line is and which text it is about, by its first characters. */
export interface PackLineStart {
  readonly kind: PackLine['kind']
  readonly sha256: string
}

/** @returns Null where a line does not begin as those of a pack do. */
export function startOfLine(json: string): PackLineStart | null {
  const [, kind, sha256 = ''] = START.exec(json) ?? []
  return kind === 'article' || kind === 'set' || kind === 'review' ? { kind, sha256 } : null
}

/** Whether a file that begins so says that it is a review pack, of whatever version. */
export function isPackStart(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"format"\s*:\s*"rubricator-pack\//.test(text)
}

/** Reads the first line. @returns The header, or a sentence about what is wrong with it. */
export function readHeader(json: string): Result<PackHeader, string> {
  const parsed = parseJson(json)
  if (!parsed.ok) return parsed
  const { format } = Object(parsed.value) as { readonly format?: unknown }
  if (typeof format === 'string' && format !== PACK_FORMAT && isPackStart(json)) {
    return fail('it was made by a newer Rubricator: update the program')
  }
  return checked(PackHeaderSchema, parsed.value)
}

/** Reads a line after the first. @returns The line, or a sentence about what is wrong with it. */
export function readLine(json: string): Result<PackLine, string> {
  const parsed = parseJson(json)
  return parsed.ok ? checked(PackLineSchema, parsed.value) : parsed
}

/** Writes a line with its line feed; the keys of a line stand in the order of its schema. */
export function writeLine(line: PackHeader | PackLine): string {
  return `${escapeLineTerminators(JSON.stringify(line))}\n`
}

function parseJson(json: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(json))
  } catch (error) {
    return fail(`this is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function checked<T>(schema: v.GenericSchema<unknown, T>, json: unknown): Result<T, string> {
  const parsed = v.safeParse(schema, json, { abortEarly: true })
  return parsed.success ? ok(parsed.output) : fail(describeIssue(parsed.issues))
}
