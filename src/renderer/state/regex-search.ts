import { compileExpression, type ExpressionOptions } from '../../core/text/find-expression.ts'
import type { TextRange } from '../../core/text/range.ts'
import type { WorkerAnswer } from './find-worker.ts'
import { startFindWorker, type FindWorker, type WorkerListener } from './start-find-worker.ts'

/** A regular expression and the text to search. */
export interface ExpressionRequest extends ExpressionOptions {
  readonly text: string
  readonly source: string
}

/** What came of a search. */
export interface Found {
  /** In UTF-16 code units: ascending, disjoint, none empty. */
  readonly hits: readonly TextRange[]
  /** Whether there are more hits than are shown. */
  readonly hasMore: boolean
  /** Why there can be none, in words for the person. */
  readonly problem: string | null
}

/** More than anybody looks through, and few enough to be painted. */
export const MOST_HITS = 20_000

/** Whoever types waits for the hits, and longer than this nobody does. In milliseconds. */
export const TIME_LIMIT = 1000

interface Search {
  readonly id: number
  readonly request: ExpressionRequest
  readonly answer: (found: Found) => void
}

/**
 * Searches by regular expressions in a worker, which is ended when an expression takes too long or is
 * no longer wanted. Only the search asked for last is answered.
 */
export class RegexSearch {
  readonly #start: (listener: WorkerListener) => FindWorker
  #worker: FindWorker | null = null
  /** The text that the worker holds. */
  #text: string | null = null
  #isReady = false
  #search: Search | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #lastId = 0

  constructor(start: (listener: WorkerListener) => FindWorker = startFindWorker) {
    this.#start = start
  }

  /**
   * Starts a search, instead of any that goes on.
   * @param answer - Called once, at once or later, unless another search or `stop` comes before.
   */
  search(request: ExpressionRequest, answer: (found: Found) => void): void {
    // A worker that is busy listens to nothing.
    if (this.#search !== null && this.#isReady) this.stop()
    this.#search = null
    const compiled = compileExpression(request.source, request)
    if (!compiled.ok) {
      answer(problem(`Not a regular expression: ${compiled.error}`))
      return
    }
    this.#lastId += 1
    this.#search = { id: this.#lastId, request, answer }
    if (this.#worker === null || this.#text !== request.text) this.#begin(request.text)
    else if (this.#isReady) this.#post()
  }

  /** Ends the search that goes on, if any, and gives back what searching takes. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#worker?.end()
    this.#worker = null
    this.#text = null
    this.#isReady = false
    this.#search = null
  }

  #begin(text: string): void {
    const search = this.#search
    this.stop()
    this.#search = search
    const worker = this.#start({
      answered: (answer) => {
        if (this.#worker === worker) this.#receive(answer)
      },
      failed: () => {
        if (this.#worker === worker)
          this.#finish(problem('Expressions cannot be searched for here'))
      },
    })
    this.#worker = worker
    this.#text = text
    worker.post({ type: 'text', text })
  }

  #post(): void {
    if (this.#search === null) return
    const { id, request } = this.#search
    const { source, matchCase, wholeWord } = request
    // Starting the worker is not the expression's time.
    this.#timer = setTimeout(() => {
      this.#finish(problem('This expression takes too long; make it simpler'))
    }, TIME_LIMIT)
    this.#worker?.post({
      type: 'search',
      id,
      source,
      options: { matchCase, wholeWord },
      limit: MOST_HITS,
    })
  }

  #receive(answer: WorkerAnswer): void {
    if (answer.type === 'ready') {
      this.#isReady = true
      this.#post()
    } else if (answer.id === this.#search?.id) {
      clearTimeout(this.#timer)
      const { answer: tell } = this.#search
      this.#search = null
      tell(
        answer.type === 'failed'
          ? problem('This expression is too large; make it simpler')
          : { hits: rangesOf(answer.bounds), hasMore: answer.isCut, problem: null },
      )
    }
  }

  /** Gives up a search, and the worker with it. */
  #finish(found: Found): void {
    const search = this.#search
    this.stop()
    search?.answer(found)
  }
}

function problem(words: string): Found {
  return { hits: [], hasMore: false, problem: words }
}

function rangesOf(bounds: Uint32Array): readonly TextRange[] {
  return Array.from({ length: bounds.length / 2 }, (_, index) => ({
    start: bounds[2 * index] ?? 0,
    end: bounds[2 * index + 1] ?? 0,
  }))
}
