import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attribute } from '../../core/annotation/attribute.ts'
import { describeAttribute, draftOf, readDraft, type AttributeDraft } from './attribute-draft.ts'

const EMPTY: AttributeDraft = { name: 'x', type: 'text', choices: '', minimum: '', maximum: '' }

const ATTRIBUTES: readonly (readonly [Attribute, words: string])[] = [
  [{ name: 'who', type: 'text' }, 'text'],
  [{ name: 'quoted', type: 'boolean' }, 'yes or no'],
  [{ name: 'outcome', type: 'choice', choices: ['killed', 'wounded'] }, 'killed, wounded'],
  [{ name: 'n', type: 'number', minimum: null, maximum: null }, 'number'],
  [{ name: 'n', type: 'number', minimum: 0, maximum: null }, 'number, 0 or more'],
  [{ name: 'n', type: 'number', minimum: null, maximum: 0.5 }, 'number, at most 0.5'],
  [{ name: 'n', type: 'number', minimum: -1, maximum: 1 }, 'number, -1 to 1'],
]

describe('an attribute in its fields', () => {
  it.each(ATTRIBUTES)('is read from them as it was: %j', (attribute, words) => {
    expect(readDraft(draftOf(attribute), [])).toEqual({ ok: true, value: attribute })
    expect(describeAttribute(attribute)).toBe(words)
  })

  it('is read without white space and empty lines', () => {
    const draft: AttributeDraft = { ...EMPTY, name: ' how ', type: 'choice', choices: ' a \n\n b' }
    expect(readDraft(draft, [])).toEqual({
      ok: true,
      value: { name: 'how', type: 'choice', choices: ['a', 'b'] },
    })
  })

  it.each<[Partial<AttributeDraft>, field: string, message: string]>([
    [{ name: ' ' }, 'name', 'An attribute needs a name.'],
    [{ name: 'taken ' }, 'name', 'There is an attribute “taken” already.'],
    [{ name: '__proto__' }, 'name', 'An attribute cannot have this name.'],
    [{ type: 'choice' }, 'choices', 'Write at least one choice; nothing is saved before.'],
    [{ type: 'choice', choices: 'a\nb\na' }, 'choices', '“a” is there twice.'],
    [{ type: 'choice', choices: 'x'.repeat(61) }, 'choices', `“${'x'.repeat(30)}…” is too long.`],
    [
      { type: 'choice', choices: Array.from({ length: 101 }, (_, index) => index).join('\n') },
      'choices',
      'These are 101, of at most 100.',
    ],
    [{ type: 'number', minimum: 'few' }, 'minimum', 'This is not a number, such as 1200 or 0.5.'],
    [{ type: 'number', maximum: '1,5' }, 'maximum', 'This is not a number, such as 1200 or 0.5.'],
    [{ type: 'number', minimum: '2', maximum: '1' }, 'maximum', 'This is less than the minimum.'],
  ])('says what is wrong and where: %j', (change, field, message) => {
    const read = readDraft({ ...EMPTY, ...change }, ['taken'])
    expect(read).toEqual({ ok: false, error: { field, message } })
  })

  it('says so of whatever is typed, and never breaks', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 80 }))
    const draft = fc.record({
      name: text,
      type: fc.constantFrom('choice', 'text', 'number', 'boolean'),
      choices: fc.array(text, { maxLength: 4 }).map((lines) => lines.join('\n')),
      minimum: text,
      maximum: fc.oneof(text, fc.double().map(String)),
    })
    fc.assert(
      fc.property(draft, (typed) => {
        expect(() => readDraft(typed as AttributeDraft, ['taken'])).not.toThrow()
      }),
    )
  })
})
