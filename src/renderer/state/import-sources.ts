import { compareText } from '../../core/annotation/span.ts'
import type { OfferedFile } from '../../contract/calls.ts'

/** A file to offer for an import, not read yet; `open` fails where the file has gone away. */
export interface ImportSource {
  /** The file's name, or its path below the chosen folder, with `/`. */
  readonly name: string
  open(): Promise<File>
}

/** What a choice or a drop holds. */
export interface FoundFiles {
  readonly sources: readonly ImportSource[]
  /** Files in folders that are left out because they are neither text nor datasets. */
  readonly skipped: number
}

/** A call carries so much at most, for it is held in memory several times on its way. */
const FILES_PER_BATCH = 20
const BYTES_PER_BATCH = 32 * 1024 * 1024

/** A larger file would break the connection of a window in a browser. */
const LARGEST_FILE = 128 * 1024 * 1024

const IMPORTABLE = /\.(?:txt|jsonl|ndjson)$/i

/**
 * Shows the browser's dialog for files or one folder; to be called within a click or a key press.
 * @returns null when the person cancels.
 */
export function pickFiles(kind: 'files' | 'folder'): Promise<readonly File[] | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.hidden = true
  if (kind === 'folder') input.webkitdirectory = true
  else {
    input.multiple = true
    input.accept = '.txt,.jsonl,.ndjson,text/plain'
  }
  document.body.append(input)
  return new Promise((resolve) => {
    const settle = (files: readonly File[] | null): void => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => settle([...(input.files ?? [])]))
    input.addEventListener('cancel', () => settle(null))
    input.click()
  })
}

/** Files as a file field gives them: those of a folder know their path, which begins with its name. */
export function sourcesOfFiles(files: Iterable<File>): FoundFiles {
  const sources: ImportSource[] = []
  let skipped = 0
  for (const file of files) {
    const [, ...below] = file.webkitRelativePath.split('/')
    const open = (): Promise<File> => Promise.resolve(file)
    if (below.length === 0) sources.push({ name: file.name, open })
    else if (below.some(isHidden)) continue
    else if (IMPORTABLE.test(file.name)) sources.push({ name: below.join('/'), open })
    else skipped++
  }
  return { sources: sources.toSorted(byName), skipped }
}

/** The files and folders of a drop; to be called before the drop's event is over. */
export function entriesOfDrop(transfer: DataTransfer): (FileSystemEntry | File)[] {
  // A file that is not on the disk, as a program can drop it, has no entry.
  return [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? [])
}

/**
 * Walks through dropped folders, as the program itself does with chosen ones: hidden files are passed
 * over, and a folder that cannot be read becomes a source that fails to open.
 * @param isWanted - Asked before each folder; walking ends when it answers false.
 */
export async function sourcesOfEntries(
  entries: readonly (FileSystemEntry | File)[],
  isWanted: () => boolean,
): Promise<FoundFiles> {
  const sources: ImportSource[] = []
  let skipped = 0
  const walk = async (folder: FileSystemEntry, name: string, prefix: string): Promise<void> => {
    if (!isDirectory(folder) || !isWanted()) return
    try {
      for (const child of await children(folder)) {
        const inner = `${prefix}${child.name}`
        if (isHidden(child.name)) continue
        if (!isFile(child)) await walk(child, inner, `${inner}/`)
        else if (IMPORTABLE.test(child.name)) sources.push(sourceOfEntry(child, inner))
        else skipped++
      }
    } catch (error) {
      sources.push({ name, open: () => Promise.reject(error) })
    }
  }
  for (const entry of entries) {
    if (entry instanceof File) sources.push(...sourcesOfFiles([entry]).sources)
    else if (isFile(entry)) sources.push(sourceOfEntry(entry, entry.name))
    else await walk(entry, entry.name, '')
  }
  return { sources: sources.toSorted(byName), skipped }
}

function sourceOfEntry(entry: FileSystemFileEntry, name: string): ImportSource {
  return { name, open: () => new Promise((...settle) => entry.file(...settle)) }
}

/** Reads files for calls that are not too large; a larger file travels alone. */
export async function* batchesOf(sources: readonly ImportSource[]): AsyncGenerator<OfferedFile[]> {
  let batch: OfferedFile[] = []
  let size = 0
  for (const source of sources) {
    const file = await read(source)
    const bytes = 'bytes' in file ? file.bytes.length : 0
    if (batch.length === FILES_PER_BATCH || (batch.length > 0 && size + bytes > BYTES_PER_BATCH)) {
      yield batch
      batch = []
      size = 0
    }
    batch.push(file)
    size += bytes
  }
  if (batch.length > 0) yield batch
}

async function read({ name, open }: ImportSource): Promise<OfferedFile> {
  try {
    const file = await open()
    if (file.size > LARGEST_FILE) return { name, problem: 'it is larger than 128 MB' }
    return { name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { name, problem: `it could not be read: ${reason}`.slice(0, 1000) }
  }
}

/** @returns Everything directly in a folder; a reader yields only some at a time. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const found: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((...settle) => reader.readEntries(...settle))
    if (some.length === 0) break
    found.push(...some)
  }
  return found
}

function byName(a: ImportSource, b: ImportSource): number {
  return compareText(a.name, b.name)
}

function isHidden(name: string): boolean {
  return name.startsWith('.')
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
