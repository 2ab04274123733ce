import * as v from 'valibot'
import type { OfferedFile } from '../../../src/contract/calls.ts'
import {
  ImportSummarySchema,
  StagedItemSchema,
  StagingSchema,
} from '../../../src/contract/models.ts'
import { ENCODING_NAMES, type EncodingName } from '../../../src/core/article/encodings.ts'
import { createOffsetMap } from '../../../src/core/text/offsets.ts'
import { readKind, type FileKind } from '../../../src/main/store/file-kind.ts'
import { articleKind, PROJECT_KIND, setKind } from '../../../src/main/store/project-kinds.ts'
import type { ProjectStore } from '../../../src/main/store/project-store.ts'
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
  const planned = planImport(store, staging.files, { at: NOW })
  checkPlan(store, planned)
  return planned.articles.length > 0 ? 'accepted' : 'refused'
}

/** @throws Error when the plan holds anything that could not be read once it is written. */
function checkPlan(store: ProjectStore, planned: ImportPlan): void {
  const { articles, sets, labels: newLabels, annotators, summary } = planned
  v.assert(ImportSummarySchema, summary)
  const { project } = store
  const labels = [...project.labels, ...newLabels]
  const known = { ...project, labels, annotators: [...project.annotators, ...annotators] }
  checkFile(PROJECT_KIND, known)
  for (const article of articles) checkFile(articleKind(article.id), article)
  const names = new Set(labels.map(({ name }) => name))
  for (const { document } of sets) {
    const { article: id, annotator } = document.set
    const article = articles.find((each) => each.id === id) ?? store.article(id)
    ensure(article !== undefined, 'A set is planned on an article that is not there')
    const { text, text_sha256: sha256 } = article
    const offsets = createOffsetMap(text)
    const ground = { article: id, text, sha256, offsets, labels: () => names }
    checkFile(setKind(ground, annotator), document)
  }
}

function checkFile<T>(kind: FileKind<T>, data: T): void {
  const checked = readKind(kind, kind.encode(data))
  ensure(checked.ok, `A file is planned that cannot be read: ${checked.ok ? '' : checked.error}`)
}
