/* Loaded before the command line: says at its end how much memory it had at most, in bytes. */
import { readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env['BENCH_PEAK']
if (isMainThread && file !== undefined)
  process.on('exit', () => writeFileSync(file, String(peak())))

/** The system’s own figure also counts what the process was before it began to run this program. */
function peak() {
  try {
    const status = readFileSync('/proc/self/status', 'utf8')
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024
  } catch {
    return process.resourceUsage().maxRSS * 1024
  }
}
