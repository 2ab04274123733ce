import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metadata, textWithSpans } from '../../../../tests/support/arbitraries.ts'
import { articleWith, spanOn, valueOf } from '../../../../tests/support/builders.ts'
import { sha256 } from '../../../main/store/sha256.ts'
import { STATUSES, type AnnotationSet } from '../../annotation/annotation-set.ts'
import type { Span } from '../../annotation/span.ts'
import type { Article } from '../../article/article.ts'
import { readLines } from './read.ts'
import { escapeLineTerminators, recordsOf, writeLine } from './write.ts'

const article = articleWith('👍 Two killed, says the ministry')
const setOf = (annotator: string, ...spans: Span[]): AnnotationSet => ({
  article: article.id,
  annotator,
  status: 'done',
  spans,
})
const linesOf = (from: Article, sets: readonly AnnotationSet[]): string =>
  recordsOf(from, sets).map(writeLine).join('')

describe('recordsOf', () => {
  it('writes the keys in the documented order', () => {
    const span = spanOn(article.text, 'Two killed')
    const [record] = recordsOf(article, [setOf('ann', span)])
    expect(Object.keys(record ?? {}).join()).toBe(
      'format,id,text,text_sha256,offset_unit,meta,annotator,status,spans,relations',
    )
    expect(Object.keys(record?.meta ?? {}).join()).toBe(
      'title,outlet,published,language,direction,source',
    )
    expect(Object.keys(record?.spans[0] ?? {}).join()).toBe(
      'id,label,start,end,text,attributes,note,created',
    )
    expect(Object.keys(record?.spans[0]?.created ?? {}).join()).toBe('by,at,via')
  })

  it('puts annotators and spans in order', () => {
    const inner = spanOn(article.text, 'Two', { id: 'inner' })
    const outer = spanOn(article.text, 'Two killed', { id: 'outer' })
    const twin = { ...outer, id: 'twin', label: 'claim' }
    const records = recordsOf(article, [setOf('zoe', twin, inner, outer), setOf('ann')])
    expect(records.map(({ annotator }) => annotator)).toEqual(['ann', 'zoe'])
    expect(records[1]?.spans.map(({ id }) => id)).toEqual(['outer', 'twin', 'inner'])
  })

  it('writes an article without a set as one line without an annotator', () => {
    expect(recordsOf(article, [])).toMatchObject([
      { annotator: null, status: 'not-started', spans: [], relations: [] },
    ])
  })
})

describe('writeLine', () => {
  it('is one line for every reader, and still the same JSON', () => {
    const terminators = 'a\u0085b\u2028c\u2029d\r\ne\u000B\u000C\u001C\u001D\u001Ef'
    const line = linesOf(articleWith(terminators), [])
    expect(line).toContain(String.raw`a\u0085b\u2028c\u2029d\r\ne`)
    // Everything at which Python's str.splitlines breaks a line, but for the one at its end.
    const breaks = [...'\n\r\v\f\u001C\u001D\u001E\u0085\u2028\u2029']
    expect(breaks.filter((character) => line.slice(0, -1).includes(character))).toEqual([])
    expect(line.endsWith('}\n')).toBe(true)
    expect(JSON.parse(line)).toMatchObject({ text: terminators })
    expect(escapeLineTerminators('"é👍"')).toBe('"é👍"')
  })

  it('gives the same bytes after being read back', () => {
    fc.assert(
      fc.property(
        textWithSpans,
        textWithSpans,
        metadata,
        fc.constantFrom(...STATUSES),
        ({ text, spans }, other, meta, status) => {
          const from: Article = { ...articleWith(text), meta }
          const half = spans.filter((_span, index) => index % 2 === 0)
          const sets = [
            { article: from.id, annotator: 'bob', status, spans },
            { article: from.id, annotator: 'ann', status, spans: half },
          ]
          const untouched = { ...articleWith(`${text}${other.text}…`), meta }
          const written = linesOf(from, sets) + linesOf(untouched, [])
          const read = valueOf(readLines(written, sha256))
          expect(read.map(({ set }) => set)).toEqual([sets[1], sets[0], null])
          const again = [from, untouched].map((source) => {
            const own = read.filter(({ record }) => record.id === source.id)
            const [first] = own
            if (first === undefined) throw new Error('An article is lost')
            const { id, text: same, text_sha256, meta: described } = first.record
            const taken: Article = { ...source, id, text: same, text_sha256, meta: described }
            return linesOf(
              taken,
              own.flatMap(({ set }) => set ?? []),
            )
          })
          expect(again.join('')).toBe(written)
        },
      ),
    )
  })
})
