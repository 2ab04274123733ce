import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articleWith, NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { newDocument } from '../../core/annotation/history.ts'
import { ok } from '../../core/result.ts'
import { articleFile, setFile } from '../store/project-layout.ts'
import { ProjectStore } from '../store/project-store.ts'
import { checkProject } from './check-project.ts'

describe('checkProject', () => {
  it('finds broken files, texts that are there twice and histories that lead nowhere', async () => {
    const folder = await temporaryFolder()
    const store = valueOf(await ProjectStore.create(folder, 'P'))
    const article = articleWith('One envoy and another')
    const twin = { ...article, id: 'twin' }
    const broken = articleWith('Broken')
    for (const one of [article, twin, broken]) valueOf(await store.addArticle(one))
    const set = {
      article: article.id,
      annotator: 'ann',
      status: 'done',
      spans: [spanOn(article.text, 'envoy')],
    } as const
    const edit = { type: 'remove', id: 'nobody' } as const
    const history = [{ at: NOW, by: 'ann', how: 'do', edit }] as const
    const document = { ...newDocument(set), revision: 1, history }
    valueOf(await store.updateDocument(article.id, 'ann', () => ok(document)))
    await store.updateProject((now) => ({ ...now, annotators: [{ id: 'ann', name: 'Ann' }] }))
    const path = join(folder, articleFile(broken.id))
    await writeFile(path, (await readFile(path, 'utf8')).replace('Broken', 'broken'))

    const check = await checkProject(valueOf(await ProjectStore.open(folder)))
    expect(check).toMatchObject({ articles: 2, sets: 1, spans: 1 })
    const reasons = Object.fromEntries(check.problems.map(({ file, reason }) => [file, reason]))
    expect(reasons).toEqual({
      [setFile(article.id, 'ann')]:
        `entry 1 of the history, of ${NOW}, does not lead back: The set holds no span nobody`,
      [articleFile(article.id)]: 'the article twin holds the same text',
      [articleFile(broken.id)]: expect.stringContaining('the text was changed'),
    })
  })
})
