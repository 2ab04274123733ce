import { spawnSync } from 'node:child_process'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts'
import { giveBackLock, isHeld, takeLock, type Lock } from './lock-file.ts'
import { identityOfThisProcess } from './process-identity.ts'

describe('takeLock', () => {
  it('takes a lock that nobody has, and gives it back', async () => {
    const path = await pathForLock()
    const lock = await taken(path)
    expect(await isHeld(path, lock)).toBe(true)
    await giveBackLock(path, lock)
    expect(await isHeld(path, lock)).toBe(false)
    await taken(path)
  })

  it('says who has it', async () => {
    const path = await pathForLock()
    const lock = await taken(path)
    expect(await takeLock(path)).toEqual({ holder: lock })
    expect(lock).toMatchObject({ process: process.pid })
  })

  it('takes over from a process that has ended', async () => {
    const { pid } = spawnSync('true')
    const path = await pathForLock({ process: pid, started: '1' })
    await taken(path)
  })

  it('takes over from a process whose number another one has by now', async () => {
    const path = await pathForLock({ started: '1' })
    await taken(path)
  })

  it('takes over what was left before the machine was started anew', async () => {
    const path = await pathForLock({ boot: 'another one' })
    await taken(path)
  })

  it('takes over from another machine that has given no sign of life for long', async () => {
    const path = await pathForLock({ machine: 'another one' })
    expect(await takeLock(path)).toMatchObject({ holder: { machine: 'another one' } })
    await age(path, 119)
    expect(await takeLock(path)).toMatchObject({ holder: { machine: 'another one' } })
    await age(path, 121)
    await taken(path)
  })

  it('takes over a lock that a crash has left half written', async () => {
    const path = await pathForLock()
    await mkdir(dirname(path))
    await writeFile(path, '{"format":"rubri')
    await age(path, 6)
    await taken(path)
  })

  it('is given to one of many that come at once, be it free or left', async () => {
    for (const left of [undefined, { boot: 'another one' }]) {
      const path = await pathForLock(left)
      const outcomes = await Promise.all(Array.from({ length: 40 }, () => takeLock(path)))
      const locks = outcomes.flatMap((outcome) => ('lock' in outcome ? outcome.lock : []))
      expect(locks).toHaveLength(1)
      expect(outcomes.flatMap((each) => ('holder' in each ? each.holder.token : []))).toEqual(
        Array.from({ length: 39 }, () => locks[0]?.token),
      )
      expect(await readdir(dirname(path))).toEqual(['ada.lock'])
    }
  })

  it('makes no project where there is none any more', async () => {
    const path = join(await temporaryFolder(), 'gone', '.locks', 'ada.lock')
    await expect(takeLock(path)).rejects.toThrow('it does not exist')
  })
})

describe('giveBackLock', () => {
  it('leaves a lock alone that has changed hands', async () => {
    const path = await pathForLock()
    const lock = await taken(path)
    await writeFile(path, JSON.stringify({ ...lock, token: 'another one' }))
    await giveBackLock(path, lock)
    expect(await takeLock(path)).toMatchObject({ holder: { token: 'another one' } })
  })
})

/** @param left - What the lock of another process says that is there already, if any. */
async function pathForLock(left?: Partial<Lock>): Promise<string> {
  const path = join(await temporaryFolder(), '.locks', 'ada.lock')
  if (left === undefined) return path
  const self = await identityOfThisProcess()
  const since = '2026-01-01T00:00:00.000Z'
  const lock: Lock = { format: 'rubricator-lock/1', token: 'left', user: 'ada', since, ...self }
  await mkdir(dirname(path))
  await writeFile(path, JSON.stringify({ ...lock, ...left }))
  return path
}

async function taken(path: string): Promise<Lock> {
  const outcome = await takeLock(path)
  if ('holder' in outcome) throw new Error(`Held by ${JSON.stringify(outcome.holder)}`)
  return outcome.lock
}

async function age(path: string, seconds: number): Promise<void> {
  const then = new Date(Date.now() - seconds * 1000)
  await utimes(path, then, then)
}
