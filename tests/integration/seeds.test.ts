import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readLines } from '../../src/core/formats/rubricator/read.ts'

const SEEDS = path.join(import.meta.dirname, '..', '..', 'seeds')

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

function readSets(annotator: string) {
  const file = path.join(SEEDS, 'annotations', `${annotator}.jsonl`)
  const read = readLines(readFileSync(file, 'utf8'), sha256)
  if (!read.ok) throw new Error(`${file}, line ${read.error.line}: ${read.error.message}`)
  return read.value
}

test('the example sets are made on the sample articles, to the character', () => {
  for (const { record } of [...readSets('miriam-keller'), ...readSets('tarik-aydin')]) {
    const file = path.join(SEEDS, 'articles', record.meta.source ?? '')
    expect(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')).toBe(record.text)
  }
})

test('the two annotators agree on about four fifths', () => {
  const [one, other] = ['miriam-keller', 'tarik-aydin'].map((annotator) =>
    readSets(annotator).flatMap(({ record: { id, spans } }) =>
      spans.map(({ label, start, end }) => `${id} ${start} ${end} ${label}`),
    ),
  )
  const others = new Set(other)
  const shared = (one ?? []).filter((mark) => others.has(mark)).length
  const agreement = (2 * shared) / ((one?.length ?? 0) + (other?.length ?? 0))
  console.log(`agreement on label and bounds: ${agreement.toFixed(3)}`)
  expect(agreement).toBeGreaterThan(0.75)
  expect(agreement).toBeLessThan(0.85)
})
