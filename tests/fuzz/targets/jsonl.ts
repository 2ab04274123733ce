import { readLines } from '../../../src/core/formats/rubricator/read.ts'
import { sha256 } from '../../../src/main/store/sha256.ts'
import type { Random } from '../../bench/reader/documents/random.ts'
import { linesOf } from '../inputs/lines.ts'
import { giantString } from '../inputs/strings.ts'
import { brackets } from '../inputs/values.ts'
import { ensure, refusedWith, type Target, type Trial, type Verdict } from '../target.ts'

/** Native JSONL. */
export class JsonlTarget implements Target {
  readonly name = 'native JSONL'

  draw(random: Random, index: number): Trial {
    const content = giants[index]?.(random) ?? linesOf(random)
    return { input: content, run: () => read(content) }
  }
}

const giants: readonly ((random: Random) => string)[] = [
  (random) => brackets(random, 2_000_000),
  (random) => JSON.stringify({ format: giantString(random) }),
  () => `{"format":"rubricator/1","text":"${'x'.repeat(10_000_000)}"`,
  () => '\n'.repeat(5_000_000),
]

function read(content: string): Verdict {
  const found = readLines(content, sha256)
  if (!found.ok) {
    ensure(Number.isSafeInteger(found.error.line) && found.error.line > 0, 'It names no line')
    return refusedWith(found.error.message)
  }
  for (const { record, set } of found.value) {
    ensure(record.text.isWellFormed(), 'A text with half a character was taken')
    for (const { start, end } of set?.spans ?? []) {
      ensure(start < end && end <= record.text.length, 'A span outside its text was taken')
    }
  }
  return 'accepted'
}
