import { cp } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ProjectStore } from '../../src/main/store/project-store.ts'
import { previewPack, takePack } from '../../src/main/workbench/pack/take-pack.ts'
import { buildSample } from '../../src/main/workbench/sample.ts'
import { errorOf, NOW, valueOf } from '../support/builders.ts'
import { Desk, EVERYTHING } from '../support/desk.ts'
import { contentOf } from '../support/folder-content.ts'
import { verdictOn } from '../support/review-records.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SEEDS = path.join(import.meta.dirname, '../../seeds')
const [TARIK, MIRIAM] = ['tarik-aydin', 'miriam-keller'] as const

/** The sample project on several desks. */
async function sampleDesks(...names: readonly string[]): Promise<readonly Desk[]> {
  const folder = await temporaryFolder()
  const original = path.join(folder, 'original')
  const built = valueOf(await buildSample(SEEDS, original, () => new Date(NOW)))
  await built.close()
  const desks: Desk[] = []
  for (const name of names) {
    const place = path.join(folder, name)
    await cp(original, place, { recursive: true })
    desks.push(await opened(place))
  }
  return desks
}

async function opened(place: string): Promise<Desk> {
  const desk = await Desk.open(place)
  onTestFinished(() => desk.store.close())
  return desk
}

async function emptyDesk(): Promise<Desk> {
  const desk = await Desk.create(path.join(await temporaryFolder(), 'empty'))
  onTestFinished(() => desk.store.close())
  return desk
}

/** The files that hold what people have made. */
async function filesOf({ folder }: Desk): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(await contentOf(folder))
  return Object.fromEntries(
    files.filter(([name]) => name === 'project.json' || !name.startsWith('.')),
  )
}

/** The lines of a pack, parsed. */
function linesOf(pack: Uint8Array): readonly { readonly kind?: string; readonly text?: unknown }[] {
  const lines = Buffer.from(pack).toString('utf8').trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as { kind?: string; text?: unknown })
}

function first<T>(list: readonly T[]): T {
  const [item] = list
  if (item === undefined) throw new Error('There is none')
  return item
}

test('a pack carries everything into an empty project, and undoing takes everything out', async () => {
  const [sent] = await sampleDesks('sent')
  const desk = first([sent].flatMap((each) => each ?? []))
  const { id } = first(desk.store.articles())
  await desk.at(1).mark(id, MIRIAM, 'the')
  const marked = first(first(valueOf(await desk.store.sets(id))).spans)
  const ground = [{ annotator: MIRIAM, span: marked }]
  const verdict = { ...verdictOn([], { id: 'v1', by: 'rev' }), ground, outcome: [marked] }
  await desk.say(id, 'rev', [verdict])
  await desk.say(id, TARIK, [
    {
      kind: 'comment',
      id: 'c1',
      by: TARIK,
      at: NOW,
      step: 's1',
      text: 'Is this an actor?',
      thread: null,
      mark: first(ground),
    },
  ])
  const empty = await emptyDesk()
  const before = await filesOf(empty)
  const pack = await desk.at(2).pack()
  const preview = await empty.preview(pack)
  expect(preview).toMatchObject({
    sets: { new: 10, updated: 0, same: 0, older: 0, leftOut: 0 },
    articles: { addable: 5 },
    records: 2,
    labels: [],
    conflicts: { count: 0 },
    problems: [],
  })
  expect(await filesOf(empty)).toEqual(before)

  const summary = await empty.at(3).take(pack)
  expect(summary).toMatchObject({ sets: { new: 10 }, articles: 5, records: 2, conflicts: 0 })
  expect(await empty.content()).toEqual(await desk.content())
  const histories = await Promise.all(
    [desk, empty].map(async ({ store }) => valueOf(await store.documents(id))),
  )
  expect(histories[1]).toEqual(histories[0])
  // What another opening finds on disk is the same.
  const again = await opened(empty.folder)
  expect(again.store.problems).toEqual([])
  expect(await again.content()).toEqual(await desk.content())

  expect(valueOf(await empty.at(4).undo(summary.pack))).toEqual({
    sets: 10,
    articles: 5,
    records: 2,
    keptSpans: 0,
    keptArticles: 0,
  })
  expect(await filesOf(empty)).toEqual(before)
  expect(empty.store.articles()).toEqual([])
  expect(errorOf(await empty.undo(summary.pack)).code).toBe('conflict')
  await empty.take(pack)
  expect(await empty.content()).toEqual(await desk.content())
})

