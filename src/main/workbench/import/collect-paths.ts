import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { compareText } from '../../../core/annotation/span.ts'
import { reasonOf } from '../../store/storage-error.ts'
import { isDataset } from './stage-bytes.ts'

/** A file to read, and the name it goes by: its path below the chosen folder, with `/`. */
export interface Candidate {
  readonly path: string
  readonly name: string
}

/** The files that chosen paths stand for, and what was passed over and why. */
export interface CollectedPaths {
  readonly candidates: readonly Candidate[]
  readonly problems: readonly { readonly name: string; readonly reason: string }[]
}

/** File names told of those that a folder held beside texts. */
const LEFT_OUT_NAMES = 5

/**
 * Finds the files to import: chosen files whatever their names, and of chosen folders, with the
 * folders in them, the `.txt` and JSONL files. Hidden files are passed over. Links are followed, each
 * folder is entered once. Within a folder the files are in the order of their paths.
 */
export async function collectPaths(paths: readonly string[]): Promise<CollectedPaths> {
  const found: CollectedPaths[] = []
  for (const path of paths) {
    const name = basename(path)
    const status = await statusOf(path)
    if (typeof status === 'string') found.push(problemOnly(name, status))
    else if (status.isDirectory()) found.push(await collectFolder(path))
    else found.push({ candidates: [{ path, name }], problems: [] })
  }
  return {
    candidates: found.flatMap(({ candidates }) => candidates),
    problems: found.flatMap(({ problems }) => problems),
  }
}

interface Walk {
  readonly candidates: Candidate[]
  readonly problems: { name: string; reason: string }[]
  readonly leftOut: string[]
  readonly entered: Set<string>
}

async function collectFolder(root: string): Promise<CollectedPaths> {
  const walk: Walk = { candidates: [], problems: [], leftOut: [], entered: new Set() }
  const name = basename(root) || root
  await walkFolder(root, '', name, walk)
  const { candidates, problems, leftOut } = walk
  if (leftOut.length > 0) problems.push({ name, reason: describeLeftOut(leftOut) })
  else if (candidates.length === 0 && problems.length === 0) {
    problems.push({ name, reason: 'the folder holds no .txt or .jsonl file' })
  }
  return { candidates: candidates.toSorted((a, b) => compareText(a.name, b.name)), problems }
}

async function walkFolder(path: string, prefix: string, name: string, walk: Walk): Promise<void> {
  let entries: readonly string[]
  try {
    const real = await realpath(path)
    if (walk.entered.has(real)) return
    walk.entered.add(real)
    entries = await readdir(path)
  } catch (error) {
    const reason = `the folder could not be listed: ${reasonOf(error)}`
    walk.problems.push({ name, reason })
    return
  }
  for (const entry of entries.toSorted(compareText)) {
    if (entry.startsWith('.')) continue
    const inner = join(path, entry)
    const innerName = `${prefix}${entry}`
    const status = await statusOf(inner)
    if (typeof status === 'string') walk.problems.push({ name: innerName, reason: status })
    else if (status.isDirectory()) await walkFolder(inner, `${innerName}/`, innerName, walk)
    else if (/\.txt$/i.test(entry) || isDataset(entry)) {
      walk.candidates.push({ path: inner, name: innerName })
    } else walk.leftOut.push(innerName)
  }
}

/** @returns What a path leads to, or a sentence about why it leads nowhere. */
async function statusOf(path: string): Promise<Stats | string> {
  try {
    return await stat(path)
  } catch (error) {
    return `it could not be read: ${reasonOf(error)}`
  }
}

function describeLeftOut(names: readonly string[]): string {
  const shown = names.slice(0, LEFT_OUT_NAMES).join(', ')
  const more = names.length > LEFT_OUT_NAMES ? ', …' : ''
  return names.length === 1
    ? `1 file that is neither .txt nor .jsonl was left out: ${shown}`
    : `${names.length} files that are neither .txt nor .jsonl were left out: ${shown}${more}`
}

function problemOnly(name: string, reason: string): CollectedPaths {
  return { candidates: [], problems: [{ name, reason }] }
}
