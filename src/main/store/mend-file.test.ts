import { readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AnnotationDocument } from '../../core/annotation/history.ts'
import { ok } from '../../core/result.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { addArticle } from '../../../tests/support/add-article.ts'
import { articleWith, valueOf } from '../../../tests/support/builders.ts'
import { setFile } from './project-layout.ts'
import { ProjectStore } from './project-store.ts'

const ARTICLE = articleWith('A first text.')
const SET = setFile(ARTICLE.id, 'ada')

describe('a damaged file', () => {
  it.each([
    ['empty', ''],
    ['cut', null],
    ['not JSON', '{"format": nonsense'],
    ['not of its format', '{"format":"rubricator-annotations/2","article":"first"}'],
  ])(
    'that is %s is moved aside, told, and again as it was before its last change',
    async (_, content) => {
      const folder = await projectWithRevisions(3)
      const path = join(folder, SET)
      if (content === null) await truncate(path, 40)
      else await writeFile(path, content)
      const damaged = await readFile(path, 'utf8')

      const store = valueOf(await ProjectStore.open(folder, { mends: true }))
      expect(valueOf(await store.document(ARTICLE.id, 'ada')).revision).toBe(2)
      expect(store.problems).toMatchObject([{ file: SET, severity: 'notice' }])
      expect(store.problems[0]?.reason).toMatch(
        /it is kept in \.quarantine\/\S+, and the file is again/,
      )
      const [place = ''] = await readdir(join(folder, '.quarantine'))
      expect(await readFile(join(folder, '.quarantine', place, SET), 'utf8')).toBe(damaged)
      expect(await readFile(join(folder, '.quarantine', place, 'REASON.txt'), 'utf8')).toContain(
        SET,
      )

      // It can be written again, and nothing is told the next time.
      await advance(store)
      const again = valueOf(await ProjectStore.open(folder, { mends: true }))
      expect(again.problems).toEqual([])
      expect(valueOf(await again.document(ARTICLE.id, 'ada')).revision).toBe(3)
    },
  )

  it('without an earlier copy is moved aside, and a new one can take its place', async () => {
    const folder = await projectWithRevisions(1)
    await writeFile(join(folder, SET), '')
    const store = valueOf(await ProjectStore.open(folder, { mends: true }))
    expect(store.problems).toMatchObject([{ file: SET, severity: 'broken' }])
    await advance(store)
    expect(valueOf(await ProjectStore.open(folder)).problems).toEqual([])
  })

  it('that another program has put in its place costs nothing: the latest copy is as it was before', async () => {
    const folder = await projectWithRevisions(3)
    await writeFile(join(folder, 'damaged'), '{"format": nonsense')
    await rename(join(folder, 'damaged'), join(folder, SET))
    const store = valueOf(await ProjectStore.open(folder, { mends: true }))
    expect(valueOf(await store.document(ARTICLE.id, 'ada')).revision).toBe(3)
    await advance(store)
    const again = valueOf(await ProjectStore.open(folder, { mends: true }))
    expect(valueOf(await again.document(ARTICLE.id, 'ada')).revision).toBe(4)
    expect(again.problems).toEqual([])
  })

  it('is only told of by those who merely read', async () => {
    const folder = await projectWithRevisions(2)
    await writeFile(join(folder, SET), '')
    const store = valueOf(await ProjectStore.open(folder))
    expect(store.problems).toMatchObject([{ file: SET, severity: 'broken' }])
    expect(await readFile(join(folder, SET), 'utf8')).toBe('')
  })

  it('may be project.json itself', async () => {
    const folder = await projectWithRevisions(1)
    const store = valueOf(await ProjectStore.open(folder))
    await store.updateProject((project) => ({ ...project, name: 'Renamed' }))
    await writeFile(join(folder, 'project.json'), '')
    const again = valueOf(await ProjectStore.open(folder, { mends: true }))
    expect(again.project.name).toBe('P')
    expect(again.problems).toMatchObject([{ file: 'project.json', severity: 'notice' }])
  })
})

describe('a file that is not damaged but cannot be used', () => {
  it.each([
    [
      'a merge that nobody has settled',
      '<<<<<<< HEAD\n{}\n=======\n[]\n>>>>>>> theirs\n',
      '<<<<<<<',
    ],
    ['a newer format', '{"format":"rubricator-annotations/99"}', 'newer Rubricator'],
  ])('stays where it is: %s', async (_, content, reason) => {
    const folder = await projectWithRevisions(2)
    await writeFile(join(folder, SET), content)
    const store = valueOf(await ProjectStore.open(folder, { mends: true }))
    expect(store.problems[0]?.reason).toContain(reason)
    expect(await readFile(join(folder, SET), 'utf8')).toBe(content)
    // And it is not written over.
    expect((await store.document(ARTICLE.id, 'ada')).ok).toBe(false)
  })
})

describe('a file that somebody else has written meanwhile', () => {
  it('is read before it is changed', async () => {
    const folder = await projectWithRevisions(1)
    const [one, other] = [
      valueOf(await ProjectStore.open(folder)),
      valueOf(await ProjectStore.open(folder)),
    ]
    await advance(one)
    await advance(other)
    expect(valueOf(await other.document(ARTICLE.id, 'ada')).revision).toBe(3)
  })
})

/** A project with one article, and a set on it that was written so many times. */
async function projectWithRevisions(revisions: number): Promise<string> {
  const folder = join(await temporaryFolder(), 'p')
  const store = valueOf(await ProjectStore.create(folder, 'P'))
  await addArticle(store, ARTICLE)
  await store.updateProject((project) => ({
    ...project,
    annotators: [{ id: 'ada', name: 'Ada' }],
  }))
  for (let revision = 0; revision < revisions; revision++) await advance(store)
  return folder
}

async function advance(store: ProjectStore): Promise<AnnotationDocument> {
  const advanced = await store.updateDocument(ARTICLE.id, 'ada', (document) =>
    ok({ ...document, revision: document.revision + 1 }),
  )
  return valueOf(advanced)
}
