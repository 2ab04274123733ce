import { signal } from '@lit-labs/signals'
import { CallError, type Client } from '../client.ts'

/** The articles on which a reviewer asks the present annotator for changes, by their ids. */
export class AskedChanges {
  readonly articles = signal<ReadonlySet<string>>(new Set())
  readonly #client: () => Client
  /** The path of the open project. */
  readonly #project: () => string | null

  constructor(client: () => Client, project: () => string | null) {
    this.#client = client
    this.#project = project
  }

  /** Finds out anew; what cannot be read is told where the review is shown. */
  async refresh(): Promise<void> {
    const project = this.#project()
    if (project === null) return this.articles.set(new Set())
    try {
      const asked = await this.#client().call('review.asked', {})
      if (this.#project() === project) this.articles.set(new Set(asked))
    } catch (error) {
      if (!(error instanceof CallError)) throw error
    }
  }
}
