import type { WorkerAnswer, WorkerTask } from './find-worker.ts'
// The bundler answers this import with the address of the worker's own file.
// oxlint-disable-next-line import/default
import address from './find-worker.ts?worker&url'

/** A worker as the window uses it. */
export interface FindWorker {
  post(task: WorkerTask): void
  /** Ends it at once, whatever it is doing. */
  end(): void
}

/** What a worker tells. */
export interface WorkerListener {
  answered(answer: WorkerAnswer): void
  /** It could not be started. */
  failed(): void
}

/** What the page's policy wants of an address of code, and the language's library does not declare. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string }
}

/** As in the page's content security policy. */
const POLICY = 'rubricator-worker'

/** The policy is made once: the page may not make another of its name. */
let trusted: string | undefined

/** Starts the one worker that the page's policy lets it start. */
export function startFindWorker(listener: WorkerListener): FindWorker {
  trusted ??= trust()
  const worker = new Worker(trusted, { type: 'module', name: 'find' })
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) =>
    listener.answered(data),
  )
  worker.addEventListener('error', () => listener.failed())
  return {
    post: (task) => worker.postMessage(task, []),
    end: () => worker.terminate(),
  }
}

function trust(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy(POLICY, {
    createScriptURL(url) {
      if (url !== address) throw new TypeError('Only the program’s own worker may be started')
      return url
    },
  })
  return policy?.createScriptURL(address) ?? address
}
