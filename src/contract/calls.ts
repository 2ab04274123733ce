import * as v from 'valibot'
import { ChangeSchema } from '../core/annotation/history.ts'
import { LabelChangeSchema } from '../core/annotation/label-change.ts'
import { LabelSetSchema } from '../core/annotation/label-set.ts'
import { MetadataSchema } from '../core/article/article.ts'
import { ENCODING_NAMES } from '../core/article/encodings.ts'
import { IdentifierSchema } from '../core/identifier.ts'
import { AnnotatorNameSchema, ProjectNameSchema } from '../core/project/project.ts'
import { agreementCalls } from './agreement-calls.ts'
import { ArticleFilterSchema } from './article-filter.ts'
import { KeyMapSchema } from './key-map.ts'
import { PathSchema } from './paths.ts'
import { packCalls } from './pack-calls.ts'
import { reviewCalls } from './review-calls.ts'
import {
  ArticleEntrySchema,
  BackupEntrySchema,
  BackupNameSchema,
  ExportOutcomeSchema,
  FolderViewSchema,
  ImportSummarySchema,
  LabelCountsSchema,
  LabelOverviewSchema,
  LabelPreviewSchema,
  OpenArticleSchema,
  PanesSchema,
  ReadingSchema,
  RestoredSchema,
  StagedItemSchema,
  StagingSchema,
  UnsavedArticleSchema,
  WorkbenchStateSchema,
} from './models.ts'

const NothingSchema = v.strictObject({})
const ImportIdSchema = v.pipe(v.string(), v.uuid())
/** Whose sets are restored; null is everybody's, and `project.json`. */
const BackupScopeSchema = v.nullable(IdentifierSchema)
const IndexSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Files that a window hands over in one call; larger imports take several. */
const FILES_PER_CALL = 200

/** A file dropped on or chosen in a window; `problem` where the window itself could not read it. */
const OfferedFileSchema = v.union([
  v.strictObject({ name: PathSchema, bytes: v.instance(Uint8Array) }),
  v.strictObject({ name: PathSchema, problem: v.pipe(v.string(), v.maxLength(1000)) }),
])
export type OfferedFile = Readonly<v.InferOutput<typeof OfferedFileSchema>>

/**
 * Every call that a window can make: the schema of its arguments, parsed before anything else
 * happens, and of its reply. `writes` marks the calls that a read-only window is refused.
 */
