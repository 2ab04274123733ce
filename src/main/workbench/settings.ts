import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { KeyMapSchema } from '../../contract/key-map.ts'
import { DEFAULT_READING, PanesSchema, ReadingSchema } from '../../contract/models.ts'
import { IdentifierSchema } from '../../core/identifier.ts'
import { AnnotatorSchema } from '../../core/project/project.ts'
import { ok } from '../../core/result.ts'
import { DurableDocument } from '../store/durable-document.ts'
import { BrokenFileError, type WriteFile } from '../store/durable-json-adapter.ts'
import { formatOf, plainKind } from '../store/file-kind.ts'

const SETTINGS_FILE = 'settings.json'
const BROKEN_FILE = 'settings.broken.json'

/** Projects that the start screen and the menu can hold without scrolling. */
const RECENT_PROJECTS = 10
/** Projects whose open article is remembered; far more than anybody returns to. */
const REMEMBERED_ARTICLES = 50

const PixelSchema = v.pipe(v.number(), v.finite())

/** Where the window stood; only the host that wrote it knows what to do with it. */
export const WindowBoundsSchema = v.strictObject({
  x: PixelSchema,
  y: PixelSchema,
  width: PixelSchema,
  height: PixelSchema,
  maximized: v.boolean(),
})
export type WindowBounds = Readonly<v.InferOutput<typeof WindowBoundsSchema>>

/** What the program remembers for a person on this machine, across projects. */
export const SettingsSchema = v.strictObject({
  format: v.literal('rubricator-settings/1'),
  annotator: v.nullable(AnnotatorSchema),
  /** The latest first. */
  recent: v.pipe(
    v.array(v.strictObject({ name: v.string(), path: v.string() })),
    v.maxLength(RECENT_PROJECTS),
  ),
  /** The article that was open last in each project, the latest first. */
  lastArticles: v.pipe(
    v.array(v.strictObject({ project: v.string(), article: IdentifierSchema })),
    v.maxLength(REMEMBERED_ARTICLES),
  ),
  panes: v.nullable(PanesSchema),
  /** Settings of an earlier program lack these two. */
  reading: v.optional(ReadingSchema, DEFAULT_READING),
  keys: v.optional(KeyMapSchema, {}),
  window: v.nullable(WindowBoundsSchema),
})
export type Settings = Readonly<v.InferOutput<typeof SettingsSchema>>

const DEFAULTS: Settings = {
  format: 'rubricator-settings/1',
  annotator: null,
  recent: [],
  lastArticles: [],
  panes: null,
  reading: DEFAULT_READING,
  keys: {},
  window: null,
}

const SETTINGS_KIND = plainKind(
  formatOf('rubricator-settings', ['recent', 'lastArticles'], SettingsSchema),
)

/** The settings file: broken settings never keep the program from opening. */
export class SettingsStore {
  readonly #document: DurableDocument<Settings>

  private constructor(document: DurableDocument<Settings>) {
    this.#document = document
  }

  /**
   * Reads the settings; a file that cannot be used is moved aside and told, and the defaults hold.
   * @param report - Takes one line for standard error.
   */
  static async open(
    folder: string,
    report: (line: string) => void,
    write?: WriteFile,
  ): Promise<SettingsStore> {
    const path = join(folder, SETTINGS_FILE)
    const document = new DurableDocument({ path, write }, SETTINGS_KIND)
    try {
      await document.read()
    } catch (error) {
      if (!(error instanceof BrokenFileError)) throw error
      const aside = join(folder, BROKEN_FILE)
      const isMoved = await rename(path, aside).then(
        () => true,
        () => false,
      )
      report(`${error.message}; ${isMoved ? `kept as ${aside}` : 'it stays'}, defaults are used`)
    }
    return new SettingsStore(document)
  }

  get current(): Settings {
    return this.#document.data ?? DEFAULTS
  }

  /** @throws StorageError when the disk did not take it; the settings are then as before. */
  async update(change: (settings: Settings) => Settings): Promise<void> {
    await this.#document.update<never>((data) => ok(change(data ?? DEFAULTS)))
  }

  /** Puts a project at the head of the recent ones. */
  rememberProject(project: { readonly name: string; readonly path: string }): Promise<void> {
    return this.update((settings) => {
      const others = settings.recent.filter(({ path }) => path !== project.path)
      return { ...settings, recent: [project, ...others].slice(0, RECENT_PROJECTS) }
    })
  }

  /** Remembers the article that is open in a project. */
  rememberArticle(project: string, article: string): Promise<void> {
    return this.update((settings) => {
      const others = settings.lastArticles.filter((last) => last.project !== project)
      const lastArticles = [{ project, article }, ...others].slice(0, REMEMBERED_ARTICLES)
      return { ...settings, lastArticles }
    })
  }

  /** The article that was open last in a project; null when none is remembered. */
  lastArticle(project: string): string | null {
    return this.current.lastArticles.find((last) => last.project === project)?.article ?? null
  }

  /** Resolves when no write waits any more. */
  settled(): Promise<void> {
    return this.#document.settled()
  }
}
