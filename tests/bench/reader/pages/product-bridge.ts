import type { CallArguments, CallName, CallReply } from '../../../../src/contract/calls.ts'
import type { Bridge } from '../../../../src/contract/events.ts'
import type { CallResult } from '../../../../src/contract/failure.ts'
import { DEFAULT_READING } from '../../../../src/contract/models.ts'
import { applyChange, newDocument, type Change } from '../../../../src/core/annotation/history.ts'
import { DEFAULT_LABEL_SET } from '../../../../src/core/annotation/label-set.ts'
import { compareSpans, type Span } from '../../../../src/core/annotation/span.ts'
import { fail, ok } from '../../../../src/core/result.ts'
import type { BenchDocument } from '../documents/document.ts'

/*
 * The host that the product finds in its window: a project of two articles in memory, the small
 * document that is open at first and the one that is measured, after it in the list. A change is
 * acknowledged at once; disks are another bench's business.
 */

const PROJECT = '/bench'
const ANNOTATOR = { id: 'bench', name: 'Bench' }
const AT = '2026-01-01T00:00:00.000Z'
const META = { outlet: null, published: null, language: null, direction: null, source: null }
/** Where the product draws the text. */
const TEXT = '.reader-scroller [role=region]'

type Answers = {
  [N in CallName]?: (
    args: CallArguments<N>,
  ) => CallResult<CallReply<N>> | Promise<CallResult<CallReply<N>>>
}

class ProductBridge implements Bridge {
  /** How long opening took, once the document was asked for. */
  opened: Promise<number> | undefined
  readonly #documents: readonly Promise<BenchDocument>[]
  readonly #labels = new Set(DEFAULT_LABEL_SET.map(({ name }) => name))
  #document = newDocument({ article: '', annotator: '', status: 'in-progress', spans: [] })
  #text = ''
  /** Acknowledged and not applied yet: another process would do that, so no key has to wait for it. */
  #changes: Change[] = []

  constructor(names: readonly string[]) {
    this.#documents = names.map(async (name) => {
      const response = await fetch(`/documents/${name}.json`)
      return (await response.json()) as BenchDocument
    })
  }

  /** The spans with all changes that were acknowledged. */
  get spans(): readonly Span[] {
    for (const change of this.#changes.splice(0)) {
      const { annotator } = this.#document.set
      const context = { text: this.#text, labels: this.#labels, annotator }
      const applied = applyChange(this.#document, change, context)
      if (!applied.ok) throw new Error(`The product made a change that ${applied.error.message}`)
      this.#document = applied.value
    }
    return this.#document.set.spans
  }

  async call<N extends CallName>(
    name: N,
    args: CallArguments<N>,
  ): Promise<CallResult<CallReply<N>>> {
    const answer: Answers[N] = this.#answers[name]
    if (answer === undefined) {
      return fail({ code: 'unsupported', message: `The bench does not answer ${name}` })
    }
    return answer(args)
  }

  subscribe(): () => void {
    return () => {}
  }

  readonly #answers: Answers = {
    'workbench.state': () =>
      ok({
        annotator: ANNOTATOR,
        project: {
          name: 'Bench',
          path: PROJECT,
          labels: [...DEFAULT_LABEL_SET],
          annotators: [ANNOTATOR],
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
        writable: true,
        host: {
          kind: 'electron',
          version: '0',
          platform: 'linux',
          nativeDialogs: true,
          blockedRequests: 0,
        },
      }),
    'articles.list': async () => {
      const documents = await Promise.all(this.#documents)
      return ok(
        documents.map(({ id, spans }) => ({
          id,
          title: `Document ${id}`,
          outlet: null,
          published: null,
          status: 'in-progress' as const,
          spans: spans.length,
        })),
      )
    },
    'articles.open': async ({ id }) => {
      const [small, measured] = await Promise.all(this.#documents)
      const opened = id === small?.id ? small : measured
      if (opened === undefined) return fail({ code: 'not-found', message: `No document ${id}` })
      this.#take(opened)
      const meta = { ...META, title: `Document ${id}` }
      const { text } = opened
      const reply = ok({
        id,
        text,
        meta,
        encoding: 'UTF-8',
        detectedLanguage: null,
        document: this.#document,
      })
      if (opened === measured) this.opened = timeOpening(text)
      return reply
    },
    'annotations.apply': ({ baseRevision, changes }) => {
      this.#changes.push(...(changes as readonly Change[]))
      return ok({ revision: baseRevision + changes.length })
    },
    'settings.remember': () => ok(null),
  }

  #take({ id, text, spans }: BenchDocument): void {
    this.#text = text
    this.#changes = []
    const full = spans.map((span): Span => {
      const created = { by: ANNOTATOR.id, at: AT, via: 'keyboard' }
      return { ...span, attributes: {}, note: null, created }
    })
    this.#document = newDocument({
      article: id,
      annotator: ANNOTATOR.id,
      status: 'in-progress',
      spans: full.toSorted(compareSpans),
    })
  }
}

/** From now, with the reply in memory, to the frame with the first words and the first spans. */
async function timeOpening(text: string): Promise<number> {
  const begun = performance.now()
  const head = text.slice(0, 16)
  const isOpen = (): boolean => {
    const reader = document.querySelector(TEXT)
    return window.benchProbe.beginsWith(reader, head) && hasSpans(reader)
  }
  return ((await window.benchProbe.paintedWhen(isOpen, true)) ?? Infinity) - begun
}

/** Whichever way the reader draws them, as elements or as highlights. */
function hasSpans(reader: Element | null): boolean {
  if (reader?.querySelector('mark, [data-span]')) return true
  return [...CSS.highlights.values()].some(({ size }) => size > 0)
}

declare global {
  interface Window {
    benchProduct?: ProductBridge
  }
}

const names = new URLSearchParams(location.search).getAll('document')
window.benchProduct = new ProductBridge(names)
Object.defineProperty(window, 'rubricator', { value: window.benchProduct })
