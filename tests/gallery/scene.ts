import {
  DEFAULT_READING,
  type ArticleEntry,
  type HostView,
  type ProjectView,
  type ReadingSettings,
  type WorkbenchState,
} from '../../src/contract/models.ts'
import { emptySet, type Status } from '../../src/core/annotation/annotation-set.ts'
import type { Attributes } from '../../src/core/annotation/attribute.ts'
import { newDocument, type AnnotationDocument } from '../../src/core/annotation/history.ts'
import { DEFAULT_LABEL_SET } from '../../src/core/annotation/label-set.ts'
import { compareSpans, type Span } from '../../src/core/annotation/span.ts'
import { fail, ok } from '../../src/core/result.ts'
import type { ArticleSession } from '../../src/renderer/state/article-session.ts'
import { Workspace } from '../../src/renderer/state/workspace.ts'
import { FakeBridge } from '../support/fake-bridge.ts'
import { ENGLISH, OTHER_ARTICLES, type ArticleSample } from './samples.ts'

type Answers = FakeBridge['answers']

/** A label over the first place of a quote, perhaps with a note and values. */
export type Mark = readonly [
  label: string,
  quote: string,
  note?: string | null,
  attributes?: Attributes,
]

/** What a window holds; what is not said is as on an everyday afternoon. */
export interface Scene {
  /** The article that lies open; null for none. */
  readonly article?: ArticleSample | null
  readonly marks?: readonly Mark[]
  readonly spans?: readonly Span[]
  readonly status?: Status
  /** The set with what was done to it, in the place of the marks and the status. */
  readonly document?: AnnotationDocument
  /** The other rows of the library. */
  readonly others?: readonly ArticleEntry[]
  readonly project?: Partial<ProjectView> | null
  readonly reading?: Partial<ReadingSettings>
  readonly host?: Partial<HostView>
  readonly state?: Partial<Omit<WorkbenchState, 'project' | 'reading' | 'host'>>
  /** What the host answers otherwise than by taking every change. */
  readonly answers?: Answers
}

/** The article of every scene has this id. */
export const ARTICLE = 'article-open'
const MADE = '2026-03-01T10:00:00.000Z'
export const ANNOTATOR = { id: 'ada-uenal', name: 'Ada Ünal' }

export const MARKS: readonly Mark[] = [
  ['date', 'late on Thursday'],
  [
    'claim',
    'at least 34\u00A0Turkish soldiers were dead, killed in an air strike by Syrian government',
  ],
  [
    'casualty figure',
    'at least 34\u00A0Turkish soldiers',
    'The BBC says 33; check against Reuters.',
    { count: 34, outcome: 'killed' },
  ],
  ['actor', 'Syrian government forces'],
  ['actor', 'the BBC'],
  ['actor', 'Recep Tayyip Erdogan'],
  ['date', 'February\u00A027, 2020'],
]

/**
 * The workspace of a window in a scene. The test support's `openWorkspace` needs Node for the hash of
 * an article, which nothing in a window looks at.
 */
export async function openScene(scene: Scene = {}): Promise<Workspace> {
  const bridge = new FakeBridge({ ...answersFor(scene), ...scene.answers })
  const workspace = new Workspace({
    bridge,
    download: () => Promise.resolve(ok(null)),
    leave: () => {},
  })
  await workspace.start(() => {})
  return workspace
}

/** The article that lies open. @throws Error when none does. */
export function articleOf(workspace: Workspace): ArticleSession {
  const session = workspace.article.get()
  if (session === null) throw new Error('No article lies open in this scene')
  return session
}

/** Selects the span over a quote, or one that begins with it. @throws RangeError when there is none. */
export function selectQuote(workspace: Workspace, quote: string): void {
  const session = articleOf(workspace)
  const spans = session.spans.get()
  const span =
    spans.find((candidate) => session.quote(candidate) === quote) ??
    spans.find((candidate) => session.quote(candidate).startsWith(quote))
  if (span === undefined) throw new RangeError(`No span begins with ${quote}`)
  session.selectSpan(span.id)
}

