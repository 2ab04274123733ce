import { describe, expect, it } from 'vitest'
import { articleWith, errorOf, NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { emptySet } from '../../core/annotation/annotation-set.ts'
import { CheckedParts } from '../../core/annotation/stored-document.ts'
import { applyChange, newDocument, type AnnotationDocument } from '../../core/annotation/history.ts'
import { createOffsetMap } from '../../core/text/offsets.ts'
import { encodeFile, readKind } from './file-kind.ts'
import { setKind } from './project-kinds.ts'

const {
  id: article,
  text,
  text_sha256,
} = articleWith('😀 «سلام» said the envoy. At least 34 soldiers died.')
const LABELS = new Set(['actor'])

function kindKnowing(labels: ReadonlySet<string> = LABELS) {
  const ground = { article, sha256: text_sha256, text, offsets: createOffsetMap(text) }
  return setKind({ ...ground, labels: () => labels }, 'ann', new CheckedParts())
}

function withSpan(document: AnnotationDocument, quote: string): AnnotationDocument {
  const id = `s${document.set.spans.length}`
  const edit = { type: 'add', span: spanOn(text, quote, { id, label: 'actor' }) } as const
  const context = { text, labels: LABELS, annotator: 'ann' }
  return valueOf(applyChange(document, { type: 'do', edit, at: NOW }, context))
}

describe('the file of a set that is written again and again', () => {
  it('holds what a fresh look at the document says', () => {
    const kind = kindKnowing()
    let document = newDocument(emptySet(article, 'ann'))
    for (const quote of ['the envoy', '34 soldiers', 'said', '😀']) {
      document = valueOf(readKind(kind, kind.encode(withSpan(document, quote))))
      const written = encodeFile(kind, document)
      expect(written).toBe(encodeFile(kindKnowing(), document))
      expect(valueOf(readKind(kindKnowing(), JSON.parse(written)))).toEqual(document)
    }
    expect(document.set.spans).toHaveLength(4)
  })

  it('refuses a part that breaks the format beside parts that were checked', () => {
    const kind = kindKnowing()
    const document = valueOf(
      readKind(kind, kind.encode(withSpan(newDocument(emptySet(article, 'ann')), 'said'))),
    )
    const [span] = document.set.spans
    const beside = (change: object): AnnotationDocument => {
      const spans = [...document.set.spans, { ...span, id: 'new', label: 'actor', ...change }]
      return { ...document, set: { ...document.set, spans } } as AnnotationDocument
    }
    const refusal = (change: object): string => errorOf(readKind(kind, kind.encode(beside(change))))
    expect(refusal({ note: 7 })).toContain('note')
    expect(refusal({ label: 'place', start: 0, end: 2 })).toContain('no label "place"')
    expect(refusal({})).toContain('marks the same text')
  })

  it('refuses checked spans whose label has gone since', () => {
    const labels = new Set(LABELS)
    const kind = kindKnowing(labels)
    const document = withSpan(newDocument(emptySet(article, 'ann')), 'said')
    const written = valueOf(readKind(kind, kind.encode(document)))
    labels.clear()
    expect(errorOf(readKind(kind, kind.encode(written)))).toContain('no label "actor"')
  })
})
