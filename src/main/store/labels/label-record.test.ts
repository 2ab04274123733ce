import * as v from 'valibot'
import { expect, it } from 'vitest'
import { IdentifierSchema } from '../../../core/identifier.ts'
import { nextRecordId } from './label-record.ts'

it('counts changes, so that a later one sorts after an earlier one', () => {
  const ids: string[] = []
  for (let turn = 0; turn < 12; turn++) ids.push(nextRecordId(ids.at(-1), turn % 2 ? '0a' : 'ff'))
  expect(ids[0]).toBe('000001-ff')
  expect(ids).toEqual([...ids].toSorted((a, b) => (a < b ? -1 : 1)))
  expect(ids.every((id) => v.is(IdentifierSchema, id))).toBe(true)
})
