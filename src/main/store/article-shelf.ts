import { CheckedParts } from '../../core/annotation/stored-document.ts'
import type { AnnotationDocument } from '../../core/annotation/history.ts'
import type { Article } from '../../core/article/article.ts'
import type { ReviewLog } from '../../core/review/log/record.ts'
import { createOffsetMap } from '../../core/text/offsets.ts'
import { DurableDocument } from './durable-document.ts'
import { placeOf, type ProjectGround } from './project-ground.ts'
import { reviewKind, setKind, type SetGround } from './project-kinds.ts'
import { reviewFile, setFile } from './project-layout.ts'

/** One article in memory with the sets on it that are in use. */
export class ArticleShelf {
  readonly #ground: ProjectGround
  readonly #document: DurableDocument<Article>
  readonly #sets = new Map<string, DurableDocument<AnnotationDocument>>()
  readonly #logs = new Map<string, DurableDocument<ReviewLog>>()
  #setGround: SetGround | undefined

  /** @param document - Read or written already: it holds its article. */
  constructor(ground: ProjectGround, document: DurableDocument<Article>) {
    this.#ground = ground
    this.#document = document
  }

  get document(): DurableDocument<Article> {
    return this.#document
  }

  get article(): Article {
    const article = this.#document.data
    if (article === null) throw new TypeError(`${this.#document.path} is not in memory`)
    return article
  }

  /** The set of an annotator, whether it has a file or has been read, or not. */
  set(annotator: string): DurableDocument<AnnotationDocument> {
    const known = this.#sets.get(annotator)
    if (known !== undefined) return known
    const place = placeOf(this.#ground, setFile(this.article.id, annotator))
    const kind = setKind(this.#groundOfSets(), annotator, new CheckedParts())
    const created = new DurableDocument(place, kind)
    this.#sets.set(annotator, created)
    return created
  }

  /** What a person said in the review of the article, whether there is a file or not. */
  log(by: string): DurableDocument<ReviewLog> {
    const known = this.#logs.get(by)
    if (known !== undefined) return known
    const place = placeOf(this.#ground, reviewFile(this.article.id, by))
    const created = new DurableDocument(place, reviewKind(this.#groundOfSets(), by))
    this.#logs.set(by, created)
    return created
  }

  /** Whether a set is in memory. */
  holds(annotator: string): boolean {
    return (this.#sets.get(annotator)?.data ?? null) !== null
  }

  #groundOfSets(): SetGround {
    const { id, text, text_sha256 } = this.article
    this.#setGround ??= {
      article: id,
      sha256: text_sha256,
      text,
      offsets: createOffsetMap(text),
      labels: () => this.#ground.labels(),
    }
    return this.#setGround
  }
}
