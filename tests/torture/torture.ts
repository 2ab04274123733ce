import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Annotator } from '../../src/core/project/project.ts'
import { ANNOTATIONS_FOLDER } from '../../src/main/store/project-layout.ts'
import type { ProjectStore } from '../../src/main/store/project-store.ts'
import { Random } from '../bench/reader/documents/random.ts'
import { workUntilKilled, type Moment, type Work } from './annotator-process.ts'
import { noCounts, type Counts } from './counts.ts'
import { follow } from './course.ts'
import { inspectProject, inspectSettings, leftoversIn, openProject } from './inspect.ts'
import { TorturedProject } from './tortured-project.ts'

export interface TortureOptions {
  /** The bundled `annotator.ts`. */
  readonly program: string
  /** An empty folder; afterwards it holds the projects in which something went wrong. */
  readonly folder: string
  readonly seed: number
  readonly rounds: number
  /** Those who work on the same project at once. */
  readonly names: readonly string[]
  /** Is told after each round. */
  readonly onRound?: (counts: Counts) => void
}

export interface TortureReport {
  readonly counts: Counts
  /** Everything that went wrong. */
  readonly failures: readonly string[]
}

/** A project is new often enough for first writes to be hit, and old enough to have a history. */
const ROUNDS_A_PROJECT = 10

/** The share of programs that are killed while they start, and when, in milliseconds. */
const KILLED_EARLY = 0.1
const STARTING = 500
/** The latest that a program is killed after it has begun to mark, in milliseconds. */
const WORKING = 300
/** How long somebody begins after somebody else, at most, in milliseconds. */
const LATER = 250

/**
 * Lets annotators work and kills their programs at random moments, again and again; after each time
 * it opens the project and holds it against what was acknowledged.
 */
export async function torture(options: TortureOptions): Promise<TortureReport> {
  const { folder, names, rounds } = options
  const random = new Random(options.seed)
  const counts = noCounts()
  const failures: string[] = []
  let project: TorturedProject | null = null
  for (let round = 1; round <= rounds; round++) {
    const place = path.join(folder, `${names.length}-from-round-${round}`)
    const current: TorturedProject = project ?? (await TorturedProject.create(place, names, random))
    const wrong = await new Round(options.program, current, random, counts).run()
    failures.push(...wrong.map((failure) => `round ${round}: ${failure} (${current.folder})`))
    options.onRound?.(counts)
    const isOver = wrong.length > 0 || round % ROUNDS_A_PROJECT === 0 || round === rounds
    // One that went wrong stays, to be looked at.
    if (isOver && wrong.length === 0) await current.remove()
    project = isOver ? null : current
  }
  return { counts, failures }
}

/** Everybody works on a project once, and is killed. */
class Round {
  readonly #program: string
  readonly #project: TorturedProject
  readonly #random: Random
  readonly #counts: Counts
  readonly #failures: string[] = []
  /** Opening a project may sweep them, so they are gathered before. */
  readonly #leftovers = new Set<string>()

  constructor(program: string, project: TorturedProject, random: Random, counts: Counts) {
    this.#program = program
    this.#project = project
    this.#random = random
    this.#counts = counts
  }

  /** @returns What went wrong. */
  async run(): Promise<readonly string[]> {
    const project = this.#project
    const old = new Set(await leftoversIn(project.folder))
    const works = await this.#work()
    await this.#gatherLeftovers(project.folder)
    const inspection = await inspectProject(project.path, project.articles, project.ids)
    const settings = await Promise.all(project.ids.map((id) => inspectSettings(project.homeOf(id))))
    const damaged = [...inspection.damaged, ...settings.flat()]
    this.#failures.push(...damaged)
    if (inspection.store !== null) await this.#compare(inspection.store, works)
    this.#counts.rounds++
    this.#counts.damaged += damaged.length
    this.#counts.notices += inspection.notices.length
    this.#counts.leftovers += [...this.#leftovers].filter((file) => !old.has(file)).length
    return this.#failures
  }

  async #work(): Promise<ReadonlyMap<string, Work>> {
    const works = this.#project.annotators.map((annotator, index) => {
      const wait = index === 0 ? 0 : this.#random.between(0, LATER)
      return this.#workOf(annotator, wait, this.#moment(), this.#random.between(0, 2 ** 31))
    })
    // Who was killed first starts again while the others are at work.
    if (works.length > 1) await Promise.race(works).then(() => this.#openBesideOthers())
    return new Map(await Promise.all(works))
  }

  #moment(): Moment {
    return this.#random.next() < KILLED_EARLY
      ? { from: 'start', after: this.#random.between(0, STARTING) }
      : { from: 'ready', after: this.#random.between(0, WORKING) }
  }

  async #workOf(
    { id, name }: Annotator,
    wait: number,
    moment: Moment,
    seed: number,
  ): Promise<readonly [annotator: string, Work]> {
    const project = this.#project
    const home = project.homeOf(id)
    await delay(wait)
    const assignment = { home, project: project.path, name, seed }
    const work = await workUntilKilled(this.#program, assignment, moment)
    if (work.trouble !== null) this.#failures.push(work.trouble)
    await this.#gatherLeftovers(home, path.join(project.path, ANNOTATIONS_FOLDER, id))
    this.#counts.kills++
    const [sent, acknowledged] = ['sent', 'acknowledged'].map(
      (type) => work.messages.filter((message) => message.type === type).length,
    )
    if (sent !== acknowledged) this.#counts.killsInWrite++
    return [id, work]
  }

  async #openBesideOthers(): Promise<void> {
    const { damaged } = await openProject(this.#project.path)
    this.#failures.push(...damaged.map((damage) => `while others are at work: ${damage}`))
    this.#counts.damaged += damaged.length
  }

  async #gatherLeftovers(...folders: readonly string[]): Promise<void> {
    for (const file of await leftoversIn(...folders)) this.#leftovers.add(file)
  }

  async #compare(store: ProjectStore, works: ReadonlyMap<string, Work>): Promise<void> {
    const labels = new Set(store.project.labels.map(({ name }) => name))
    const listed = new Set(store.project.annotators.map(({ id }) => id))
    for (const [annotator, { messages }] of works) {
      for (const { id, text } of this.#project.articles) {
        const onDisk = await store.document(id, annotator)
        // What is broken has been found already.
        if (!onDisk.ok) continue
        const before = this.#project.documentOf(id, annotator)
        const outcome = follow(before, messages, onDisk.value, { text, labels })
        const { sent, acknowledged, kept, lost, problem } = outcome
        this.#counts.sent += sent
        this.#counts.acknowledged += acknowledged
        this.#counts.kept += kept
        this.#counts.lost += lost
        if (problem !== null) this.#failures.push(`${annotator} on ${id}: ${problem}`)
        if (onDisk.value.revision > 0 && !listed.has(annotator)) {
          this.#failures.push(`${annotator} on ${id}: the project does not list this annotator`)
        }
        this.#project.remember(onDisk.value)
      }
    }
  }
}
