import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../core/result.ts'
import { errorOf } from '../../../tests/support/builders.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { DurableDocument } from './durable-document.ts'
import type { WriteFile } from './durable-json-adapter.ts'
import { writeFileDurably } from './durable-write.ts'
import { formatOf, plainKind, readKind, type FileKind } from './file-kind.ts'

const CountSchema = v.strictObject({ format: v.literal('test-count/1'), count: v.number() })
type Count = v.InferOutput<typeof CountSchema>
const KIND = plainKind(formatOf('test-count', [], CountSchema))
const start: Count = { format: 'test-count/1', count: 0 }
const countUp = (data: Count | null) => ok({ ...start, count: (data?.count ?? 0) + 1 })

describe('DurableDocument', () => {
  it('runs changes one after the other', async () => {
    const path = join(await temporaryFolder(), 'count.json')
    const document = new DurableDocument({ path }, KIND)
    await Promise.all(Array.from({ length: 20 }, () => document.update(countUp)))
    expect(document.data?.count).toBe(20)
    const again = new DurableDocument({ path }, KIND)
    expect(await again.read()).toEqual(document.data)
  })

  it('stays as it was, in memory and on disk, when a write fails, and goes on after it', async () => {
    const path = join(await temporaryFolder(), 'count.json')
    let isFull = false
    const write: WriteFile = async (file, content) => {
      if (isFull) throw new Error('the disk is full')
      await writeFileDurably(file, content)
    }
    const document = new DurableDocument({ path, write }, KIND)
    await document.update(countUp)
    const before = await readFile(path, 'utf8')
    isFull = true
    await expect(document.update(countUp)).rejects.toThrow('the disk is full')
    expect(document.data?.count).toBe(1)
    expect(await readFile(path, 'utf8')).toBe(before)
    isFull = false
    await document.update(countUp)
    expect(document.data?.count).toBe(2)
  })

  it('shows what it held before until the write has succeeded', async () => {
    const path = join(await temporaryFolder(), 'count.json')
    const seen: unknown[] = []
    const write: WriteFile = async (file, content) => {
      seen.push(document.data?.count)
      await writeFileDurably(file, content)
    }
    const document = new DurableDocument({ path, write }, KIND)
    await document.update(countUp)
    await document.update(countUp)
    expect(seen).toEqual([undefined, 1])
    expect(document.data?.count).toBe(2)
  })

  it('forgets what it held when its file is removed, and can be written again', async () => {
    const path = join(await temporaryFolder(), 'count.json')
    const document = new DurableDocument({ path }, KIND)
    await document.update(countUp)
    await document.remove()
    expect(document.data).toBeNull()
    await expect(readFile(path)).rejects.toThrow('ENOENT')
    await document.update(countUp)
    expect(await new DurableDocument({ path }, KIND).read()).toEqual({ ...start, count: 1 })
  })

  it('writes nothing for a change that fails or breaks the format', async () => {
    const path = join(await temporaryFolder(), 'count.json')
    const document = new DurableDocument({ path }, KIND)
    expect(await document.update(() => fail('no'))).toEqual({ ok: false, error: 'no' })
    const broken = { ...start, count: 'many' } as unknown as Count
    await expect(document.update(() => ok(broken))).rejects.toThrow(
      'would be broken: field "count"',
    )
    await expect(readFile(path)).rejects.toThrow('ENOENT')
    expect(document.data).toBeNull()
  })
})

describe('readKind', () => {
  const second: FileKind<{ readonly total: number }> = {
    ...formatOf('test-count', [], v.object({}), {
      migrations: { 1: (json) => ({ format: 'test-count/2', total: (json as Count).count }) },
    }),
    isWhole: () => true,
    encode: (data) => data,
    decode: (json) => ok({ total: (json as { total: number }).total }),
  }

  it('leads an older version forward', () => {
    expect(readKind(second, { ...start, count: 7 })).toEqual({ ok: true, value: { total: 7 } })
  })

  it.each([
    [{ format: 'test-count/2' }, 'it was made by a newer Rubricator ("test-count/2"): update'],
    [{ format: 'test-other/1' }, 'its format is "test-other/1", not "test-count/1"'],
    [{ format: 'test-count/x' }, 'its format is "test-count/x"'],
    [{ format: 3 }, 'its format is 3'],
    [{ format: { toString: 1, valueOf: 1 } }, 'its format is no text'],
    [{}, 'it has no "format"'],
    [null, 'it has no "format"'],
    [[], 'it has no "format"'],
  ])('refuses %j', (json, reason) => {
    expect(readKind(KIND, json)).toMatchObject({
      ok: false,
      error: expect.stringContaining(reason),
    })
  })

  it('is brief about a format without end, and not overwhelmed by a deep one', () => {
    const long = { format: 'x'.repeat(1_000_000) }
    expect(errorOf(readKind(KIND, long)).length).toBeLessThan(200)
    const deep: unknown = JSON.parse(`{"format":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)
    expect(errorOf(readKind(KIND, deep))).toContain('its format is no text')
  })
})
