import type { ProjectStore } from '../store/project-store.ts'

/** The words that were looked for last in a project's texts: a list is searched in several calls. */
export class TextSearch {
  #key = ''
  #found: Promise<readonly ReadonlySet<string>[]> = Promise.resolve([])

  /**
   * @param terms - Folded by `foldForSearch`.
   * @returns For each term, the ids of the articles whose texts hold it.
   */
  find(store: ProjectStore, terms: readonly string[]): Promise<readonly ReadonlySet<string>[]> {
    if (terms.length === 0) return Promise.resolve([])
    // Texts do not change: only articles come and go.
    const key = JSON.stringify([terms, store.articles().length])
    if (key !== this.#key) {
      this.#key = key
      this.#found = store.search(terms)
      this.#found.catch(() => {
        this.#key = ''
      })
    }
    return this.#found
  }
}
