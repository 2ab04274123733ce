import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts'
import { ChangeReader, PartWriter, placesIn, readPart, type FileChange } from './part-file.ts'

const reader = new ChangeReader()
afterEach(() => reader.close())

function write(part: string, changes: readonly FileChange[]): void {
  const writer = new PartWriter(part)
  for (const change of changes) writer.add(change)
  writer.end()
}

const CHANGE: fc.Arbitrary<FileChange> = fc.record({
  path: fc.string({ unit: 'grapheme', minLength: 1 }),
  before: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/)),
  content: fc.option(fc.uint8Array({ maxLength: 200 })),
})

it('is read by the places of its changes, in any order, as from its beginning', async () => {
  const folder = await temporaryFolder()
  let parts = 0
  fc.assert(
    fc.property(fc.array(CHANGE, { maxLength: 8 }), (changes) => {
      const part = join(folder, String(parts++))
      write(part, changes)
      const read = [...readPart(part)]
      expect(read.map(({ path }) => path)).toEqual(changes.map(({ path }) => path))
      const places = placesIn(part)
      const again = places.toReversed().map((place) => reader.read(part, place))
      expect(again.toReversed()).toEqual(read)
    }),
    { numRuns: 100 },
  )
})

it('tells where it was cut short', async () => {
  const part = join(await temporaryFolder(), 'part')
  write(part, [{ path: 'a', before: null, content: 'x' }])
  const [place] = placesIn(part)
  if (place === undefined) throw new Error('There is a change')
  const beyond = { ...place, length: place.length + 1 }
  expect(() => reader.read(part, beyond)).toThrow(/part ends before/)
})
