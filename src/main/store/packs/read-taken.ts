import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { compareText } from '../../../core/annotation/span.ts'
import { IdentifierSchema } from '../../../core/identifier.ts'
import { BrokenFileError, decodeFile } from '../durable-json-adapter.ts'
import { sha256 } from '../sha256.ts'
import { codeOf, StorageError } from '../storage-error.ts'
import {
  KEPT_PACKS,
  PACKS_FOLDER,
  TAKEN_PACK_KIND,
  takenPackFile,
  type TakenPack,
} from './taken-record.ts'

/** A record with the hash of its file. */
export interface FoundPack {
  readonly pack: TakenPack
  readonly sha256: string
}

/** The ids of the packs whose taking in a project remembers, the latest first. */
export async function listTaken(folder: string): Promise<readonly string[]> {
  const ids = await idsIn(join(folder, PACKS_FOLDER))
  return ids.toSorted((a, b) => compareText(b, a))
}

/** The pack that can be taken back next; null when there is none, or its file is not sound. */
export async function latestTaken(folder: string): Promise<FoundPack | null> {
  const [id] = await listTaken(folder)
  if (id === undefined) return null
  const path = join(folder, takenPackFile(id))
  try {
    const bytes = await readFile(path)
    return { pack: decodeFile(path, TAKEN_PACK_KIND, bytes), sha256: sha256(bytes) }
  } catch (error) {
    if (error instanceof BrokenFileError || codeOf(error) === 'ENOENT') return null
    throw new StorageError('read', path, error)
  }
}

/** The articles that a pack has changed. */
export async function takenArticles(folder: string, id: string): Promise<readonly string[]> {
  const ids = await idsIn(join(folder, PACKS_FOLDER, id))
  return ids.toSorted(compareText)
}

/** Removes what is remembered of packs that are too many, and folders that nothing is left in. */
export async function sweepTaken(folder: string): Promise<void> {
  const ids = await listTaken(folder)
  const kept = new Set(ids.slice(0, KEPT_PACKS))
  const names = await readdir(join(folder, PACKS_FOLDER)).catch(() => [])
  for (const name of names) {
    const id = name.endsWith('.json') ? name.slice(0, -'.json'.length) : name
    if (kept.has(id)) continue
    // What cannot be removed now is tried again after the next pack.
    await rm(join(folder, PACKS_FOLDER, name), { recursive: true, force: true }).catch(
      () => undefined,
    )
  }
}

async function idsIn(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder)
    const ids = names.flatMap((name) => (name.endsWith('.json') ? name.slice(0, -5) : []))
    return ids.filter((id) => v.is(IdentifierSchema, id))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw new StorageError('list', folder, error)
  }
}
