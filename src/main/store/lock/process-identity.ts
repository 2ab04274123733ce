import { readFile, readlink } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import { codeOf } from '../storage-error.ts'

/** Which process, so that it can be told from every other one, past and present. */
export interface ProcessIdentity {
  /** The machine's name; in a container also which one, for processes are numbered anew in each. */
  readonly machine: string
  /** Which run of the machine since it was switched on. */
  readonly boot: string
  readonly process: number
  /** When the process began, in the system's own unit; null where the system does not tell. */
  readonly started: string | null
}

/** How far a boot that is reckoned from two clocks may be off, in milliseconds. */
const CLOCK_DRIFT = 120_000

export async function identityOfThisProcess(): Promise<ProcessIdentity> {
  return {
    machine: await machineName(),
    boot: await bootName(),
    process: process.pid,
    started: await startOf(process.pid),
  }
}

/**
 * Whether a process of this machine still runs.
 * @param other - Of the same machine as `self`: of another machine nobody here can tell.
 */
export async function isRunning(other: ProcessIdentity, self: ProcessIdentity): Promise<boolean> {
  if (!isSameBoot(other.boot, self.boot) || !isThere(other.process)) return false
  const started = await startOf(other.process)
  // A number is given again when its process has ended.
  return other.started === null || started === null || started === other.started
}

function isThere(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return codeOf(error) !== 'ESRCH'
  }
}

async function machineName(): Promise<string> {
  const space = await readlink('/proc/self/ns/pid').catch(() => null)
  return space === null ? hostname() : `${hostname()} ${space}`
}

/** Linux names its boots; elsewhere the moment of the boot does. */
async function bootName(): Promise<string> {
  const name = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null)
  return name?.trim() ?? String(Math.round(Date.now() - uptime() * 1000))
}

function isSameBoot(a: string, b: string): boolean {
  return a === b || Math.abs(Number(a) - Number(b)) < CLOCK_DRIFT
}

/** @see proc(5), /proc/pid/stat, field 22: clock ticks since the boot. */
async function startOf(process_: number): Promise<string | null> {
  const line = await readFile(`/proc/${process_}/stat`, 'utf8').catch(() => null)
  // The second field, a name in parentheses, may hold blanks and parentheses.
  return line?.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null
}
