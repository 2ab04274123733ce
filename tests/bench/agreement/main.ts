import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { AnnotationSet } from '../../../src/core/annotation/annotation-set.ts'
import { DEFAULT_LABEL_SET } from '../../../src/core/annotation/label-set.ts'
import { alignPair } from '../../../src/core/review/align-pair.ts'
import { alignSets } from '../../../src/core/review/align-sets.ts'
import { measureFigures, measureIntervals } from '../../../src/core/review/agreement/agreement.ts'
import {
  ArticleCounter,
  joinCounts,
  type CountedArticles,
} from '../../../src/core/review/agreement/count-articles.ts'
import { inUtf16, type MarkedArticle } from '../../../src/core/review/agreement/marked-article.ts'
import { placesOf } from '../../../src/core/review/agreement/places.ts'
import { lookOfNow } from '../../../src/main/store/look.ts'
import { articleFile, setFile } from '../../../src/main/store/project-layout.ts'
import { readMarked } from '../../../src/main/workbench/agreement/read-marked.ts'
import type { ExportedArticle } from '../../../src/main/workbench/export/known-lines.ts'
import { annotatorsOf } from '../project/made-article.ts'
import { writeProject } from '../project/write-project.ts'
import { median } from '../reader/runner/statistics.ts'
import { Table } from '../reader/runner/table.ts'
import { alignPlainly, characterKappas, readWhole } from './baselines.ts'
import { runProcess, type Programs } from './processes.ts'

const LABELS = DEFAULT_LABEL_SET.map(({ name }) => name)
const MADE = { annotators: 2, spans: 25, seed: 1 }
const SELECTION = {
  annotators: annotatorsOf({ ...MADE, articles: 0 }).map(({ id }) => id),
  labels: LABELS,
}

/** Measures all sizes, and prints what came of it. */
export async function main(args: readonly string[], programs: Programs): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      rounds: { type: 'string', default: '3' },
    },
  })
  const table = new Table(['', 'articles', 'Rubricator', 'baseline'], 1)
  for (const articles of values.sizes.split(',').map(Number)) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'rubricator-bench-agreement-'))
    try {
      await writeProject(folder, { ...MADE, articles })
      const measured = new Measurement(folder, programs)
      for (let round = 0; round < Number(values.rounds); round++) measured.round()
      measured.report(table, articles)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  console.log(`${describeRun(Number(values.rounds))}\n\n${table.toString(true)}`)
}

class Measurement {
  readonly #folder: string
  readonly #programs: Programs
  readonly #times = new Map<string, number[]>()

  constructor(folder: string, programs: Programs) {
    this.#folder = folder
    this.#programs = programs
  }

  round(): void {
    const files = this.#files()
    const read = this.#time('read', () =>
      files.map((article) => readMarked(this.#folder, article, new Set(LABELS))),
    )
    this.#time('read-whole', () => files.map((article) => readWhole(this.#folder, article)))
    const sets = read.map((article) => inUtf16(article, article.sets))
    this.#time('align', () => each(sets, (a, b) => alignPair(a.spans, b.spans)))
    this.#time('align-plainly', () => each(sets, (a, b) => alignPlainly(a.spans, b.spans)))
    this.#time('places', () => each(sets, (a, b) => placesOf([a, b])))
    this.#time('groups', () => each(sets, (a, b) => alignSets([a, b])))
    const counted = this.#time('count', () => countAll(read))
    this.#time('count-plainly', () => characterKappas(read, LABELS))
    const facts = read.map(() => ({ outlet: null, published: null }))
    this.#time('figures', () => measureFigures(counted, facts, SELECTION))
    this.#time('intervals', () => measureIntervals(counted, SELECTION))
    const cache = path.join(this.#folder, '.cache')
    rmSync(cache, { recursive: true, force: true })
    this.#processes('')
    mkdirSync(cache)
    runProcess(this.#programs, 'list', this.#folder)
    this.#processes('-cached')
  }

  report(table: Table, articles: number): void {
    const row = (title: string, product: string, baseline: string | null): void => {
      const cell = (name: string): string => seconds(median(this.#times.get(name) ?? []))
      table.add(
        title,
        articles.toLocaleString('en-GB'),
        cell(product),
        baseline === null ? '–' : cell(baseline),
      )
    }
    row('reading the files', 'read', 'read-whole')
    row('aligning the sets in pairs', 'align', 'align-plainly')
    row('finding the places', 'places', 'groups')
    row('counting all articles', 'count', 'count-plainly')
    row('figures of what was counted', 'figures', null)
    row('their intervals, 1000 draws', 'intervals', null)
    for (const [title, suffix] of [
      ['`rubricator agree`', ''],
      ['the same with `.cache`', '-cached'],
    ] as const) {
      row(`${title}: processor`, `agree${suffix}`, `list${suffix}`)
      row(`${title}: on the clock`, `agree${suffix}-clock`, `list${suffix}-clock`)
    }
  }

  #processes(suffix: string): void {
    for (const command of ['list', 'agree']) {
      const { processor, clock } = runProcess(this.#programs, command, this.#folder)
      this.#keep(`${command}${suffix}`, processor)
      this.#keep(`${command}${suffix}-clock`, clock)
    }
  }

  #files(): readonly ExportedArticle[] {
    const shards = readdirSync(path.join(this.#folder, 'articles'))
    const ids = shards.flatMap((shard) =>
      readdirSync(path.join(this.#folder, 'articles', shard)).map((file) =>
        file.slice(0, -'.json'.length),
      ),
    )
    const look = (file: string): string => lookOfNow(path.join(this.#folder, file)) ?? ''
    return ids.toSorted().map((id) => ({
      id,
      look: look(articleFile(id)),
      sets: SELECTION.annotators
        .filter((annotator) => existsSync(path.join(this.#folder, setFile(id, annotator))))
        .map((annotator) => ({ annotator, look: look(setFile(id, annotator)) })),
    }))
  }

  #time<T>(name: string, work: () => T): T {
    const before = process.cpuUsage()
    const done = work()
    const { user, system } = process.cpuUsage(before)
    this.#keep(name, (user + system) / 1000)
    return done
  }

  #keep(name: string, milliseconds: number): void {
    this.#times.set(name, [...(this.#times.get(name) ?? []), milliseconds])
  }
}

function countAll(articles: readonly MarkedArticle[]): CountedArticles {
  const counter = new ArticleCounter(SELECTION)
  for (const article of articles) counter.add(article)
  return joinCounts([counter.result()], SELECTION)
}

function each(
  sets: readonly (readonly AnnotationSet[])[],
  work: (a: AnnotationSet, b: AnnotationSet) => unknown,
): void {
  for (const [a, b] of sets) if (a && b) work(a, b)
}

function describeRun(rounds: number): string {
  const cpus = os.cpus()
  const load = os.loadavg().map((average) => average.toFixed(1))
  return [
    `Date: ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `Machine: ${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown processor'}, ${os.type()} ${os.arch()}`,
    `Versions: Node ${process.versions.node}`,
    `Load: ${load.join(', ')} over the last 1, 5 and 15 minutes of it, the bench included`,
    `Rounds: ${rounds}, medians; seconds of one processor where nothing else is said`,
  ]
    .map((line) => `- ${line}`)
    .join('\n')
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
