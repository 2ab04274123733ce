import { randomUUID } from 'node:crypto'
import type { OfferedFile } from '../../../contract/calls.ts'
import type { CallFailure } from '../../../contract/failure.ts'
import type { StagedItem, Staging as StagingView } from '../../../contract/models.ts'
import type { EncodingName } from '../../../core/article/encodings.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { failure } from '../failures.ts'
import type { Candidate, CollectedPaths } from './collect-paths.ts'
import type { Progress } from '../../store/transaction/transaction.ts'
import { readCandidate } from './read-candidate.ts'
import { stageBytes, stagedProblem } from './stage-bytes.ts'
import { itemOf, type StagedFile } from './staged-file.ts'

/** Files read by one call, so that the window can show them as they come. */
const FILES_PER_READ = 25

/** One import that a person is preparing: files chosen, read and shown, nothing written. */
export class Staging {
  readonly id = randomUUID()
  readonly #store: ProjectStore
  readonly #files: StagedFile[] = []
  readonly #pending: Candidate[] = []
  readonly #stop = new AbortController()

  constructor(store: ProjectStore) {
    this.#store = store
  }

  /** Aborted when the person does not want the import any more, also while it is written. */
  get signal(): AbortSignal {
    return this.#stop.signal
  }

  /** Ends what goes on with it. */
  stop(): void {
    this.#stop.abort()
  }

  get files(): readonly StagedFile[] {
    return this.#files
  }

  /** Takes paths chosen in the system's dialog; they are read later, by `readNext`. */
  choose({ candidates, problems }: CollectedPaths): StagingView {
    this.#pending.push(...candidates)
    return this.#add(problems.map(({ name, reason }) => stagedProblem(name, reason)))
  }

  /** Takes files that a window has read. */
  async offer(files: readonly OfferedFile[]): Promise<StagingView> {
    const staged = files.map(async (file) =>
      'bytes' in file ? stageBytes(file.name, file.bytes) : stagedProblem(file.name, file.problem),
    )
    return this.#add(await Promise.all(staged))
  }

  /**
   * Reads the next of the chosen files.
   * @param progress - Told of a large one as it is read, in bytes.
   */
  async readNext(progress?: Progress): Promise<StagingView> {
    const next = this.#pending.splice(0, FILES_PER_READ)
    const options = { signal: this.signal, ...(progress && { progress }) }
    return this.#add(await Promise.all(next.map((candidate) => readCandidate(candidate, options))))
  }

  /** Reads all that is left of the chosen files. */
  async readAll(): Promise<void> {
    while (this.#pending.length > 0) await this.readNext()
  }

  /** Reads one file again in another encoding. */
  async decode(index: number, encoding: EncodingName): Promise<Result<StagedItem, CallFailure>> {
    const file = this.#files[index]
    const bytes = file?.kind === 'article' ? file.bytes : readableBytes(file)
    if (file === undefined || bytes === undefined) {
      return failure('refused', `${file?.name ?? 'This file'} has no encoding to choose`)
    }
    this.#files[index] = await stageBytes(file.name, bytes, encoding)
    return ok(this.#itemAt(index))
  }

  #add(files: readonly StagedFile[]): StagingView {
    const from = this.#files.length
    this.#files.push(...files)
    const items = files.map((_file, offset) => ({
      index: from + offset,
      item: this.#itemAt(from + offset),
    }))
    return { import: this.id, items, pending: this.#pending.length }
  }

  #itemAt(index: number): StagedItem {
    const file = this.#files[index]
    if (file === undefined) throw new RangeError(`This import has no file ${index}`)
    return itemOf(file, file.kind === 'article' ? this.#titleHolding(file.sha256, index) : null)
  }

  /** The title under which a text is held: in the project, or earlier in this import. */
  #titleHolding(sha256: string, before: number): string | null {
    const held = this.#store.articleByHash(sha256)
    if (held !== undefined) return held.meta.title
    for (const file of this.#files.slice(0, before)) {
      if (file.kind === 'article' && file.sha256 === sha256) return file.meta.title
    }
    return null
  }
}

function readableBytes(file: StagedFile | undefined): Uint8Array | undefined {
  return file?.kind === 'problem' ? file.readable?.bytes : undefined
}
