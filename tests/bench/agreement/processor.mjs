/*
 * Loaded into a process before its program: says at the end, on standard error, how long processors worked for it,
 * in microseconds, its threads included.
 */
import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage()
    writeSync(2, `\n${user + system}`)
  })
}
