import {
  compileExpression,
  findExpression,
  type ExpressionOptions,
} from '../../core/text/find-expression.ts'

/*
 * Searches a text by a regular expression, away from the window: an expression can take for ever, and
 * nothing but ending its worker ends it.
 */

/** The text comes first and once; each search after that is answered under its id. */
export type WorkerTask =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'search'
      readonly id: number
      readonly source: string
      readonly options: ExpressionOptions
      /** No more than this many hits. */
      readonly limit: number
    }

export type WorkerAnswer =
  | { readonly type: 'ready' }
  | {
      readonly type: 'found'
      readonly id: number
      /** Start and end of each hit in turn, in UTF-16 code units. */
      readonly bounds: Uint32Array
      readonly isCut: boolean
    }
  /** The expression was too much for the machine. */
  | { readonly type: 'failed'; readonly id: number }

/** What a worker calls its own; the window's types know only the window. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<WorkerTask>) => void): void
  postMessage(answer: WorkerAnswer, transfer: Transferable[]): void
}

const scope = globalThis as unknown as WorkerScope
let text = ''

scope.addEventListener('message', ({ data: task }) => {
  if (task.type === 'text') {
    text = task.text
    scope.postMessage({ type: 'ready' }, [])
    return
  }
  const { id } = task
  try {
    const compiled = compileExpression(task.source, task.options)
    if (!compiled.ok) throw new SyntaxError(compiled.error)
    const { hits, isCut } = findExpression(text, compiled.value, task.limit)
    const bounds = Uint32Array.from(hits.flatMap(({ start, end }) => [start, end]))
    scope.postMessage({ type: 'found', id, bounds, isCut }, [bounds.buffer])
  } catch {
    // The window has compiled it before; what fails here is the size of what it became.
    scope.postMessage({ type: 'failed', id }, [])
  }
})
