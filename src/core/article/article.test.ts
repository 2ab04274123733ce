import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { articleWith, errorOf, valueOf } from '../../../tests/support/builders.ts'
import {
  ArticleSchema,
  articleIdFor,
  MetadataSchema,
  PublishedSchema,
  readMetadata,
} from './article.ts'

describe('PublishedSchema', () => {
  it.each([
    '2020-02-28',
    '2020-02-29',
    '2000-02-29',
    '2020-12-31T23:59',
    '2020-02-28T07:03:00',
    '2020-02-28T07:03Z',
    '2020-02-28T07:03:00.123+08:00',
    '2020-02-28T07:03-03:30',
    '2020-02-28T07:03+14:00',
  ])('takes %s', (published) => {
    expect(v.is(PublishedSchema, published)).toBe(true)
  })

  it.each<[string, readonly string[]]>([
    ['29 February', ['2021-02-29', '1900-02-29']],
    ['days that no month has', ['2020-02-30', '2020-04-31', '2020-01-00']],
    ['months that no year has', ['2020-13-01', '2020-00-10']],
    ['dates in another form', ['2020-2-8', '20-02-28', '20200228', '2020-02', '28 Feb 2020', '']],
    ['white space', [' 2020-02-28', '2020-02-28\n', '2020-02-28 07:03']],
    ['times that no day has', ['2020-02-28T24:00', '2020-02-28T07:60', '2020-02-28T07:03:60']],
    ['half a time', ['2020-02-28T07', '2020-02-28T', '2020-02-28T07:03:00.']],
    ['other zones', ['2020-02-28Z', '2020-02-28T07:03+15:00', '2020-02-28T07:03+0800']],
  ])('refuses %s', (_what, all) => {
    expect(all.filter((published) => v.is(PublishedSchema, published))).toEqual([])
  })
})

describe('readMetadata', () => {
  it('reads what a person typed, and takes an empty field for not known', () => {
    const typed = {
      title: ' Two\n killed ',
      outlet: ' ',
      published: '',
      language: '',
      direction: '',
    }
    const unknown = { outlet: null, published: null, language: null, direction: null }
    const read = { title: 'Two killed', ...unknown }
    expect(valueOf(readMetadata(typed))).toEqual(read)
    expect(valueOf(readMetadata({ ...read, outlet: ' BBC ' })).outlet).toBe('BBC')
    const stated = { ...read, language: 'ar', direction: 'rtl' }
    expect(valueOf(readMetadata(stated))).toEqual(stated)
  })

  it.each([
    ['title', { title: ' ' }, 'an article needs a title'],
    ['title', { title: 'x'.repeat(501) }, 'Invalid length'],
    ['outlet', { outlet: 'x'.repeat(201) }, 'Invalid length'],
    ['published', { published: 'yesterday' }, 'a publication date reads like 2020-02-28'],
    ['language', { language: 'Arabic' }, '"Arabic" is not a language tag'],
    ['direction', { direction: 'up' }, 'a direction is "ltr", "rtl" or null'],
  ])('says that the %s is to be put right in %j', (field, change, message) => {
    const unknown = { outlet: null, published: null, language: null, direction: null }
    const typed = { title: 'A title', ...unknown, ...change }
    const problem = errorOf(readMetadata(typed))
    expect(problem).toEqual({ field, message: expect.stringContaining(message) })
  })
})

describe('MetadataSchema', () => {
  const meta = articleWith('text').meta

  it.each([
    { title: '' },
    { title: ' ' },
    { title: ' A title' },
    { title: 'A title\u00A0' },
    { outlet: '' },
    { outlet: '\tReuters' },
    { published: '' },
    { source: '' },
    { language: '' },
    { language: 'EN' },
    { language: undefined },
    { direction: '' },
    { direction: 'auto' },
    { direction: undefined },
    { author: 'x' },
  ])('refuses %j', (change) => {
    expect(v.is(MetadataSchema, { ...meta, ...change })).toBe(false)
  })
})

describe('ArticleSchema', () => {
  const article = articleWith('text')

  it('reads articles from before they had a language and a direction', () => {
    const { title, outlet, published, source } = article.meta
    const old = { ...article, meta: { title, outlet, published, source } }
    const read = v.parse(ArticleSchema, old)
    expect(read).toEqual(article)
    expect(JSON.stringify(read)).toBe(JSON.stringify(v.parse(ArticleSchema, article)))
  })

  it('takes an article under the beginning of its hash', () => {
    expect(v.parse(ArticleSchema, article)).toEqual(article)
    expect(article.id).toBe(articleIdFor(article.text_sha256))
    expect(article.id).toHaveLength(16)
  })

  it.each([
    { text: '' },
    { id: 'nul' },
    { text_sha256: 'abc' },
    { format: 'rubricator-article/2' },
  ])('refuses %j', (change) => {
    expect(v.is(ArticleSchema, { ...article, ...change })).toBe(false)
  })
})
