import { expect, test } from 'vitest'
import type { StoredDocument } from '../../../core/annotation/stored-document.ts'
import { stableJson } from '../../store/stable-json.ts'
import { readSetHead } from './set-head.ts'

const span = (id: string, note: string | null): StoredDocument['spans'][number] => ({
  id,
  label: 'claim',
  start: 0,
  end: 4,
  text: 'A 😀 b',
  attributes: {},
  note,
  created: { by: 'ada', at: '2026-03-01T10:00:00.000Z', via: 'mouse' },
})
const entry = (at: string): StoredDocument['history'][number] => ({
  at,
  by: 'ada',
  how: 'do',
  group: false,
  edits: [{ type: 'remove', id: 'a' }],
})

function stored(parts: Partial<StoredDocument>): StoredDocument {
  return {
    format: 'rubricator-annotations/2',
    article: 'a1',
    annotator: 'ada',
    text_sha256: '0'.repeat(64),
    offset_unit: 'codepoint',
    revision: 3,
    status: 'done',
    spans: [],
    relations: [],
    history: [],
    ...parts,
  }
}

const ROWS = new Set(['spans', 'history'])

test.each<readonly [string, Partial<StoredDocument>, string | null]>([
  ['a new set', { revision: 0 }, null],
  ['spans without a history', { spans: [span('a', null)] }, null],
  [
    'spans with a history',
    {
      spans: [span('a', 'a note\n  "history": ['), span('b', '😀')],
      history: [entry('2026-03-01T10:00:00.000Z'), entry('2026-04-02T11:00:00.000Z')],
    },
    '2026-04-02T11:00:00.000Z',
  ],
])('%s is read without its history', (_name, parts, changed) => {
  const { format, status, spans } = stored(parts)
  const file = Buffer.from(stableJson(stored(parts), ROWS))
  expect(readSetHead(file)).toEqual({ format, status, spans, changed })
})

test.each<readonly [string, string]>([
  ['one line', JSON.stringify(stored({}))],
  [
    'another order',
    JSON.stringify(
      Object.fromEntries(Object.entries(stored({ history: [] })).toReversed()),
      null,
      2,
    ),
  ],
  [
    'other indents',
    JSON.stringify(stored({ history: [entry('2026-03-01T10:00:00.000Z')] }), null, 2),
  ],
])('a file in %s is to be read whole', (_name, json) => {
  expect(readSetHead(Buffer.from(json))).toBeNull()
})
