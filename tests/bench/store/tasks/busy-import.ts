import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Desk, type Place } from './desk.ts'
import { openSome, type Marker } from './marker.ts'

export interface BusyImport {
  /** Of the import, in milliseconds. */
  readonly time: number
  /** Each from when the call was due to its answer, in milliseconds. */
  readonly opens: readonly number[]
  readonly edits: readonly number[]
  /** As many bytes as a set has, written and flushed beside the project: what the disk lets nobody avoid. */
  readonly bare: readonly number[]
}

/** In milliseconds. */
const BETWEEN_CALLS = 20
const OTHER_ARTICLES = 40

/**
 * Imports a file while a person goes on working: every 20 ms something is due, by turns a call that opens an
 * article, one that marks in it, and a bare write. A call counts from when it was due, so that a program which does
 * not even come to take it is not spared.
 */
export async function busyImport(place: Place, { jsonl }: { jsonl: string }): Promise<BusyImport> {
  const desk = await Desk.start(place)
  await desk.call('project.open', { path: place.project })
  const markers = await openSome(desk, place.project, OTHER_ARTICLES)
  desk.host.files = [jsonl]
  const begun = performance.now()
  const imports = { areDone: false }
  const imported = importPicked(desk).finally(() => (imports.areDone = true))
  const opens: number[] = []
  const edits: number[] = []
  const bare: number[] = []
  const beside = path.join(place.project, '.bench')
  await mkdir(beside)
  const calls: Promise<void>[] = []
  for (let turn = 0; !imports.areDone; turn++) {
    const due = begun + turn * BETWEEN_CALLS
    const early = due - performance.now()
    if (early > 0) await delay(early)
    // Lets the import's own work come to its turn, also when calls are late.
    else await new Promise((resolve) => setImmediate(resolve))
    const marker = markers[Math.floor(turn / 3) % markers.length]
    if (marker === undefined) throw new RangeError('The project is empty')
    const done = (times: number[]) => (): void => void times.push(performance.now() - due)
    if (turn % 3 === 0) calls.push(openArticle(desk, marker).then(done(opens)))
    else if (turn % 3 === 1) calls.push(marker.add().then(done(edits)))
    else calls.push(writeBare(path.join(beside, String(turn))).then(done(bare)))
  }
  await imported
  const time = performance.now() - begun
  await Promise.all(calls)
  await rm(beside, { recursive: true })
  await desk.close()
  return { time, opens, edits, bare }
}

/** Of the length that sets have. */
const BYTES = new Uint8Array(10_000)

async function writeBare(file: string): Promise<void> {
  const handle = await open(file, 'wx')
  await handle.writeFile(BYTES)
  await handle.sync()
  await handle.close()
}

async function openArticle(desk: Desk, { id }: Marker): Promise<void> {
  await desk.call('articles.open', { id })
}

/** Imports the files that the desk's person has picked. */
export async function importPicked(desk: Desk): Promise<void> {
  let staging = await desk.call('import.pick', { kind: 'files' })
  if (staging === null) throw new Error('Nothing was picked')
  while (staging.pending > 0) staging = await desk.call('import.read', { import: staging.import })
  await desk.call('import.commit', { import: staging.import })
}
