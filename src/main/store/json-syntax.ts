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

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 }
}

const SPACE = /[\t\n\r ]*/y
// oxlint-disable-next-line no-control-regex -- JSON forbids exactly these in strings
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y
// oxlint-disable-next-line no-control-regex -- as above
const UNFINISHED_STRING = /"(?:[^"\\\u0000-\u001f]|\\.)*\\?$/y
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
  const takeSign = (sign: string): boolean => {
    take(SPACE)
    if (text[at] !== sign) return false
    at++
    return true
  }
  const takeKey = (): boolean => {
    take(SPACE)
    return take(STRING) && takeSign(':')
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
    } else if (!take(STRING) && !take(ATOM)) {
      take(UNFINISHED_STRING)
      return at
    }
    // A value is done here: close what ends with it, then go on to the next one.
    while (open.length > 0 && takeSign(open.at(-1) === '{' ? '}' : ']')) open.pop()
    const inside = open.at(-1)
    take(SPACE)
    if (inside === undefined || !takeSign(',')) return at
    if (inside === '{' && !takeKey()) return at
  }
}
