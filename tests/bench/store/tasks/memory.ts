import { readFileSync } from 'node:fs'

/** In bytes. */
export interface Memory {
  /** What the process has of the machine, before anything is collected. */
  readonly rss: number
  /** What JavaScript holds, after a collection. */
  readonly heap: number
}

/** @throws Error when node was started without `--expose-gc`. */
export function memoryNow(): Memory {
  const rss = process.memoryUsage.rss()
  if (globalThis.gc === undefined) throw new Error('Start it with --expose-gc')
  globalThis.gc()
  return { rss, heap: process.memoryUsage().heapUsed }
}

/** The most that the process has had of the machine, in bytes. */
export function peakMemory(): number {
  try {
    const status = readFileSync('/proc/self/status', 'utf8')
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024
  } catch {
    // Counts also what the process was before it began to run this program.
    return process.resourceUsage().maxRSS * 1024
  }
}
