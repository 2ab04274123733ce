import type { CallArguments, CallName, CallReply } from '../../src/contract/calls.ts'
import type { CallResult } from '../../src/contract/failure.ts'
import { emptySet } from '../../src/core/annotation/annotation-set.ts'
import { newDocument } from '../../src/core/annotation/history.ts'
import { compareSpans, type Span } from '../../src/core/annotation/span.ts'
import { ok } from '../../src/core/result.ts'
import type { ReviewRecord, Verdict } from '../../src/core/review/log/record.ts'
import { reviewItems } from '../../src/core/review/review-items.ts'
import { takeVersion } from '../../src/core/review/verdicts.ts'
import type { ProjectStore } from '../../src/main/store/project-store.ts'
import { addArticle } from './add-article.ts'
import { articleWith, NOW, spanOn, valueOf } from './builders.ts'
import { call, makeTestProject, type TestProject } from './test-workbench.ts'

export const TEXT = '😀 An air strike near Idlib killed at least 34 soldiers, said the ministry.'
export const ARTICLE = articleWith(TEXT, 'Strike')

export const strike = (id: string, quote = 'air strike'): Span => spanOn(TEXT, quote, { id })

/** Where Ann reviews an article that Ben and Cy have marked, with one disagreement about bounds. */
export class ReviewDesk {
  readonly project: TestProject
  readonly store: ProjectStore

  private constructor(project: TestProject, store: ProjectStore) {
    this.project = project
    this.store = store
  }

  static async make(): Promise<ReviewDesk> {
    const project = await makeTestProject('The first article of all.')
    const store = project.workbench.current?.store
    if (store === undefined) throw new Error('No project is open')
    await addArticle(store, ARTICLE)
    const desk = new ReviewDesk(project, store)
    await desk.marks('ben', [strike('b1'), strike('b2', '34 soldiers')])
    await desk.marks('cy', [strike('c1', 'An air strike'), strike('c2', '34 soldiers')])
    return desk
  }

  ask<N extends CallName>(name: N, args: CallArguments<N>): Promise<CallResult<CallReply<N>>> {
    return call(this.project.workbench, this.project.host, name, args)
  }

  /** As another person's program would. */
  async marks(
    annotator: string,
    spans: readonly Span[],
    status: 'done' | 'in-progress' = 'done',
  ): Promise<void> {
    const sorted = spans.toSorted(compareSpans)
    const set = { ...emptySet(ARTICLE.id, annotator), status, spans: sorted }
    valueOf(await this.store.updateDocument(ARTICLE.id, annotator, () => ok(newDocument(set))))
  }

  async open(): Promise<CallReply<'review.open'>> {
    return valueOf(await this.ask('review.open', { article: ARTICLE.id }))
  }

  /** A verdict that takes what somebody has marked. */
  async take(annotator: string, id = 'v1'): Promise<Verdict> {
    const { sets } = await this.open()
    const item = reviewItems(sets, []).find(({ group }) => group?.kind === 'bounds')
    if (item === undefined) throw new Error('Nothing is disputed')
    return takeVersion(item, annotator, { by: 'ann', at: NOW, step: 's1', newId: () => id })
  }

  record(records: readonly ReviewRecord[]): Promise<CallResult<CallReply<'review.record'>>> {
    return this.ask('review.record', { project: this.store.folder, article: ARTICLE.id, records })
  }
}
