import { parseKeyFile, writeKeyFile } from '../../../src/contract/key-file.ts'
import type { Random } from '../../bench/reader/documents/random.ts'
import { mutatedText, mutatedValue } from '../inputs/mutate.ts'
import { giantString } from '../inputs/strings.ts'
import { brackets, hostileJson, textOf } from '../inputs/values.ts'
import { ensure, refusedWith, type Target, type Trial, type Verdict } from '../target.ts'

const VALID = writeKeyFile({ 'project.open': ['F3', 'Mod+F'] })

/** Files of keys. */
export class KeysTarget implements Target {
  readonly name = 'key files'

  draw(random: Random, index: number): Trial {
    const text =
      index === 0 ? giantString(random) : index === 1 ? brackets(random, 40_000) : keyFileOf(random)
    return { input: text, run: () => read(text) }
  }
}

function keyFileOf(random: Random): string {
  const kind = random.next()
  if (kind < 0.2) return hostileJson(random)
  if (kind < 0.6) return mutatedText(random, VALID)
  return textOf(mutatedValue(random, JSON.parse(VALID)))
}

function read(text: string): Verdict {
  const parsed = parseKeyFile(text)
  if (!parsed.ok) return refusedWith(parsed.error)
  const again = parseKeyFile(writeKeyFile(parsed.value.keys))
  ensure(
    again.ok && JSON.stringify(again.value.keys) === JSON.stringify(parsed.value.keys),
    'Keys that were read cannot be written and read again',
  )
  return 'accepted'
}
