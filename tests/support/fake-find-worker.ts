import { compileExpression, findExpression } from '../../src/core/text/find-expression.ts'
import type { WorkerAnswer, WorkerTask } from '../../src/renderer/state/find-worker.ts'
import type { FindWorker, WorkerListener } from '../../src/renderer/state/start-find-worker.ts'

/** Stands for an expression that takes for ever. */
export const HOSTILE = '(a|a)+$'

/** A worker in the same thread: it answers a task later, and never when the expression is hostile. */
export class FakeFindWorker implements FindWorker {
  readonly tasks: WorkerTask[] = []
  isEnded = false
  readonly #listener: WorkerListener
  #text = ''

  constructor(listener: WorkerListener) {
    this.#listener = listener
  }

  post(task: WorkerTask): void {
    this.tasks.push(task)
    if (task.type === 'text') {
      this.#text = task.text
      this.#answer({ type: 'ready' })
    } else if (task.source !== HOSTILE) this.#answer(this.#search(task))
  }

  end(): void {
    this.isEnded = true
  }

  fail(): void {
    this.#listener.failed()
  }

  #search({ id, source, options, limit }: WorkerTask & { type: 'search' }): WorkerAnswer {
    const compiled = compileExpression(source, options)
    if (!compiled.ok) return { type: 'failed', id }
    const { hits, isCut } = findExpression(this.#text, compiled.value, limit)
    const bounds = Uint32Array.from(hits.flatMap(({ start, end }) => [start, end]))
    return { type: 'found', id, bounds, isCut }
  }

  #answer(answer: WorkerAnswer): void {
    setTimeout(() => {
      if (!this.isEnded) this.#listener.answered(answer)
    }, 1)
  }
}
