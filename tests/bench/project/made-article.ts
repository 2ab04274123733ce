import { emptySet, type Status } from '../../../src/core/annotation/annotation-set.ts'
import type { Edit } from '../../../src/core/annotation/edit.ts'
import {
  applyChange,
  newDocument,
  type AnnotationDocument,
} from '../../../src/core/annotation/history.ts'
import { DEFAULT_LABEL_SET } from '../../../src/core/annotation/label-set.ts'
import { articleIdFor, type Article, type Metadata } from '../../../src/core/article/article.ts'
import type { Annotator } from '../../../src/core/project/project.ts'
import { sha256 } from '../../../src/main/store/sha256.ts'
import { annotatorNamed } from '../../../src/main/workbench/annotator.ts'
import { Random } from '../reader/documents/random.ts'
import { ARABIC } from './news/arabic.ts'
import { ENGLISH } from './news/english.ts'
import { readGrammar } from './news/grammar.ts'
import { writeNews, type Mark, type News } from './news/news-writer.ts'

/** What a made project is like; the same for the same options on every machine. */
export interface MadeOptions {
  readonly articles: number
  readonly seed: number
  /** 1 or 2. */
  readonly annotators: number
  /** In each set. */
  readonly spans: number
}

/** An article with the sets on it, each with the history of how it came to be. */
export interface MadeArticle {
  readonly article: Article
  readonly documents: readonly AnnotationDocument[]
}

const ANNOTATORS = ['Miriam Keller', 'Tarik Aydin'].map((name) => annotatorNamed(name))

const LENGTH = 4000
const GRAMMARS = { en: readGrammar(ENGLISH), ar: readGrammar(ARABIC) }
/** Shares of all articles. */
const IN_ARABIC = 0.05
const WITH_SIGNS = 0.1
const WITHOUT_DATE = 0.03
const WITH_TIME = 0.3
const WITHOUT_OUTLET = 0.02
/** The share of spans with a note. */
const NOTED = 0.06

const SIGNS = ['😀', '🙏🏽', '🇹🇷', '👩‍👩‍👧', '⚠️']
const NOTES = ['of which kind?', 'see the paragraph before', 'translated, check', '🤔 two figures']
const OUTLETS = [
  'Harbour Wire',
  'The Adravan Post',
  'Belmora Today',
  'Cirkesh Courier',
  'Plain Observer',
  'Radio Darel',
  'The Lantern',
  'Northern Dispatch',
  'Irmak Gazette',
  'صوت السهل',
  'Kıyı Haber',
]

const IMPORTED = '2026-03-01T10:00:00.000Z'
const FIRST_YEAR = 2012
const YEARS = 13
/** In milliseconds. */
const DAY = 86_400_000
const BETWEEN_CHANGES = 4000

/** More places than spans, so that two annotators mark most and not all of the same. */
const PLACES_FOR_A_SPAN = 1.2

/** Those who mark in a made project. */
export function annotatorsOf({ annotators }: MadeOptions): readonly Annotator[] {
  return ANNOTATORS.slice(0, annotators)
}

/** Makes one article of a project. @param index - Its place in the project, 0 first. */
export function makeArticle(options: MadeOptions, index: number): MadeArticle {
  const random = new Random(Math.imul(options.seed, 0x9e3779b1) + index)
  const language = random.next() < IN_ARABIC ? 'ar' : 'en'
  const places = Math.ceil(options.spans * PLACES_FOR_A_SPAN)
  const news = writeNews(GRAMMARS[language], random, {
    length: LENGTH,
    marks: places,
    signs: random.next() < WITH_SIGNS ? SIGNS : [],
  })
  const article = articleOf(news, metadataOf(news, { language, index, random }))
  const marks = random.shuffled(news.marks).slice(0, places)
  return {
    article,
    documents: annotatorsOf(options).map((annotator) =>
      documentOf(article, annotator, random.shuffled(marks).slice(0, options.spans), random),
    ),
  }
}

function articleOf({ text }: News, meta: Metadata): Article {
  const hash = sha256(text)
  return {
    format: 'rubricator-article/1',
    id: articleIdFor(hash),
    text,
    text_sha256: hash,
    meta,
    imported: { at: IMPORTED, encoding: 'UTF-8' },
  }
}

function metadataOf(
  { title }: News,
  { language, index, random }: { language: string; index: number; random: Random },
): Metadata {
  const published = new Date(
    Date.UTC(FIRST_YEAR, 0, 1) + Math.floor(random.next() * YEARS * 365) * DAY,
  )
  const minutes = random.next() < WITH_TIME ? 'T07:45' : ''
  const number = String(index + 1).padStart(7, '0')
  return {
    title,
    outlet: random.next() < WITHOUT_OUTLET ? null : random.pick(OUTLETS),
    published:
      random.next() < WITHOUT_DATE ? null : `${published.toISOString().slice(0, 10)}${minutes}`,
    language,
    direction: null,
    // By it articles of one import are sorted.
    source: `${number.slice(0, 4)}/${number}.txt`,
  }
}

const LABELS = new Set(DEFAULT_LABEL_SET.map(({ name }) => name))

/** Marks an article as a person would: one change after the other, each with its step of history. */
function documentOf(
  article: Article,
  annotator: Annotator,
  marks: readonly Mark[],
  random: Random,
): AnnotationDocument {
  const begun = Date.parse(IMPORTED) + random.between(1, 90) * DAY
  const context = { text: article.text, labels: LABELS, annotator: annotator.id }
  let document = newDocument(emptySet(article.id, annotator.id))
  const change = (edit: (at: string) => Edit): void => {
    const at = new Date(begun + document.revision * BETWEEN_CHANGES).toISOString()
    const applied = applyChange(document, { type: 'do', edit: edit(at), at }, context)
    if (!applied.ok) throw new TypeError(`It does not fit: ${applied.error.message}`)
    document = applied.value
  }
  change(() => ({ type: 'status', status: 'in-progress' }))
  for (const [index, mark] of marks.toSorted((a, b) => a.start - b.start).entries()) {
    const id = `${annotator.id.slice(0, 1)}${index + 1}`
    const via = random.next() < 0.5 ? 'mouse' : 'keyboard'
    change((at) => ({
      type: 'add',
      span: { id, ...mark, attributes: {}, note: null, created: { by: annotator.id, at, via } },
    }))
    if (random.next() < NOTED) change(() => ({ type: 'note', id, note: random.pick(NOTES) }))
  }
  const status = statusBy(random)
  if (status !== 'in-progress') change(() => ({ type: 'status', status }))
  return document
}

function statusBy(random: Random): Status {
  const chance = random.next()
  if (chance < 0.6) return 'done'
  return chance < 0.9 ? 'in-progress' : 'not-started'
}
