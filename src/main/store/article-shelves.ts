import { ArticleShelf } from './article-shelf.ts'
import { DurableDocument } from './durable-document.ts'
import { placeOf, type ProjectGround } from './project-ground.ts'
import { articleKind } from './project-kinds.ts'
import { articleFile } from './project-layout.ts'

/** Articles that nobody uses stay in memory up to this many: those that a person goes back and forth between. */
const KEPT = 32

interface Held {
  readonly shelf: Promise<ArticleShelf | null>
  users: number
  /** Whether this process has written a set of it, which is here whatever becomes of its file. */
  isWritten: boolean
}

/**
 * The articles that are in memory, texts and sets: few of a large project. Each file has one document,
 * so that its writes happen one after the other.
 */
export class ArticleShelves {
  readonly #ground: ProjectGround
  /** The one that was used last is last. */
  readonly #held = new Map<string, Held>()

  constructor(ground: ProjectGround) {
    this.#ground = ground
  }

  /**
   * Works on an article, which stays in memory meanwhile.
   * @returns Null when there is no such article.
   * @throws BrokenFileError when its file cannot be used.
   */
  async use<T>(id: string, work: (shelf: ArticleShelf) => Promise<T>): Promise<T | null> {
    const held = this.#held.get(id) ?? this.#load(id)
    this.#held.delete(id)
    this.#held.set(id, held)
    held.users++
    try {
      const shelf = await held.shelf
      return shelf && (await work(shelf))
    } finally {
      held.users--
      this.#evict()
    }
  }

  /** From now on the sets of an article stay in memory: this process has written one. */
  keep(id: string): void {
    const held = this.#held.get(id)
    if (held !== undefined) held.isWritten = true
  }

  /** Whether this process has written sets of an article, and has them in memory. */
  keeps(id: string): boolean {
    return this.#held.get(id)?.isWritten === true
  }

  #load(id: string): Held {
    const shelf = this.#read(id)
    const held = { shelf, users: 0, isWritten: false }
    this.#held.set(id, held)
    const forget = (): void => {
      if (this.#held.get(id) === held) this.#held.delete(id)
    }
    // Whoever waits for it learns why.
    shelf.then((found) => found ?? forget(), forget)
    return held
  }

  async #read(id: string): Promise<ArticleShelf | null> {
    const document = new DurableDocument(placeOf(this.#ground, articleFile(id)), articleKind(id))
    await document.read()
    return document.data === null ? null : new ArticleShelf(this.#ground, document)
  }

  #evict(): void {
    for (const [id, { users, isWritten }] of this.#held) {
      if (this.#held.size <= KEPT) return
      if (users === 0 && !isWritten) this.#held.delete(id)
    }
  }
}
