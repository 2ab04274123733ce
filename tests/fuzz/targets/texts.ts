import { ENCODING_NAMES, type EncodingName } from '../../../src/core/article/encodings.ts'
import { decodeText } from '../../../src/main/workbench/import/decode-text.ts'
import type { Random } from '../../bench/reader/documents/random.ts'
import { GIANT_FILES, hostileBytes } from '../inputs/bytes.ts'
import { ensure, type Target, type Trial, type Verdict } from '../target.ts'

/** The bytes of text files: their encoding is guessed, or chosen by somebody. */
export class TextsTarget implements Target {
  readonly name = 'text files'

  draw(random: Random, index: number): Trial {
    const bytes = GIANT_FILES[index]?.(random) ?? hostileBytes(random)
    const encoding = random.next() < 0.5 ? random.pick(ENCODING_NAMES) : undefined
    return { input: { bytes, encoding }, run: () => read(bytes, encoding) }
  }
}

function read(bytes: Uint8Array, encoding: EncodingName | undefined): Verdict {
  const decoded = decodeText(bytes, encoding)
  if (decoded.ok) {
    const { text } = decoded.value
    ensure(text !== '' && text.isWellFormed(), 'A text was taken that no file can hold')
    ensure(!text.includes('\0'), 'A text with a NUL was taken')
    return 'accepted'
  }
  const problem = decoded.error
  if ('position' in problem) {
    const { position } = problem
    ensure(position >= 0 && position < bytes.length, `It breaks at ${position}, outside the file`)
  }
  return 'refused'
}
