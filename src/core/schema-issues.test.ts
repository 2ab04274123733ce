import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { describeIssue } from './schema-issues.ts'

const Schema = v.pipe(
  v.strictObject({ list: v.array(v.strictObject({ name: v.string() })), size: v.number() }),
  v.check(({ size, list }) => list.length === size, 'the size is not that of the list'),
)

describe('describeIssue', () => {
  it.each<[unknown, string]>([
    [{ list: [], size: '0' }, 'field "size": Expected number but received "0"'],
    [
      { list: [{ name: 'a' }, { name: 1 }], size: 2 },
      'field "list.1.name": Expected string but received 1',
    ],
    [{ list: [{}], size: 1 }, 'field "list.0.name": it is missing'],
    [{ list: [], size: 0, colour: 1 }, 'field "colour": it is unknown to this version'],
    [{ list: [], size: 1 }, 'the size is not that of the list'],
    [null, 'Expected Object but received null'],
  ])('tells of %j in one line', (value, message) => {
    const { issues } = v.safeParse(Schema, value)
    expect(issues && describeIssue(issues)).toBe(message)
  })

  it.each([
    [{ list: [], size: 'x'.repeat(1_000_000) }, 'field "size": Expected number but received "xxx'],
    [{ list: [], size: 0, ['y'.repeat(1_000_000)]: 1 }, 'yyy": it is unknown to this version'],
  ])('is brief, whatever it tells of', (value, message) => {
    const { issues } = v.safeParse(Schema, value)
    const sentence = issues && describeIssue(issues)
    expect(sentence).toContain(message)
    expect(sentence?.length).toBeLessThan(1000)
  })
})