export const calls = {
  'workbench.state': { args: NothingSchema, reply: WorkbenchStateSchema, writes: false },

  /** Names the annotator, or renames; the first name makes the annotator's id. */
  'annotator.name': {
    args: v.strictObject({ name: AnnotatorNameSchema }),
    reply: WorkbenchStateSchema,
    writes: true,
  },

  /**
   * Opens a project. With system dialogs the path is one that the program has given out, in the state,
   * an event or `folder.pick`; without them a person may have typed it.
   */
  'project.open': {
    args: v.strictObject({ path: PathSchema }),
    reply: WorkbenchStateSchema,
    writes: true,
  },
  /** Makes a project; its path is as above, or the one that follows from its name. */
  'project.create': {
    args: v.strictObject({ path: PathSchema, name: ProjectNameSchema }),
    reply: WorkbenchStateSchema,
    writes: true,
  },
  /** Says whether annotators see what others have marked on an article only when their own set is done. */
  'project.blind': {
    args: v.strictObject({ project: PathSchema, blind: v.boolean() }),
    reply: v.strictObject({}),
    writes: true,
  },
  /** Opens the sample project, building it in the projects folder when it is not there. */
  'project.sample': { args: NothingSchema, reply: WorkbenchStateSchema, writes: true },

  /** Shows the system's folder dialog; null when the person cancels. */
  'folder.pick': {
    args: v.strictObject({ purpose: v.picklist(['open-project', 'new-project']) }),
    reply: v.nullable(PathSchema),
    writes: true,
  },
  /** Lists a folder's folders, on hosts without system dialogs alone; null is the home folder. */
  'folder.list': {
    args: v.strictObject({ path: v.nullable(PathSchema) }),
    reply: FolderViewSchema,
    writes: true,
  },

  'articles.list': { args: NothingSchema, reply: v.array(ArticleEntrySchema), writes: false },
  /**
   * Searches a part of the list of articles, from an index on, for some tens of milliseconds at most.
   * @returns The articles that fit, in the order of the list, and the index to go on from; null when
   * the end was reached.
   */
  'articles.search': {
    args: v.strictObject({ filter: ArticleFilterSchema, from: IndexSchema }),
    reply: v.strictObject({ ids: v.array(IdentifierSchema), next: v.nullable(IndexSchema) }),
    writes: false,
  },
  'articles.open': {
    args: v.strictObject({ id: IdentifierSchema }),
    reply: OpenArticleSchema,
    writes: false,
  },
  /** Corrects an article's metadata; its text and source cannot be changed. */
  'articles.describe': {
    args: v.strictObject({
      /** The project's path, as with `annotations.apply`. */
      project: PathSchema,
      id: IdentifierSchema,
      meta: v.omit(MetadataSchema, ['source']),
    }),
    reply: ArticleEntrySchema,
    writes: true,
  },

  /**
   * Applies changes of the present annotator, in order, all or none, and answers once they are
   * durably on disk. A batch that is sent again after a lost answer is recognised and not repeated.
   */
  'annotations.apply': {
    args: v.strictObject({
      /** The project's path: a change that arrives after another was opened must not land there. */
      project: PathSchema,
      article: IdentifierSchema,
      batch: v.pipe(v.string(), v.uuid()),
      baseRevision: IndexSchema,
      changes: v.pipe(v.array(ChangeSchema), v.minLength(1), v.maxLength(10_000)),
    }),
    reply: v.strictObject({ revision: IndexSchema }),
    writes: true,
  },

  /** Shows the system's dialog for files or a folder to import; null when cancelled. */
  'import.pick': {
    args: v.strictObject({ kind: v.picklist(['files', 'folder']) }),
    reply: v.nullable(StagingSchema),
    writes: true,
  },
  /** Adds files to an import; `import` null begins one. Nothing is written to the project yet. */
  'import.offer': {
    args: v.strictObject({
      import: v.nullable(ImportIdSchema),
      files: v.pipe(v.array(OfferedFileSchema), v.maxLength(FILES_PER_CALL)),
    }),
    reply: StagingSchema,
    writes: true,
  },
  /** Reads the next of the files picked with the system's dialog. */
  'import.read': {
    args: v.strictObject({ import: ImportIdSchema }),
    reply: StagingSchema,
    writes: true,
  },
  /** Reads one staged file again in another encoding. */
  'import.decode': {
    args: v.strictObject({
      import: ImportIdSchema,
      index: IndexSchema,
      encoding: v.picklist(ENCODING_NAMES),
    }),
    reply: StagedItemSchema,
    writes: true,
  },
  /** Writes the staged articles and sets; on failure the project is as it was. */
  'import.commit': {
    args: v.strictObject({ import: ImportIdSchema }),
    reply: ImportSummarySchema,
    writes: true,
  },
  'import.cancel': {
    args: v.strictObject({ import: ImportIdSchema }),
    reply: v.null(),
    writes: true,
  },

  /** Exports native JSONL: of one annotator, or of all (null). */
  'export.jsonl': {
    args: v.strictObject({ annotator: v.nullable(IdentifierSchema) }),
    reply: ExportOutcomeSchema,
    writes: false,
  },

  /**
   * Exports articles out of the window's memory as native JSONL, with the sets as they are there: what
   * could not be saved must not depend on the project, which may have gone. Offsets are UTF-16.
   */
  'export.unsaved': {
    args: v.strictObject({
      articles: v.pipe(v.array(UnsavedArticleSchema), v.minLength(1), v.maxLength(1000)),
    }),
    reply: ExportOutcomeSchema,
    writes: false,
  },

  /** The backups of the open project, the latest first, and what restoring each would do. */
  'backups.list': {
    args: v.strictObject({ annotator: BackupScopeSchema }),
    reply: v.array(BackupEntrySchema),
    writes: false,
  },
  /** Backs the open project up now; null when nothing has changed since the latest backup. */
  'backups.make': { args: NothingSchema, reply: v.nullable(v.string()), writes: true },
  /** Puts the open project's files back as a backup has them, and opens it again in all windows. */
  'backups.restore': {
    args: v.strictObject({
      /** The project's path: another one may have been opened since the backups were listed. */
      project: PathSchema,
      backup: BackupNameSchema,
      annotator: BackupScopeSchema,
    }),
    reply: RestoredSchema,
    writes: true,
  },

  /** The labels with how much they mark, and the change of them that can be taken back next. */
  'labels.list': { args: NothingSchema, reply: LabelOverviewSchema, writes: false },
  /** What a change of a label would touch; nothing is changed. */
  'labels.preview': {
    args: v.strictObject({ change: LabelChangeSchema }),
    reply: LabelPreviewSchema,
    writes: false,
  },
  /**
   * Renames, merges or deletes a label in the project and in the sets of all annotators: all of it
   * happens, or nothing. Tells its progress; see `labels.cancel`.
   */
  'labels.change': {
    args: v.strictObject({
      /** The project's path, as with `annotations.apply`. */
      project: PathSchema,
      change: LabelChangeSchema,
    }),
    reply: LabelCountsSchema,
    writes: true,
  },
  /** Takes the latest change of a label back, everywhere; marks that were made since stay. */
  'labels.undo': {
    args: v.strictObject({ project: PathSchema, change: IdentifierSchema }),
    reply: LabelCountsSchema,
    writes: true,
  },
  /** Ends what changes a label just now, unless it is decided already. */
  'labels.cancel': { args: NothingSchema, reply: v.null(), writes: true },
  /** Gives the labels other properties and another order, and adds some; names stay as they are. */
  'labels.edit': {
    args: v.strictObject({ project: PathSchema, labels: LabelSetSchema }),
    reply: v.null(),
    writes: true,
  },

  ...reviewCalls,
  ...packCalls,
  ...agreementCalls,

  /**
   * Says that this window stays open for now, although it was told to close: a person is asked about
   * marks that are not saved.
   */
  'window.stay': { args: NothingSchema, reply: v.null(), writes: false },

  /** Writes a file of keys; see key-file.ts. The keys are those of the window, remembered or not. */
  'keys.export': {
    args: v.strictObject({ keys: KeyMapSchema }),
    reply: ExportOutcomeSchema,
    writes: false,
  },

  /** Remembers what the person has set or opened, for the next start. */
  'settings.remember': {
    args: v.strictObject({
      panes: v.optional(PanesSchema),
      reading: v.optional(ReadingSchema),
      keys: v.optional(KeyMapSchema),
      article: v.optional(IdentifierSchema),
    }),
    reply: v.null(),
    writes: true,
  },
} as const

/** What crosses between processes is never changed in place. */
type DeepReadonly<T> = T extends Uint8Array
  ? T
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T

type Calls = typeof calls
export type CallName = keyof Calls
export type CallArguments<N extends CallName> = DeepReadonly<v.InferOutput<Calls[N]['args']>>
export type CallReply<N extends CallName> = DeepReadonly<v.InferOutput<Calls[N]['reply']>>

/** @returns Whether a name that came from a window is a call. */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name)
}
