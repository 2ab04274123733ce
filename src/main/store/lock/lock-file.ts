import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rm, rmdir, stat, unlink, utimes } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import { codeOf, StorageError } from '../storage-error.ts'
import { identityOfThisProcess, isRunning } from './process-identity.ts'

const LockSchema = v.strictObject({
  format: v.literal('rubricator-lock/1'),
  /** Tells this taking of the lock from every other one. */
  token: v.string(),
  user: v.string(),
  machine: v.string(),
  boot: v.string(),
  process: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  started: v.nullable(v.string()),
  since: v.string(),
})
/** What the file of a lock says. */
export type Lock = Readonly<v.InferOutput<typeof LockSchema>>

/** How often the holder of a lock gives a sign of life, in milliseconds. */
export const HEARTBEAT = 15_000
/** A holder on another machine that has given none for so long is gone. */
const SILENCE = 120_000
/** A lock that is being written is empty for a moment; one that stays so was left by a crash. */
const WRITING = 1000
const PAUSE = 20

/**
 * Takes a lock: a file that only one process can have made. One whose process has ended, or whose
 * machine was started anew, is taken over.
 * @returns The lock when it is ours now; otherwise `holder`, who has it.
 * @throws StorageError when the folder takes no lock.
 */
export async function takeLock(path: string): Promise<{ lock: Lock } | { holder: Lock }> {
  const lock = await newLock()
  await makeLocksFolder(dirname(path))
  for (;;) {
    if (await makeFile(path, JSON.stringify(lock))) return { lock }
    const present = await readLock(path)
    if (present === 'none') continue
    if (present !== 'unfinished' && !(await isLeft(path, present))) return { holder: present }
    if (present !== 'unfinished' || (await ageOf(path)) > WRITING) await removeLeft(path, present)
    await delay(PAUSE)
  }
}

/** Who holds a lock, and is still there; null when nobody does. */
export async function holderOf(path: string): Promise<Lock | null> {
  const present = await readLock(path)
  return typeof present === 'object' && !(await isLeft(path, present)) ? present : null
}

/** Whether a lock is still the one that was taken. */
export async function isHeld(path: string, { token }: Lock): Promise<boolean> {
  const present = await readLock(path)
  return typeof present === 'object' && present.token === token
}

/** Gives a lock back; one that somebody else holds by now is left alone. */
export async function giveBackLock(path: string, lock: Lock): Promise<void> {
  if (await isHeld(path, lock)) await unlink(path).catch(() => undefined)
}

/** Says that the holder is still there, for processes on other machines. */
export async function giveSignOfLife(path: string): Promise<void> {
  const now = new Date()
  await utimes(path, now, now).catch(() => undefined)
}

/** Not with its parents: a project that has gone must not come back as an empty one. */
async function makeLocksFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') throw new StorageError('find the folder', dirname(path), error)
    if (code !== 'EEXIST') throw new StorageError('make the folder', path, error)
  }
}

async function newLock(): Promise<Lock> {
  return {
    format: 'rubricator-lock/1',
    token: randomUUID(),
    user: userName(),
    ...(await identityOfThisProcess()),
    since: new Date().toISOString(),
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // A container may run as a user without a name.
    return 'somebody'
  }
}

/** @returns False when there is such a file already. */
async function makeFile(path: string, content: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx')
    try {
      await handle.writeFile(content)
    } finally {
      await handle.close()
    }
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw new StorageError('write', path, error)
  }
}

async function readLock(path: string): Promise<Lock | 'none' | 'unfinished'> {
  try {
    const parsed = v.safeParse(LockSchema, JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.output : 'unfinished'
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'none'
    if (error instanceof SyntaxError) return 'unfinished'
    throw new StorageError('read', path, error)
  }
}

/** Whether the holder of a lock has ended without giving it back. */
async function isLeft(path: string, lock: Lock): Promise<boolean> {
  const self = await identityOfThisProcess()
  if (lock.machine === self.machine) return !(await isRunning(lock, self))
  return (await ageOf(path)) > SILENCE
}

/**
 * Since when a file has not been touched, in milliseconds, by the clock of the disk it is on: a
 * shared folder's is not this machine's.
 */
async function ageOf(path: string): Promise<number> {
  const probe = `${path}.${randomUUID()}.now`
  try {
    await makeFile(probe, '')
    const [then, now] = await Promise.all([stat(path), stat(probe)])
    return now.mtimeMs - then.mtimeMs
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0
    throw error
  } finally {
    await rm(probe, { force: true })
  }
}

/**
 * Removes a lock that was left, unless it has changed hands meanwhile. Only one process at a time
 * does so: otherwise the second would remove what the first has just taken.
 */
async function removeLeft(path: string, left: Lock | 'unfinished'): Promise<void> {
  const guard = `${path}.taking-over`
  try {
    await mkdir(guard)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw new StorageError('make the folder', guard, error)
    if ((await ageOf(guard)) > WRITING) await rmdir(guard).catch(() => undefined)
    return
  }
  try {
    const present = await readLock(path)
    const isSame =
      typeof present === 'object' && typeof left === 'object'
        ? present.token === left.token
        : present === left
    if (isSame) await unlink(path)
  } finally {
    await rmdir(guard).catch(() => undefined)
  }
}
