import * as v from 'valibot'
import { IdentifierSchema } from '../identifier.ts'
import { fail, ok, type Result } from '../result.ts'
import { TrimmedSchema } from '../trimmed.ts'
import { DirectionSchema } from './direction.ts'
import { LanguageSchema } from './languages.ts'

/**
 * When an article was published: an ISO 8601 date, or a date and time with or without its offset
 * from UTC, as far as its source tells.
 */
export const PublishedSchema = v.pipe(
  v.string(),
  v.check(
    isCalendarInstant,
    'a publication date reads like 2020-02-28, 2020-02-28T07:03 or 2020-02-28T07:03:00+08:00',
  ),
)

const PUBLISHED =
  /^(\d{4})-(\d{2})-(\d{2})(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/

function isCalendarInstant(value: string): boolean {
  const parts = PUBLISHED.exec(value)
  if (parts === null) return false
  const [year, month, day] = parts.slice(1, 4).map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** The file that a text came from, with the folders below the one imported; `/` between them. */
export const SourceSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(1024))

/** What a person may change about an article; the keys are in the order in which they are written. */
export const MetadataSchema = v.strictObject({
  title: v.pipe(TrimmedSchema, v.minLength(1), v.maxLength(500)),
  outlet: v.nullable(v.pipe(TrimmedSchema, v.minLength(1), v.maxLength(200))),
  published: v.nullable(PublishedSchema),
  /** Null when it is not stated: the program then goes by what it detects. */
  language: v.nullable(LanguageSchema),
  /** Null when each paragraph goes by its own first strong letter. */
  direction: DirectionSchema,
  source: v.nullable(SourceSchema),
})
export type Metadata = Readonly<v.InferOutput<typeof MetadataSchema>>

/** Metadata as a file holds it: those from before articles had a language and a direction lack both. */
export const StoredMetadataSchema = v.strictObject({
  ...MetadataSchema.entries,
  language: v.optional(MetadataSchema.entries.language, null),
  direction: v.optional(MetadataSchema.entries.direction, null),
})

const EDITABLE = ['title', 'outlet', 'published', 'language', 'direction'] as const

/**
 * Checks what a person typed into an article's metadata; white space around it does not count, and
 * an empty field means that it is not known, or left to the program.
 * @returns The metadata without its source, or which field to put right and how.
 */
export function readMetadata(
  typed: Readonly<Record<(typeof EDITABLE)[number], string | null>>,
): Result<Omit<Metadata, 'source'>, MetadataProblem> {
  const title = typed.title?.replaceAll(/\s+/g, ' ').trim() ?? ''
  const parsed = v.safeParse(v.omit(MetadataSchema, ['source']), {
    title,
    outlet: typed.outlet?.trim() || null,
    published: typed.published?.trim() || null,
    language: typed.language?.trim() || null,
    direction: typed.direction?.trim() || null,
  })
  if (parsed.success) return ok(parsed.output)
  const [issue] = parsed.issues
  const field = EDITABLE.find((name) => name === issue.path?.[0].key) ?? 'title'
  return fail({ field, message: title === '' ? 'an article needs a title' : issue.message })
}

/** A field of the metadata that cannot stay as it was typed. */
export interface MetadataProblem {
  readonly field: (typeof EDITABLE)[number]
  readonly message: string
}

export const Sha256Schema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 has 64 hex digits in lower case'),
)

/** One article; its text never changes. Its file is this object after its format and version. */
export const ArticleSchema = v.strictObject({
  format: v.literal('rubricator-article/1'),
  id: IdentifierSchema,
  text: v.pipe(v.string(), v.minLength(1)),
  /** Of the text's UTF-8 bytes, in lower-case hex. */
  text_sha256: Sha256Schema,
  meta: StoredMetadataSchema,
  imported: v.strictObject({
    at: v.pipe(v.string(), v.isoTimestamp()),
    /** The encoding that the source file's bytes were read in; null for articles out of JSONL. */
    encoding: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(40))),
  }),
})
export type Article = Readonly<v.InferOutput<typeof ArticleSchema>>

/** The same as a file holds it: what older files do not say is missing. */
export type WrittenArticle = Readonly<v.InferInput<typeof ArticleSchema>>

/** The id of an article whose text has this hash. */
export function articleIdFor(sha256: string): string {
  return sha256.slice(0, 16)
}
