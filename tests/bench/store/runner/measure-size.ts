import { cp, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { annotatorsOf, type MadeOptions } from '../../project/made-article.ts'
import { writeJsonl } from '../../project/write-jsonl.ts'
import { writeProject } from '../../project/write-project.ts'
import type { Place } from '../tasks/desk.ts'
import type { Options } from './options.ts'
import { runCommand, runTask, type Places } from './processes.ts'
import type { Values } from './values.ts'
import { writeOneFile } from './write-one-file.ts'

const ONE_FILE_EDITS = 12

/** Measures everything with projects of one size, in a folder of its own. */
export class SizeMeasurement {
  readonly #places: Places
  readonly #options: Options
  readonly #values: Values
  readonly #made: MadeOptions
  readonly #folder: string
  readonly #place: Place

  constructor(places: Places, options: Options, values: Values, articles: number) {
    this.#places = places
    this.#options = options
    this.#values = values
    this.#made = { articles, seed: options.seed, annotators: 1, spans: 25 }
    this.#folder = path.join(options.folder, `rubricator-bench-${process.pid}-${articles}`)
    this.#place = {
      home: this.#in('home'),
      seeds: places.seeds,
      project: this.#in('project'),
    }
  }

  async run(): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    await this.#make()
    await this.#open()
    await this.#search()
    await this.#edit()
    for (let round = 1; round <= this.#options.rounds; round++) await this.#transfer(round)
    for (let round = 1; round <= this.#options.rounds; round++) await this.#importWhileBusy(round)
  }

  /** Removes what it has made; see `#transfer` for why not before everything is measured. */
  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #make(): Promise<void> {
    this.#say('making the projects')
    const { project } = this.#place
    await writeProject(project, this.#made)
    await writeJsonl(this.#in('all.jsonl'), this.#made)
    if (this.#options.baseline) await writeOneFile(this.#in('one-file.json'), this.#made)
    const [annotator] = annotatorsOf(this.#made)
    await runTask(this.#places, 'prepare', this.#place, { annotator: annotator?.name ?? '' })
  }

  async #open(): Promise<void> {
    const { rounds, baseline } = this.#options
    // Not counted: it writes the indexes, and the system reads the files into its caches.
    await runTask(this.#places, 'open', this.#place)
    for (let round = 1; round <= rounds; round++) {
      this.#say(`opening, round ${round}`)
      this.#values.opening('open', await runTask(this.#places, 'open', this.#place), this.#size)
      await rm(path.join(this.#place.project, '.cache'), { recursive: true, force: true })
      const cold = await runTask(this.#places, 'open', this.#place)
      this.#values.opening('open-uncached', cold, this.#size)
      if (baseline) {
        const file = await runTask(this.#places, 'openOneFile', this.#in('one-file.json'))
        this.#values.opening('one-file-open', file, this.#size)
      }
    }
  }

  async #search(): Promise<void> {
    for (let round = 1; round <= this.#options.rounds; round++) {
      this.#say(`searching, round ${round}`)
      const found = await runTask(this.#places, 'search', this.#place)
      this.#values.series('search-first', this.#size, found, ({ first }) => first)
      this.#values.series('search-all', this.#size, found, ({ all }) => all)
    }
  }

  async #edit(): Promise<void> {
    const { edits, baseline } = this.#options
    this.#say('marking')
    const project = await runTask(this.#places, 'edit', this.#place, { edits })
    this.#values.series('edit', this.#size, project, (found) => found.edits)
    this.#values.series('first-edit', this.#size, project, (found) => found.first)
    this.#values.series('bare-write', this.#size, project, (found) => found.bare)
    if (!baseline) return
    const options = { edits: ONE_FILE_EDITS }
    const file = await runTask(this.#places, 'editOneFile', this.#in('one-file.json'), options)
    this.#values.series('one-file-edit', this.#size, file, (found) => found.edits)
  }

  async #transfer(round: number): Promise<void> {
    this.#say(`import and export, round ${round}`)
    const home = this.#in('command-line')
    // Each into a folder of its own, removed at the end of all: making files costs the file system several times
    // as much after as many were removed.
    const project = this.#in(`imported-${round}`)
    const jsonl = this.#in('all.jsonl')
    const out = this.#in('out.jsonl')
    await runCommand(this.#places, home, 'new', project, '--name', 'Imported')
    this.#values.transfer(
      'import',
      await runCommand(this.#places, home, 'import', project, jsonl),
      this.#size,
    )
    this.#values.transfer(
      'export',
      await runCommand(this.#places, home, 'export', this.#place.project, '--out', out),
      this.#size,
    )
    await this.#calls(round, jsonl, out)
    if (!this.#options.baseline) return
    const file = this.#in(`imported-${round}.json`)
    const imported = await runTask(this.#places, 'importOneFile', file, { jsonl })
    this.#values.transfer('one-file-import', imported, this.#size)
    const exported = await runTask(this.#places, 'exportOneFile', this.#in('one-file.json'), {
      out,
    })
    this.#values.transfer('one-file-export', exported, this.#size)
  }

  /** The same without the start and the end of a process, and what the file system takes by itself. */
  async #calls(round: number, jsonl: string, out: string): Promise<void> {
    const { home } = this.#place
    const project = this.#in(`called-${round}`)
    await runCommand(this.#places, home, 'new', project, '--name', 'Imported')
    const imported = await runTask(
      this.#places,
      'importFile',
      { ...this.#place, project },
      { jsonl },
    )
    this.#values.series('import-call', this.#size, imported, (time) => [time])
    const options = { articles: this.#size }
    const made = await runTask(this.#places, 'makeFiles', this.#in(`files-${round}`), options)
    this.#values.series('bare-files', this.#size, made, (time) => [time])
    const exported = await runTask(this.#places, 'exportFile', this.#place, { out })
    this.#values.series('export-call', this.#size, exported, (time) => [time])
  }

  async #importWhileBusy(round: number): Promise<void> {
    this.#say(`working during an import, round ${round}`)
    const jsonl = this.#in('more.jsonl')
    const seed = this.#made.seed + round
    await writeJsonl(jsonl, { ...this.#made, articles: this.#options.busy, seed })
    // Of each round’s own project: it grows.
    const project = this.#in(`busy-${round}`)
    await cp(this.#place.project, project, { recursive: true })
    const place = { ...this.#place, project }
    const found = await runTask(this.#places, 'busyImport', place, { jsonl })
    this.#values.series('busy-open', this.#size, found, ({ opens }) => opens)
    this.#values.series('busy-edit', this.#size, found, ({ edits }) => edits)
    this.#values.series('busy-bare', this.#size, found, ({ bare }) => bare)
    this.#values.series('busy-import', this.#size, found, ({ time }) => [time])
  }

  get #size(): number {
    return this.#made.articles
  }

  #in(name: string): string {
    return path.join(this.#folder, name)
  }

  #say(what: string): void {
    console.error(`${this.#size} articles: ${what}`)
  }
}
