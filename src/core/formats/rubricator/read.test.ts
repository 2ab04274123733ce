import { describe, expect, it } from 'vitest'
import { articleWith, errorOf, spanOn, valueOf } from '../../../../tests/support/builders.ts'
import { sha256 } from '../../../main/store/sha256.ts'
import { readLines } from './read.ts'
import type { RubricatorRecord } from './record.ts'
import { recordsOf, writeLine } from './write.ts'

const article = articleWith('👍 Two killed, says the ministry')
const span = spanOn(article.text, 'Two killed', { id: 'two' })
const [good] = recordsOf(article, [
  { article: article.id, annotator: 'ann', status: 'in-progress', spans: [span] },
]) as [RubricatorRecord]
const [storedSpan] = good.spans as [RubricatorRecord['spans'][number]]
const [unmarked] = recordsOf(articleWith('Another text'), []) as [RubricatorRecord]

const read = (content: string): ReturnType<typeof readLines> => readLines(content, sha256)
const without = (key: keyof RubricatorRecord): object =>
  Object.fromEntries(Object.entries(good).filter(([name]) => name !== key))

describe('readLines', () => {
  it('reads sets with offsets in UTF-16, and articles without a set', () => {
    const records = valueOf(read(writeLine(good) + writeLine(unmarked)))
    expect(records.map(({ line, record, set }) => [line, record.annotator, set])).toEqual([
      [1, 'ann', { article: article.id, annotator: 'ann', status: 'in-progress', spans: [span] }],
      [2, null, null],
    ])
  })

  it('reads lines from before articles had a language and a direction', () => {
    const { title, outlet, published, source } = good.meta
    const old = { ...good, meta: { title, outlet, published, source } }
    const [first] = valueOf(read(JSON.stringify(old)))
    expect(first?.record.meta).toEqual({ ...good.meta, language: null, direction: null })
    expect(writeLine(first?.record ?? unmarked)).toBe(writeLine(good))
  })

  it.each([
    ['CRLF', `${JSON.stringify(good)}\r\n${JSON.stringify(unmarked)}\r\n`, [1, 2]],
    ['blank lines', `\n  \n${writeLine(good)}\r\n\n${writeLine(unmarked)}\n\n`, [3, 6]],
    ['no line end at its end', `${writeLine(good)}${JSON.stringify(unmarked)}`, [1, 2]],
  ])('reads a file with %s', (_what, content, lines) => {
    expect(valueOf(read(content)).map(({ line }) => line)).toEqual(lines)
  })

  it('does not end a line at U+0085, U+2028 or U+2029', () => {
    const messy = articleWith('a\u0085b\u2028c\u2029d')
    const raw = recordsOf(messy, []).map((record) => JSON.stringify(record))
    expect(valueOf(read(raw.join('\n')))[0]?.record.text).toBe(messy.text)
  })

  it.each<[string, object | string | number, string]>([
    ['is cut off', JSON.stringify(good).slice(0, 40), 'this is not JSON: '],
    ['is a number', 1, 'Expected Object but received 1'],
    ['is of a later format', { ...good, format: 'rubricator/2' }, 'field "format": '],
    ['lacks its text', without('text'), 'field "text": it is missing'],
    ['lacks its annotator', without('annotator'), 'field "annotator": it is missing'],
    ['has a field too many', { ...good, score: 1 }, 'field "score": it is unknown to this version'],
    ['has no text', { ...good, text: '' }, 'field "text": '],
    ['has a changed text', { ...good, text: `${good.text} ` }, 'field "text_sha256": it is not'],
    ['has half a character', { ...good, text: 'a\uD83D' }, 'field "text": it holds half of a'],
    [
      'has a hash of nothing',
      { ...good, text_sha256: 'abc' },
      'field "text_sha256": a SHA-256 has',
    ],
    ['counts otherwise', { ...good, offset_unit: 'byte' }, 'field "offset_unit": '],
    [
      'has a title with white space at its end',
      { ...good, meta: { ...good.meta, title: 'A title ' } },
      'field "meta.title": it has white space at its beginning or end',
    ],
    [
      'has a label with white space at its beginning',
      { ...good, spans: [{ ...storedSpan, label: ' actor' }] },
      'field "spans.0.label": it has white space at its beginning or end',
    ],
    ['has an id with a path', { ...good, id: '../x' }, 'field "id": "../x" is not an id'],
    [
      'has a date in words',
      { ...good, meta: { ...good.meta, published: 'May' } },
      'field "meta.published": a publication date reads like',
    ],
    [
      'has a language in words',
      { ...good, meta: { ...good.meta, language: 'Arabic' } },
      'field "meta.language": "Arabic" is not a language tag such as en, ar-EG or zh-Hant',
    ],
    [
      'has a language in another spelling',
      { ...good, meta: { ...good.meta, language: 'AR-eg' } },
      'field "meta.language": the language tag "AR-eg" is written ar-EG',
    ],
    [
      'has a direction that is none',
      { ...good, meta: { ...good.meta, direction: 'auto' } },
      'field "meta.direction": a direction is "ltr", "rtl" or null',
    ],
    ['has an empty title', { ...good, meta: { ...good.meta, title: ' ' } }, 'field "meta.title": '],
    ['has an unknown status', { ...good, status: 'finished' }, 'field "status": '],
    [
      'has relations',
      { ...good, relations: [{ from: 'two' }] },
      'field "relations.0": relations are not read by this version; nothing was imported',
    ],
    [
      'has a value that is none',
      { ...good, spans: [{ ...storedSpan, attributes: { sure: [1] } }] },
      'field "spans.0.attributes.sure": a value is a text of 1 to 500 characters, a number, true or false',
    ],
    [
      'has a span that is off',
      { ...good, spans: [{ ...storedSpan, start: 3 }] },
      'field "spans": span two: code points 3 to 12 read "wo killed", not "Two killed"',
    ],
    [
      'has a span twice',
      { ...good, spans: [storedSpan, storedSpan] },
      'field "spans": span two is there twice',
    ],
    [
      'has spans of nobody',
      { ...good, annotator: null },
      'a line without an annotator holds spans',
    ],
    [
      'is done by nobody',
      { ...good, annotator: null, spans: [] },
      'a line without an annotator has the status',
    ],
  ])('refuses a line that %s, by its number', (_what, line, message) => {
    const json = typeof line === 'string' ? line : JSON.stringify(line)
    const error = errorOf(read(`${writeLine(unmarked)}\r\n${json}\n${writeLine(good)}`))
    expect(error).toEqual({ line: 3, message: expect.stringContaining(message) })
  })

  it('refuses a second line of one article and annotator', () => {
    expect(errorOf(read(`${writeLine(good)}\n${writeLine(good)}`))).toEqual({
      line: 3,
      message: 'the same article and annotator stand on line 1',
    })
  })

  it.each(['', '\r\n \n'])('refuses a file without lines: %j', (content) => {
    expect(errorOf(read(content)).message).toBe('the file holds no line to import')
  })
})
