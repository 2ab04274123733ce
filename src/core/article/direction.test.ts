import { describe, expect, it } from 'vitest'
import { detectDirection, directionOfParagraph } from './direction.ts'

describe('directionOfParagraph', () => {
  it.each([
    ['a Latin letter', '“Go,” قال', 'ltr'],
    ['an Arabic letter', '٢٨ (قال) Reuters', 'rtl'],
    ['a Hebrew letter', '– 34 – הנמל', 'rtl'],
    ['a letter of N’Ko, Syriac or Thaana', 'ߊ', 'rtl'],
    ['a letter beyond the first plane', '𞤀𞤣𞤤𞤢𞤥', 'rtl'],
    ['a Chinese sign', '２。中文 عربي', 'ltr'],
    ['a Thai letter', 'ก', 'ltr'],
    ['a mark that says right to left', '\u200FReuters', 'rtl'],
    ['a mark that says left to right', '\u200Eقال', 'ltr'],
  ] as const)('goes by %s that comes first', (_what, paragraph, direction) => {
    expect(directionOfParagraph(paragraph)).toBe(direction)
  })

  it.each(['', ' – ', '12:30', '٣٤ ٪', '👍🏽', '؟', '\u064E'])('knows nothing of %j', (paragraph) => {
    expect(directionOfParagraph(paragraph)).toBeNull()
  })
})

describe('detectDirection', () => {
  it.each([
    [
      'an Arabic article under an English masthead',
      'Harbour Wire\n\nقال الوزير إن الطريق مغلق',
      'rtl',
    ],
    ['an English article that begins with a quote', '«سلام» said the envoy', 'ltr'],
    ['an Arabic line with a long address', 'المصدر https://harbour-wire.example/2020/road', 'rtl'],
    ['a Hebrew one with an address', 'כתבו אל desk@harbour-wire.example', 'rtl'],
    ['Chinese', '港口仍然关闭', 'ltr'],
    ['figures', '12 34', 'ltr'],
    ['nothing', '', 'ltr'],
  ] as const)('of %s', (_what, text, direction) => {
    expect(detectDirection(text)).toBe(direction)
  })

  it('looks only at the beginning of a long text', () => {
    expect(detectDirection('قال '.repeat(600) + 'word '.repeat(100_000))).toBe('rtl')
  })
})
