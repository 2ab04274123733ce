import { readFile } from 'node:fs/promises'
import { modernise, versionOf, type FileFormat } from '../file-kind.ts'
import { placeOf, type ProjectGround } from '../project-ground.ts'
import { stableBytes } from '../stable-json.ts'
import { writeDocument } from '../write-document.ts'

/** A file of a project as JSON, without the data that it refers to. */
export class StoredJson {
  readonly #ground: ProjectGround
  readonly #file: string
  readonly #format: FileFormat

  /** @param file - Path inside the project, with `/`. */
  constructor(ground: ProjectGround, file: string, format: FileFormat) {
    this.#ground = ground
    this.#file = file
    this.#format = format
  }

  /** @returns The version that the file says it has; null when it is not there or does not say one. */
  async version(): Promise<number | null> {
    const version = versionOf(this.#format, await this.#read())
    return version.ok ? version.value : null
  }

  /**
   * Writes the file in the present version, durably, where it is of an older one. What cannot be read
   * is left to whoever opens the project.
   * @throws StorageError when the disk did not take it; the file is then as it was.
   */
  async modernise(): Promise<void> {
    const json = modernise(this.#format, await this.#read())
    if (json === null) return
    const { path, lastGood = null, write = writeDocument } = placeOf(this.#ground, this.#file)
    await write(path, stableBytes(json, this.#format.rows), lastGood)
  }

  async #read(): Promise<unknown> {
    try {
      const bytes = await readFile(placeOf(this.#ground, this.#file).path)
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    } catch {
      return null
    }
  }
}
