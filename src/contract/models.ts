import * as v from 'valibot'
import { KeyMapSchema } from './key-map.ts'
import { STATUSES } from '../core/annotation/annotation-set.ts'
import { HistoryEntrySchema } from '../core/annotation/history.ts'
import { LabelChangeSchema } from '../core/annotation/label-change.ts'
import { LabelNameSchema, LabelSetSchema } from '../core/annotation/label-set.ts'
import { InstantSchema, SpanSchema } from '../core/annotation/span.ts'
import { MetadataSchema } from '../core/article/article.ts'
import { ENCODING_NAMES } from '../core/article/encodings.ts'
import { LanguageSchema } from '../core/article/languages.ts'
import { IdentifierSchema } from '../core/identifier.ts'
import { AnnotatorSchema } from '../core/project/project.ts'

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const StatusSchema = v.picklist(STATUSES)

/** A file of the project that could not be read; the rest of the project is open. */
export const FileProblemSchema = v.strictObject({
  /** Path inside the project folder, with `/`. */
  file: v.string(),
  reason: v.string(),
})
export type FileProblem = Readonly<v.InferOutput<typeof FileProblemSchema>>

export const ProjectViewSchema = v.strictObject({
  name: v.string(),
  path: v.string(),
  labels: LabelSetSchema,
  annotators: v.array(AnnotatorSchema),
  /** Whether annotators see what others have marked on an article only when their own set is done. */
  blind: v.boolean(),
  problems: v.array(FileProblemSchema),
  /** The other process that writes this annotator's sets, in words: then they can only be read here. */
  heldBy: v.nullable(v.string()),
  /** The format of a file that a newer program has made: then the project can only be read here. */
  newerFormat: v.nullable(v.string()),
})
export type ProjectView = Readonly<v.InferOutput<typeof ProjectViewSchema>>

/** Widths of the side panes in CSS pixels. */
export const PanesSchema = v.strictObject({
  library: v.pipe(v.number(), v.minValue(0), v.maxValue(2000)),
  inspector: v.pipe(v.number(), v.minValue(0), v.maxValue(2000)),
})

/** How the text is set, remembered for a person on one machine; lengths are CSS pixels. */
export const ReadingSchema = v.strictObject({
  /** Width of the column of text. */
  width: v.pipe(v.number(), v.minValue(360), v.maxValue(1200)),
  font: v.picklist(['serif', 'sans', 'mono']),
  size: v.pipe(v.number(), v.minValue(12), v.maxValue(40)),
  /** Height of a line as a multiple of the size. */
  lineHeight: v.pipe(v.number(), v.minValue(1.2), v.maxValue(2.4)),
  /** Whether the letter of its label stands where a span starts. */
  chips: v.boolean(),
  /** Whether paragraphs are numbered. */
  numbers: v.boolean(),
  /** Whether all but the current paragraph are dimmed. */
  focus: v.boolean(),
})
export type ReadingSettings = Readonly<v.InferOutput<typeof ReadingSchema>>

export const DEFAULT_READING: ReadingSettings = {
  width: 640,
  font: 'serif',
  size: 19,
  lineHeight: 1.66,
  chips: false,
  numbers: true,
  focus: false,
}

/** What the host can do, so that the window offers only that. */
export const HostViewSchema = v.strictObject({
  kind: v.picklist(['electron', 'browser']),
  version: v.string(),
  platform: v.string(),
  /** Whether folders and files are picked in the system's own dialogs. */
  nativeDialogs: v.boolean(),
  /** Requests to the network that were blocked since the start; null where the host cannot count. */
  blockedRequests: v.nullable(CountSchema),
})
export type HostView = Readonly<v.InferOutput<typeof HostViewSchema>>

export const WorkbenchStateSchema = v.strictObject({
  annotator: v.nullable(AnnotatorSchema),
  project: v.nullable(ProjectViewSchema),
  recent: v.array(v.strictObject({ name: v.string(), path: v.string() })),
  /** The folder that holds new projects unless another is chosen. */
  projectsFolder: v.string(),
  panes: v.nullable(PanesSchema),
  reading: ReadingSchema,
  /** Keys that the person has given to commands in the place of their own. */
  keys: KeyMapSchema,
  /** The article that was open in this project last. */
  lastArticle: v.nullable(IdentifierSchema),
  /** False for a window that may only look, while another one writes. */
  writable: v.boolean(),
  host: HostViewSchema,
})
export type WorkbenchState = Readonly<v.InferOutput<typeof WorkbenchStateSchema>>

/** One row of the article list, as the present annotator sees it. */
export const ArticleEntrySchema = v.strictObject({
  id: IdentifierSchema,
  title: v.string(),
  outlet: v.nullable(v.string()),
  published: v.nullable(v.string()),
  status: StatusSchema,
  spans: CountSchema,
})
export type ArticleEntry = Readonly<v.InferOutput<typeof ArticleEntrySchema>>

/** One annotator's set on one article; offsets are UTF-16 code units. */
export const AnnotationSetSchema = v.strictObject({
  article: IdentifierSchema,
  annotator: IdentifierSchema,
  status: StatusSchema,
  spans: v.array(SpanSchema),
})

/** A set with its history; offsets are UTF-16 code units. */
export const AnnotationDocumentSchema = v.strictObject({
  revision: CountSchema,
  set: AnnotationSetSchema,
  history: v.array(HistoryEntrySchema),
})

export const OpenArticleSchema = v.strictObject({
  id: IdentifierSchema,
  text: v.string(),
  meta: MetadataSchema,
  encoding: v.nullable(v.string()),
  /** The language that the text looks to be in, whatever its metadata say; null when unsure. */
  detectedLanguage: v.nullable(LanguageSchema),
  document: AnnotationDocumentSchema,
})

