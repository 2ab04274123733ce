import { escapeLineTerminators } from '../../core/formats/rubricator/write.ts'

const INDENT = '  '

/** What a file holds, in memory of its own, which can be handed to a thread. */
export type FileBytes = Uint8Array<ArrayBuffer>

/** Rows that have been written, by what they say: it stays as it is. */
export type WrittenRows = WeakMap<object, Uint8Array>

/**
 * Writes JSON that people and git can read: keys in the order in which they are given, two spaces of
 * indentation, a line feed at the end, and the line terminators escaped that JSON leaves as they are.
 * @param rows - Keys whose arrays hold one element a line, however large the element is: a change of
 * one span is then a change of one line.
 */
export function stableJson(value: unknown, rows: ReadonlySet<string>): string {
  const writing = new Writing(rows, (element) => plainJson(element))
  writing.write(value)
  return writing.parts.join('')
}

/**
 * The same in UTF-8. A file that is written again and again is put together of the bytes that its rows had
 * before: as text each of them would be copied thrice, and a thread would have to be sent all of it.
 * @param written - Rows that are not written anew; those that are, are added.
 */
export function stableBytes(
  value: unknown,
  rows: ReadonlySet<string>,
  written: WrittenRows = new WeakMap(),
): FileBytes {
  const writing = new Writing<string | Uint8Array>(rows, (element) => {
    if (typeof element !== 'object' || element === null) return plainJson(element)
    const known = written.get(element)
    if (known !== undefined) return known
    const row = Buffer.from(plainJson(element))
    written.set(element, row)
    return row
  })
  writing.write(value)
  return joined(writing.parts)
}

class Writing<Part extends string | Uint8Array> {
  readonly parts: (Part | string)[] = []
  readonly #rows: ReadonlySet<string>
  readonly #row: (element: unknown) => Part | string

  constructor(rows: ReadonlySet<string>, row: (element: unknown) => Part | string) {
    this.#rows = rows
    this.#row = row
  }

  /** Writes a whole file. */
  write(value: unknown): void {
    this.#value(value, '', false)
    this.parts.push('\n')
  }

  #value(value: unknown, indent: string, asRows: boolean): void {
    const inner = indent + INDENT
    if (typeof value !== 'object' || value === null) this.parts.push(plainJson(value))
    else if (Array.isArray(value)) {
      this.#enclose('[', value, ']', indent, (element: unknown) => {
        if (asRows) this.parts.push(this.#row(element))
        else this.#value(element, inner, false)
      })
    } else {
      const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
      this.#enclose('{', entries, '}', indent, ([key, entry]) => {
        this.parts.push(`${plainJson(key)}: `)
        this.#value(entry, inner, this.#rows.has(key))
      })
    }
  }

  #enclose<T>(
    open: string,
    elements: readonly T[],
    close: string,
    indent: string,
    write: (element: T) => void,
  ): void {
    if (elements.length === 0) {
      this.parts.push(open + close)
      return
    }
    const line = `\n${indent}${INDENT}`
    let before = open + line
    for (const element of elements) {
      this.parts.push(before)
      write(element)
      before = `,${line}`
    }
    this.parts.push(`\n${indent}${close}`)
  }
}

function plainJson(value: unknown): string {
  return escapeLineTerminators(JSON.stringify(value))
}

function joined(parts: readonly (string | Uint8Array)[]): FileBytes {
  let length = 0
  for (const part of parts) length += Buffer.byteLength(part)
  const bytes = Buffer.from(new ArrayBuffer(length))
  let end = 0
  for (const part of parts) {
    if (typeof part === 'string') end += bytes.write(part, end)
    else {
      bytes.set(part, end)
      end += part.length
    }
  }
  return new Uint8Array(bytes.buffer)
}
