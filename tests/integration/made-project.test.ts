import { addArticle } from '../support/add-article.ts'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ok } from '../../src/core/result.ts'
import { ProjectStore } from '../../src/main/store/project-store.ts'
import { exportDelivery } from '../../src/main/workbench/export/export-delivery.ts'
import { annotatorsOf } from '../bench/project/made-article.ts'
import { writeJsonl } from '../bench/project/write-jsonl.ts'
import { writeProject } from '../bench/project/write-project.ts'
import { valueOf } from '../support/builders.ts'
import { contentOf } from '../support/folder-content.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const OPTIONS = { articles: 20, seed: 7, annotators: 2, spans: 25 }

describe('the project that the benches are made of', () => {
  test('opens without a problem, and holds what was asked for', async () => {
    const folder = await temporaryFolder()
    await writeProject(folder, OPTIONS)
    const store = valueOf(await ProjectStore.open(folder, { mends: true }))
    expect(store.problems).toEqual([])
    const articles = store.articles()
    expect(articles).toHaveLength(20)
    expect(new Set(articles.map(({ text_sha256 }) => text_sha256)).size).toBe(20)
    for (const { id } of articles) {
      expect(store.setsOn(id).map(({ spans }) => spans)).toEqual([25, 25])
    }
    const sets = await Promise.all(articles.map(async ({ id }) => valueOf(await store.sets(id))))
    const spans = sets.flat().flatMap((set) => set.spans)
    const labels = new Set(spans.map(({ label }) => label))
    expect([...labels].toSorted()).toEqual(['actor', 'casualty figure', 'claim', 'date'])
    expect(spans.filter(({ note }) => note !== null).length).toBeGreaterThan(10)
    await store.close()
  })

  test('is, to the byte, what the program writes', async () => {
    const folder = await temporaryFolder()
    await writeProject(folder, OPTIONS)
    const made = valueOf(await ProjectStore.open(folder))
    const written = await temporaryFolder()
    const store = valueOf(await ProjectStore.create(written, made.project.name))
    for (const annotator of annotatorsOf(OPTIONS)) await store.nameAnnotator(annotator)
    for (const { id } of made.articles()) {
      const article = valueOf(await made.readArticle(id))
      await addArticle(store, article)
      for (const document of valueOf(await made.documents(id))) {
        const { annotator } = document.set
        valueOf(await store.updateDocument(article.id, annotator, () => ok(document)))
      }
    }
    await store.close()
    expect(visible(await contentOf(folder))).toEqual(visible(await contentOf(written)))
  })

  test('is the same content as its JSONL', async () => {
    const folder = await temporaryFolder()
    const file = path.join(await temporaryFolder(), 'made.jsonl')
    await writeProject(folder, OPTIONS)
    await writeJsonl(file, OPTIONS)
    const store = valueOf(await ProjectStore.open(folder))
    const delivery = valueOf(exportDelivery(store, { annotator: null }))
    let exported = ''
    for await (const part of delivery.parts()) exported += part
    expect(await readFile(file, 'utf8')).toBe(exported)
  })

  test('is the same for the same seed, and another for another', async () => {
    const [one, same, other] = await Promise.all(
      [7, 7, 8].map(async (seed) => {
        const folder = await temporaryFolder()
        await writeProject(folder, { ...OPTIONS, articles: 3, seed })
        return contentOf(folder)
      }),
    )
    expect(one).toEqual(same)
    expect(Object.keys(one ?? {})).not.toEqual(Object.keys(other ?? {}))
  })
})

/** What belongs to the project: locks and caches do not. */
function visible(content: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(content).filter(
      ([file]) => !file.startsWith('.locks/') && !file.startsWith('.cache/'),
    ),
  )
}
