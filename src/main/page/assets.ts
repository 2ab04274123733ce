import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** What the renderer's build may hold; a file of another kind is not served. */
const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.woff2', 'font/woff2'],
])

const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'])

export interface Asset {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

interface AssetFile {
  readonly file: string
  readonly type: string
}

/**
 * Finds the file that a URL path means, without looking at the disk.
 *
 * @param folder - The renderer's build.
 * @param urlPath - The path of a request's URL, still percent-encoded; `/` means the page itself.
 * @returns Undefined for a path that leaves the folder, is not well formed, or is of no known kind.
 */
export function resolveAsset(folder: string, urlPath: string): AssetFile | undefined {
  const decoded = decode(urlPath)
  if (decoded === undefined || !decoded.startsWith('/')) return undefined
  const segments = (decoded === '/' ? '/index.html' : decoded).slice(1).split('/')
  // Names that start with a dot cover `..`; a colon is a drive or a stream on Windows.
  if (segments.some((segment) => segment === '' || /^\.|[\\:\0]/.test(segment))) return undefined
  const file = path.join(folder, ...segments)
  const type = CONTENT_TYPES.get(path.extname(file))
  return type === undefined ? undefined : { file, type }
}

/** @returns The asset at a URL path, or undefined where there is none. */
export async function readAsset(folder: string, urlPath: string): Promise<Asset | undefined> {
  const found = resolveAsset(folder, urlPath)
  if (found === undefined) return undefined
  try {
    return { type: found.type, bytes: new Uint8Array(await readFile(found.file)) }
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

function decode(urlPath: string): string | undefined {
  try {
    return decodeURIComponent(urlPath)
  } catch {
    return undefined
  }
}
