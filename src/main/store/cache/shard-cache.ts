import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { makeFolderNow } from '../durable-folder.ts'
import { IndexedArticleSchema, IndexedSetSchema, type IndexEntry } from './index-entry.ts'

/** Holds what can be found out again; may be deleted at any time. */
export const CACHE_FOLDER = '.cache'

const ShardCacheSchema = v.strictObject({
  format: v.literal('rubricator-cache/1'),
  /** Size of the file of texts that belongs to it, in bytes. */
  textBytes: v.number(),
  entries: v.array(
    v.strictObject({ article: IndexedArticleSchema, sets: v.array(IndexedSetSchema) }),
  ),
})

/** What is remembered of the articles of one shard: their entries and their folded texts. */
export interface ShardCache {
  readonly entries: readonly IndexEntry[]
  /** By article. */
  readonly texts: ReadonlyMap<string, Buffer>
}

/** One that has been read, as far as it is needed: most shards have not changed, and nobody needs their texts. */
export interface ReadShardCache {
  readonly entries: readonly IndexEntry[]
  /** @returns Null when they are not there any more. */
  readTexts(): ReadonlyMap<string, Buffer> | null
}

/**
 * The texts of a shard as a search reads them: for each article a mark, its id, a second mark and its
 * text, folded, in UTF-8. No byte of UTF-8 is like the marks.
 */
export const BEFORE_ID = 0xff
export const BEFORE_TEXT = 0xfe

export function textsFile(folder: string, shard: string): string {
  return join(folder, CACHE_FOLDER, 'texts', shard)
}

function entriesFile(folder: string, shard: string): string {
  return join(folder, CACHE_FOLDER, 'entries', `${shard}.json`)
}

/**
 * @returns What is remembered of a shard; null when it is not there, of another version, or was cut. A
 * file is believed as far as the looks in it are those of the project's files.
 */
export function readShardCache(folder: string, shard: string): ReadShardCache | null {
  try {
    const json: unknown = JSON.parse(readFileSync(entriesFile(folder, shard), 'utf8'))
    const parsed = v.safeParse(ShardCacheSchema, json, { abortEarly: true })
    if (!parsed.success) return null
    const { entries, textBytes } = parsed.output
    if (statSync(textsFile(folder, shard)).size !== textBytes) return null
    return { entries, readTexts: () => readTexts(folder, shard) }
  } catch {
    return null
  }
}

function readTexts(folder: string, shard: string): ReadonlyMap<string, Buffer> | null {
  let bytes: Buffer
  try {
    bytes = readFileSync(textsFile(folder, shard))
  } catch {
    return null
  }
  const texts = new Map<string, Buffer>()
  for (let at = 0; at < bytes.length;) {
    const text = bytes.indexOf(BEFORE_TEXT, at) + 1
    const next = bytes.indexOf(BEFORE_ID, text)
    const end = next === -1 ? bytes.length : next
    texts.set(bytes.toString('latin1', at + 1, text - 1), bytes.subarray(text, end))
    at = end
  }
  return texts
}

/** @param texts - Folded, in UTF-8, by article. */
export function joinTexts(texts: ReadonlyMap<string, Buffer>): Buffer {
  const parts = Array.from(texts, ([id, text]) => [
    Buffer.from([BEFORE_ID]),
    Buffer.from(id),
    Buffer.from([BEFORE_TEXT]),
    text,
  ])
  return Buffer.concat(parts.flat())
}

/**
 * Remembers a shard. Nothing depends on it: a folder that takes no file is as good as one that has
 * lost it.
 */
export function writeShardCache(folder: string, shard: string, cache: ShardCache): void {
  const bytes = joinTexts(cache.texts)
  const content = { format: 'rubricator-cache/1', textBytes: bytes.length, entries: cache.entries }
  try {
    replaceFile(folder, textsFile(folder, shard), bytes)
    replaceFile(folder, entriesFile(folder, shard), Buffer.from(JSON.stringify(content)))
  } catch {
    // The next opening takes longer, that is all.
  }
}

/** Gives up what is remembered of a shard, which is then found out anew. */
export function forgetShard(folder: string, shard: string): void {
  try {
    rmSync(entriesFile(folder, shard), { force: true })
  } catch {
    // A search reads the articles themselves where it finds no texts.
  }
}

/** Whole or not at all, for those who read it meanwhile; not durable. */
function replaceFile(folder: string, path: string, bytes: Buffer): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  makeFolderNow(dirname(path), folder)
  const handle = openSync(temporary, 'wx')
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, path)
}
