import { computed, signal } from '@lit-labs/signals'
import type { CallArguments, CallReply } from '../../contract/calls.ts'
import type { Metadata } from '../../core/article/article.ts'
import type { ArticleSession } from './article-session.ts'
import type { Library } from './library.ts'

/** @returns Undefined when it could not be saved, which the person has been told. */
type Save = (
  args: CallArguments<'articles.describe'>,
) => Promise<CallReply<'articles.describe'> | undefined>

/** Corrections of articles' metadata on their way to the disk. */
export class MetadataSaves {
  /** Whether some are on their way. */
  readonly isSaving = computed(() => this.#count.get() > 0)
  readonly #library: Library
  readonly #save: Save
  readonly #count = signal(0)
  #last: Promise<unknown> = Promise.resolve()

  constructor(library: Library, save: Save) {
    this.#library = library
    this.#save = save
  }

  /** The latest correction; resolves when it is on disk or was taken back. */
  get last(): Promise<unknown> {
    return this.#last
  }

  /**
   * Corrects the metadata of an article: at once in the window, so that the next field is saved with
   * it, and back again where it cannot be saved.
   */
  async describe(session: ArticleSession, meta: Omit<Metadata, 'source'>): Promise<void> {
    const before = session.meta.get()
    session.meta.set({ ...before, ...meta })
    this.#library.update(session.id, meta)
    this.#count.set(this.#count.get() + 1)
    const saving = this.#save({ id: session.id, project: session.project, meta })
    this.#last = saving
    const entry = await saving
    this.#count.set(this.#count.get() - 1)
    if (entry !== undefined) return
    session.meta.set(before)
    const { title, outlet, published } = before
    this.#library.update(session.id, { title, outlet, published })
  }
}
