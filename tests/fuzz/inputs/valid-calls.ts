import { join } from 'node:path'
import type { ArticleFilter } from '../../../src/contract/article-filter.ts'
import {
  calls,
  type CallArguments,
  type CallName,
  type OfferedFile,
} from '../../../src/contract/calls.ts'
import { COMMANDS } from '../../../src/contract/commands.ts'
import { DEFAULT_READING } from '../../../src/contract/models.ts'
import { STATUSES } from '../../../src/core/annotation/annotation-set.ts'
import type { Attributes } from '../../../src/core/annotation/attribute.ts'
import type { Change } from '../../../src/core/annotation/history.ts'
import type { LabelChange } from '../../../src/core/annotation/label-change.ts'
import { labelForName, type Label } from '../../../src/core/annotation/label-set.ts'
import { ENCODING_NAMES } from '../../../src/core/article/encodings.ts'
import type { ReviewRecord } from '../../../src/core/review/log/record.ts'
import { EDGE_PATTERNS } from '../../../src/core/review/agreement/edge-patterns.ts'
import { GROUP_KINDS } from '../../../src/core/review/group-kind.ts'
import type { Random } from '../../bench/reader/documents/random.ts'
import { NOW } from '../../support/builders.ts'
import type { World } from '../world.ts'
import { hostileName, hostileString } from './strings.ts'

export const CALL_NAMES = Object.keys(calls) as readonly CallName[]

const UUID = '0b5f4f7e-7a43-4c0f-8f0e-2f1c9f3f6f10'

/** What a call is made on. */
interface Ground {
  readonly world: World
  /** An import that has begun. */
  readonly staging: string
}

type Makers = { readonly [N in CallName]: (random: Random, ground: Ground) => CallArguments<N> }

