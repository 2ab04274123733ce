import * as v from 'valibot'
import { IdentifierSchema } from '../core/identifier.ts'
import { ExportOutcomeSchema } from './models.ts'
import {
  PackChoicesSchema,
  PackPreviewSchema,
  PackSummarySchema,
  PackUndoneSchema,
  TakenPackSchema,
} from './pack-models.ts'
import { PathSchema } from './paths.ts'

const IdsSchema = v.nullable(v.pipe(v.array(IdentifierSchema), v.maxLength(1_000_000)))

/** A pack that was chosen or dropped as a file of an import. */
const STAGED_PACK = {
  import: v.pipe(v.string(), v.uuid()),
  index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  choices: PackChoicesSchema,
}

/** The calls of review packs; `calls` says what the fields mean. */
export const packCalls = {
  /**
   * Makes a pack: of some articles or all that somebody has marked (null), with the sets and words of some
   * annotators or of everybody (null), with the texts or without.
   */
  'packs.make': {
    args: v.strictObject({ articles: IdsSchema, annotators: IdsSchema, texts: v.boolean() }),
    reply: ExportOutcomeSchema,
    writes: false,
  },
  /** What taking a pack in would do; nothing is written. Labels without a choice count as created. */
  'packs.preview': {
    args: v.strictObject(STAGED_PACK),
    reply: PackPreviewSchema,
    writes: true,
  },
  /** Takes a pack in: all of it happens, or nothing. Tells its progress; see `packs.cancel`. */
  'packs.take': {
    args: v.strictObject({
      /** The project's path, as with `annotations.apply`. */
      project: PathSchema,
      ...STAGED_PACK,
    }),
    reply: PackSummarySchema,
    writes: true,
  },
  /** Ends what looks at a pack, takes one in or undoes one just now, unless it is decided already. */
  'packs.cancel': { args: v.strictObject({}), reply: v.null(), writes: true },
  /** The pack whose taking in can be undone next. */
  'packs.latest': { args: v.strictObject({}), reply: v.nullable(TakenPackSchema), writes: false },
  /** Takes back what the latest pack has brought; what was changed since stays. */
  'packs.undo': {
    args: v.strictObject({ project: PathSchema, pack: IdentifierSchema }),
    reply: PackUndoneSchema,
    writes: true,
  },
} as const
