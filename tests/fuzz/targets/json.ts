import { parseJson } from '../../../src/main/store/json-syntax.ts'
import type { Random } from '../../bench/reader/documents/random.ts'
import { giantString } from '../inputs/strings.ts'
import { brackets, hostileJson } from '../inputs/values.ts'
import { ensure, refusedWith, type Target, type Trial, type Verdict } from '../target.ts'

/** Files of JSON, as far as they are JSON. */
export class JsonTarget implements Target {
  readonly name = 'json'

  draw(random: Random, index: number): Trial {
    const text = giants[index]?.(random) ?? hostileJson(random)
    return { input: text, run: () => read(text) }
  }
}

const giants: readonly ((random: Random) => string)[] = [
  (random) => brackets(random, 1_000_000),
  () => `"${'x'.repeat(10_000_000)}`,
  () => `{"text":"${'x'.repeat(10_000_000)}"x`,
  (random) => `[${JSON.stringify(giantString(random))},]`,
  () => `[${'1,'.repeat(5_000_000)}`,
]

function read(text: string): Verdict {
  const parsed = parseJson(text)
  if (parsed.ok) return 'accepted'
  ensure(!isJson(text), 'JSON was refused')
  return refusedWith(parsed.error)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