/** Arguments that fit the schema of each call, mostly with something real behind them. */
const MAKERS: Makers = {
  'workbench.state': () => ({}),
  'annotator.name': () => ({ name: 'Ann Other' }),
  'project.open': (_random, { world }) => ({ path: join(world.store.folder, 'nothing here') }),
  'project.create': (_random, { world }) => ({
    path: join(world.store.folder, 'new'),
    name: 'New',
  }),
  'project.sample': () => ({}),
  'folder.pick': (random) => ({ purpose: random.pick(['open-project', 'new-project']) }),
  'folder.list': (random, { world }) => ({ path: random.pick([null, world.store.folder]) }),
  'articles.list': () => ({}),
  'articles.search': (random) => ({ filter: filterOf(random), from: random.between(0, 3) }),
  'articles.open': (random, { world }) => ({ id: random.pick(world.articles) }),
  'articles.describe': (random, { world }) => ({
    project: projectOf(random, world),
    id: articleOf(random, world),
    meta: { title: 'New', outlet: null, published: '2020-02-28', language: 'en', direction: 'ltr' },
  }),
  'annotations.apply': (random, { world }) => {
    const article = articleOf(random, world)
    const baseRevision = random.pick([0, 3, 3, 3])
    const changes = Array.from({ length: random.pick([1, 1, 2, 5]) }, () => changeOf(random))
    return { project: projectOf(random, world), article, batch: UUID, baseRevision, changes }
  },
  'import.pick': (random) => ({ kind: random.pick(['files', 'folder']) }),
  'import.offer': (random, { staging }) => ({
    import: random.pick([null, staging, UUID]),
    files: Array.from({ length: random.between(0, 3) }, () => fileOf(random)),
  }),
  'import.read': (random, { staging }) => ({ import: random.pick([staging, UUID]) }),
  'import.decode': (random, { staging }) => ({
    import: random.pick([staging, staging, UUID]),
    index: random.between(0, 3),
    encoding: random.pick(ENCODING_NAMES),
  }),
  'import.commit': (random, { staging }) => ({ import: random.pick([staging, UUID]) }),
  'import.cancel': () => ({ import: UUID }),
  'export.jsonl': (random) => ({ annotator: random.pick([null, 'ann', 'nobody']) }),
  'export.unsaved': (random) => ({
    articles: Array.from({ length: random.between(1, 3) }, () => unsavedArticle(random)),
  }),
  'export.unsavedReviews': (random, { world }) => ({
    project: projectOf(random, world),
    reviews: Array.from({ length: random.between(1, 3) }, () => ({
      article: articleOf(random, world),
      ground: random.pick([null, { text: hostileString(random) || 'a', meta: UNTOLD }]),
      records: [recordOf(random)],
    })),
  }),
  'agreement.measure': (random, { world }) => agreementSelection(random, world),
  'agreement.cancel': () => ({}),
  'agreement.items': (random, { world }) => ({
    selection: agreementSelection(random, world),
    question: {
      label: random.pick([null, 'actor', '__proto__']),
      kinds: random.pick([null, [], [random.pick(GROUP_KINDS)]]),
      phrase: random.pick([null, 'a', hostileString(random)]),
      pattern: random.pick([null, ...EDGE_PATTERNS]),
      cell: random.pick([null, null, { row: 'actor', column: random.pick([null, 'claim']) }]),
      value: random.pick([null, null, { attribute: 'outcome', outcomes: ['equal', 'one'] }]),
      outlet: random.pick([null, null, { name: random.pick([null, 'Wire']) }]),
      published: random.pick([null, null, { when: random.pick([null, '2020-02']) }]),
      changed: random.pick([null, null, { when: random.pick([null, '2026-03-01']) }]),
    },
    from: { article: random.between(0, 3), place: random.between(0, 3) },
  }),
  'figures.save': (random) => ({
    name: random.pick(['agreement.csv', 'by-label.svg']),
    content: hostileString(random) || 'a',
  }),
  'review.queue': () => ({}),
  'review.open': (random, { world }) => ({ article: articleOf(random, world) }),
  'review.record': (random, { world }) => ({
    project: projectOf(random, world),
    article: articleOf(random, world),
    records: Array.from({ length: random.between(1, 3) }, () => recordOf(random)),
  }),
  'review.feedback': (random, { world }) => ({ article: articleOf(random, world) }),
  'review.asked': () => ({}),
  'review.comments': () => ({}),
  'review.summary': () => ({}),
  'export.adjudicated': () => ({}),
  'review.phrase': (random) => ({
    phrase: random.pick(['a', 'said', hostileString(random).slice(0, 200) || 'a']),
    from: random.between(0, 3),
  }),
  'review.decidePhrase': (random, { world }) => ({
    project: projectOf(random, world),
    places: Array.from({ length: random.between(1, 3) }, () => {
      const start = random.between(0, 60)
      return { article: articleOf(random, world), start, end: start + random.between(0, 20) }
    }),
    label: random.pick([null, 'actor', '__proto__']),
    reason: random.pick([null, hostileString(random).slice(0, 4000) || null]),
  }),
  'review.withdrawStep': (random, { world }) => ({
    project: projectOf(random, world),
    step: random.pick(['s1', 'constructor']),
    articles: [articleOf(random, world)],
  }),
  'backups.list': (random) => ({ annotator: random.pick([null, 'ann', 'nobody']) }),
  'backups.make': () => ({}),
  'backups.restore': (random, { world }) => ({
    project: projectOf(random, world),
    backup: random.pick(['2026-11-22', '2026-11-22T140512']),
    annotator: random.pick([null, 'ann']),
  }),
  'labels.list': () => ({}),
  'labels.preview': (random) => ({ change: labelChangeOf(random) }),
  'labels.change': (random, { world }) => ({
    project: projectOf(random, world),
    change: labelChangeOf(random),
  }),
  'labels.undo': (random, { world }) => ({
    project: projectOf(random, world),
    change: random.pick(['none', '000001-0a1b2c']),
  }),
  'labels.cancel': () => ({}),
  'project.blind': (random, { world }) => ({
    project: projectOf(random, world),
    blind: random.pick([true, false]),
  }),
  'labels.edit': (random, { world }) => ({
    project: projectOf(random, world),
    labels: labelsOf(random, world),
  }),
  'packs.make': (random, { world }) => ({
    articles: random.pick([null, [articleOf(random, world)]]),
    annotators: random.pick([null, ['ann'], ['nobody']]),
    texts: random.pick([true, false]),
  }),
  'packs.preview': (random, { staging }) => packOf(random, staging),
  'packs.take': (random, { world, staging }) => ({
    project: projectOf(random, world),
    ...packOf(random, staging),
  }),
  'packs.cancel': () => ({}),
  'packs.latest': () => ({}),
  'packs.undo': (random, { world }) => ({
    project: projectOf(random, world),
    pack: random.pick(['none', '000001-0a1b2c']),
  }),
  'window.stay': () => ({}),
  'keys.export': (random) => ({ keys: keysOf(random) }),
  'settings.remember': (random) => ({
    panes: { library: 200, inspector: 300 },
    reading: DEFAULT_READING,
    keys: keysOf(random),
    article: 'a1',
  }),
}

