import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { hashOfText } from './jsonl.ts'

/** A span as it lies on disk, but with its bounds in UTF-16 code units. */
export interface StoredSpan {
  readonly id: string
  readonly label: string
  readonly start: number
  readonly end: number
  readonly note: string | null
  readonly attributes: Readonly<Record<string, string | number | boolean>>
}

export interface StoredSet {
  readonly revision: number
  readonly status: string
  /** In the file's order. */
  readonly spans: readonly StoredSpan[]
}

/** The part of an annotation file that is looked at; see docs/file-format.md. */
interface AnnotationFile {
  readonly format: string
  readonly text_sha256: string
  readonly offset_unit: string
  readonly revision: number
  readonly status: string
  readonly spans: readonly (StoredSpan & { readonly text: string })[]
}

/**
 * Reads what one annotator has marked in a text, as a stranger would who knows the file format, and
 * checks every quote.
 * @param project - The project's folder.
 * @returns Null while there is no such file.
 */
export async function readStored(
  project: string,
  annotator: string,
  text: string,
): Promise<StoredSet | null> {
  const folder = path.join(project, 'annotations', annotator)
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const hash = hashOfText(text)
  for (const name of names) {
    if (!name.endsWith('.json') || path.basename(name).startsWith('.')) continue
    const file = JSON.parse(await readFile(path.join(folder, name), 'utf8')) as AnnotationFile
    if (file.text_sha256 === hash) return inCodeUnits(file, text)
  }
  return null
}

function inCodeUnits(file: AnnotationFile, text: string): StoredSet {
  expect(file).toMatchObject({ format: 'rubricator-annotations/2', offset_unit: 'codepoint' })
  const characters = Array.from(text)
  const before = [0]
  for (const character of characters) before.push((before.at(-1) ?? 0) + character.length)
  const spans = file.spans.map(({ start, end, text: quote, ...others }) => {
    expect(characters.slice(start, end).join(''), `the quote of ${others.id}`).toBe(quote)
    return { ...others, start: before[start] ?? -1, end: before[end] ?? -1 }
  })
  return { revision: file.revision, status: file.status, spans }
}