/** Three desks on which one person has worked, and another has reviewed; and the packs of each. */
async function diverged(): Promise<{ readonly desks: readonly Desk[]; packs: Uint8Array[] }> {
  const desks = await sampleDesks('one', 'two', 'three')
  const [one, two, three] = desks
  if (!one || !two || !three) throw new Error('There are three')
  const [a, b] = one.store.articles().map(({ id }) => id)
  if (a === undefined || b === undefined) throw new Error('There are two')
  const spans = first(valueOf(await one.store.sets(a))).spans.map(({ id }) => id)
  const [s0 = '', s1 = '', s2 = '', s3 = ''] = spans
  await one.at(1).mark(a, MIRIAM, 'the')
  await one.at(2).edit(a, MIRIAM, { type: 'note', id: s0, note: 'of one' })
  await one.edit(a, MIRIAM, { type: 'attribute', id: s0, name: 'outcome', value: 'killed' })
  await one.at(3).edit(a, MIRIAM, { type: 'remove', id: s1 })
  await one.edit(b, MIRIAM, { type: 'status', status: 'in-progress' })
  const [judged] = valueOf(await one.store.sets(a)).flatMap(({ spans: all }) =>
    all.filter(({ id }) => id === s0),
  )
  const outcome = judged === undefined ? [] : [{ ...judged, attributes: { count: 34 } }]
  await one.say(a, 'rev', [verdictOn([], { id: 'v1', by: 'rev', outcome })])
  // Two goes on from where one was.
  await two.at(3).take(await one.pack())
  await two.at(4).edit(a, MIRIAM, { type: 'note', id: s0, note: 'of two' })
  await two.edit(a, MIRIAM, { type: 'attribute', id: s0, name: 'outcome', value: 'wounded' })
  await two.at(5).mark(a, MIRIAM, 'of')
  await two.at(6).edit(a, MIRIAM, { type: 'remove', id: s2 })
  await two.say(a, 'rev', [verdictOn([], { id: 'v2', by: 'rev', replaces: ['v1'] })])
  // Three marks the same text as one, and changes what the others have removed.
  await three.at(4).mark(a, MIRIAM, 'the')
  await three.at(5).edit(a, MIRIAM, { type: 'note', id: s1, note: 'of three' })
  await three.edit(a, MIRIAM, { type: 'attribute', id: s1, name: 'hedged', value: true })
  await three.edit(a, MIRIAM, { type: 'relabel', id: s2, label: 'date' })
  await three.at(7).edit(a, MIRIAM, { type: 'remove', id: s3 })
  await three.mark(b, 'new-here', 'a')
  await three.say(b, 'new-here', [verdictOn([], { id: 'v3', by: 'new-here' })])
  return { desks, packs: await Promise.all(desks.map((desk) => desk.pack())) }
}

describe('packs of desks that went their own ways', () => {
  test('come to the same project in any order, and twice as once', async () => {
    const { packs } = await diverged()
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    const takers = await sampleDesks(...orders.map((_order, index) => `taker-${index}`))
    const contents: unknown[] = []
    for (const [index, taker] of takers.entries()) {
      for (const number of orders[index] ?? []) {
        await taker.at(20 + index).take(packs[number] ?? new Uint8Array())
      }
      const files = await filesOf(taker)
      for (const pack of packs) {
        const again = await taker.at(50).take(pack)
        expect(again).toMatchObject({ pack: null, sets: { new: 0, updated: 0 }, records: 0 })
      }
      expect(await filesOf(taker)).toEqual(files)
      contents.push(await taker.content())
    }
    for (const content of contents) expect(content).toEqual(contents[0])
    for (const part of ['of three', '"hedged":true', '"outcome":"wounded"', '{"count":34}']) {
      expect(JSON.stringify(contents[0])).toContain(part)
    }
  })

  test('tell what both sides have changed, and never overwrite by what is older', async () => {
    const { desks, packs } = await diverged()
    const [one, two, three] = desks
    if (!one || !two || !three) throw new Error('There are three')
    const { conflicts, sets } = await two.at(30).preview(packs[2] ?? new Uint8Array())
    expect(sets).toMatchObject({ new: 1, updated: 1 })
    expect(conflicts.first).toMatchObject([
      {
        kind: 'span',
        here: null,
        theirs: { note: 'of three', attributes: { hedged: true } },
        taken: 'theirs',
      },
      { kind: 'span', here: null, theirs: { label: 'date' }, taken: 'here' },
    ])
    const before = await filesOf(two)
    expect(await two.preview(packs[0] ?? new Uint8Array())).toMatchObject({
      sets: { new: 0, updated: 0, older: 1 },
      conflicts: { count: 0 },
      changes: [],
    })
    expect(await two.take(packs[0] ?? new Uint8Array())).toMatchObject({ pack: null })
    expect(await filesOf(two)).toEqual(before)
    // Desks that exchange what they have agree.
    await two.take(packs[2] ?? new Uint8Array())
    await three.at(31).take(await two.pack())
    await one.at(32).take(await three.pack())
    expect(await three.content()).toEqual(await two.content())
    expect(await one.content()).toEqual(await two.content())
  })

  test('are undone one by one, and what was changed since stays', async () => {
    const { packs } = await diverged()
    const [taker] = await sampleDesks('taker')
    if (!taker) throw new Error('There is one')
    const contents = [await taker.content()]
    const taken: (string | null)[] = []
    for (const [index, pack] of packs.entries()) {
      const { pack: id } = await taker.at(40 + index).take(pack)
      taken.push(id)
      contents.push(await taker.content())
    }
    for (const id of taken.toReversed()) {
      contents.pop()
      expect(valueOf(await taker.at(50).undo(id))).toMatchObject({ keptSpans: 0 })
      expect(await taker.content()).toEqual(contents.at(-1))
    }
    const { pack } = await taker.at(51).take(packs[2] ?? new Uint8Array())
    const { id } = first(taker.store.articles())
    const spans = first(valueOf(await taker.store.sets(id))).spans
    const came = spans.find(({ note }) => note === 'of three')
    if (came === undefined) throw new Error('It came')
    await taker.at(52).edit(id, MIRIAM, { type: 'note', id: came.id, note: 'mine' })
    expect(valueOf(await taker.at(53).undo(pack))).toMatchObject({ keptSpans: 1 })
    const left = first(valueOf(await taker.store.sets(id))).spans
    expect(left.find((span) => span.id === came.id)?.note).toBe('mine')
  })
})

