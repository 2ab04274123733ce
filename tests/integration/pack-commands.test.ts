import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeHome, rubricator, type Finished, type Home } from './program.ts'

let home: Home
const run = (...args: readonly string[]): Promise<Finished> => rubricator(home, ...args)
const PACK = 'sample.rubricator-pack.jsonl'

beforeAll(async () => {
  home = await makeHome()
  await run('sample', 'sample')
  await run('new', 'mine')
})
afterAll(() => home.remove())

test('pack, look, unpack and undo', async () => {
  const packed = await run('pack', 'sample', '--out', PACK)
  expect(packed).toEqual({ code: 0, stdout: `Wrote 16 lines to ${PACK}\n`, stderr: '' })
  const dry = await run('unpack', 'mine', PACK, '--dry-run')
  expect(dry.code).toBe(0)
  expect(dry.stdout).toContain('Sets: 10 new, 0 updated, 0 the same, 0 older than here\n')
  expect(dry.stdout).toContain('Not here, with text: 5 articles\n')
  expect((await run('list', 'mine', '--json')).stdout).toBe('[]\n')

  expect(await run('unpack', 'mine', PACK)).toEqual({
    code: 0,
    stdout: 'Sets: 10 new, 0 updated, 0 the same, 0 older than here\nAdded 5 articles\n',
    stderr: '',
  })
  expect((await run('check', 'mine')).code).toBe(0)
  expect((await run('export', 'mine')).stdout).toBe((await run('export', 'sample')).stdout)
  expect((await run('unpack', 'mine', PACK)).stdout).toBe('Nothing in the pack is new here.\n')

  expect(await run('unpack', 'mine', '--undo')).toEqual({
    code: 0,
    stdout: 'Undone in 10 sets; took out 5 articles and 0 records of reviews.\n',
    stderr: '',
  })
  expect((await run('list', 'mine', '--json')).stdout).toBe('[]\n')
  const again = await run('unpack', 'mine', '--undo')
  expect(again).toMatchObject({ code: 1, stdout: '' })
  expect(again.stderr).toContain('No review pack was taken in that could be undone')
})

test('pack only some, without texts, to standard output', async () => {
  const { code, stdout } = await run(
    'pack',
    'sample',
    '--annotator',
    'tarik-aydin',
    '--without-texts',
  )
  expect(code).toBe(0)
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const { made: _made, labels_sha256: _version, labels: _labels, ...header } = lines[0]
  expect(header).toEqual({
    format: 'rubricator-pack/1',
    offset_unit: 'codepoint',
    project: 'Sample project',
    by: null,
    annotators: [{ id: 'tarik-aydin', name: 'Tarık Aydın' }],
    articles: 5,
    sets: 5,
    reviews: 0,
  })
  expect(lines.slice(1).map(({ kind, text }) => [kind, text])).toEqual(
    Array.from({ length: 5 }, () => [
      ['article', null],
      ['set', undefined],
    ]).flat(),
  )
  const nobody = await run('pack', 'sample', '--annotator', 'nobody')
  expect(nobody).toMatchObject({ code: 1, stdout: '' })
  expect(nobody.stderr).toContain('The project has no annotator "nobody"')
})

test('labels that are not here want a choice', async () => {
  const file = path.join(home.folder, 'toll.rubricator-pack.jsonl')
  const pack = await readFile(path.join(home.folder, PACK), 'utf8')
  await writeFile(file, pack.replaceAll('"casualty figure"', '"toll"'))
  await run('new', 'labels')
  const refused = await run('unpack', 'labels', file)
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain('Choose what becomes of labels that are not here: “toll”')
  expect(refused.stderr).toContain('--label')
  const mapped = await run('unpack', 'labels', file, '--label', 'toll=casualty figure')
  expect(mapped.code).toBe(0)
  expect((await run('export', 'labels')).stdout).toBe((await run('export', 'sample')).stdout)
  const wrong = await run('unpack', 'labels', file, '--label', 'toll')
  expect(wrong).toMatchObject({ code: 2, stdout: '' })
})

test('what is no pack is refused with its line, and an import says what it is', async () => {
  const pack = await readFile(path.join(home.folder, PACK), 'utf8')
  await writeFile(path.join(home.folder, 'cut.jsonl'), pack.slice(0, -100))
  const cut = await run('unpack', 'mine', 'cut.jsonl')
  expect(cut).toMatchObject({ code: 1, stdout: '' })
  expect(cut.stderr).toMatch(/^rubricator: line 16: this is not JSON/)
  const missing = await run('unpack', 'mine', 'nothing.jsonl')
  expect(missing).toMatchObject({ code: 1, stdout: '' })
  expect((await run('unpack', 'mine')).code).toBe(2)
  const imported = await run('import', 'mine', PACK)
  expect(imported.code).toBe(1)
  expect(imported.stderr).toContain('it is a review pack, which is taken in and not imported')
})