/** Arguments of one call that a window could send in good faith. */
export function validArguments(random: Random, name: CallName, ground: Ground): unknown {
  return MAKERS[name](random, ground)
}

function projectOf(random: Random, world: World): string {
  return random.pick([world.store.folder, world.store.folder, '/elsewhere'])
}

function articleOf(random: Random, world: World): string {
  return random.pick([...world.articles, 'unknown'])
}

function agreementSelection(random: Random, world: World): CallArguments<'agreement.measure'> {
  return {
    annotators: random.pick([null, [], ['ann'], ['ann', 'bob'], ['nobody']]),
    labels: random.pick([null, [], ['actor'], ['__proto__']]),
    articles: random.pick([null, [], [articleOf(random, world)], filterOf(random)]),
  }
}

function filterOf(random: Random): ArticleFilter {
  const sought = (): string => random.pick(['', 'a', hostileString(random).slice(0, 500)])
  return {
    text: sought(),
    outlet: random.pick([null, 'Wire', hostileString(random)]),
    from: random.pick([null, '2020-02-28']),
    to: random.pick([null, '2020-02-28', '2020-12-31']),
    label: random.pick([null, 'actor', '__proto__']),
    status: random.pick([null, ...STATUSES]),
    annotator: random.pick([null, 'ann', 'nobody']),
    note: sought(),
  }
}

function fileOf(random: Random): OfferedFile {
  const name = hostileName(random).slice(0, 4096) || 'a.txt'
  return random.next() < 0.1
    ? { name, problem: 'it could not be read' }
    : { name, bytes: new TextEncoder().encode(hostileString(random)) }
}

const UNTOLD = {
  title: 'A title',
  outlet: null,
  published: null,
  language: null,
  direction: null,
  source: null,
}

function unsavedArticle(random: Random): CallArguments<'export.unsaved'>['articles'][number] {
  const text = hostileString(random) || 'a'
  const start = random.between(0, text.length)
  const end = start + random.between(0, 20)
  const created = { by: 'ann', at: NOW, via: 'mouse' }
  const span = { id: 'a', label: 'actor', start, end, attributes: {}, note: null, created }
  return {
    text,
    meta: UNTOLD,
    set: { article: random.pick(['a1', 'a2']), annotator: 'ann', status: 'done', spans: [span] },
  }
}

function keysOf(random: Random): Record<string, readonly string[]> {
  const { id } = random.pick(COMMANDS)
  return {
    [id]: [random.pick(['Mod+K', 'F3', '+', 'x'])],
    [hostileString(random).slice(0, 60)]: [],
  }
}

