import type { Comment } from '../../../core/review/log/record.ts'
import type { Workspace } from '../workspace.ts'

/**
 * Opens what a thread is about: a mark of the present annotator in the text to be marked, anything else
 * in the review. An article itself is opened in the view that is shown.
 */
export async function goToComment(
  workspace: Workspace,
  article: string,
  { mark }: Comment,
): Promise<void> {
  const own = workspace.state.get()?.annotator?.id
  const isOwn = mark?.annotator === own
  if (mark === null ? workspace.view.get() !== 'review' : isOwn) {
    await workspace.show('annotate')
    await workspace.openArticle(article)
    const session = workspace.article.get()
    if (mark === null || session?.id !== article) return
    const { id, start, end } = mark.span
    // A span that is gone was there.
    if (session.spans.get().some((span) => span.id === id)) session.selectSpan(id)
    else session.select({ start, end })
    return
  }
  await workspace.show('review')
  await workspace.review.open(article, mark?.span.start ?? null)
  const session = workspace.review.session.get()
  if (mark === null || session?.article !== article) return
  const item = session.items
    .get()
    .find(({ marks }) =>
      marks.some(({ annotator, span }) => annotator === mark.annotator && span.id === mark.span.id),
    )
  if (item) session.look(item.id)
}
