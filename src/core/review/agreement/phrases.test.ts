import { expect, test } from 'vitest'
import { setBy, spanOf } from '../../../../tests/support/review.ts'
import { alignSets } from '../align-sets.ts'
import { PhraseCounter, phraseOf, phrasesOf } from './phrases.ts'

test('a phrase is the same in capitals and over lines', () => {
  expect(phraseOf('The\r\n  Foreign\u00a0Ministry ')).toBe('the foreign ministry')
})

test('phrases are counted by the kinds of their places, the most disputed first', () => {
  const text = 'The governor met the governor, and THE GOVERNOR of Hatay left.'
  const ada = setBy('ada', spanOf('1', 0, 12), spanOf('2', 17, 29), spanOf('3', 35, 47))
  const bo = setBy('bo', spanOf('1', 0, 12), spanOf('3', 35, 56))
  const [first, second] = [new PhraseCounter(), new PhraseCounter()]
  for (const group of alignSets([ada, bo])) first.add(phrasesOf(group, text), group.kind)
  second.join(first.pack())
  second.join(first.pack())
  const none = { duplicates: 0, label: 0, bounds: 0, attributes: 0, missing: 0, agreed: 0 }
  expect(second.mostDisputed(1)).toEqual({
    all: 2,
    most: [
      {
        phrase: 'the governor',
        places: { ...none, agreed: 2, bounds: 2, missing: 2 },
        disputed: 4,
      },
    ],
  })
  expect(second.mostDisputed(5).most[1]).toEqual({
    phrase: 'the governor of hatay',
    places: { ...none, bounds: 2 },
    disputed: 2,
  })
})

test('more phrases than there is room for at first are counted', () => {
  const counter = new PhraseCounter()
  for (let number = 0; number < 1000; number++) counter.add([`phrase ${number}`], 'missing')
  const joined = new PhraseCounter()
  joined.join(new PhraseCounter().pack())
  joined.join(counter.pack())
  expect(joined.mostDisputed(2000).most).toHaveLength(1000)
})
