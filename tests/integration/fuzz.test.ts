import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fuzz, type Row } from '../fuzz/fuzz.ts'
import { report } from '../fuzz/report.ts'
import { makeTargets, type Targets } from '../fuzz/targets/targets.ts'
import { World } from '../fuzz/world.ts'

const INPUTS = 20_000
const SEED = 1

describe('hostile inputs', () => {
  let folder: string
  let targets: Targets
  let rows: readonly Row[]

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'rubricator-test-'))
    targets = await makeTargets(folder)
    rows = await fuzz(targets.list, { inputs: INPUTS, seed: SEED })
  }, 120_000)

  afterAll(async () => {
    await targets.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('crash nothing, hang nothing and change nothing', () => {
    expect(
      rows.reduce((sum, { failed }) => sum + failed, 0),
      report(rows, SEED),
    ).toBe(0)
  })

  test('are all fed', () => {
    expect(rows).toHaveLength(10)
    expect(rows.reduce((sum, { accepted, refused }) => sum + accepted + refused, 0)).toBe(INPUTS)
  })

  test('are not all refused, and not all taken', () => {
    for (const { target, inputs, accepted, refused } of rows) {
      expect(Math.min(accepted, refused), target).toBeGreaterThan(inputs / 50)
    }
  })
})

test('a file that has changed is noticed', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rubricator-test-'))
  const world = await World.make(folder)
  await world.check()
  await appendFile(path.join(world.store.folder, 'project.json'), ' ')
  await expect(world.check()).rejects.toThrow('Files have changed: projects/News/project.json')
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a target', () => {
  test.each([
    ['that throws', () => Promise.reject(new Error('broken')), 'broken'],
    [
      'that throws at once',
      () => {
        throw new TypeError('broken at once')
      },
      'broken at once',
    ],
    ['that changes all objects', pollute, 'Object.prototype was changed'],
  ])('%s fails, with its input', async (_, run, reason) => {
    const target = { name: 'bad', draw: () => ({ input: { a: '\uD800' }, run }) }
    const [row] = await fuzz([target], { inputs: 1, seed: SEED })
    Reflect.deleteProperty(Object.prototype, 'polluted')
    expect(row).toMatchObject({ failed: 1, accepted: 0, refused: 0 })
    expect(row?.failures[0]?.reason).toContain(reason)
    expect(row?.failures[0]?.input).toBe(String.raw`{"a":"\ud800"}`)
  })
})

function pollute(): 'accepted' {
  Reflect.set(Object.prototype, 'polluted', true)
  return 'accepted'
}