/** An article with marks that could not be saved, as a window holds it. */
export const UnsavedArticleSchema = v.strictObject({
  text: v.pipe(v.string(), v.minLength(1)),
  meta: MetadataSchema,
  set: AnnotationSetSchema,
})

/** What a backup is called: its day, and the time of day where a person asked for it. */
export const BackupNameSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d(?:T\d{6}|-version-\d+)?$/, 'a backup is called like 2026-11-22'),
)

/** A backup beside what the files of the project hold now. */
export const BackupEntrySchema = v.strictObject({
  name: BackupNameSchema,
  /** When it was made. */
  made: InstantSchema,
  /** How many files it has. */
  files: CountSchema,
  /** How many of them hold something else now, and would be replaced. */
  changed: CountSchema,
  /** How many of them are gone, and would come back. */
  gone: CountSchema,
  /** How many files of the project it does not have; they would stay as they are. */
  newer: CountSchema,
})
export type BackupEntry = Readonly<v.InferOutput<typeof BackupEntrySchema>>

/** What restoring a backup has done. */
export const RestoredSchema = v.strictObject({
  /** How many files are as in the backup now and were not before. */
  files: CountSchema,
  /** How many were so already. */
  same: CountSchema,
  /** Where what they held is kept, inside the project; null when nothing was replaced. */
  aside: v.nullable(v.string()),
})
export type Restored = Readonly<v.InferOutput<typeof RestoredSchema>>

/** How much a change of a label touches, or has touched. */
export const LabelCountsSchema = v.strictObject({
  spans: CountSchema,
  sets: CountSchema,
  annotators: CountSchema,
})
export type LabelCounts = Readonly<v.InferOutput<typeof LabelCountsSchema>>

export const LabelOverviewSchema = v.strictObject({
  /** How many spans each label has, of all annotators, and in how many sets. */
  labels: v.array(v.strictObject({ name: LabelNameSchema, spans: CountSchema, sets: CountSchema })),
  /** The latest change of a label, which can be taken back; null when there is none. */
  latest: v.nullable(
    v.strictObject({ id: IdentifierSchema, at: InstantSchema, change: LabelChangeSchema }),
  ),
})
export type LabelOverview = Readonly<v.InferOutput<typeof LabelOverviewSchema>>

export const LabelPreviewSchema = v.strictObject({
  ...LabelCountsSchema.entries,
  /** Why it cannot be done: files that cannot be used, others who write. */
  inTheWay: v.array(v.string()),
})
export type LabelPreview = Readonly<v.InferOutput<typeof LabelPreviewSchema>>

/** A file chosen for import, before anything is written. */
export const StagedItemSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('article'),
    name: v.string(),
    encoding: v.picklist(ENCODING_NAMES),
    /** Whether the encoding was guessed and is worth a look. */
    guessed: v.boolean(),
    title: v.string(),
    /** The first characters of the text as decoded. */
    excerpt: v.string(),
    /** Title of the article that already holds this text. */
    duplicateOf: v.nullable(v.string()),
  }),
  v.strictObject({
    kind: v.literal('dataset'),
    name: v.string(),
    articles: CountSchema,
    sets: CountSchema,
  }),
  /** A review pack, which is taken in by itself. */
  v.strictObject({
    kind: v.literal('pack'),
    name: v.string(),
    project: v.string(),
    sets: CountSchema,
  }),
  v.strictObject({
    kind: v.literal('problem'),
    name: v.string(),
    reason: v.string(),
    /** The encoding tried, where another may help. */
    encoding: v.nullable(v.picklist(ENCODING_NAMES)),
  }),
])
export type StagedItem = Readonly<v.InferOutput<typeof StagedItemSchema>>

/** The items read by one call, and how many chosen files still wait to be read. */
export const StagingSchema = v.strictObject({
  import: v.string(),
  items: v.array(v.strictObject({ index: CountSchema, item: StagedItemSchema })),
  pending: CountSchema,
})
export type Staging = Readonly<v.InferOutput<typeof StagingSchema>>

/** What an import did; each list names files. */
export const ImportSummarySchema = v.strictObject({
  articles: CountSchema,
  sets: CountSchema,
  firstArticle: v.nullable(IdentifierSchema),
  /** Files whose text the project already held, with the title it is held under. */
  duplicates: v.array(v.strictObject({ name: v.string(), title: v.string() })),
  /** What was not imported, and why. */
  problems: v.array(v.strictObject({ name: v.string(), reason: v.string() })),
  /** What was added to the project beside articles: labels and annotators of imported sets. */
  added: v.array(v.string()),
})
export type ImportSummary = Readonly<v.InferOutput<typeof ImportSummarySchema>>

export const FolderViewSchema = v.strictObject({
  path: v.string(),
  parent: v.nullable(v.string()),
  folders: v.array(v.strictObject({ name: v.string(), path: v.string(), isProject: v.boolean() })),
})
export type FolderView = Readonly<v.InferOutput<typeof FolderViewSchema>>

export const ExportOutcomeSchema = v.variant('type', [
  v.strictObject({ type: v.literal('saved'), path: v.string(), lines: CountSchema }),
  v.strictObject({
    type: v.literal('download'),
    /** Path on the host that yields the file once; it needs the window's token. */
    url: v.string(),
    name: v.string(),
    lines: CountSchema,
  }),
  v.strictObject({ type: v.literal('cancelled') }),
])
export type ExportOutcome = Readonly<v.InferOutput<typeof ExportOutcomeSchema>>
