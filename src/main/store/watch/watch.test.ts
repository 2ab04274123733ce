import {
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addArticle } from '../../../../tests/support/add-article.ts'
import { articleWith, spanOn, valueOf } from '../../../../tests/support/builders.ts'
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts'
import { ok } from '../../../core/result.ts'
import { annotatorFile, articleFile, setFile } from '../project-layout.ts'
import { ProjectStore } from '../project-store.ts'
import { StorageError } from '../storage-error.ts'
import type { Refreshed } from './refresh-project.ts'

const TEXT = '😀 «سلام» said the envoy. At least 34 soldiers died.'
const ARTICLE = articleWith(TEXT)
const OTHER = articleWith('Another text.')
/** Within two seconds, and what a busy machine needs. */
const NOTICED = { timeout: 6000, interval: 20 }

const opened: ProjectStore[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()))
})

describe('an open project', () => {
  it('takes in a colleague’s set, its changes, and its removal', async () => {
    const { here, there, told, bring } = await twoDesks()
    await mark(there, 'bob', 'the envoy')
    await bring()
    await vi.waitFor(async () => expect(await quotes(here, 'bob')).toEqual(['the envoy']), NOTICED)
    expect(told.at(-1)).toMatchObject({ articles: true })
    await mark(there, 'bob', '34 soldiers')
    await bring()
    await vi.waitFor(
      async () => expect(await quotes(here, 'bob')).toEqual(['34 soldiers']),
      NOTICED,
    )
    await rm(join(here.folder, setFile(ARTICLE.id, 'bob')))
    await vi.waitFor(async () => expect(await quotes(here, 'bob')).toEqual([]), NOTICED)
  })

  it('takes in new articles with the sets on them, annotators, and labels', async () => {
    const { here, there, bring } = await twoDesks()
    await addArticle(there, OTHER)
    await there.nameAnnotator({ id: 'bob', name: 'Bob' })
    await there.updateProject((project) => ({ ...project, name: 'Renamed' }))
    await mark(there, 'bob', 'Another', OTHER.id)
    await bring()
    await vi.waitFor(async () => {
      expect(
        here
          .articles()
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual([ARTICLE.id, OTHER.id].toSorted())
      expect(await quotes(here, 'bob', OTHER.id)).toEqual(['Another'])
      expect(here.project.name).toBe('Renamed')
      expect(here.project.annotators.map(({ id }) => id)).toContain('bob')
      expect(here.problems).toEqual([])
    }, NOTICED)
  })

  it('takes a drive that goes away for no deletion, and goes on when it is back', async () => {
    const { here, there, bring } = await twoDesks()
    await mark(there, 'bob', 'the envoy')
    await bring()
    await vi.waitFor(async () => expect(await quotes(here, 'bob')).toEqual(['the envoy']), NOTICED)
    const away = `${here.folder} away`
    await rename(here.folder, away)
    const refused = mark(here, 'ada', 'said')
    await expect(refused).rejects.toThrow(`Could not find the folder ${here.folder}`)
    // Longer than it takes to notice what is gone.
    await new Promise((resolve) => {
      setTimeout(resolve, 2500)
    })
    expect(await quotes(here, 'bob')).toEqual(['the envoy'])
    await rename(away, here.folder)
    await mark(there, 'bob', '34 soldiers')
    await bring()
    await vi.waitFor(
      async () => expect(await quotes(here, 'bob')).toEqual(['34 soldiers']),
      NOTICED,
    )
    await mark(here, 'ada', 'said')
    expect(here.problems).toEqual([])
  })

  it('takes an empty folder in the place of a drive for no project, and leaves it empty', async () => {
    const { here, there, bring } = await twoDesks()
    await mark(there, 'bob', 'the envoy')
    await bring()
    await vi.waitFor(async () => expect(await quotes(here, 'bob')).toEqual(['the envoy']), NOTICED)
    const away = `${here.folder} away`
    await rename(here.folder, away)
    await mkdir(here.folder)
    const refused = mark(here, 'ada', 'said')
    await expect(refused).rejects.toThrow(/Could not find .+project\.json: it does not exist/)
    await new Promise((resolve) => {
      setTimeout(resolve, 2500)
    })
    expect(await quotes(here, 'bob')).toEqual(['the envoy'])
    expect(await readdir(here.folder)).toEqual([])
    await rmdir(here.folder)
    await rename(away, here.folder)
    await mark(here, 'ada', 'said')
    expect(here.problems).toEqual([])
  })

  it('takes in later what came while the project was not there', async () => {
    const { here, there, bring } = await twoDesks()
    const project = join(here.folder, 'project.json')
    const aside = join(here.folder, 'aside')
    await rename(project, aside)
    await mark(there, 'bob', 'the envoy')
    await bring([setFile(ARTICLE.id, 'bob')])
    await new Promise((resolve) => {
      setTimeout(resolve, 2500)
    })
    expect(await quotes(here, 'bob')).toEqual([])
    await rename(aside, project)
    await vi.waitFor(async () => expect(await quotes(here, 'bob')).toEqual(['the envoy']), NOTICED)
  })

  it('says what is wrong with a file that came, keeps what it knew, and forgets both in time', async () => {
    const { here, there, told, bring } = await twoDesks()
    await mark(there, 'bob', 'the envoy')
    await bring()
    await vi.waitFor(async () => expect(await quotes(here, 'bob')).toEqual(['the envoy']), NOTICED)
    const file = join(here.folder, setFile(ARTICLE.id, 'bob'))
    const sound = await readFile(file, 'utf8')
    await writeFile(file, `<<<<<<< HEAD\n${sound}=======\n{}\n>>>>>>> other\n`)
    await vi.waitFor(() => expect(here.problems[0]?.reason).toContain('both sides'), NOTICED)
    expect(told.at(-1)).toMatchObject({ project: true })
    expect(here.summary(ARTICLE.id, 'bob').spans).toBe(1)
    expect((await here.document(ARTICLE.id, 'bob')).ok).toBe(false)
    await writeFile(file, sound)
    await vi.waitFor(() => expect(here.problems).toEqual([]), NOTICED)
    expect((await here.document(ARTICLE.id, 'bob')).ok).toBe(true)
  })

  it('names a copy that a file sync has made, as long as it is there', async () => {
    const { here, there, bring } = await twoDesks()
    await mark(there, 'bob', 'the envoy')
    await bring()
    const file = setFile(ARTICLE.id, 'bob').replace('.json', ' (conflicted copy).json')
    await writeFile(join(here.folder, file), '{}')
    await vi.waitFor(() => expect(here.problems).toMatchObject([{ file }]), NOTICED)
    expect(here.problems[0]?.reason).toContain('a copy made by a file sync')
    await rm(join(here.folder, file))
    await vi.waitFor(() => expect(here.problems).toEqual([]), NOTICED)
  })

  it('does not take its own writes for those of others', async () => {
    const { here, told } = await twoDesks()
    for (const quote of ['the envoy', '34 soldiers', 'died']) await mark(here, 'ann', quote)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(told).toEqual([])
  })

  it('keeps what it writes itself when the file goes, and writes it again', async () => {
    const { here } = await twoDesks()
    await here.claim('ann')
    await mark(here, 'ann', 'the envoy')
    await rm(join(here.folder, 'annotations'), { recursive: true })
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(await quotes(here, 'ann')).toEqual(['the envoy'])
    await mark(here, 'ann', '34 soldiers')
    const again = valueOf(await ProjectStore.open(here.folder))
    expect(await quotes(again, 'ann')).toEqual(['34 soldiers'])
  })

  it('takes in a folder that comes in one step, with a time of long ago', async () => {
    const { here, there } = await twoDesks()
    await mark(there, 'bob', 'the envoy')
    // Into a folder that is not watched yet, in one step, with a time of long ago.
    const [from, to] = [there, here].map(({ folder }) => join(folder, 'annotations', 'bob'))
    const aside = join(here.folder, '.coming')
    await cp(from ?? '', aside, { recursive: true })
    const then = new Date('2020-01-01')
    await utimes(aside, then, then)
    await mkdir(dirname(to ?? ''), { recursive: true })
    await rename(aside, to ?? '')
    await vi.waitFor(async () => expect(await quotes(here, 'bob')).toEqual(['the envoy']), NOTICED)
  })
})

/** Two copies of a project, of which the first is watched. */
async function twoDesks() {
  const root = await temporaryFolder()
  const here = valueOf(await ProjectStore.create(join(root, 'here'), 'P'))
  await addArticle(here, ARTICLE)
  await here.nameAnnotator({ id: 'ann', name: 'Ann' })
  await cp(here.folder, join(root, 'there'), { recursive: true })
  const there = valueOf(await ProjectStore.open(join(root, 'there')))
  const told: Refreshed[] = []
  await here.watch(
    (what) => told.push(what),
    (error) => expect(error).toBeInstanceOf(StorageError),
  )
  opened.push(here)

  /** Brings the other desk's files over, as git does: one after the other, each in place of the old. */
  const bring = async (files = filesOf(there)): Promise<void> => {
    for (const file of files) {
      const content = await readFile(join(there.folder, file), 'utf8').catch(() => null)
      if (content === null) continue
      await mkdir(dirname(join(here.folder, file)), { recursive: true })
      await writeFile(join(here.folder, `${file}.incoming`), content)
      await rename(join(here.folder, `${file}.incoming`), join(here.folder, file))
    }
  }
  return { here, there, told, bring }
}

function filesOf(store: ProjectStore): readonly string[] {
  const files = store.articles().flatMap(({ id }) => [articleFile(id), setFile(id, 'bob')])
  return ['project.json', annotatorFile('bob'), ...files]
}

/** Marks one quote, in the place of what was marked before. */
async function mark(
  store: ProjectStore,
  annotator: string,
  quote: string,
  article = ARTICLE.id,
): Promise<void> {
  const { text } = valueOf(await store.readArticle(article))
  const span = { ...spanOn(text, quote), id: annotator }
  valueOf(
    await store.updateDocument(article, annotator, (document) => {
      const set = { ...document.set, status: 'in-progress' as const, spans: [span] }
      return ok({ ...document, revision: document.revision + 1, set })
    }),
  )
}

async function quotes(
  store: ProjectStore,
  annotator: string,
  article = ARTICLE.id,
): Promise<readonly string[]> {
  const { text } = valueOf(await store.readArticle(article))
  const sets = valueOf(await store.sets(article)).filter((set) => set.annotator === annotator)
  return sets.flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)))
}
