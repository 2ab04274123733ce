import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { compareText } from '../../core/annotation/span.ts'
import { IdentifierSchema } from '../../core/identifier.ts'
import { mapLimited } from './map-limited.ts'
import {
  ANNOTATIONS_FOLDER,
  ANNOTATOR_FILE,
  articleFile,
  ARTICLES_FOLDER,
  setFile,
  type StoreProblem,
} from './project-layout.ts'
import { codeOf, reasonOf } from './storage-error.ts'

export interface FoundSet {
  readonly article: string
  readonly annotator: string
}

/** The files of a project, by name only; each list is sorted. */
export interface FoundFiles {
  readonly articles: readonly string[]
  readonly sets: readonly FoundSet[]
  /** Ids of the annotators who have a file of their own. */
  readonly annotators: readonly string[]
  /** Files that writes have left which came to no end, by their paths inside the project. */
  readonly leftovers: readonly string[]
  readonly problems: readonly StoreProblem[]
}

/** As `writeFileDurably` names them. */
const temporaryName = /^\..+\.[0-9a-f]{12}\.tmp$/

const FOLDERS_AT_A_TIME = 16

/**
 * Lists a project's files. Hidden files, files that are not `.json` and folders that nothing of the
 * project is in are passed over: `.DS_Store`, `.git`, notes that somebody left.
 */
export async function scanProject(folder: string): Promise<FoundFiles> {
  const problems: StoreProblem[] = []
  const leftovers: string[] = []
  const list = async (path: string): Promise<readonly Entry[]> => {
    const entries = await listFolder(folder, path, problems)
    for (const { name } of entries) {
      if (temporaryName.test(name)) leftovers.push(path === '' ? name : `${path}/${name}`)
    }
    return entries.filter(({ name }) => !name.startsWith('.'))
  }
  // Nothing is read there but project.json, which is known.
  await list('')

  const articles = await listShards(ARTICLES_FOLDER, (id) => articleFile(id), list, problems)
  const sets: FoundSet[] = []
  const annotators: string[] = []
  for (const entry of await list(ANNOTATIONS_FOLDER)) {
    const path = `${ANNOTATIONS_FOLDER}/${entry.name}`
    if (!entry.isFolder) {
      if (isJson(entry.name)) problems.push(strayFile(path))
    } else if (v.is(IdentifierSchema, entry.name)) {
      const annotator = entry.name
      const listSets = async (folderPath: string): Promise<readonly Entry[]> => {
        const entries = await list(folderPath)
        if (folderPath !== path) return entries
        if (entries.some(isAnnotatorFile)) annotators.push(annotator)
        return entries.filter((each) => !isAnnotatorFile(each))
      }
      const found = await listShards(path, (id) => setFile(id, annotator), listSets, problems)
      sets.push(...found.map((article) => ({ article, annotator })))
    } else {
      problems.push(notice(path, 'a folder of annotations is named by an annotator’s id'))
    }
  }
  return { articles, sets, annotators, leftovers, problems }
}

interface Entry {
  readonly name: string
  readonly isFolder: boolean
}

async function listShards(
  parent: string,
  fileOf: (id: string) => string,
  list: (path: string) => Promise<readonly Entry[]>,
  problems: StoreProblem[],
): Promise<readonly string[]> {
  const shards = await list(parent)
  const ids = await mapLimited(shards, FOLDERS_AT_A_TIME, async (shard) => {
    const path = `${parent}/${shard.name}`
    if (!shard.isFolder) {
      if (isJson(shard.name)) problems.push(strayFile(path))
      return []
    }
    const files = (await list(path)).filter(({ name, isFolder }) => !isFolder && isJson(name))
    return files.flatMap(({ name }) => {
      const id = name.slice(0, -'.json'.length)
      const file = `${path}/${name}`
      if (fileOf(id) === file && v.is(IdentifierSchema, id)) return id
      problems.push(v.is(IdentifierSchema, id) ? misplaced(file, fileOf(id)) : strayFile(file))
      return []
    })
  })
  return ids.flat().toSorted(compareText)
}

async function listFolder(
  folder: string,
  path: string,
  problems: StoreProblem[],
): Promise<readonly Entry[]> {
  try {
    const entries = await readdir(join(folder, path), { withFileTypes: true })
    const listed = await Promise.all(
      entries.map(async (entry) => ({ name: entry.name, isFolder: await leadsToFolder(entry) })),
    )
    return listed.toSorted((a, b) => compareText(a.name, b.name))
  } catch (error) {
    // A project without articles or without annotations does not have their folder.
    if (codeOf(error) !== 'ENOENT') {
      const reason = `the folder could not be listed: ${reasonOf(error)}`
      problems.push({ file: path, reason, severity: 'broken' })
    }
    return []
  }
}

async function leadsToFolder(entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory()
  const target = await stat(join(entry.parentPath, entry.name)).catch(() => undefined)
  return target?.isDirectory() ?? false
}

function isAnnotatorFile({ name, isFolder }: Entry): boolean {
  return name === ANNOTATOR_FILE && !isFolder
}

function isJson(name: string): boolean {
  return name.toLowerCase().endsWith('.json')
}

function notice(file: string, reason: string): StoreProblem {
  return { file, reason, severity: 'notice' }
}

function strayFile(file: string): StoreProblem {
  return notice(file, 'no file of the project has such a name (a copy made by a file sync?)')
}

function misplaced(file: string, expected: string): StoreProblem {
  return { file, reason: `it was not read; its place is ${expected}`, severity: 'broken' }
}
