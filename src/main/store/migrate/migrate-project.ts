import { backUp } from '../backup/back-up.ts'
import { LockedError } from '../lock/project-locks.ts'
import { mapLimited } from '../map-limited.ts'
import type { ProjectGround } from '../project-ground.ts'
import { PROJECT_FORMAT, SET_FORMAT } from '../project-kinds.ts'
import { PROJECT_FILE, setFile, type StoreProblem } from '../project-layout.ts'
import { scanProject } from '../scan-project.ts'
import { StorageError } from '../storage-error.ts'
import { StoredJson } from './stored-json.ts'

/** Enough to hide the time that each flush takes, few enough to spare a slow disk. */
const FILES_AT_A_TIME = 8

/**
 * Leads a project of an older version forward: a backup of it as it is, then each set, then
 * `project.json`, which names the version of all. Each file is written durably and whole, and every
 * older one can be read as it is: a process that ends at any point leaves a project that opens, and the
 * next opening goes on. What another process writes is left for that one, or for a later opening.
 * A project of the present version costs one look at `project.json`; one of a newer is left alone.
 * @returns What kept it from being led forward to the end, in words for a person.
 */
export async function migrateProject(
  ground: ProjectGround,
  now: Date,
): Promise<readonly StoreProblem[]> {
  const project = new StoredJson(ground, PROJECT_FILE, PROJECT_FORMAT)
  const version = await project.version()
  if (version === null || version >= PROJECT_FORMAT.version) return []
  const { folder, locks } = ground
  try {
    const sets = await setsByAnnotator(ground)
    if (sets === null) return []
    await locks.whileProjectIsOurs(() => backUp(folder, now, version))
    const held: StoreProblem[] = []
    for (const [annotator, files] of sets) {
      held.push(...(await migrateSets(ground, annotator, files)))
    }
    if (held.length === 0) await locks.whileProjectIsOurs(() => project.modernise())
    return held
  } catch (error) {
    if (error instanceof StorageError || error instanceof LockedError) {
      return [leftAsItIs(PROJECT_FILE, error)]
    }
    throw error
  }
}

/** @returns Each annotator's sets; null when a newer program has begun to lead them further. */
async function setsByAnnotator(
  ground: ProjectGround,
): Promise<ReadonlyMap<string, readonly StoredJson[]> | null> {
  const { sets } = await scanProject(ground.folder)
  const files = sets.map(({ article, annotator }) => ({
    annotator,
    file: new StoredJson(ground, setFile(article, annotator), SET_FORMAT),
  }))
  const versions = await mapLimited(files, FILES_AT_A_TIME, ({ file }) => file.version())
  if (versions.some((version) => version !== null && version > SET_FORMAT.version)) return null
  const byAnnotator = new Map<string, StoredJson[]>()
  for (const { annotator, file } of files) {
    const known = byAnnotator.get(annotator)
    if (known === undefined) byAnnotator.set(annotator, [file])
    else known.push(file)
  }
  return byAnnotator
}

/** @returns Who keeps these from being written, if anybody does. */
async function migrateSets(
  { locks }: ProjectGround,
  annotator: string,
  files: readonly StoredJson[],
): Promise<readonly StoreProblem[]> {
  const migrate = (): Promise<unknown> =>
    mapLimited(files, FILES_AT_A_TIME, (file) => file.modernise())
  try {
    await locks.whileSetsAreOurs(annotator, migrate)
    return []
  } catch (error) {
    if (error instanceof LockedError) return [leftAsItIs(`annotations/${annotator}`, error)]
    throw error
  }
}

function leftAsItIs(file: string, { message }: Error): StoreProblem {
  const reason = `not all of the project has this program’s format yet; all of it can be used, and the next opening goes on: ${message}`
  return { file, reason, severity: 'notice' }
}
