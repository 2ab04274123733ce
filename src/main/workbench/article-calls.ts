import { ok } from '../../core/result.ts'
import { requireAnnotator } from './annotator.ts'
import { languageOf } from './detect-language.ts'
import type { Handlers } from './handler.ts'
import { entryOf } from './project-view.ts'

export const articleCalls: Handlers<'articles.list' | 'articles.open' | 'articles.describe'> = {
  async 'articles.list'({ workbench }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const { store } = project.value
    const annotator = workbench.settings.current.annotator?.id ?? null
    return ok(store.articles().map((article) => entryOf(store, article, annotator)))
  },

  async 'articles.open'({ workbench }, { id }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const annotator = requireAnnotator(workbench)
    if (!annotator.ok) return annotator
    const { store } = project.value
    const article = await store.readArticle(id)
    if (!article.ok) return article
    const document = await store.document(id, annotator.value.id)
    if (!document.ok) return document
    const { text, meta, imported } = article.value
    return ok({
      id,
      text,
      meta,
      encoding: imported.encoding,
      detectedLanguage: await languageOf(article.value),
      document: document.value,
    })
  },

  async 'articles.describe'({ workbench, host }, { project: path, id, meta }) {
    const project = workbench.requireOpen(path, 'These details')
    if (!project.ok) return project
    const { store } = project.value
    const changed = await store.setMetadata(id, meta)
    if (!changed.ok) return changed
    workbench.windows.announce(() => ({ type: 'articles' }), host)
    const annotator = workbench.settings.current.annotator?.id ?? null
    return ok(entryOf(store, changed.value, annotator))
  },
}
