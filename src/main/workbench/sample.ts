import { randomBytes } from 'node:crypto'
import { readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { CallFailure } from '../../contract/failure.ts'
import type { Annotator } from '../../core/project/project.ts'
import type { Result } from '../../core/result.ts'
import { flushFolder, makeFolder } from '../store/durable-folder.ts'
import { ProjectStore } from '../store/project-store.ts'
import { codeOf, StorageError } from '../store/storage-error.ts'
import { failure } from './failures.ts'
import { importPaths } from './import/import-paths.ts'

const SAMPLE_NAME = 'Sample project'

/** What those are called whose sets are in it: the lines of a dataset name them by their ids only. */
const ANNOTATORS: readonly Annotator[] = [
  { id: 'miriam-keller', name: 'Miriam Keller' },
  { id: 'tarik-aydin', name: 'Tarık Aydın' },
]

/** Opens the sample project in a folder; it is built first where there is nothing. */
export async function openSample(
  seedsFolder: string,
  folder: string,
  now: () => Date,
): Promise<Result<ProjectStore, CallFailure>> {
  return (await contentOf(folder)) === 'project'
    ? ProjectStore.open(folder, { mends: true, now })
    : buildSample(seedsFolder, folder, now)
}

/**
 * Builds the sample project in a folder that is empty or not there yet, and opens it. It grows under a hidden name
 * beside it and gets its own when it is complete, so half a sample never stays.
 */
export async function buildSample(
  seedsFolder: string,
  folder: string,
  now: () => Date = () => new Date(),
): Promise<Result<ProjectStore, CallFailure>> {
  if ((await contentOf(folder)) !== 'nothing') {
    return failure('refused', `${folder} is not empty: choose a new or empty folder`)
  }
  const parent = dirname(folder)
  await makeFolder(parent)
  const growing = join(parent, `.${basename(folder)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const created = await ProjectStore.create(growing, SAMPLE_NAME)
    if (!created.ok) return created
    // The sets first: their lines carry the articles' corrected titles, outlets and dates.
    const seeds = [join(seedsFolder, 'annotations'), join(seedsFolder, 'articles')]
    const imported = await importPaths(created.value, seeds, { now })
    if (!imported.ok) return imported
    for (const annotator of ANNOTATORS) await created.value.nameAnnotator(annotator)
    await moveInto(growing, folder)
    await flushFolder(parent)
    return await ProjectStore.open(folder)
  } finally {
    await rm(growing, { recursive: true, force: true })
  }
}

async function contentOf(folder: string): Promise<'nothing' | 'project' | 'other'> {
  try {
    const entries = await readdir(folder)
    if (entries.length === 0) return 'nothing'
    const file = await stat(join(folder, 'project.json')).catch(() => undefined)
    return file === undefined ? 'other' : 'project'
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'nothing'
    throw new StorageError('list', folder, error)
  }
}

/** Windows does not rename a folder onto another, not even an empty one. */
async function moveInto(from: string, to: string): Promise<void> {
  try {
    await rmdir(to).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error
    })
    await rename(from, to)
  } catch (error) {
    throw new StorageError('make', to, error)
  }
}
