import type { StoredDocument } from '../../../core/annotation/stored-document.ts'

/** What agreement needs of the file of a set. */
export interface SetHead extends Pick<StoredDocument, 'format' | 'status' | 'spans'> {
  /** When its history ends; null: it has none. */
  readonly changed: string | null
}

/** How a set is laid out when this program writes it: JSON has no line feeds within strings. */
const HISTORY = '\n  "history": ['
const ENTRY = '\n    {"at":"'
const EMPTY = ']'

/**
 * Reads a set without its history, which is most of the file.
 * @param file - The bytes of a file that is known to be sound.
 * @returns Null when the file is not laid out as this program lays it out; then it is to be read whole.
 */
export function readSetHead(file: Buffer): SetHead | null {
  const from = file.indexOf(HISTORY)
  if (from === -1) return null
  const begun = from + HISTORY.length
  const last = file.lastIndexOf(ENTRY)
  const isEmpty = file.toString('latin1', begun, begun + 1) === EMPTY
  if (!isEmpty && last < begun - 1) return null
  const head = parsedOrNull(`${file.toString('utf8', 0, file.lastIndexOf(',', from))}}`)
  if (head === null || !('spans' in head && 'status' in head)) return null
  const { format, status, spans } = head as StoredDocument
  return { format, status, spans, changed: isEmpty ? null : instantAt(file, last + ENTRY.length) }
}

function instantAt(file: Buffer, from: number): string {
  return file.toString('latin1', from, file.indexOf('"', from))
}

/** What stands before the history is no JSON where another tool has laid the file out. */
function parsedOrNull(json: string): object | null {
  try {
    return JSON.parse(json) as object
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
