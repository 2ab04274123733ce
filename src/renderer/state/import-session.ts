import { computed, signal } from '@lit-labs/signals'
import type { CallArguments, CallReply } from '../../contract/calls.ts'
import { CallError } from './client.ts'
import {
  batchesOf,
  entriesOfDrop,
  pickFiles,
  sourcesOfEntries,
  sourcesOfFiles,
  type FoundFiles,
} from './import-sources.ts'
import type { Workspace } from './workspace.ts'

type Staging = CallReply<'import.offer'>
type Encoding = CallArguments<'import.decode'>['encoding']

/** One file of an import, and where it stands in the list: what needs a look comes first. */
export interface ImportRow {
  readonly index: number
  readonly item: Staging['items'][number]['item']
  /** Stays as it was at first, so that a row does not move while it is put right. */
  readonly rank: number
}

/** `idle` before an import, then in this order; `cancelling` once the person does not want what is written. */
export type ImportPhase = 'idle' | 'reading' | 'ready' | 'committing' | 'cancelling' | 'done'

/** One import after the other: files are chosen and read, looked at by the person, and written. */
export class ImportSession {
  readonly phase = signal<ImportPhase>('idle')
  readonly items = signal<readonly ImportRow[]>([])
  /** Files that still wait to be read; null while folders are being searched for them. */
  readonly pending = signal<number | null>(0)
  /** Files in folders that are left out because they are neither text nor datasets. */
  readonly skipped = signal(0)
  /** Why reading or writing ended early. */
  readonly problem = signal<string | null>(null)
  readonly summary = signal<CallReply<'import.commit'> | null>(null)

  /** The rows in the order in which to show them. */
  readonly rows = computed(() =>
    this.items.get().toSorted((a, b) => a.rank - b.rank || a.index - b.index),
  )

  readonly #workspace: Workspace
  #id: string | null = null
  /** Tells the work of the present import from that of one which was cancelled. */
  #turn = 0
  #decoding: Promise<void> = Promise.resolve()

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** Lets the person choose files or a folder, in the system's dialog or the browser's. */
  async start(kind: 'files' | 'folder'): Promise<void> {
    if (this.#workspace.state.get()?.host.nativeDialogs === true) return this.startFromPick(kind)
    if (!this.#isPossible()) return undefined
    const files = await pickFiles(kind)
    return files === null ? undefined : this.startFromFiles(files)
  }

  async startFromPick(kind: 'files' | 'folder'): Promise<void> {
    if (!this.#isPossible()) return
    const picked = await this.#workspace.ask('import.pick', { kind })
    if (picked === undefined || picked === null) return
    await this.#read(async (isWanted) => {
      this.#stage(picked, picked.pending)
      while (isWanted() && this.pending.get() !== 0) {
        const staging = await this.#workspace.client.call('import.read', { import: picked.import })
        if (isWanted()) this.#stage(staging, staging.pending)
      }
    })
  }

  async startFromFiles(files: Iterable<File>): Promise<void> {
    if (!this.#isPossible()) return
    await this.#read((isWanted) => this.#offer(sourcesOfFiles(files), isWanted))
  }

  /** Takes a drop; to be called before the drop's event is over. */
  async startFromDrop(transfer: DataTransfer): Promise<void> {
    const entries = entriesOfDrop(transfer)
    if (entries.length === 0 || !this.#isPossible()) return
    await this.#read(async (isWanted) => {
      this.pending.set(null)
      await this.#offer(await sourcesOfEntries(entries, isWanted), isWanted)
    })
  }

  /** Reads one file again in another encoding. */
  decode(index: number, encoding: Encoding): Promise<void> {
    this.#decoding = this.#decoding.then(() => this.#decode(index, encoding))
    return this.#decoding
  }

  async commit(): Promise<void> {
    await this.#decoding
    if (this.phase.get() !== 'ready' || this.#id === null) return
    this.phase.set('committing')
    this.problem.set(null)
    try {
      this.summary.set(await this.#workspace.client.call('import.commit', { import: this.#id }))
    } catch (error) {
      const message = messageOf(error)
      if (this.phase.get() === 'cancelling') {
        this.#reset()
        this.#workspace.notices.done(message)
        return
      }
      this.problem.set(message)
      this.phase.set('ready')
      return
    }
    this.#id = null
    this.phase.set('done')
    await this.#workspace.refresh()
  }

  /**
   * Ends the import without writing anything, wherever it stands. What is written already is taken back,
   * unless all of it is.
   */
  async cancel(): Promise<void> {
    const id = this.#id
    const phase = this.phase.get()
    if (phase === 'cancelling') return
    if (phase === 'committing' && id !== null) {
      this.phase.set('cancelling')
      return this.#drop(id)
    }
    this.#reset()
    if (id !== null) await this.#drop(id)
  }

  /** Closes the summary and opens the first article that came in. */
  async finish(): Promise<void> {
    const first = this.summary.get()?.firstArticle ?? null
    this.#reset()
    if (first !== null) await this.#workspace.openArticle(first)
  }

  /** Says why not, where nothing can be imported; another dialog or import goes before. */
  #isPossible(): boolean {
    const { state, writable, onlyLooks, notices, dialog } = this.#workspace
    if (dialog.get() !== null) return false
    if ((state.get()?.project ?? null) === null) {
      notices.problem('Open a project first: articles are imported into it.')
    } else if (!writable.get()) {
      const reason = onlyLooks.get()
      if (reason !== null) notices.problem(reason)
    } else return true
    return false
  }

  async #read(work: (isWanted: () => boolean) => Promise<void>): Promise<void> {
    this.#reset()
    const turn = this.#turn
    const isWanted = (): boolean => turn === this.#turn
    this.phase.set('reading')
    this.#workspace.dialog.set('import')
    try {
      await work(isWanted)
    } catch (error) {
      if (isWanted()) this.problem.set(messageOf(error))
    }
    if (!isWanted()) return
    this.phase.set('ready')
    this.#handOn()
  }

  /** A review pack that was chosen alone is none of an import's. */
  #handOn(): void {
    const [row, ...others] = this.items.get()
    const id = this.#id
    if (row?.item.kind !== 'pack' || others.length > 0 || id === null) return
    this.#reset()
    void this.#workspace.packWork.open({ import: id, index: row.index })
  }

