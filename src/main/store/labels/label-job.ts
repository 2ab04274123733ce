import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeLabel, restoreLabel } from '../../../core/annotation/change-label.ts'
import type { AnnotationDocument } from '../../../core/annotation/history.ts'
import { labelAfter, type LabelChange } from '../../../core/annotation/label-change.ts'
import { renameLabel } from '../../../core/review/log/rename-label.ts'
import { loadSpan, storeSpan } from '../../../core/annotation/stored-span.ts'
import { createOffsetMap } from '../../../core/text/offsets.ts'
import type { Job } from '../../crew/job.ts'
import type { FoundLog, FoundSet } from '../cache/scan-shard.ts'
import { indexSet } from '../cache/index-entry.ts'
import { BrokenFileError, decodeFile } from '../durable-json-adapter.ts'
import { encodeFile, readKind } from '../file-kind.ts'
import { articleKind, reviewKind, setKind, type SetGround } from '../project-kinds.ts'
import { articleFile, reviewFile, setFile } from '../project-layout.ts'
import { sha256 } from '../sha256.ts'
import { codeOf, StorageError } from '../storage-error.ts'
import { PartWriter } from '../transaction/part-file.ts'
import type { WrittenEntries } from '../transact.ts'
import type { SetEffect } from './label-record.ts'

/** What is done to each set: the change itself, or what it did taken back. */
export type LabelTask =
  | { readonly type: 'change'; readonly change: LabelChange }
  | {
      readonly type: 'restore'
      readonly change: LabelChange
      readonly effects: readonly SetEffect[]
    }

interface LabelInput {
  /** The project's. */
  readonly folder: string
  /** Those of one article stand together, so that its text is read once. */
  readonly sets: readonly FoundSet[]
  /** What people have said in reviews. */
  readonly logs: readonly FoundLog[]
  readonly task: LabelTask
  readonly by: string
  readonly at: string
  /** The project's labels before and after it. */
  readonly labels: readonly string[]
  /** Path of the part of the transaction. */
  readonly part: string
}

/** What was written; nobody has looked at the files yet. */
export interface ChangedSets {
  readonly sets: WrittenEntries['sets']
  readonly effects: readonly SetEffect[]
}

/**
 * Rewrites those of some sets that name a label, into a part of a transaction.
 * @returns A sentence about the first file that cannot be used.
 */
export const labelJob: Job<LabelInput, ChangedSets | string> = {
  name: 'change a label',
  run: async (input) => {
    const part = new PartWriter(input.part)
    let isEnded = false
    try {
      const writer = new SetsWriter(input, part)
      const changed = writer.write()
      writer.writeLogs()
      part.end()
      isEnded = true
      return changed
    } catch (error) {
      if (error instanceof BrokenFileError) return error.message
      throw error
    } finally {
      if (!isEnded) part.abort()
    }
  },
}

class SetsWriter {
  readonly #input: LabelInput
  readonly #part: PartWriter
  readonly #labels: ReadonlySet<string>
  readonly #effects: ReadonlyMap<string, SetEffect>
  /** The label's name as it stands in a file. */
  readonly #name: string
  #ground: SetGround | null = null

  constructor(input: LabelInput, part: PartWriter) {
    this.#input = input
    this.#part = part
    this.#labels = new Set(input.labels)
    const effects = input.task.type === 'restore' ? input.task.effects : []
    this.#effects = new Map(effects.map((effect) => [keyOf(effect), effect]))
    this.#name = JSON.stringify(input.task.change.label)
  }

