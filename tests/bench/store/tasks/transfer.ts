import { closeSync, openSync, writeSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { importPicked } from './busy-import.ts'
import { Desk, type Place } from './desk.ts'

/** From choosing the file to the answer that all of it is on disk, in milliseconds. */
export async function importFile(place: Place, { jsonl }: { jsonl: string }): Promise<number> {
  const desk = await Desk.start(place)
  await desk.call('project.open', { path: place.project })
  desk.host.files = [jsonl]
  const begun = performance.now()
  await importPicked(desk)
  const time = performance.now() - begun
  await desk.close()
  return time
}

/** From the call to the answer that the file is on disk, in milliseconds. */
export async function exportFile(place: Place, { out }: { out: string }): Promise<number> {
  const desk = await Desk.start(place)
  await desk.call('project.open', { path: place.project })
  desk.host.out = out
  const begun = performance.now()
  await desk.call('export.jsonl', { annotator: null })
  const time = performance.now() - begun
  await desk.close()
  return time
}

/** Bytes of an article and of a set with 25 spans. */
const SIZES = [4400, 8000]
const FOLDERS = 256

/** Makes as many files as an import of so many articles, of about as many bytes, one by one, and flushes none. */
export async function makeFiles(
  folder: string,
  { articles }: { articles: number },
): Promise<number> {
  const bytes = SIZES.map((size) => Buffer.alloc(size, 'x'))
  for (let shard = 0; shard < FOLDERS; shard++) {
    for (const kind of bytes.keys()) await mkdir(folderOf(folder, kind, shard), { recursive: true })
  }
  const begun = performance.now()
  for (let index = 0; index < articles; index++) {
    for (const [kind, content] of bytes.entries()) {
      const handle = openSync(path.join(folderOf(folder, kind, index), `${index}.json`), 'wx')
      writeSync(handle, content)
      closeSync(handle)
    }
  }
  return performance.now() - begun
}

function folderOf(folder: string, kind: number, index: number): string {
  return path.join(folder, String(kind), String(index % FOLDERS))
}
