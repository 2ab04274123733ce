import type { ArticleIndex } from './article-index.ts'
import { BrokenFileError } from './durable-json-adapter.ts'
import { LockedError } from './lock/project-locks.ts'
import { mendFile, type Readable } from './mend-file.ts'
import type { ProjectGround } from './project-ground.ts'
import type { StoreProblem } from './project-layout.ts'
import { StorageError } from './storage-error.ts'

/** Reads files of a project; damaged ones are mended where that is asked for, and all are told. */
export class FileReader {
  readonly #ground: ProjectGround
  readonly #index: ArticleIndex
  readonly #mends: boolean

  constructor(ground: ProjectGround, index: ArticleIndex, mends: boolean) {
    this.#ground = ground
    this.#index = index
    this.#mends = mends
  }

  /** @param annotator - Whose file it is; null for those that everybody writes. */
  async read(file: string, document: Readable, annotator: string | null): Promise<void> {
    try {
      await document.read()
    } catch (error) {
      if (!(error instanceof BrokenFileError)) throw error
      this.#index.tellProblem(await this.#deal(file, document, annotator, error))
    }
  }

  async #deal(
    file: string,
    document: Readable,
    annotator: string | null,
    { reason, isDamaged }: BrokenFileError,
  ): Promise<StoreProblem> {
    const left = (why: string): StoreProblem => ({ file, reason: why, severity: 'broken' })
    const { folder, locks, newer } = this.#ground
    if (!isDamaged || !this.#mends || newer.format !== null) return left(reason)
    const mend = (): Promise<StoreProblem> => mendFile(folder, file, reason, document)
    try {
      return await (annotator === null
        ? locks.whileProjectIsOurs(mend)
        : locks.whileSetsAreOurs(annotator, mend))
    } catch (error) {
      if (error instanceof LockedError) return left(`${reason}; ${error.message}`)
      if (error instanceof StorageError) return left(`${reason}; ${error.message}`)
      throw error
    }
  }
}