  async #offer({ sources, skipped }: FoundFiles, isWanted: () => boolean): Promise<void> {
    if (!isWanted()) return
    this.skipped.set(skipped)
    this.pending.set(sources.length)
    for await (const files of batchesOf(sources)) {
      if (!isWanted()) return
      const staging = await this.#workspace.client.call('import.offer', { import: this.#id, files })
      // The first answer may come when the person has cancelled, before the import had an id.
      if (!isWanted()) return this.#drop(staging.import)
      this.#stage(staging, (this.pending.get() ?? 0) - files.length)
    }
  }

  #stage({ import: id, items }: Staging, pending: number): void {
    this.#id = id
    const rows = items.map(({ index, item }) => ({ index, item, rank: rankOf(item) }))
    this.items.set([...this.items.get(), ...rows])
    this.pending.set(pending)
  }

  async #decode(index: number, encoding: Encoding): Promise<void> {
    const [id, turn] = [this.#id, this.#turn]
    if (id === null) return
    this.problem.set(null)
    try {
      const call = { import: id, index, encoding }
      const item = await this.#workspace.client.call('import.decode', call)
      if (turn !== this.#turn) return
      this.items.set(this.items.get().map((row) => (row.index === index ? { ...row, item } : row)))
    } catch (error) {
      if (turn !== this.#turn) return
      this.problem.set(messageOf(error))
    }
  }

  async #drop(id: string): Promise<void> {
    // An import that is gone already needs no cancelling.
    await this.#workspace.client.call('import.cancel', { import: id }).catch(() => {})
  }

  #reset(): void {
    this.#turn++
    this.#id = null
    this.#decoding = Promise.resolve()
    this.phase.set('idle')
    this.items.set([])
    this.pending.set(0)
    this.skipped.set(0)
    this.problem.set(null)
    this.summary.set(null)
    if (this.#workspace.dialog.get() === 'import') this.#workspace.dialog.set(null)
  }
}

function rankOf(item: ImportRow['item']): number {
  if (item.kind === 'problem') return 0
  return item.kind === 'article' && item.guessed ? 1 : 2
}

/** @throws What is not the failure of a call, for that is a bug. */
function messageOf(error: unknown): string {
  if (error instanceof CallError) return error.message
  throw error
}
