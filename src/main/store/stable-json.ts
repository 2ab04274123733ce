import { escapeLineTerminators } from '../../core/formats/rubricator/write.ts'

const INDENT = '  '

/** Rows that have been written, by what they say: it stays as it is. */
export type WrittenRows = WeakMap<object, string>

/**
 * Writes JSON that people and git can read: keys in the order in which they are given, two spaces of
 * indentation, a line feed at the end, and the line terminators escaped that JSON leaves as they are.
 * @param rows - Keys whose arrays hold one element a line, however large the element is: a change of
 * one span is then a change of one line.
 * @param written - Rows that are not written anew; those that are, are added.
 */
export function stableJson(
  value: unknown,
  rows: ReadonlySet<string>,
  written?: WrittenRows,
): string {
  return `${new Writing(rows, written).write(value, '', false)}\n`
}

class Writing {
  readonly #rows: ReadonlySet<string>
  readonly #written: WrittenRows | undefined

  constructor(rows: ReadonlySet<string>, written: WrittenRows | undefined) {
    this.#rows = rows
    this.#written = written
  }

  write(value: unknown, indent: string, asRows: boolean): string {
    if (typeof value !== 'object' || value === null) return plainJson(value)
    const inner = indent + INDENT
    if (Array.isArray(value)) {
      const elements = value.map((element: unknown) =>
        asRows ? this.#row(element) : this.write(element, inner, false),
      )
      return enclose('[', elements, ']', indent)
    }
    const entries = Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .map(([key, entry]) => `${plainJson(key)}: ${this.write(entry, inner, this.#rows.has(key))}`)
    return enclose('{', entries, '}', indent)
  }

  #row(element: unknown): string {
    if (this.#written === undefined || typeof element !== 'object' || element === null) {
      return plainJson(element)
    }
    const known = this.#written.get(element)
    if (known !== undefined) return known
    const row = plainJson(element)
    this.#written.set(element, row)
    return row
  }
}

function plainJson(value: unknown): string {
  return escapeLineTerminators(JSON.stringify(value))
}

function enclose(open: string, parts: readonly string[], close: string, indent: string): string {
  if (parts.length === 0) return open + close
  const separator = `,\n${indent}${INDENT}`
  return `${open}\n${indent}${INDENT}${parts.join(separator)}\n${indent}${close}`
}
