import type { Random } from '../../bench/reader/documents/random.ts'
import { hostileString } from './strings.ts'
import { hostileKey, hostileValue } from './values.ts'

type Entries = readonly (readonly [key: string, value: unknown])[]

/** A copy of a JSON value with a few things in it otherwise. */
export function mutatedValue(
  random: Random,
  value: unknown,
  make: (random: Random) => unknown = hostileValue,
): unknown {
  let mutated = value
  const times = random.pick([1, 1, 1, 2, 3])
  for (let time = 0; time < times; time++) mutated = mutatedOnce(random, mutated, make)
  return mutated
}

function mutatedOnce(random: Random, value: unknown, make: (random: Random) => unknown): unknown {
  const isInner = typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
  if (!isInner) return replaced(random, value, make)
  if (random.next() < 0.05) return make(random)
  if (Array.isArray(value)) {
    const items = mutatedEntries(random, Object.entries(value), make)
    return items.map(([, item]) => item)
  }
  return Object.fromEntries(mutatedEntries(random, Object.entries(value), make))
}

/** Mostly goes further in; else leaves an entry out, adds one or has one twice. */
function mutatedEntries(
  random: Random,
  entries: Entries,
  make: (random: Random) => unknown,
): Entries {
  const at = random.between(0, Math.max(0, entries.length - 1))
  const entry = entries[at]
  const kind = random.next()
  if (entry === undefined || kind < 0.1) return [...entries, [hostileKey(random), make(random)]]
  if (kind < 0.2) return entries.toSpliced(at, 1)
  if (kind < 0.25) return [...entries, [`${entry[0]}x`, entry[1]]]
  return entries.with(at, [entry[0], mutatedOnce(random, entry[1], make)])
}

/** Something else in the place of a plain value, often of the same type. */
function replaced(random: Random, value: unknown, make: (random: Random) => unknown): unknown {
  const kind = random.next()
  if (kind < 0.4) return make(random)
  if (typeof value === 'number') return value + random.pick([-1, 1, 0.5, 2 ** 32, -value, NaN])
  if (typeof value === 'string') {
    return kind < 0.7 ? hostileString(random) : mutatedText(random, value)
  }
  if (value instanceof Uint8Array) return mutatedBytes(random, value)
  return random.pick([null, true, false, '', 0])
}

/** A text with a few places cut, doubled, overwritten or filled. */
export function mutatedText(random: Random, text: string): string {
  let mutated = text
  const times = random.between(1, 3)
  for (let time = 0; time < times; time++) {
    const [start, end] = stretch(random, mutated.length)
    const kind = random.next()
    const middle =
      kind < 0.25
        ? ''
        : kind < 0.5
          ? mutated.slice(start, end).repeat(2)
          : kind < 0.75
            ? hostileString(random)
            : String.fromCharCode(random.between(0, 0xff))
    mutated = mutated.slice(0, start) + middle + mutated.slice(end)
  }
  return mutated
}

/** Bytes that begin a file of another kind, end a text or break a character. */
const TELLING_BYTES: readonly (readonly number[])[] = [
  [0],
  [0xff],
  [0x80],
  [0xc0, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
  [0x1a],
  [0x81],
]

/** Bytes with a few places cut, doubled, overwritten or filled. */
export function mutatedBytes(random: Random, bytes: Uint8Array): Uint8Array {
  let mutated = bytes
  const times = random.between(1, 3)
  for (let time = 0; time < times; time++) {
    const [start, end] = stretch(random, mutated.length)
    const kind = random.next()
    const middle =
      kind < 0.25
        ? []
        : kind < 0.4
          ? mutated.slice(start, end)
          : kind < 0.8
            ? random.pick(TELLING_BYTES)
            : [random.between(0, 255)]
    // What begins a file says most about it.
    const isFirst = random.next() < 0.1
    mutated = isFirst ? joined(mutated, 0, middle, 0) : joined(mutated, start, middle, end)
  }
  return mutated
}

function joined(
  bytes: Uint8Array,
  start: number,
  middle: ArrayLike<number>,
  end: number,
): Uint8Array {
  const whole = new Uint8Array(start + middle.length + bytes.length - end)
  whole.set(bytes.subarray(0, start))
  whole.set(middle, start)
  whole.set(bytes.subarray(end), start + middle.length)
  return whole
}

/** Where something happens: mostly a short stretch. */
function stretch(random: Random, length: number): readonly [start: number, end: number] {
  const start = random.between(0, length)
  const most = random.next() < 0.9 ? Math.min(length, start + 8) : length
  return [start, random.between(start, most)]
}
