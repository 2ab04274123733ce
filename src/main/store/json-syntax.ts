import { fail, ok, type Result } from '../../core/result.ts'

/**
 * Parses JSON.
 * @returns The value, or a sentence with the line and column (from 1, in characters) where the text
 * stops being JSON. Engines do not always tell the place, so it is searched here, after a failure.
 */
export function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const offset = findSyntaxError(text)
    if (offset >= text.trimEnd().length) {
      return fail(`it ends in the middle, on line ${placeOf(text, text.length).line}`)
    }
    const { line, column } = placeOf(text, offset)
    return fail(`it is not JSON from line ${line}, column ${column}`)
  }
}

/** Counts, and builds no lists: there may be megabytes before the place, on one line or on millions. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line++
    start = end + 1
  }
  let column = 1
  for (const _character of text.slice(start, offset)) column++
  return { line, column }
}

const SPACE = /[\t\n\r ]*/y
// A string is read piece by piece: for one pattern with a choice in it, the engine keeps a place to go
// back to for every character, and some megabytes of those overflow its stack.
// oxlint-disable-next-line no-control-regex -- JSON forbids exactly these in strings
const PLAIN = /[^"\\\u0000-\u001f]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y
const ANY_ESCAPE = /\\./y
const END = /\\?$/y
const QUOTE = /"/y
const ATOM = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/**
 * Finds the first place where no JSON can go on. It walks with a stack of its own, so that deep
 * nesting cannot overflow the engine's.
 */
function findSyntaxError(text: string): number {
  let at = 0
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  /** Asked at every step of some megabytes, where a pattern would take longest. */
  const takeSpace = (): void => {
    if (text.charCodeAt(at) <= 0x20) take(SPACE)
  }
  /** Takes what stands between two quotes, and what ends it; nothing at all when it does not end so. */
  const takeString = (escape: RegExp, ending: RegExp): boolean => {
    const begun = at
    if (text[at] !== '"') return false
    at++
    do take(PLAIN)
    while (take(escape))
    if (take(ending)) return true
    at = begun
    return false
  }
  const takeSign = (sign: string): boolean => {
    takeSpace()
    if (text[at] !== sign) return false
    at++
    return true
  }
  const takeKey = (): boolean => {
    takeSpace()
    return takeString(ESCAPE, QUOTE) && takeSign(':')
  }

  const open: ('{' | '[')[] = []
  for (;;) {
    // A value is due here.
    if (takeSign('{')) {
      if (!takeSign('}')) {
        open.push('{')
        if (!takeKey()) return at
        continue
      }
    } else if (takeSign('[')) {
      if (!takeSign(']')) {
        open.push('[')
        continue
      }
    } else if (!takeString(ESCAPE, QUOTE) && !take(ATOM)) {
      takeString(ANY_ESCAPE, END)
      return at
    }
    // A value is done here: close what ends with it, then go on to the next one.
    while (open.length > 0 && takeSign(open.at(-1) === '{' ? '}' : ']')) open.pop()
    const inside = open.at(-1)
    takeSpace()
    if (inside === undefined || !takeSign(',')) return at
    if (inside === '{' && !takeKey()) return at
  }
}