test('articles that are not here are added with their texts, or named', async () => {
  const [desk] = await sampleDesks('sent')
  if (!desk) throw new Error('There is one')
  const ids = desk.store.articles().map(({ id }) => id)
  const empty = await emptyDesk()
  const without = await desk.pack({ texts: false })
  const texts = linesOf(without).flatMap(({ kind, text }) => (kind === 'article' ? [text] : []))
  expect(texts).toEqual(Array.from({ length: 5 }, () => null))
  expect(await empty.preview(without)).toMatchObject({
    sets: { new: 0, leftOut: 10 },
    articles: { addable: 0, unknown: { count: 5 } },
  })
  expect(await empty.take(without)).toMatchObject({ pack: null, sets: { leftOut: 10 } })
  const pack = await desk.pack({ articles: ids.slice(0, 2), annotators: [TARIK] })
  const leaving = { ...EVERYTHING, addArticles: false }
  expect(await empty.preview(pack, leaving)).toMatchObject({ articles: { addable: 2 } })
  expect(await empty.take(pack, leaving)).toMatchObject({ pack: null })
  expect(await empty.take(pack)).toMatchObject({ articles: 2, sets: { new: 2 } })
  // Sets without texts find their articles by the hash of the text.
  expect(await empty.take(without)).toMatchObject({ sets: { new: 2, same: 2, leftOut: 6 } })
})

async function withToll(): Promise<{ readonly pack: Uint8Array; readonly taker: Desk }> {
  const [desk, taker] = await sampleDesks('sent', 'taker')
  if (!desk || !taker) throw new Error('There are two')
  const toll = { ...first(desk.store.project.labels), name: 'toll', key: '1' }
  await desk.store.updateProject((project) => ({
    ...project,
    labels: [...project.labels.map((label) => ({ ...label, key: null })), toll],
  }))
  const { id } = first(desk.store.articles())
  await desk.at(1).mark(id, MIRIAM, 'the', 'toll')
  return { pack: await desk.pack(), taker }
}

const labelsOf = async ({ store }: Desk): Promise<readonly string[]> => {
  const { id } = first(store.articles())
  const [set] = valueOf(await store.sets(id))
  return set?.spans.filter((span) => span.id.startsWith(MIRIAM)).map(({ label }) => label) ?? []
}

describe('labels that are not here', () => {
  test('are told, and want a choice', async () => {
    const { pack, taker } = await withToll()
    expect(await taker.preview(pack)).toMatchObject({
      labels: [{ name: 'toll', spans: 1, sets: 1 }],
      sets: { updated: 1 },
    })
    const before = await filesOf(taker)
    const options = { by: 'taker', at: NOW }
    const refused = errorOf(await takePack(taker.store, { bytes: pack }, EVERYTHING, options))
    expect(refused.message).toBe('Choose what becomes of labels that are not here: “toll”')
    const odd = {
      ...EVERYTHING,
      labels: [{ label: 'toll', as: { type: 'map', to: 'x' } }],
    } as const
    expect(errorOf(await takePack(taker.store, { bytes: pack }, odd, options)).message).toContain(
      'There is no label “x” here',
    )
    expect(await filesOf(taker)).toEqual(before)
  })

  test.each([
    [{ type: 'create' }, ['toll'], ['toll'], 0],
    [{ type: 'map', to: 'date' }, ['date'], [], 0],
    [{ type: 'skip' }, [], [], 1],
  ] as const)('become what was chosen: %o', async (as, marked, created, spansLeftOut) => {
    const { pack, taker } = await withToll()
    const content = await taker.content()
    const choices = { ...EVERYTHING, labels: [{ label: 'toll', as }] }
    const summary = await taker.at(9).take(pack, choices)
    expect(summary).toMatchObject({ labels: created, spansLeftOut })
    expect(await labelsOf(taker)).toEqual(marked)
    const made = taker.store.project.labels.filter(({ name }) => name === 'toll')
    expect(made.map(({ key }) => key)).toEqual(created.map(() => null))
    expect(await taker.take(pack, choices)).toMatchObject({ pack: null })
    if (summary.pack === null) return
    await taker.undo(summary.pack)
    expect(await taker.content()).toEqual(content)
  })
})

