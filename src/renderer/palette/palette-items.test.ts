import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../contract/commands.ts'
import { DEFAULT_LABEL_SET } from '../../core/annotation/label-set.ts'
import { search, sectionsOf, type Found, type Offer } from './palette-items.ts'

const OFFER: Offer = {
  labels: DEFAULT_LABEL_SET,
  articles: [
    {
      id: 'a1',
      title: 'Larger toll than feared',
      outlet: null,
      published: null,
      status: 'done',
      spans: 3,
    },
  ],
  recent: [],
  isAvailable: () => true,
}

const titles = (found: readonly Found[]): readonly string[] => found.map(({ item }) => item.title)
const best = (query: string, offer: Partial<Offer> = {}): string | undefined =>
  titles(search(query, { ...OFFER, ...offer }))[0]

describe('search', () => {
  it.each([
    ['undo', 'Undo'],
    ['next art', 'Next article'],
    ['article next', 'Next article'],
    ['mcl', 'Mark as claim'],
    ['casualty', 'Mark as casualty figure'],
    ['del span', 'Delete the span'],
    ['toll', 'Larger toll than feared'],
    ['larger te', 'Larger text'],
    ['shortcut', 'All keys'],
    ['preferences', 'Reading settings…'],
    ['view smaller', 'Smaller text'],
  ])('finds by %j first %j', (query, title) => {
    expect(best(query)).toBe(title)
  })

  it('tells the letters that were found', () => {
    const [first] = search('undo', OFFER)
    expect(first?.matched).toEqual([0, 1, 2, 3])
    const [other] = search('shortcuts', OFFER)
    expect(other?.matched).toEqual([])
  })

  it('finds nothing where nothing fits', () => {
    expect(search('xqzw', OFFER)).toEqual([])
  })

  it('puts what was used lately before its like, and what cannot be done after it', () => {
    expect(best('export')).toBe('Export JSONL…')
    expect(best('export', { recent: ['keys.export'] })).toBe('Export keys…')
    const found = titles(
      search('mark as', {
        ...OFFER,
        isAvailable: (item) => item.type !== 'label' || item.label.name !== 'date',
      }),
    )
    expect(found.slice(0, 4)).toEqual([
      'Mark as claim',
      'Mark as actor',
      'Mark as casualty figure',
      'Mark as date',
    ])
  })

  it('leaves what fits alike in its order', () => {
    expect(titles(search('mark', OFFER)).slice(0, 4)).toEqual([
      'Mark as claim',
      'Mark as actor',
      'Mark as date',
      'Mark as casualty figure',
    ])
  })

  it('does not offer to open itself', () => {
    expect(titles(search('palette', OFFER))).not.toContain('Command palette…')
  })
})

describe('sectionsOf', () => {
  it('holds every command and label, and those used lately first', () => {
    const sections = sectionsOf(DEFAULT_LABEL_SET, ['view.focus', 'help.keys'])
    const [recent, labels, ...groups] = sections
    expect(titles(recent?.found ?? [])).toEqual(['Focus on the paragraph', 'All keys'])
    expect(titles(labels?.found ?? [])).toContain('Mark as claim')
    expect(groups.flatMap(({ found }) => found)).toHaveLength(COMMANDS.length - 1)
  })

  it('leaves out what is empty', () => {
    expect(sectionsOf([], []).map(({ name }) => name)).toEqual([
      'Project',
      'Articles',
      'Text',
      'Spans',
      'Review',
      'View',
      'Program',
    ])
  })
})
