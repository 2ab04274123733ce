import * as v from 'valibot'
import type { OfferedFile } from '../../../src/contract/calls.ts'
import {
  ImportSummarySchema,
  StagedItemSchema,
  StagingSchema,
} from '../../../src/contract/models.ts'
import { ENCODING_NAMES, type EncodingName } from '../../../src/core/article/encodings.ts'
import { createOffsetMap } from '../../../src/core/text/offsets.ts'
import { decodeFile } from '../../../src/main/store/durable-json-adapter.ts'
import { readKind, type FileKind } from '../../../src/main/store/file-kind.ts'
import { articleKind, PROJECT_KIND, setKind } from '../../../src/main/store/project-kinds.ts'
import type { ProjectStore } from '../../../src/main/store/project-store.ts'
import { sha256 } from '../../../src/main/store/sha256.ts'
import { readPart, type StoredChange } from '../../../src/main/store/transaction/part-file.ts'
import { Transaction } from '../../../src/main/store/transaction/transaction.ts'
import { writeImport } from '../../../src/main/workbench/import/commit-import.ts'
import type { ImportPlan } from '../../../src/main/workbench/import/import-plan.ts'
import { planImport } from '../../../src/main/workbench/import/import-planner.ts'
import { Staging } from '../../../src/main/workbench/import/staging.ts'
import type { Random } from '../../bench/reader/documents/random.ts'
import { NOW } from '../../support/builders.ts'
import { GIANT_FILES, hostileBytes } from '../inputs/bytes.ts'
import { linesOf } from '../inputs/lines.ts'
import { hostileName } from '../inputs/strings.ts'
import { ensure, type Target, type Trial, type Verdict } from '../target.ts'
import type { World } from '../world.ts'

/** Another encoding, chosen for one of the files. */
interface Choice {
  readonly index: number
  readonly encoding: EncodingName
}

/** An import up to its plan: what it would write must be such that it can be read again. */
export class ImportsTarget implements Target {
  readonly name = 'imports'
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  draw(random: Random, index: number): Trial {
    const giant = GIANT_FILES[index]?.(random)
    const files = giant ? [fileWith('a.txt', giant)] : filesOf(random)
    const at = random.between(0, files.length)
    const choice = { index: at, encoding: random.pick(ENCODING_NAMES) }
    const chosen = random.next() < 0.2 ? choice : null
    return { input: { files, chosen }, run: () => plan(this.#world.store, files, chosen) }
  }

  settle(): Promise<void> {
    return this.#world.check()
  }
}

function filesOf(random: Random): readonly OfferedFile[] {
  return Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => fileOf(random))
}

function fileOf(random: Random): OfferedFile {
  // The contract lets no other names through.
  const name = hostileName(random).slice(0, 4096) || ' '
  const isDataset = random.next() < 0.4
  return isDataset
    ? fileWith(`${name}.jsonl`.slice(-4096), new TextEncoder().encode(linesOf(random)))
    : fileWith(name, hostileBytes(random))
}

/** A window offers bytes of its own, and never a view of others. */
function fileWith(name: string, bytes: Uint8Array): OfferedFile {
  return { name, bytes: new Uint8Array(bytes) }
}

async function plan(
  store: ProjectStore,
  files: readonly OfferedFile[],
  choice: Choice | null,
): Promise<Verdict> {
  const staging = new Staging(store)
  v.assert(StagingSchema, await staging.offer(files))
  if (choice !== null) {
    const decoded = await staging.decode(choice.index, choice.encoding)
    if (decoded.ok) v.assert(StagedItemSchema, decoded.value)
  }
  const planned = await planImport(store, staging.files, { at: NOW })
  await checkPlan(store, planned)
  return planned.summary.articles > 0 ? 'accepted' : 'refused'
}

/** @throws Error when the plan would write anything that could not be read again. */
async function checkPlan(store: ProjectStore, planned: ImportPlan): Promise<void> {
  v.assert(ImportSummarySchema, planned.summary)
  const { project } = store
  const labels = [...project.labels, ...planned.labels]
  const annotators = [...project.annotators, ...planned.annotators]
  checkFile(PROJECT_KIND, { ...project, labels, annotators })
  const transaction = await Transaction.begin(store.folder)
  try {
    const written = await writeImport(store, planned, transaction)
    ensure(written.ok, 'A plan cannot be written')
    const names = new Set(labels.map(({ name }) => name))
    const files = transaction.parts.flatMap((part) => [...readPart(part)])
    const texts = new Map(
      files.map(textIn).filter((held): held is readonly [string, string] => held !== null),
    )
    for (const file of files) await checkSet(store, file, texts, names)
  } finally {
    await transaction.cancel()
  }
}

/** The article that a file holds, if it is one. */
function textIn({ path, content }: StoredChange): readonly [string, string] | null {
  const [folder, , name = ''] = path.split('/')
  if (folder !== 'articles' || content === null) return null
  const id = name.replace('.json', '')
  return [id, decodeFile(path, articleKind(id), content).text]
}

async function checkSet(
  store: ProjectStore,
  { path, content }: StoredChange,
  texts: ReadonlyMap<string, string>,
  labels: ReadonlySet<string>,
): Promise<void> {
  const [folder, annotator = '', , name = ''] = path.split('/')
  if (folder !== 'annotations' || name === '' || content === null) return
  const article = name.replace('.json', '')
  const held = await store.readArticle(article)
  const text = texts.get(article) ?? (held.ok ? held.value.text : null)
  ensure(text !== null, 'A set is planned on an article that is not there')
  const ground = { article, text, sha256: sha256(text), offsets: createOffsetMap(text) }
  decodeFile(path, setKind({ ...ground, labels: () => labels }, annotator), content)
}

function checkFile<T>(kind: FileKind<T>, data: T): void {
  const checked = readKind(kind, kind.encode(data))
  ensure(checked.ok, `A file is planned that cannot be read: ${checked.ok ? '' : checked.error}`)
}
