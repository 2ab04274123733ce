/*
 * A disk that answers when the test lets it, as one in a network does that is out of reach for a while.
 */

/**
 * Keeps what this Node's threads are asked to write from them for as long as a file is there. Its text is
 * sent there: it uses nothing from outside of itself.
 * @param gate - Path of the file.
 */
export function holdDisk(_electron: unknown, gate: string): void {
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const { existsSync } = process.getBuiltinModule('node:fs')
  const post = Worker.prototype.postMessage
  Worker.prototype.postMessage = function postWhenOpen(...order: Parameters<typeof post>): void {
    if (existsSync(gate)) setTimeout(() => this.postMessage(...order), 20)
    else post.apply(this, order)
  }
}

/** Variables of the environment that do the same with a Node that is about to be started. */
export function heldDiskEnvironment(gate: string | undefined): Record<string, string> {
  if (gate === undefined) return {}
  const script = encodeURIComponent(`(${holdDisk.toString()})(null, ${JSON.stringify(gate)})`)
  return {
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=data:text/javascript,${script}`,
  }
}
