import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the program's own files are, whether it runs from its build or, in tests, from source. */
export interface Program {
  readonly version: string
  /** The renderer's build. */
  readonly rendererFolder: string
  /** The sample project's articles and sets. */
  readonly seedsFolder: string
  /** The icon of windows, as PNG. */
  readonly iconFile: string
}

/** @returns The program that this module belongs to. */
export function locateProgram(): Program {
  const folder = packageFolder(path.dirname(fileURLToPath(import.meta.url)))
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string
  }
  return {
    version: manifest.version,
    rendererFolder: path.join(folder, 'out', 'renderer'),
    seedsFolder: path.join(folder, 'seeds'),
    iconFile: path.join(folder, 'resources', 'icon-512.png'),
  }
}

function packageFolder(start: string): string {
  let folder = start
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error(`No package.json above ${start}`)
    folder = parent
  }
  return folder
}
