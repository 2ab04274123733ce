import { describe, expect, it } from 'vitest'
import { errorOf, NOW, valueOf } from '../../../../tests/support/builders.ts'
import { DEFAULT_LABEL_SET } from '../../annotation/label-set.ts'
import {
  isPackStart,
  readHeader,
  readLine,
  startOfLine,
  writeLine,
  type PackHeader,
  type PackLine,
} from './pack-line.ts'

const HASH = 'ab'.repeat(32)
const header: PackHeader = {
  format: 'rubricator-pack/1',
  offset_unit: 'codepoint',
  project: 'Idlib 2020',
  made: NOW,
  by: { id: 'ann', name: 'Ann' },
  labels_sha256: HASH,
  labels: [...DEFAULT_LABEL_SET],
  annotators: [{ id: 'ann', name: 'Ann' }],
  articles: 1,
  sets: 0,
  reviews: 0,
}
const article: PackLine = {
  kind: 'article',
  text_sha256: HASH,
  id: 'a1',
  meta: {
    title: 'A title',
    outlet: null,
    published: null,
    language: null,
    direction: null,
    source: null,
  },
  text: 'one\u2028two',
}

describe('lines of a pack', () => {
  it('are read as they were written, each on one line', () => {
    expect(valueOf(readHeader(writeLine(header)))).toEqual(header)
    expect(
      writeLine(article)
        .trimEnd()
        .split(/[\n\u2028]/),
    ).toHaveLength(1)
    expect(valueOf(readLine(writeLine(article)))).toEqual(article)
  })

  it('can be told apart by how they begin', () => {
    expect(isPackStart(writeLine(header))).toBe(true)
    expect(isPackStart(`\uFEFF{ "format" : "rubricator-pack/2"`)).toBe(true)
    expect(isPackStart('{"format":"rubricator/1"')).toBe(false)
    expect(startOfLine(writeLine(article))).toEqual({ kind: 'article', sha256: HASH })
    expect(startOfLine(writeLine(header))).toBeNull()
  })

  it.each([
    ['another format', '{"format":"rubricator/1"}', 'field "format"'],
    ['a newer one', '{"format":"rubricator-pack/2"}', 'update the program'],
    ['something else', '[1', 'this is not JSON'],
    ['null', 'null', 'Expected Object'],
    ['an unknown key', JSON.stringify({ ...header, more: 1 }), 'field "more": it is unknown'],
  ])('refuses %s as a header', (_what, json, reason) => {
    expect(errorOf(readHeader(json))).toContain(reason)
  })

  it.each([
    ['an unknown kind', { ...article, kind: 'verdict' }, 'field "kind"'],
    ['an empty text', { ...article, text: '' }, 'field "text"'],
    ['a hash of another form', { ...article, text_sha256: 'AB' }, 'field "text_sha256"'],
    ['a set that is no file', { kind: 'set', text_sha256: HASH, annotator: 'ann', set: {} }, 'set'],
  ])('refuses %s', (_what, line, reason) => {
    expect(errorOf(readLine(JSON.stringify(line)))).toContain(reason)
  })
})
