import { describe, expect, it } from 'vitest'
import { describeChanges, describeOutcome, foretell } from './backup-words.ts'

const backup = { name: '2026-11-22', made: '2026-11-22T09:14:00.000Z', files: 12 }

describe('describeChanges', () => {
  it.each([
    [{ changed: 0, gone: 0, newer: 0 }, '12 files, all as they are now'],
    [{ changed: 0, gone: 0, newer: 2 }, '12 files, all as they are now, 2 are new since'],
    [{ files: 0, changed: 0, gone: 0, newer: 2 }, 'no file of these marks, 2 are new since'],
    [{ changed: 1, gone: 0, newer: 0 }, '12 files, 1 differs now'],
    [{ changed: 3, gone: 1, newer: 2 }, '12 files, 3 differ now, 1 is gone since, 2 are new since'],
  ])('%o', (counts, words) => {
    expect(describeChanges({ ...backup, ...counts })).toBe(words)
  })
})

describe('foretell', () => {
  it('says what is replaced, what comes back and what stays', () => {
    const told = foretell({ ...backup, changed: 3, gone: 1, newer: 2 }).join('\n')
    expect(told).toContain('3 files will hold again what the backup has')
    expect(told).toContain('1 file that is gone will come back')
    expect(told).toContain('2 files that the backup does not have stay as they are')
  })

  it('leaves out what does not happen', () => {
    const told = foretell({ ...backup, changed: 0, gone: 2, newer: 0 }).join('\n')
    expect(told).not.toContain('.quarantine')
    expect(told).not.toContain('stay')
  })
})

it('says where to find what was replaced', () => {
  const aside = '.quarantine/2026-11-22T09-14-00-0a1b2c'
  expect(describeOutcome({ files: 1, same: 2, aside })).toContain(aside)
  expect(describeOutcome({ files: 2, same: 0, aside: null })).toBe('Restored 2 files.')
})
