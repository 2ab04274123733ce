import { createHash } from 'node:crypto'

/** A span for a line of native JSONL; the text is ASCII, so that every unit of offsets is the same. */
export interface LineSpan {
  readonly id: string
  readonly label: string
  readonly start: number
  readonly end: number
}

/** SHA-256 of a text's UTF-8 bytes, in hex. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** One line of native JSONL: an article with one annotator's spans, as docs/file-format.md has it. */
export function jsonLine(annotator: string, text: string, spans: readonly LineSpan[]): string {
  const hash = hashOfText(text)
  const created = { by: annotator, at: '2026-03-01T10:00:00.000Z', via: 'keyboard' }
  const line = {
    format: 'rubricator/1',
    id: hash.slice(0, 16),
    text,
    text_sha256: hash,
    offset_unit: 'codepoint',
    meta: {
      title: 'A long article',
      outlet: null,
      published: null,
      language: null,
      direction: null,
      source: null,
    },
    annotator,
    status: 'in-progress',
    spans: spans.map(({ id, label, start, end }) => ({
      id,
      label,
      start,
      end,
      text: text.slice(start, end),
      attributes: {},
      note: null,
      created,
    })),
    relations: [],
  }
  return `${JSON.stringify(line)}\n`
}
