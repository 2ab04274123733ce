import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, LanguageSchema } from './languages.ts'

describe('LanguageSchema', () => {
  it.each(['en', 'ar', 'ar-EG', 'zh-Hant', 'pt-BR', 'sr-Latn', 'es-419', 'ckb', 'und', 'de-1996'])(
    'takes %s',
    (tag) => expect(v.parse(LanguageSchema, tag)).toBe(tag),
  )

  it.each([
    ['EN', 'is written en'],
    ['pt-br', 'is written pt-BR'],
    ['zh-hant', 'is written zh-Hant'],
    ['iw', 'is written he'],
    ['arb', 'is written ar'],
    ['English', '"English" is not a language tag such as en, ar-EG or zh-Hant'],
    ['en_US', 'is not a language tag'],
    ['', 'is not a language tag'],
    [' en', 'is not a language tag'],
    ['e', 'is not a language tag'],
    [`en-${'abcdefgh-'.repeat(4)}x`, 'is not a language tag'],
  ])('refuses %j and says why', (tag, reason) => {
    expect(v.safeParse(LanguageSchema, tag).issues?.[0].message).toContain(reason)
  })
})

describe('LANGUAGES', () => {
  it('are tags, each once, and all but none of them have a name', () => {
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
    expect(LANGUAGES.filter((tag) => !v.is(LanguageSchema, tag))).toEqual([])
    expect(new Set(LANGUAGES).size).toBe(LANGUAGES.length)
    expect(LANGUAGES.filter((tag) => names.of(tag) === undefined)).toEqual([])
  })
})
