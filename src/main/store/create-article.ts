import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallFailure } from '../../contract/failure.ts'
import type { Article } from '../../core/article/article.ts'
import { ok, type Result } from '../../core/result.ts'
import { ArticleShelf } from './article-shelf.ts'
import { DurableDocument } from './durable-document.ts'
import { removeFileDurably } from './durable-write.ts'
import { placeOf, type ProjectGround } from './project-ground.ts'
import { articleKind } from './project-kinds.ts'
import { articleFile } from './project-layout.ts'
import { refuse } from './store-failures.ts'

/** Writes the file of a new article; a file that is there, readable or not, is not written over. */
export async function createArticleFile(
  ground: ProjectGround,
  article: Article,
): Promise<Result<ArticleShelf, CallFailure>> {
  const file = articleFile(article.id)
  const path = join(ground.folder, file)
  const exists = await access(path).then(
    () => true,
    () => false,
  )
  if (exists) return refuse(`${file} is there already and was left as it is`)
  const document = new DurableDocument(placeOf(ground, file), articleKind(article.id))
  try {
    await document.update<never>(() => ok(article))
  } catch (error) {
    // A write that failed in its last step may have left the file.
    await removeFileDurably(path).catch(() => undefined)
    throw error
  }
  return ok(new ArticleShelf(ground, document))
}
