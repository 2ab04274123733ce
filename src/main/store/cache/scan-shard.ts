import { readdirSync, statSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { compareText } from '../../../core/annotation/span.ts'
import { IdentifierSchema } from '../../../core/identifier.ts'
import {
  ANNOTATIONS_FOLDER,
  ANNOTATOR_FILE,
  articleFile,
  ARTICLES_FOLDER,
  reviewFile,
  REVIEWS_FOLDER,
  setFile,
  type StoreProblem,
} from '../project-layout.ts'
import { LAST_GOOD_FOLDER } from '../last-good.ts'
import { codeOf, reasonOf } from '../storage-error.ts'

export interface FoundSet {
  readonly article: string
  readonly annotator: string
}

/** What is worth telling of folders, whatever is in their files. */
interface Found {
  /** Files that writes have left which came to no end, by their paths inside the project. */
  readonly leftovers: readonly string[]
  readonly problems: readonly StoreProblem[]
}

/** The folders of a project, each list sorted. */
export interface FoundFolders extends Found {
  /** Folders that hold files of articles or sets, by their last names. */
  readonly shards: readonly string[]
  /** Everybody who has a folder. */
  readonly annotators: readonly string[]
  /** Those who have a file of their own in it. */
  readonly named: readonly string[]
}

/** The files of one shard, by name only; each list is sorted. */
export interface FoundFiles extends Found {
  readonly articles: readonly string[]
  readonly sets: readonly FoundSet[]
}

/** As `writeFileDurably` names them. */
const temporaryName = /^\..+\.[0-9a-f]{12}\.tmp$/

/**
 * Lists a project's folders. Hidden files, files that are not `.json` and folders that nothing of the
 * project is in are passed over: `.DS_Store`, `.git`, notes that somebody left.
 */
export function scanFolders(folder: string): FoundFolders {
  const lister = new Lister(folder)
  // Nothing is read there but project.json, which is known.
  lister.list('')
  lister.noteLeftovers(LAST_GOOD_FOLDER)
  const shards = new Set(lister.foldersIn(ARTICLES_FOLDER).map(({ name }) => name))
  const annotators: string[] = []
  const named: string[] = []
  for (const { name, path } of lister.foldersIn(ANNOTATIONS_FOLDER)) {
    if (!v.is(IdentifierSchema, name)) {
      lister.notice(path, 'a folder of annotations is named by an annotator’s id')
      continue
    }
    annotators.push(name)
    for (const { name: inner, isFolder } of lister.list(path)) {
      if (isFolder) shards.add(inner)
      else if (inner === ANNOTATOR_FILE) named.push(name)
      else if (isJson(inner)) lister.stray(`${path}/${inner}`)
    }
  }
  const { leftovers, problems } = lister
  return { shards: [...shards].toSorted(compareText), annotators, named, leftovers, problems }
}

/** Lists the files of one shard: of articles, and of the sets of some annotators. */
export function scanShard(
  folder: string,
  shard: string,
  annotators: readonly string[],
): FoundFiles {
  const lister = new Lister(folder)
  const articles = lister.idsIn(`${ARTICLES_FOLDER}/${shard}`, articleFile)
  const sets = annotators.flatMap((annotator) =>
    lister
      .idsIn(`${ANNOTATIONS_FOLDER}/${annotator}/${shard}`, (id) => setFile(id, annotator))
      .map((article) => ({ article, annotator })),
  )
  const { leftovers, problems } = lister
  return { articles, sets, leftovers, problems }
}

/** The file of what a person said in the review of an article. */
export interface FoundLog {
  readonly article: string
  readonly by: string
}

export interface FoundReviews extends Found {
  readonly logs: readonly FoundLog[]
}

/** Lists the files of what was said in reviews: all, or those of one person in one shard. */
export function scanReviews(
  folder: string,
  only?: { readonly by: string; readonly shard: string },
): FoundReviews {
  const lister = new Lister(folder)
  const people = only ? [only.by] : lister.foldersIn(REVIEWS_FOLDER).map(({ name }) => name)
  const known = people.filter((by) => v.is(IdentifierSchema, by))
  for (const name of people.filter((by) => !known.includes(by))) {
    lister.notice(`${REVIEWS_FOLDER}/${name}`, 'a folder of reviews is named by a person’s id')
  }
  const logs = known.flatMap((by) => {
    const own = `${REVIEWS_FOLDER}/${by}`
    const shards = only ? [only.shard] : lister.foldersIn(own).map(({ name }) => name)
    return shards
      .flatMap((shard) => lister.idsIn(`${own}/${shard}`, (id) => reviewFile(id, by)))
      .map((article) => ({ article, by }))
  })
  const { leftovers, problems } = lister
  return { logs, leftovers, problems }
}

interface Entry {
  readonly name: string
  /** Inside the project, with `/`. */
  readonly path: string
  readonly isFolder: boolean
}

/** Lists folders of a project, and gathers what is worth telling of them. */
class Lister {
  readonly problems: StoreProblem[] = []
  readonly leftovers: string[] = []
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  /** @returns What is in a folder and not hidden; nothing when the folder is not there. */
  list(folder: string): readonly Entry[] {
    const entries = this.#read(folder).map(({ name, isFolder }) => {
      const path = folder === '' ? name : `${folder}/${name}`
      if (temporaryName.test(name)) this.leftovers.push(path)
      return { name, path, isFolder }
    })
    return entries.filter(({ name }) => !name.startsWith('.'))
  }

  /** Of a folder that nothing of the project is read from; whatever it is like. */
  noteLeftovers(folder: string): void {
    try {
      for (const name of readdirSync(join(this.#root, folder))) {
        if (temporaryName.test(name)) this.leftovers.push(`${folder}/${name}`)
      }
    } catch {
      // Nothing lies there.
    }
  }

  foldersIn(folder: string): readonly Entry[] {
    return this.list(folder).filter(({ name, path, isFolder }) => {
      if (!isFolder && isJson(name)) this.stray(path)
      return isFolder
    })
  }

  /** The ids that files are named by, where each lies in its place. */
  idsIn(folder: string, fileOf: (id: string) => string): readonly string[] {
    return this.list(folder).flatMap(({ name, path, isFolder }) => {
      if (isFolder || !isJson(name)) return []
      const id = name.slice(0, -'.json'.length)
      const isId = v.is(IdentifierSchema, id)
      if (isId && fileOf(id) === path) return id
      if (isId) this.#tell(path, `it was not read; its place is ${fileOf(id)}`)
      else this.stray(path)
      return []
    })
  }

  stray(file: string): void {
    const reason = 'no file of the project has such a name (a copy made by a file sync?)'
    this.problems.push({ file, reason, severity: 'notice', isStray: true })
  }

  notice(file: string, reason: string): void {
    this.problems.push({ file, reason, severity: 'notice' })
  }

  #tell(file: string, reason: string): void {
    this.problems.push({ file, reason, severity: 'broken' })
  }

  #read(folder: string): readonly { readonly name: string; readonly isFolder: boolean }[] {
    try {
      const entries = readdirSync(join(this.#root, folder), { withFileTypes: true })
      const read = entries.map((entry) => ({ name: entry.name, isFolder: leadsToFolder(entry) }))
      return read.toSorted((a, b) => compareText(a.name, b.name))
    } catch (error) {
      // A project without articles or without annotations does not have their folder.
      if (codeOf(error) !== 'ENOENT') {
        this.#tell(folder, `the folder could not be listed: ${reasonOf(error)}`)
      }
      return []
    }
  }
}

function leadsToFolder(entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory()
  try {
    return statSync(join(entry.parentPath, entry.name)).isDirectory()
  } catch {
    return false
  }
}

function isJson(name: string): boolean {
  return name.toLowerCase().endsWith('.json')
}
