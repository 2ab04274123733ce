import { escapeLineTerminators } from '../../core/formats/rubricator/write.ts'

const INDENT = '  '

/**
 * Writes JSON that people and git can read: keys in the order in which they are given, two spaces of
 * indentation, a line feed at the end, and the line terminators escaped that JSON leaves as they are.
 * @param rows - Keys whose arrays hold one element a line, however large the element is: a change of
 * one span is then a change of one line.
 */
export function stableJson(value: unknown, rows: ReadonlySet<string>): string {
  return `${escapeLineTerminators(write(value, rows, '', false))}\n`
}

function write(value: unknown, rows: ReadonlySet<string>, indent: string, asRows: boolean): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = indent + INDENT
  if (Array.isArray(value)) {
    const elements = value.map((element: unknown) =>
      asRows ? JSON.stringify(element) : write(element, rows, inner, false),
    )
    return enclose('[', elements, ']', indent)
  }
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([key, entry]) => `${JSON.stringify(key)}: ${write(entry, rows, inner, rows.has(key))}`)
  return enclose('{', entries, '}', indent)
}

function enclose(open: string, parts: readonly string[], close: string, indent: string): string {
  if (parts.length === 0) return open + close
  const separator = `,\n${indent}${INDENT}`
  return `${open}\n${indent}${INDENT}${parts.join(separator)}\n${indent}${close}`
}
