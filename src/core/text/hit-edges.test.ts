import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messyText } from '../../../tests/support/messy-text.ts'
import { isGraphemeBoundary } from './graphemes.ts'
import { isClusterEdge, isWordEdge } from './hit-edges.ts'

describe('isClusterEdge', () => {
  it('agrees with isGraphemeBoundary in messy texts', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        for (let offset = -1; offset <= text.length + 1; offset++) {
          expect(isClusterEdge(text, offset)).toBe(isGraphemeBoundary(text, offset))
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each(['a', 'क\u094D', '\u1100'])('agrees with it between %j and every code unit', (beside) => {
    const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
    const wrong = units.filter((unit) => {
      const text = beside + unit + beside
      return [beside.length, beside.length + 1].some(
        (offset) => isClusterEdge(text, offset) !== isGraphemeBoundary(text, offset),
      )
    })
    expect(wrong).toEqual([])
  })
})

describe('isWordEdge', () => {
  it.each([
    ['Turkey', "|Turkey|'|s|"],
    ['a low line and digits', '|no_4|-|b2|'],
    ['a combining mark', '|cafe\u0301s|'],
    ['soft hyphens and marks of direction', '|co\u00ADop|\u200E|,|\u200E|'],
    ['Persian with a joiner', '|می\u200Cخواهم|'],
    ['letters beyond the first plane', '|𝒳𝒴|.|'],
    ['Chinese, where no edge can be told', '|在|伊|德|利|卜|abc|德|'],
    ['Thai', '|ก|ข|'],
    ['Korean', '|한국은|'],
  ])('stands where bars are: %s', (_case, drawn) => {
    const text = drawn.replaceAll('|', '')
    let shown = ''
    for (let offset = 0; offset <= text.length; offset++) {
      const isInPair = offset > 0 && /[\uDC00-\uDFFF]/.test(text.charAt(offset))
      shown += (!isInPair && isWordEdge(text, offset) ? '|' : '') + text.charAt(offset)
    }
    expect(shown).toBe(drawn)
  })
})