/** The workspace of a scene in which the span over a quote is selected. */
export async function openWithSelection(quote: string, scene: Scene = {}): Promise<Workspace> {
  const workspace = await openScene({ marks: MARKS, ...scene })
  selectQuote(workspace, quote)
  return workspace
}

/** Spans over the first places of quotes. */
export function spansOn(text: string, marks: readonly Mark[]): readonly Span[] {
  return marks.map(([label, quote, note = null, attributes = {}], index) => {
    const start = text.indexOf(quote)
    if (start === -1) throw new RangeError(`The text does not hold ${quote}`)
    return spanAt(start, start + quote.length, { id: `span-${index}`, label, note, attributes })
  })
}

/** A span over a range. */
export function spanAt(
  start: number,
  end: number,
  more: Pick<Span, 'id' | 'label'> & Partial<Span>,
): Span {
  const created = { by: ANNOTATOR.id, at: MADE, via: 'keyboard' }
  return { start, end, attributes: {}, note: null, created, ...more }
}

/** An answer that says why not. */
export function refused(
  message: string,
): ReturnType<typeof fail<{ code: 'refused'; message: string }>> {
  return fail({ code: 'refused', message })
}

function answersFor(scene: Scene): Answers {
  const state = stateOf(scene)
  const sample = scene.article === undefined ? ENGLISH : scene.article
  const spans =
    scene.document?.set.spans ??
    scene.spans ??
    (sample === null ? [] : spansOn(sample.text, scene.marks ?? []))
  const status = scene.status ?? (spans.length > 0 ? 'in-progress' : 'not-started')
  const others = scene.others ?? OTHER_ARTICLES
  return {
    'workbench.state': () => ok(state),
    'articles.list': () => {
      if (sample === null) return ok(scene.others ?? [])
      const { title, outlet, published } = sample.meta
      const open = { id: ARTICLE, title, outlet, published, status, spans: spans.length }
      return ok([...others.slice(0, 2), open, ...others.slice(2)])
    },
    'articles.search': ({ filter, from }) => {
      // Enough for stories: the real search is behind the host.
      const sought = filter.text.toLowerCase()
      const ids = others.filter(({ title }) => title.toLowerCase().includes(sought))
      return ok({ ids: from === 0 ? ids.map(({ id }) => id) : [], next: null })
    },
    'articles.open': ({ id }) => {
      if (sample === null || id !== ARTICLE) return refused('This story holds one article.')
      const set = { ...emptySet(id, ANNOTATOR.id), status, spans: spans.toSorted(compareSpans) }
      return ok({ id, ...sample, document: scene.document ?? newDocument(set) })
    },
    'articles.describe': () => refused('This story keeps nothing.'),
    'annotations.apply': ({ baseRevision, changes }) =>
      ok({ revision: baseRevision + changes.length }),
    'settings.remember': () => ok(null),
    'review.feedback': ({ article }) => ok({ article, status: 'to-review', records: [] }),
    'review.asked': () => ok([]),
    'import.cancel': () => ok(null),
  }
}

function stateOf({ project, reading, host, state }: Scene): WorkbenchState {
  return {
    annotator: ANNOTATOR,
    recent: [],
    projectsFolder: '/home/ada/Rubricator',
    panes: null,
    keys: {},
    lastArticle: ARTICLE,
    writable: true,
    ...state,
    project:
      project === null
        ? null
        : {
            name: 'Idlib 2020',
            path: '/home/ada/Rubricator/Idlib 2020',
            labels: [...DEFAULT_LABEL_SET],
            annotators: [ANNOTATOR],
            problems: [],
            heldBy: null,
            blind: true,
            newerFormat: null,
            ...project,
          },
    reading: { ...DEFAULT_READING, ...reading },
    host: {
      kind: 'browser',
      version: '0.1.0',
      platform: 'linux',
      nativeDialogs: false,
      blockedRequests: null,
      ...host,
    },
  }
}
