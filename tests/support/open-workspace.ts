import { vi, type Mock } from 'vitest'
import { DEFAULT_READING, type WorkbenchState } from '../../src/contract/models.ts'
import { emptySet } from '../../src/core/annotation/annotation-set.ts'
import { newDocument } from '../../src/core/annotation/history.ts'
import { DEFAULT_LABEL_SET } from '../../src/core/annotation/label-set.ts'
import { compareSpans, type Span } from '../../src/core/annotation/span.ts'
import { ok } from '../../src/core/result.ts'
import type { ArticleSession } from '../../src/renderer/state/article-session.ts'
import { Workspace } from '../../src/renderer/state/workspace.ts'
import { articleWith } from './builders.ts'
import { FakeBridge } from './fake-bridge.ts'

interface OpenWorkspace {
  readonly workspace: Workspace
  readonly session: ArticleSession
  readonly bridge: FakeBridge
  readonly state: WorkbenchState
  /** Called when the window lets itself be closed. */
  readonly left: Mock<() => void>
}

/** A window with one article open, on a host that takes every change. */
export async function openWorkspace(
  text: string,
  {
    spans = [],
    writable = true,
    detectedLanguage = null,
  }: { spans?: readonly Span[]; writable?: boolean; detectedLanguage?: string | null } = {},
): Promise<OpenWorkspace> {
  const { id, meta } = articleWith(text)
  const annotator = { id: 'ann', name: 'Ann' }
  const set = { ...emptySet(id, annotator.id), spans: spans.toSorted(compareSpans) }
  const state: WorkbenchState = {
    annotator,
    project: {
      name: 'News',
      path: '/news',
      labels: [...DEFAULT_LABEL_SET],
      annotators: [annotator],
      problems: [],
      heldBy: null,
      blind: true,
      newerFormat: null,
    },
    recent: [],
    projectsFolder: '/',
    panes: null,
    reading: DEFAULT_READING,
    keys: {},
    lastArticle: null,
    writable,
    host: {
      kind: 'browser',
      version: '0',
      platform: 'linux',
      nativeDialogs: false,
      blockedRequests: null,
    },
  }
  const bridge = new FakeBridge({
    'workbench.state': () => ok(state),
    'articles.list': () => {
      const { title, outlet, published } = meta
      return ok([{ id, title, outlet, published, status: set.status, spans: spans.length }])
    },
    'articles.open': () =>
      ok({
        id,
        text,
        meta,
        encoding: 'UTF-8',
        detectedLanguage,
        document: newDocument(set),
      }),
    'annotations.apply': ({ baseRevision, changes }) =>
      ok({ revision: baseRevision + changes.length }),
    'settings.remember': () => ok(null),
    'review.feedback': ({ article }) => ok({ article, status: 'to-review', records: [] }),
    'review.asked': () => ok([]),
  })
  const left = vi.fn<() => void>()
  const workspace = new Workspace({
    bridge,
    download: () => Promise.resolve(ok(null)),
    leave: left,
  })
  await workspace.start(() => {})
  const session = workspace.article.get()
  if (session === null) throw new Error('No article was opened')
  return { workspace, session, bridge, state, left }
}
