import { mkdir, open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setFile } from '../../../../src/main/store/project-layout.ts'
import { Desk, type Place } from './desk.ts'
import { openSome } from './marker.ts'
import { memoryNow, type Memory } from './memory.ts'

export interface Opening extends Memory {
  /** In milliseconds. */
  readonly time: number
  readonly articles: number
}

/** Says who marks, once for all that follows. */
export async function prepare(place: Place, { annotator }: { annotator: string }): Promise<null> {
  const desk = await Desk.start(place)
  await desk.call('annotator.name', { name: annotator })
  await desk.close()
  return null
}

/** From the call that opens the project to the answer with the list of its articles. */
export async function openProject(place: Place): Promise<Opening> {
  const desk = await Desk.start(place)
  const begun = performance.now()
  await desk.call('project.open', { path: place.project })
  const list = await desk.call('articles.list', {})
  const time = performance.now() - begun
  const memory = memoryNow()
  await desk.close()
  return { time, articles: list.length, ...memory }
}

const MARKED_ARTICLES = 30
/** After so many edits in a row V8 has compiled what they need, on the same processors. */
const FIRST_EDITS = 600

export interface Edits {
  /** Each from the call to its answer, in milliseconds. */
  readonly edits: readonly number[]
  /** The same of those before, while the program’s code is still being compiled beside it. */
  readonly first: readonly number[]
  /** The same bytes written and flushed to a new file on the same disk, after each edit. */
  readonly bare: readonly number[]
}

/** Adds spans, each durably saved before the next, by turns with a bare write of the same bytes. */
export async function edit(place: Place, { edits: count }: { edits: number }): Promise<Edits> {
  const desk = await Desk.start(place)
  await desk.call('project.open', { path: place.project })
  const markers = await openSome(desk, place.project, MARKED_ARTICLES)
  const edits: number[] = []
  const bare: number[] = []
  // On the same disk, and where the program does not look for what others have written.
  const beside = path.join(place.project, '.bench')
  await mkdir(beside)
  for (let turn = 0; turn < FIRST_EDITS + count; turn++) {
    const marker = markers[turn % markers.length]
    if (marker === undefined) throw new RangeError('The project is empty')
    const begun = performance.now()
    await marker.add()
    edits.push(performance.now() - begun)
    const file = path.join(place.project, setFile(marker.id, marker.annotator))
    bare.push(await writeBare(path.join(beside, String(turn)), await readFile(file)))
  }
  await rm(beside, { recursive: true })
  await desk.close()
  return {
    first: edits.slice(0, FIRST_EDITS),
    edits: edits.slice(FIRST_EDITS),
    bare: bare.slice(FIRST_EDITS),
  }
}

async function writeBare(file: string, bytes: Uint8Array): Promise<number> {
  const begun = performance.now()
  const handle = await open(file, 'wx')
  await handle.writeFile(bytes)
  await handle.sync()
  await handle.close()
  return performance.now() - begun
}
