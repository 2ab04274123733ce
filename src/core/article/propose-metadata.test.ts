import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messyText } from '../../../tests/support/messy-text.ts'
import { proposeMetadata } from './propose-metadata.ts'

const body = 'The harbour stayed shut on May 2, 2031, officials said, and no ship left it that day.'

describe('proposeMetadata', () => {
  it.each<[string, readonly string[], string, string | null, string | null]>([
    ['a headline alone', ['Harbour shut again', '', body], 'Harbour shut again', null, null],
    [
      'a section, dates and an outlet around the headline',
      [
        'World',
        '2031.05.04 07:03 GMT+8',
        '',
        'Harbour  shut\u00A0again ',
        'Updated 2031.05.05 09:00 GMT+8',
        'XQTV',
        body,
      ],
      'Harbour shut again',
      'XQTV',
      '2031-05-04T07:03:00+08:00',
    ],
    [
      'a date below and a source at the end',
      ['Harbour shut again', '04 May, 2031', body, body, 'Source: harbour-times.example'],
      'Harbour shut again',
      'harbour-times.example',
      '2031-05-04',
    ],
    [
      'a slogan above a headline that comes twice, and a caption with a date',
      [
        'Al-Marfa Daily all the news of the coast from Al-Marfa Daily Online',
        'Harbour shut again',
        '',
        'Harbour shut again',
        'Sunday, 4 May, 2031 - 08:30',
        'A crane stands still in the old harbour on Saturday, May 3, 2031 (XQTV)',
        body,
      ],
      'Harbour shut again',
      'Al-Marfa Daily',
      '2031-05-04T08:30',
    ],
    [
      'a byline, and an update as the only date',
      ['By Ada Ode', 'Harbour shut again', 'Last updated: May 5, 2031', body],
      'Harbour shut again',
      null,
      '2031-05-05',
    ],
    [
      'a dateline',
      ['Harbour shut again', `OSLO, May 4, 2031 (Reuters) - ${body}`],
      'Harbour shut again',
      'Reuters',
      '2031-05-04',
    ],
    [
      'a dateline without a year',
      ['Harbour shut again', `OSLO, May 4 (Reuters) - ${body}`],
      'Harbour shut again',
      'Reuters',
      null,
    ],
    [
      'a photo credit',
      ['Harbour shut again', body, 'Reuters / Anadolu Agency', body],
      'Harbour shut again',
      null,
      null,
    ],
    ['furniture alone', ['World', '2031-05-04'], 'World', null, '2031-05-04'],
    ['nothing', ['', ' \u00A0'], 'Untitled', null, null],
  ])('copes with %s', (_case, lines, title, outlet, published) => {
    for (const terminator of ['\n', '\r\n']) {
      expect(proposeMetadata(lines.join(terminator))).toEqual({ title, outlet, published })
    }
  })

  it('shortens a paragraph to a title, at a space if there is one', () => {
    const { title } = proposeMetadata(`${body} ${body}`)
    expect(title.length).toBeLessThanOrEqual(80)
    expect(body.startsWith(`${title} `)).toBe(true)
    expect(proposeMetadata('港'.repeat(300)).title).toBe('港'.repeat(80))
    expect(proposeMetadata(`a${'😀'.repeat(300)}`).title).toBe(`a${'😀'.repeat(39)}`)
  })

  it.each([
    ['a name that never ends', `2020-02-28 by ${'a'.repeat(60)}${' b'.repeat(9)}`],
    ['a word of two readings', `2020-02-28 ${'at '.repeat(60)}zzzzz`],
    ['one line of ten megabytes', 'Line '.repeat(2_000_000)],
    ['capitals without end', 'LINE '.repeat(2_000_000)],
    ['two million lines', 'line\n'.repeat(2_000_000)],
  ])('is not held up by %s', (_case, text) => {
    // A pattern that tries every division of its text would take years, and be ended.
    expect(proposeMetadata(text)).toMatchObject({ outlet: null, published: null })
  })

  it('always gives a title of one line, without white space at its ends', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        const { title } = proposeMetadata(text)
        expect(title).toBe(title.trim())
        expect(title).not.toMatch(/[\r\n]/)
        expect(title.length).toBeGreaterThan(0)
        expect(title.length).toBeLessThanOrEqual(160)
      }),
    )
  })
})
