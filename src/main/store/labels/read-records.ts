import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { compareText } from '../../../core/annotation/span.ts'
import { IdentifierSchema } from '../../../core/identifier.ts'
import { BrokenFileError, decodeFile } from '../durable-json-adapter.ts'
import { sha256 } from '../sha256.ts'
import { codeOf, StorageError } from '../storage-error.ts'
import {
  LABEL_CHANGES_FOLDER,
  LABEL_RECORD_KIND,
  labelRecordFile,
  type LabelRecord,
} from './label-record.ts'

/** A record with the hash of its file. */
export interface FoundRecord {
  readonly record: LabelRecord
  readonly sha256: string
}

/** The ids of the changes that a project remembers, the latest first. */
export async function listRecords(folder: string): Promise<readonly string[]> {
  const names = await namesIn(join(folder, LABEL_CHANGES_FOLDER))
  const ids = names.flatMap((name) => (name.endsWith('.json') ? name.slice(0, -5) : []))
  return ids.filter((id) => v.is(IdentifierSchema, id)).toSorted((a, b) => compareText(b, a))
}

/** The change that can be taken back next; null when there is none, or its file is not sound. */
export async function latestRecord(folder: string): Promise<FoundRecord | null> {
  const [id] = await listRecords(folder)
  if (id === undefined) return null
  const path = join(folder, labelRecordFile(id))
  try {
    const bytes = await readFile(path)
    return { record: decodeFile(path, LABEL_RECORD_KIND, bytes), sha256: sha256(bytes) }
  } catch (error) {
    if (error instanceof BrokenFileError || codeOf(error) === 'ENOENT') return null
    throw new StorageError('read', path, error)
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw new StorageError('list', folder, error)
  }
}
