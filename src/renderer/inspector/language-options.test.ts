import { describe, expect, it } from 'vitest'
import { languageName, languageOptions } from './language-options.ts'

describe('languageOptions', () => {
  it('are sorted by what they are called', () => {
    const names = languageOptions(null).map(({ name }) => name)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')))
    expect(names).toContain('Arabic')
    expect(names).toContain('Chinese (Traditional)')
  })

  it('hold the article’s own language once, also where it is a rare one', () => {
    const rare = languageOptions('ar-EG').filter(({ tag }) => tag === 'ar-EG')
    expect(rare).toEqual([{ tag: 'ar-EG', name: 'Arabic (Egypt)' }])
    expect(languageOptions('ar').filter(({ tag }) => tag === 'ar')).toHaveLength(1)
    expect(languageOptions('ar')).toHaveLength(languageOptions(null).length)
  })
})

describe('languageName', () => {
  it('is the tag where there is no name', () => expect(languageName('xqq')).toBe('xqq'))
})
