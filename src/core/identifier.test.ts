import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { messyText } from '../../tests/support/messy-text.ts'
import { identifierFor, IdentifierSchema } from './identifier.ts'

describe('IdentifierSchema', () => {
  it.each(['a', '7', 'ann-lee', '0123456789abcdef', 'console', 'com10', 'a'.repeat(64)])(
    'takes %s',
    (id) => {
      expect(v.is(IdentifierSchema, id)).toBe(true)
    },
  )

  const unfit = ['', '-a', 'a-', 'a.b', 'a/b', '..', 'a b', 'Ann', 'ä', 'a\n', 'a'.repeat(65)]
  const reserved = ['con', 'prn', 'aux', 'nul', 'com1', 'lpt9']

  it.each([...unfit, ...reserved])('refuses %j with a sentence', (id) => {
    const message = v.safeParse(IdentifierSchema, id).issues?.[0].message
    expect(message).toContain('is not an id: use 1 to 64 of a-z, 0-9 and inner hyphens')
  })
})

describe('identifierFor', () => {
  it.each<[string, string | null]>([
    ['Ann Lee', 'ann-lee'],
    ["  Zoë O'Neill-Müller (2)  ", 'zoe-o-neill-muller-2'],
    ['Işıl İnönü', 'isil-inonu'],
    ['Nguyễn Văn', 'nguyen-van'],
    ['ﬁve Ⅷ', 'five-viii'],
    ['Con', null],
    ['Con 1', 'con-1'],
    ['LPT1', null],
    ['Анна', null],
    ['李 Lee', 'lee'],
    ['👍🏽', null],
    ['---', null],
    ['', null],
    ['a'.repeat(100), 'a'.repeat(60)],
    [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
  ])('makes of %j %j', (name, id) => {
    expect(identifierFor(name)).toBe(id)
  })

  it('gives an identifier or null, whatever the name', () => {
    fc.assert(
      fc.property(messyText, (name) => {
        const id = identifierFor(name)
        expect(id === null || v.is(IdentifierSchema, id)).toBe(true)
        if (id !== null) expect(identifierFor(id)).toBe(id)
      }),
    )
  })
})
