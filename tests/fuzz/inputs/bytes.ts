import { gzipSync } from 'node:zlib'
import type { Random } from '../../bench/reader/documents/random.ts'
import { NEWS } from '../../support/news-samples.ts'
import { mutatedBytes } from './mutate.ts'
import { giantString, hostileString } from './strings.ts'

const MEGABYTES = 10 * 1024 * 1024

/** A file's bytes: text in some encoding, whole or broken, or no text at all. */
export function hostileBytes(random: Random): Uint8Array {
  const kind = random.next()
  if (kind < 0.3) return encoded(random, hostileString(random))
  if (kind < 0.5) return encoded(random, newsOf(random))
  if (kind < 0.9) return mutatedBytes(random, encoded(random, newsOf(random)))
  return randomBytes(random, random.between(0, 60))
}

/** The largest files, each the worst for some part of reading. */
export const GIANT_FILES: readonly ((random: Random) => Uint8Array)[] = [
  () => Buffer.alloc(MEGABYTES, 'x'),
  () => Buffer.alloc(MEGABYTES, 'word '),
  () => Buffer.alloc(MEGABYTES, 'WORD '),
  () => Buffer.alloc(MEGABYTES, '\u202E'),
  () => Buffer.alloc(MEGABYTES, '\n'),
  () => Buffer.alloc(MEGABYTES, 'line\n'),
  () => Buffer.alloc(MEGABYTES, ' '),
  () => Buffer.concat([Buffer.alloc(MEGABYTES, 'x'), Buffer.from([0xff])]),
  () => Buffer.alloc(MEGABYTES, 0xe9),
  () => Buffer.concat([Buffer.alloc(MEGABYTES, 'é', 'latin1'), Buffer.from([0x81])]),
  () => Buffer.concat([Buffer.alloc(MEGABYTES, '\u3042', 'utf16le'), Buffer.from([0xd8])]),
  () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(MEGABYTES, '\u3042x', 'utf16le')]),
  () => Buffer.alloc(MEGABYTES),
  () => gzipSync(Buffer.alloc(MEGABYTES)),
  (random) => randomBytes(random, 1_000_000),
  (random) => Buffer.from(giantString(random)),
]

function newsOf(random: Random): string {
  return random.pick(NEWS)[1].slice(0, random.pick([20, 35, 1000]))
}

function encoded(random: Random, text: string): Uint8Array {
  const mark = random.next() < 0.2 ? '\uFEFF' : ''
  const encoding = random.pick(['utf8', 'utf8', 'utf8', 'latin1', 'utf16le', 'utf16be'] as const)
  if (encoding !== 'utf16be') return Buffer.from(mark + text, encoding)
  return Buffer.from(mark + text, 'utf16le').swap16()
}

/** Half of them without a zero, which alone would say that they are no text. */
function randomBytes(random: Random, length: number): Uint8Array {
  const lowest = random.pick([0, 1, 0x20, 0x80])
  return Uint8Array.from({ length }, () => random.between(lowest, 255))
}
