import * as v from 'valibot'
import { MetadataSchema, SourceSchema, type Metadata } from '../../../core/article/article.ts'
import type { EncodingName } from '../../../core/article/encodings.ts'
import { proposeMetadata } from '../../../core/article/propose-metadata.ts'
import { sha256 } from '../../store/sha256.ts'
import { detectLanguage } from '../detect-language.ts'
import { describeProblem, headerOf } from '../pack/pack-source.ts'
import { isPackStart } from '../../../core/review/pack/pack-line.ts'
import { decodeText, type DecodeProblem } from './decode-text.ts'
import { startOf, type DatasetSource } from './dataset/dataset-source.ts'
import { readDataset, type ReadOptions } from './dataset/read-dataset.ts'
import { describeDecodeProblem } from './describe-decode-problem.ts'
import type { StagedFile, StagedProblem } from './staged-file.ts'

/** Whether a file of this name is read as native JSONL. */
export function isDataset(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(name)
}

/**
 * Reads one file for import.
 * @param name - Path below the imported folder, or the file's name; it becomes the article's source.
 * @param encoding - One that a person chose, instead of detection.
 */
export async function stageBytes(
  name: string,
  bytes: Uint8Array,
  encoding?: EncodingName,
): Promise<StagedFile> {
  if (isDataset(name)) return stageDataset(name, { bytes })
  const decoded = decodeText(bytes, encoding)
  if (!decoded.ok) return problemOf(name, bytes, decoded.error)
  const { text, encoding: found, certainty } = decoded.value
  return {
    kind: 'article',
    name,
    bytes,
    text,
    sha256: sha256(text),
    encoding: found,
    guessed: certainty === 'guessed',
    meta: await metadataFor(name, text),
  }
}

/** A file that is not imported, whatever its encoding. */
export function stagedProblem(name: string, reason: string): StagedProblem {
  return { kind: 'problem', name, reason, readable: null }
}

/** Reads a file of JSONL for import: native JSONL, or a review pack, which says so in its first line. */
export async function stageDataset(
  name: string,
  source: DatasetSource,
  options: ReadOptions = {},
): Promise<StagedFile> {
  if (isPackStart(await startOf(source))) {
    const header = await headerOf(source)
    return header.ok
      ? { kind: 'pack', name, source, header: header.value }
      : stagedProblem(name, describeProblem(header.error))
  }
  const read = await readDataset(source, options)
  if (read.ok) return { kind: 'dataset', name, dataset: read.value }
  const { line, message } = read.error
  return stagedProblem(name, line === null ? message : `line ${line}: ${message}`)
}

function problemOf(name: string, bytes: Uint8Array, problem: DecodeProblem): StagedProblem {
  const reason = describeDecodeProblem(problem)
  if (problem.code === 'undecodable') {
    const { encoding } = problem
    return { kind: 'problem', name, reason, readable: { bytes, encoding } }
  }
  // A NUL within the file may be a half of a UTF-16 character; a signature at its start is not.
  const mayBeText = problem.code === 'binary' && problem.position > 0
  const readable = mayBeText ? ({ bytes, encoding: 'UTF-8' } as const) : null
  return { kind: 'problem', name, reason, readable }
}

async function metadataFor(name: string, text: string): Promise<Metadata> {
  const source = sourceFor(name)
  const rest = { language: await detectLanguage(text), direction: null, source }
  const parsed = v.safeParse(MetadataSchema, { ...proposeMetadata(text), ...rest })
  // A guess that breaks the schema is only a wrong guess: the file's name is at least true.
  const title = [...name].slice(-120).join('').trim()
  return parsed.success ? parsed.output : { title, outlet: null, published: null, ...rest }
}

/** A file's path with `/`; one that is too long keeps its end, which names the file. */
function sourceFor(name: string): string | null {
  const path = name.replaceAll('\\', '/').replace(/^\/+/, '')
  const source = path.slice(-1024).toWellFormed()
  return v.is(SourceSchema, source) ? source : null
}
