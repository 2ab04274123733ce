import { text } from 'node:stream/consumers'
import { afterEach, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { valueOf } from '../../../tests/support/builders.ts'
import { Downloads } from './downloads.ts'

const delivery = {
  name: 'marks.jsonl',
  lines: 2,
  async *parts() {
    yield '{"text":"«سلام»"}\n'
    yield '{"text":"😀"}\n'
  },
}

afterEach(() => {
  vi.unstubAllEnvs()
})

it.each([
  ['a folder', ''],
  ['memory, where there is no folder', 'nothing-here'],
])('hands an export out once, from %s', async (_where, below) => {
  vi.stubEnv('TMPDIR', `${await temporaryFolder()}/${below}`)
  const downloads = new Downloads()
  const id = valueOf(await downloads.prepare(delivery))
  const taken = downloads.take(id)
  if (taken === null) throw new Error('There was no such export')
  const content = await text(taken.stream)
  expect(content).toBe('{"text":"«سلام»"}\n{"text":"😀"}\n')
  expect(taken).toMatchObject({ name: 'marks.jsonl', size: Buffer.byteLength(content) })
  expect(downloads.take(id)).toBeNull()
  await downloads.close()
})
