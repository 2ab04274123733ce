import { bench, describe } from 'vitest'
import { createFinder, DEFAULT_FIND_OPTIONS } from '../../src/core/text/find.ts'
import { newsOf } from './samples.ts'

/*
 * Finding in the longest article, beside the plainest way to do it: a regular expression made of the
 * escaped query, which knows neither accents nor clusters nor runs of white space.
 */

const text = newsOf(500_000)
const options = { time: 500, warmupTime: 100 }
const QUERY = 'could not verify'

function naive(query: string): number {
  return [...text.matchAll(new RegExp(query, 'giu'))].length
}

describe('the first search of 500,000 characters', () => {
  bench(
    'createFinder and find',
    () => {
      createFinder(text).find(QUERY)
    },
    options,
  )

  bench(
    'baseline: an expression',
    () => {
      naive(QUERY)
    },
    options,
  )

  bench(
    'baseline: the text decomposed and without marks, which loses the offsets',
    () => {
      text
        .normalize('NFD')
        .replaceAll(/\p{Mn}/gu, '')
        .toLowerCase()
        .indexOf(`${QUERY} nothing`)
    },
    options,
  )
})

describe('each search of 500,000 characters after that', () => {
  const finder = createFinder(text)
  finder.find(QUERY)

  bench(
    'find, a few thousand hits',
    () => {
      finder.find(QUERY)
    },
    options,
  )

  bench(
    'baseline: an expression, a few thousand hits',
    () => {
      naive(QUERY)
    },
    options,
  )

  bench(
    'find, a letter with tens of thousands of hits',
    () => {
      finder.find('e')
    },
    options,
  )

  bench(
    'baseline: an expression, the same letter',
    () => {
      naive('e')
    },
    options,
  )

  bench(
    'find, whole words',
    () => {
      finder.find(QUERY, { ...DEFAULT_FIND_OPTIONS, wholeWord: true })
    },
    options,
  )
})
