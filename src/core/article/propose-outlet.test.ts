import { describe, expect, it } from 'vitest'
import {
  looksLikeOutlet,
  outletOfDateline,
  outletOfMasthead,
  outletOfSourceLine,
} from './propose-outlet.ts'

describe('looksLikeOutlet', () => {
  it.each(['XQTV', 'Reuters', 'The Harbour Times', 'harbour-times.example', 'Anadolu'])(
    'takes %j for one',
    (line) => expect(looksLikeOutlet(line)).toBe(true),
  )

  it.each(['World', 'Talks end', 'Reuters / Anadolu Agency staff in the region of Times', 'A', ''])(
    'does not take %j for one',
    (line) => expect(looksLikeOutlet(line)).toBe(false),
  )
})

describe('the lines that name an outlet', () => {
  it.each([
    ['Source: harbour-times.example', 'harbour-times.example'],
    ['source : The Harbour Times', 'The Harbour Times'],
    ['Source: people who know the matter told us', undefined],
    ['The source: unknown', undefined],
  ])('source line %j', (line, expected) => expect(outletOfSourceLine(line)).toBe(expected))

  it.each([
    ['HARBOUR CITY, March 3 (Reuters) - The port', 'Reuters'],
    ['OSLO (AFP) — The port', 'AFP'],
    ['OSLO ( AFP ) — The port', 'AFP'],
    ['The port (built in 1920) - the oldest', undefined],
  ])('dateline %j', (line, expected) => expect(outletOfDateline(line)).toBe(expected))

  it.each([
    ['The Harbour Times', 'The Harbour Times'],
    ['Al-Marfa Daily all the news of the coast from Al-Marfa Daily Online', 'Al-Marfa Daily'],
    ['All the news of the coast', undefined],
  ])('masthead %j', (line, expected) => expect(outletOfMasthead(line)).toBe(expected))
})
