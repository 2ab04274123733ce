import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import type { FileProblem } from '../../src/contract/models.ts'
import type { Article } from '../../src/core/article/article.ts'
import {
  annotatorFile,
  articleFile,
  PROJECT_FILE,
  setFile,
} from '../../src/main/store/project-layout.ts'
import { ProjectStore } from '../../src/main/store/project-store.ts'
import { checkProject } from '../../src/main/workbench/check-project.ts'
import { SettingsStore } from '../../src/main/workbench/settings.ts'

/** A project as it lies on the disk between two runs of the program. */
export interface Inspection {
  /** Null when the project does not open. */
  readonly store: ProjectStore | null
  /** Every file that cannot be used as it is, with the reason. */
  readonly damaged: readonly string[]
  /** What is worth a look and harms nothing. */
  readonly notices: readonly string[]
}

/** Opens a project as the program does, also while others write to it. */
export async function openProject(folder: string): Promise<Inspection> {
  const opened = await ProjectStore.open(folder)
  if (!opened.ok) return { store: null, damaged: [opened.error.message], notices: [] }
  const store = opened.value
  const harmless = store.problems.filter(({ severity }) => severity === 'notice')
  const harmed = (await checkProject(store)).problems.filter(
    ({ file }) => !harmless.some((notice) => notice.file === file),
  )
  return { store, damaged: listed(harmed), notices: listed(harmless) }
}

/**
 * Opens a project that nobody writes to, and looks at all of it: that every file can be read, that
 * histories lead back, that no file lies there that nobody put there, and once more, without the
 * program's own code, that the quotes are in the texts.
 */
export async function inspectProject(
  folder: string,
  articles: readonly Article[],
  annotators: readonly string[],
): Promise<Inspection> {
  const opened = await openProject(folder)
  const { store } = opened
  if (store === null) return opened
  const missing = articles.filter(({ id }) => store.article(id) === undefined)
  const damaged = [
    ...opened.damaged,
    ...missing.map(({ id }) => `${articleFile(id)}: it is not there`),
    ...(await strayFiles(folder, articles, annotators)),
    ...(await hiddenDamage(folder)),
    ...(await wrongQuotes(folder, articles, annotators)),
  ]
  return { ...opened, damaged }
}

function listed(problems: readonly FileProblem[]): readonly string[] {
  return problems.map(({ file, reason }) => `${file}: ${reason}`)
}

/** Reads settings as the program does when it starts; they never keep it from that. */
export async function inspectSettings(home: string): Promise<readonly string[]> {
  const complaints: string[] = []
  await SettingsStore.open(path.join(home, 'settings'), (line) => complaints.push(line))
  return complaints
}

/** What writes that were killed have left below folders: new files that have not got their name. */
export async function leftoversIn(...folders: readonly string[]): Promise<readonly string[]> {
  const files = await Promise.all(
    folders.map(async (folder) => (await filesIn(folder)).map((file) => path.join(folder, file))),
  )
  return files.flat().filter((file) => /\.(?:tmp|new)$/.test(file))
}

/** @returns Paths inside the folder, with `/`. */
async function filesIn(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
}

function isHidden(file: string): boolean {
  return /(?:^|\/)\./.test(file)
}

/** Visible files that are no part of the project. */
async function strayFiles(
  folder: string,
  articles: readonly Article[],
  annotators: readonly string[],
): Promise<readonly string[]> {
  const known = new Set([
    PROJECT_FILE,
    ...annotators.map((annotator) => annotatorFile(annotator)),
    ...articles.flatMap(({ id }) => [
      articleFile(id),
      ...annotators.map((annotator) => setFile(id, annotator)),
    ]),
  ])
  const files = await filesIn(folder)
  return files
    .filter((file) => !known.has(file) && !isHidden(file))
    .map((file) => `${file}: nobody has put it there`)
}

/**
 * Also what is hidden has to be whole, but for locks: one that is empty is nobody's. Nothing may have
 * been moved aside: nobody has damaged anything.
 */
async function hiddenDamage(folder: string): Promise<readonly string[]> {
  const files = (await filesIn(folder)).filter((file) => isHidden(file))
  const moved = files.filter((file) => file.startsWith('.quarantine/'))
  const whole = files.filter((file) => file.endsWith('.json') && !file.startsWith('.locks/'))
  const contents = await Promise.all(whole.map((file) => jsonIn(path.join(folder, file))))
  const cut = whole.filter((_, index) => contents[index] === null)
  return [
    ...moved.map((file) => `${file}: it was moved aside`),
    ...cut.map((file) => `${file}: it is not JSON`),
  ]
}

const QuotesSchema = v.object({
  spans: v.array(v.object({ start: v.number(), end: v.number(), text: v.string() })),
})

async function wrongQuotes(
  folder: string,
  articles: readonly Article[],
  annotators: readonly string[],
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const { id, text } of articles) {
    const points = [...text]
    for (const file of annotators.map((annotator) => setFile(id, annotator))) {
      const place = path.join(folder, file)
      if (!existsSync(place)) continue
      // A file that breaks its format has been found already.
      const set = v.safeParse(QuotesSchema, await jsonIn(place))
      const spans = set.success ? set.output.spans : []
      const found = spans.find((span) => points.slice(span.start, span.end).join('') !== span.text)
      if (found !== undefined) wrong.push(`${file}: ${found.start} does not read ${found.text}`)
    }
  }
  return wrong
}

/** @returns Null when it is no JSON. */
async function jsonIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}
