import type { Random } from '../../bench/reader/documents/random.ts'
import { samples } from './corpus.ts'
import { mutatedText, mutatedValue } from './mutate.ts'
import { hostileJson, textOf } from './values.ts'

/** A file of native JSONL, mostly with something wrong in it. */
export function linesOf(random: Random): string {
  const lines = Array.from({ length: random.pick([1, 1, 1, 2, 4]) }, () => lineOf(random))
  return lines.join(random.pick(['', '\n', '\r\n', '\u2028']))
}

function lineOf(random: Random): string {
  const { line } = random.pick(samples)
  const kind = random.next()
  if (kind < 0.2) return line
  if (kind < 0.3) return hostileJson(random)
  if (kind < 0.6) return mutatedText(random, line)
  return `${textOf(mutatedValue(random, JSON.parse(line)))}\n`
}