async function sound(): Promise<{ readonly lines: readonly string[]; readonly taker: Desk }> {
  const [desk] = await sampleDesks('sent')
  if (!desk) throw new Error('There is one')
  const lines = Buffer.from(await desk.pack())
    .toString('utf8')
    .trimEnd()
    .split('\n')
  return { lines, taker: await emptyDesk() }
}

describe('a file that is no sound pack', () => {
  const HASH = '0'.repeat(64)

  test.each<readonly [string, (lines: readonly string[]) => readonly string[], string]>([
    [
      'a header alone of another kind',
      () => ['{"format":"rubricator/1"}'],
      'line 1: field "format"',
    ],
    ['nothing', () => [], 'it is empty'],
    ['no JSON', (lines) => [...lines, '{"kind":'], 'it begins as no line of a review pack does'],
    [
      'a set before its article',
      ([header = '', article = '', set = '']) => [header, set, article],
      'line 2: it does not follow upon the line of its article',
    ],
    [
      'an article twice',
      ([header = '', article = '', ...rest]) => [header, article, article, ...rest],
      'line 3: the same article stands on line 2',
    ],
    [
      'a set twice',
      ([header = '', article = '', set = '', ...rest]) => [header, article, set, set, ...rest],
      'line 4: the same stands there twice',
    ],
    [
      'a changed text',
      (lines) => lines.map((line) => line.replace('"text":"', '"text":"x')),
      'line 2: field "text_sha256"',
    ],
    [
      'a span that is elsewhere',
      (lines) => lines.map((line) => line.replace(/"start":\d+/, '"start":0')),
      'line 3: the set:',
    ],
    [
      'somebody whom nobody has named',
      ([header = '', ...rest]) => [header.replaceAll('tarik-aydin', 'tarik'), ...rest],
      'the first line does not name "tarik-aydin"',
    ],
    [
      'a label that nobody has defined',
      ([header = '', ...rest]) => [header.replaceAll('"date"', '"day"'), ...rest],
      'the first line does not define the label "date"',
    ],
    [
      'an unknown key',
      (lines) => lines.map((line) => line.replace('"kind":"article",', `$&"more":1,`)),
      'it begins as no line of a review pack does',
    ],
    [
      'a hash of no text',
      (lines) => lines.map((line) => line.replace(/"[0-9a-f]{64}"/, `"${HASH}"`)),
      'the same article stands on line 2',
    ],
  ])('is refused whole: %s', async (_what, change, reason) => {
    const { lines, taker } = await sound()
    const before = await contentOf(taker.folder)
    const bytes = Buffer.from(
      change(lines)
        .map((line) => `${line}\n`)
        .join(''),
    )
    const options = { by: 'taker', at: NOW }
    const refused = await takePack(taker.store, { bytes }, EVERYTHING, options)
    expect(errorOf(refused).message).toContain(reason)
    expect(errorOf(await previewPack(taker.store, { bytes }, EVERYTHING, options)).message).toBe(
      errorOf(refused).message,
    )
    expect(Object.keys(await contentOf(taker.folder))).toEqual(Object.keys(before))
  })
})

test('sets that another program writes are not touched, and it is said who writes', async () => {
  const [desk, taker] = await sampleDesks('sent', 'taker')
  if (!desk || !taker) throw new Error('There are two')
  await desk.at(1).mark(first(desk.store.articles()).id, MIRIAM, 'the')
  const pack = await desk.pack()
  const other = valueOf(await ProjectStore.open(taker.folder))
  onTestFinished(() => other.close())
  await other.claim(MIRIAM)
  const before = await filesOf(taker)
  const { problems } = await taker.preview(pack)
  expect(problems.join()).toContain(`The marks of ${MIRIAM} are written in another Rubricator`)
  await expect(taker.take(pack)).rejects.toThrow(`The marks of ${MIRIAM} are written`)
  expect(await filesOf(taker)).toEqual(before)
  await other.close()
  expect(await taker.take(pack)).toMatchObject({ sets: { updated: 1 } })
})
