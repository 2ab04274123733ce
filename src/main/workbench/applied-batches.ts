/** The last batch of changes that a set was given. */
interface AppliedBatch {
  readonly batch: string
  /** The set's revision once it is written. */
  readonly revision: number
}

/**
 * Remembers the last batch of every set, so that a batch that is sent again because its answer was
 * lost is answered again and not applied again. A window sends the batches of a set one by one;
 * older ones are therefore never sent again.
 */
export class AppliedBatches {
  readonly #last = new Map<string, AppliedBatch>()

  /**
   * @returns The revision that the batch leads to, undefined when it is not the last one. It has been
   * applied if the set is at this revision, and its write has failed if it is not.
   */
  revisionAfter(article: string, annotator: string, batch: string): number | undefined {
    const last = this.#last.get(keyOf(article, annotator))
    return last?.batch === batch ? last.revision : undefined
  }

  remember(article: string, annotator: string, applied: AppliedBatch): void {
    this.#last.set(keyOf(article, annotator), applied)
  }
}

function keyOf(article: string, annotator: string): string {
  return `${annotator}/${article}`
}
