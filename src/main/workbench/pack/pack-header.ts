import { compareText } from '../../../core/annotation/span.ts'
import type { Article } from '../../../core/article/article.ts'
import type { Annotator, Project } from '../../../core/project/project.ts'
import type { PackArticle, PackHeader } from '../../../core/review/pack/pack-line.ts'
import { sha256 } from '../../store/sha256.ts'

/** What a pack holds, beside what the project says. */
interface PackContent extends Pick<PackHeader, 'by' | 'articles' | 'sets' | 'reviews'> {
  /** The ids of everybody whose sets or words are in it. */
  readonly people: Iterable<string>
  /** When it was made, ISO 8601. */
  readonly at: string
}

/** The first line of a pack of a project. */
export function headerOf(project: Project, { people, at, ...content }: PackContent): PackHeader {
  const names = new Map(
    [...(content.by === null ? [] : [content.by]), ...project.annotators].map(({ id, name }) => [
      id,
      name,
    ]),
  )
  const labels = [...project.labels]
  const annotators: Annotator[] = [...new Set(people)]
    .toSorted(compareText)
    .map((id) => ({ id, name: names.get(id) ?? id }))
  return {
    format: 'rubricator-pack/1',
    offset_unit: 'codepoint',
    project: project.name,
    made: at,
    by: content.by,
    labels_sha256: sha256(JSON.stringify(labels)),
    labels,
    annotators,
    articles: content.articles,
    sets: content.sets,
    reviews: content.reviews,
  }
}

/** The line of an article. @param text - Null where the text is not to go with it. */
export function articleLine(
  { id, text_sha256, meta }: Pick<Article, 'id' | 'text_sha256' | 'meta'>,
  text: string | null,
): PackArticle {
  const { title, outlet, published, language, direction, source } = meta
  const described: PackArticle['meta'] = { title, outlet, published, language, direction, source }
  return { kind: 'article', text_sha256, id, meta: described, text }
}