  write(): ChangedSets {
    const sets: WrittenEntries['sets'] = []
    const effects: SetEffect[] = []
    for (const found of this.#input.sets) {
      const effect = this.#effects.get(keyOf(found))
      const path = setFile(found.article, found.annotator)
      const bytes = readIfThere(join(this.#input.folder, path))
      // Only behind an escape could a name hide from this.
      const mayName = bytes?.includes(this.#name) === true || bytes?.includes('\\') === true
      if (bytes === null || (effect === undefined && !mayName)) continue
      const ground = this.#groundOf(found.article)
      const kind = setKind(ground, found.annotator)
      const before = decodeFile(join(this.#input.folder, path), kind, bytes)
      const changed = this.#change(before, ground, effect)
      if (changed === null) continue
      const { document } = changed
      const content = encodeFile(kind, document)
      const checked = readKind(kind, JSON.parse(content))
      if (!checked.ok) throw new TypeError(`${path} would be broken: ${checked.error}`)
      this.#part.add({ path, before: sha256(bytes), content })
      sets.push({ article: found.article, set: indexSet(document, '') })
      if (changed.effect !== null) effects.push({ ...keysOf(found), ...changed.effect })
    }
    return { sets, effects }
  }

  /** Where the label’s marks go with it, verdicts on them go too. */
  writeLogs(): void {
    const { task, folder, logs } = this.#input
    const to = task.type === 'change' ? labelAfter(task.change) : null
    if (to === null) return
    for (const { article, by } of logs) {
      const path = reviewFile(article, by)
      const bytes = readIfThere(join(folder, path))
      if (bytes === null) continue
      const kind = reviewKind(this.#groundOf(article), by)
      const log = decodeFile(join(folder, path), kind, bytes)
      const records = renameLabel(log.records, task.change.label, to)
      if (records === log.records) continue
      const content = encodeFile(kind, { ...log, records })
      this.#part.add({ path, before: sha256(bytes), content })
    }
  }

  #change(
    document: AnnotationDocument,
    ground: SetGround,
    effect: SetEffect | undefined,
  ): {
    document: AnnotationDocument
    effect: Pick<SetEffect, 'relabelled' | 'removed'> | null
  } | null {
    const { task, by, at } = this.#input
    const context = { text: ground.text, labels: this.#labels, annotator: by, at }
    if (task.type === 'restore') {
      const removed = (effect?.removed ?? []).flatMap((stored) => {
        const span = loadSpan(stored, ground)
        return span.ok ? span.value : []
      })
      const { relabelled = [] } = effect ?? {}
      const restored = restoreLabel(document, task.change, { relabelled, removed }, context)
      return restored && { document: restored, effect: countOf(document, restored) }
    }
    const changed = changeLabel(document, task.change, context)
    if (changed === null) return null
    const { relabelled, removed } = changed.effect
    const isTouched = relabelled.length + removed.length > 0
    const stored = removed.map((span) => storeSpan(span, ground))
    return {
      document: changed.document,
      effect: isTouched ? { relabelled: [...relabelled], removed: stored } : null,
    }
  }

  #groundOf(article: string): SetGround {
    if (this.#ground?.article === article) return this.#ground
    const path = join(this.#input.folder, articleFile(article))
    const bytes = readIfThere(path)
    if (bytes === null) throw new BrokenFileError(path, 'it is not there')
    const { text, text_sha256 } = decodeFile(path, articleKind(article), bytes)
    const offsets = createOffsetMap(text)
    const labels = (): ReadonlySet<string> => this.#labels
    this.#ground = { article, sha256: text_sha256, text, offsets, labels }
    return this.#ground
  }
}

/** The spans that came back: for counting them. */
function countOf(
  before: AnnotationDocument,
  after: AnnotationDocument,
): Pick<SetEffect, 'relabelled' | 'removed'> | null {
  const known = new Map(before.set.spans.map(({ id, label }) => [id, label]))
  const ids = after.set.spans.flatMap(({ id, label }) => (known.get(id) === label ? [] : id))
  return ids.length === 0 ? null : { relabelled: ids, removed: [] }
}

function keysOf({ article, annotator }: FoundSet): FoundSet {
  return { article, annotator }
}

function keyOf({ article, annotator }: FoundSet): string {
  return `${annotator}/${article}`
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw new StorageError('read', path, error)
  }
}
