import type { Random } from '../../bench/reader/documents/random.ts'
import { HOSTILE_KEYS, hostileString } from './strings.ts'

const NUMBERS = [0, -0, 1, -1, 1.5, 60, 2 ** 31, 2 ** 53, 2 ** 53 + 2, 1e308, -1e308, 5e-324, 1e21]

/** How deep values are nested that mean to overflow a stack; engines allow some 10,000 calls. */
const DEPTHS = [20, 20, 200, 200, 2_000, 20_000]
const DEEP_SHARE = 0.004

/** A value as JSON gives it. */
export function hostileValue(random: Random, depth = 3): unknown {
  if (random.next() < DEEP_SHARE) return nested(random, random.pick(DEPTHS))
  const kind = random.next()
  if (kind < 0.35) return hostileString(random)
  if (kind < 0.5) return random.pick(NUMBERS)
  if (kind < 0.6) return random.pick([true, false, null])
  if (depth === 0) return random.pick([{}, []])
  const length = random.between(0, 4)
  if (kind < 0.75) return Array.from({ length }, () => hostileValue(random, depth - 1))
  return Object.fromEntries(
    Array.from({ length }, () => [hostileKey(random), hostileValue(random, depth - 1)]),
  )
}

/** A value that no JSON holds, but that Electron passes between its processes. */
export function clonedValue(random: Random): unknown {
  const loop: Record<string, unknown> = { name: 'loop' }
  loop['self'] = loop
  const sparse: unknown[] = []
  sparse.length = 2 ** 32 - 1
  const values: readonly unknown[] = [
    NaN,
    Infinity,
    undefined,
    2n ** 64n,
    new Date(NaN),
    new Map([['name', 'x']]),
    new Set([1]),
    /(a|a)+$/,
    new Uint8Array(3),
    new Uint16Array([0xd800]),
    new ArrayBuffer(8),
    new Error('x'),
    Object(''),
    loop,
    sparse,
  ]
  return values[random.between(0, values.length - 1)]
}

export function hostileKey(random: Random): string {
  return random.next() < 0.6 ? random.pick(HOSTILE_KEYS) : hostileString(random)
}

/** Arrays or objects in each other. */
export function nested(random: Random, depth: number): unknown {
  const key = random.pick([null, ...HOSTILE_KEYS])
  let value: unknown = null
  for (let level = 0; level < depth; level++) {
    value = key === null ? [value] : Object.fromEntries([[key, value]])
  }
  return value
}

const LITERALS = [
  'NaN',
  '[NaN]',
  '{"a":Infinity}',
  '-',
  '01',
  '1e999999',
  '-1e999999',
  '123456789012345678901234567890',
  '{"a":1,"a":2}',
  '{"format":"x","format":"rubricator-project/3"}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  String.raw`"\ud800"`,
  String.raw`"\u0000"`,
  String.raw`"\x"`,
  '"\t"',
  '[1,]',
  '{,}',
  "{'a':1}",
  '\uFEFF{}',
  '/**/{}',
  '{"format":{"toString":1,"valueOf":1}}',
  '{"$bytes":"AAAA"}',
  '{"$bytes":"A"}',
  '{"$$bytes":{"$bytes":""}}',
  '',
]

/** A text that is JSON, was JSON once, or looks like it. */
export function hostileJson(random: Random): string {
  const kind = random.next()
  if (kind < 0.4) return textOf(hostileValue(random))
  if (kind < 0.6) return random.pick(LITERALS)
  if (kind < 0.7) {
    const text = textOf(hostileValue(random))
    return text.slice(0, random.between(0, text.length))
  }
  if (kind < 0.72) return brackets(random, random.pick(DEPTHS))
  return `${hostileString(random)}${random.pick(LITERALS)}`
}

/** Nesting as text, closed or not: `JSON.stringify` would overflow the stack. */
export function brackets(random: Random, depth: number): string {
  const [open, close] = random.pick([
    ['[', ']'],
    ['{"a":', '}'],
    ['{"__proto__":', '}'],
    ['{"$bytes":', '}'],
  ] as const)
  const inside = open.repeat(depth)
  return random.next() < 0.5 ? inside : `${inside}0${close.repeat(depth)}`
}

/** JSON of a value, whatever its depth. */
export function textOf(
  value: unknown,
  write: (value: unknown) => string | undefined = JSON.stringify,
): string {
  try {
    return write(value) ?? 'undefined'
  } catch (error) {
    // Nested too deeply to be written: only that it is nested matters then.
    if (error instanceof RangeError) return '['.repeat(DEPTHS.at(-1) ?? 0)
    throw error
  }
}