/** A change that fits the sets of the world, or nearly. */
function changeOf(random: Random): Change {
  const kind = random.next()
  if (kind < 0.1) return { type: 'undo', at: NOW }
  if (kind < 0.2) return { type: 'redo', at: NOW }
  const id = random.pick(['a', 'b', 'c', 'none'])
  const start = random.between(0, 60)
  const end = start + random.between(0, 20)
  const label = random.pick(['actor', 'claim', 'date', '<b>', '__proto__'])
  const note = random.pick([null, hostileString(random).slice(0, 4000) || null])
  const created = { by: random.pick(['ann', 'ann', 'bob']), at: NOW, via: 'mouse' }
  const edit = random.pick([
    { type: 'add', span: { id, label, start, end, attributes: {}, note, created } },
    { type: 'remove', id },
    { type: 'move', id, start, end },
    { type: 'relabel', id, label },
    { type: 'note', id, note },
    { type: 'status', status: 'done' },
  ] as const)
  if (kind < 0.8) return { type: 'do', edit, at: NOW }
  return {
    type: 'do',
    edit: { type: 'group', edits: [edit, { type: 'remove', id: 'a' }] },
    at: NOW,
  }
}

function recordOf(random: Random): ReviewRecord {
  const id = random.pick(['r1', 'r2', 'r3', 'constructor'])
  const common = { id, by: random.pick(['ann', 'bob']), at: NOW, step: 's1' }
  const start = random.between(0, 60)
  const created = { by: 'ann', at: NOW, via: 'review' }
  const span = {
    id: random.pick(['a', 'b']),
    label: random.pick(['actor', '<b>', '__proto__']),
    start,
    end: start + random.between(0, 20),
    attributes: random.pick<Attributes>([
      {},
      { count: 34 },
      { outcome: hostileString(random).slice(0, 500) || 'killed', toString: true },
    ]),
    note: null,
    created,
  }
  const mark = { annotator: random.pick(['ann', 'nobody']), span }
  const text = hostileString(random).slice(0, 4000) || 'a'
  return random.pick<ReviewRecord>([
    {
      kind: 'verdict',
      ...common,
      took: random.pick([null, 'ann', 'nobody']),
      replaces: random.pick([[], ['r1'], ['r3', 'r3']]),
      reason: text,
      guideline: null,
      ground: random.pick([[], [mark], [mark, mark]]),
      outcome: random.pick([[], [span]]),
    },
    { kind: 'comment', ...common, text, thread: random.pick([null, 'r2']), mark },
    { kind: 'resolution', ...common, thread: 'r2', resolved: true },
    { kind: 'status', ...common, status: 'approved', open: 1 },
    { kind: 'withdrawal', ...common, records: ['r1', id] },
  ])
}

function packOf(random: Random, staging: string): CallArguments<'packs.preview'> {
  const label = random.pick(['actor', 'toll', '__proto__'])
  const as = random.pick([
    { type: 'map', to: random.pick(['claim', 'nothing']) },
    { type: 'create' },
    { type: 'skip' },
  ] as const)
  return {
    import: random.pick([staging, staging, UUID]),
    index: random.between(0, 3),
    choices: {
      labels: random.pick([[], [{ label, as }]]),
      addArticles: random.pick([true, false]),
    },
  }
}

function labelChangeOf(random: Random): LabelChange {
  const label = random.pick(['actor', 'claim', 'date', '<b>', '__proto__'])
  const other = random.pick(['actor', 'claim', 'toll', '<b>', '__proto__'])
  return random.pick([
    { type: 'rename', label, to: other },
    { type: 'merge', label, into: other },
    { type: 'remove', label },
  ])
}

/** The labels of the project in another order, perhaps with one more or one less. */
function labelsOf(random: Random, world: World): Label[] {
  const labels = world.store.project.labels.toReversed().map((label) => ({ ...label, key: null }))
  const name = hostileString(random).trim().slice(0, 60).trim()
  const isNew = name !== '' && labels.every((label) => label.name !== name)
  if (isNew && random.next() < 0.5) labels.push({ ...labelForName(name, labels), key: null })
  return random.next() < 0.2 ? labels.slice(1) : labels
}
