import { join, relative, sep } from 'node:path'
import type { CallFailure } from '../../contract/failure.ts'
import type { Result } from '../../core/result.ts'
import type { ArticleShelf } from './article-shelf.ts'
import { BrokenFileError, UnreadFileError } from './durable-json-adapter.ts'
import type { LoadedProject } from './load-project.ts'
import { articleFile } from './project-layout.ts'
import { StorageError } from './storage-error.ts'
import { refuse, unknownArticle } from './store-failures.ts'

/** Leads to articles in memory; a file that cannot be used is told, and a failure. */
export class ArticleAccess {
  readonly #files: LoadedProject

  constructor(files: LoadedProject) {
    this.#files = files
  }

  async use<T>(
    id: string,
    work: (shelf: ArticleShelf) => Promise<Result<T, CallFailure>>,
  ): Promise<Result<T, CallFailure>> {
    const { ground, index, shelves } = this.#files
    try {
      const result = await shelves.use(id, work)
      if (result !== null) return result
      if (index.article(id) === undefined) return unknownArticle(id)
      throw missing(join(ground.folder, articleFile(id)))
    } catch (error) {
      // It may be read the next time: nothing is told against it that would have to be taken back.
      if (error instanceof UnreadFileError) throw new StorageError('read', error.path, error.cause)
      if (!(error instanceof BrokenFileError)) throw error
      const file = relative(ground.folder, error.path).replaceAll(sep, '/')
      index.tellProblem({ file, reason: error.reason, severity: 'broken' })
      return refuse(`${file} was left as it is, because it cannot be used: ${error.reason}`)
    }
  }
}

/** A file that should be there is not. */
export function missing(path: string): StorageError {
  return new StorageError('read', path, new Error('it is not there any more'))
}
