import fc from 'fast-check'
import type { Random } from '../../bench/reader/documents/random.ts'
import { messyText } from '../../support/messy-text.ts'

const markup = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  '</textarea></style><b>',
  '<!--',
  ']]>',
  '&#x202e;&lt;',
  'javascript:alert(1)',
  '{{7*7}}',
  '${7*7}',
  '%s%n',
  "'; DROP TABLE articles;--",
  '=HYPERLINK("file:///etc/passwd")',
]
const bidi = ['\u202E', '\u202D', '\u2066', '\u2067', '\u2069', '\u200F', '\u061C', '\u202Etxt.exe']
const controls = ['\0', '\u0001', '\u0007', '\b', '\u001B[31m', '\u007F', '\u0085', '\uFFFE']
const blanks = [' ', '\t', '\n', '\r\n', '\r', '\u2028', '\u2029', '\u200B', '\uFEFF', '\u3000']
const halves = ['\uD800', '\uDBFF', '\uDC00', '\uDFFF', '\uDE00\uD83D']
const heaps = ['e\u0301\u0301\u0301\u0301', '👩‍👩‍👧', '🇹🇷', 'ﷺ', 'ß', 'İ', '\u{10FFFF}', '\u{E0041}']
const quotes = ['"', '\\', '\\"', '\\u0000', "'", '`', '{', '}', '[', ']', ',', ':', '/*']

/** Names that lead elsewhere, or mean something else, on some system. */
const paths = [
  '../../../etc/passwd',
  String.raw`..\..\windows\win.ini`,
  '/etc/passwd',
  String.raw`C:\Windows\system32`,
  String.raw`\\server\share`,
  'file:///etc/passwd',
  '.',
  '..',
  '~',
  'a/./b//c/',
  'project.json',
  '.git/config',
  'a.txt\0.jsonl',
  'name ',
  'name.',
]
const devices = [
  'con',
  'CON.txt',
  'nul',
  'NUL.jsonl',
  'aux',
  'prn.json',
  'com1',
  'COM9.txt',
  'lpt¹',
]

/** Keys that mean something to JavaScript, to the wire or to a promise. */
export const HOSTILE_KEYS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'toJSON',
  'hasOwnProperty',
  'then',
  'length',
  '$bytes',
  '$$bytes',
  '',
]

/** What a scraped page begins with: the guesses at its title, date and outlet look for these. */
const furniture = [
  '2020-02-28 ',
  '28.02.2020',
  'Feb. 28, 2020 ',
  '12:30 p.m. GMT+8 ',
  'at ',
  'by ',
  'By Jane ',
  'Published: ',
  'Updated on ',
  'Source: ',
  'LONDON, March 3 (Reuters) – ',
  'The Daily Post',
  'https://example.org/a?b=c#d ',
  'a@',
  'word ',
  'Die Brücke über den Fluss ',
  'الجسر فوق النهر ',
  '川にかかる橋は',
]

const SNIPPETS = [
  ...markup,
  ...bidi,
  ...controls,
  ...blanks,
  ...halves,
  ...heaps,
  ...quotes,
  ...paths,
  ...devices,
  ...HOSTILE_KEYS,
  ...furniture,
]

const MEGABYTE = 1024 * 1024
/** Of all strings, those that are as long as the largest articles; each takes a good while. */
const GIANT_SHARE = 1 / 40_000

const MESSY = fc.sample(messyText, { numRuns: 300, seed: 1 })

/** A string that somebody wrote to break the program, or that a broken program wrote. */
export function hostileString(random: Random): string {
  if (random.next() < GIANT_SHARE) return giantString(random)
  const kind = random.next()
  if (kind < 0.5) return severalOf(random, random.between(1, 6))
  if (kind < 0.65) return random.pick(SNIPPETS).repeat(random.between(2, 40))
  if (kind < 0.8) return random.pick(MESSY)
  if (kind < 0.95) return randomUnits(random, random.between(0, 40))
  if (kind < 0.99) return random.pick(SNIPPETS).repeat(random.between(40, 400))
  return repeatedTo(random.pick(SNIPPETS), random.between(5_000, 60_000))
}

/** Megabytes on one line. */
export function giantString(random: Random): string {
  const snippet = random.pick([...SNIPPETS.filter((text) => !/[\n\r]/.test(text)), 'x'])
  return repeatedTo(snippet, random.between(MEGABYTE, 10 * MEGABYTE))
}

/** A name for a file, a folder or a thing; now and then one that is fine. */
export function hostileName(random: Random): string {
  const kind = random.next()
  if (kind < 0.3) return random.pick([...paths, ...devices])
  if (kind < 0.6) return hostileString(random)
  const extension = random.pick(['.txt', '.jsonl', '.ndjson', '.TXT', '.json', '', '.zip'])
  return `${random.pick(['news', 'a/b/c', 'ü', '新聞', ...devices])}${extension}`
}

export function repeatedTo(snippet: string, length: number): string {
  return snippet === '' ? '' : snippet.repeat(Math.ceil(length / snippet.length))
}

function severalOf(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(SNIPPETS)).join('')
}

/** Any code units, halves of surrogate pairs among them; half of the strings are plain ASCII. */
function randomUnits(random: Random, length: number): string {
  const highest = random.pick([0x7f, 0xffff])
  const units = Array.from({ length }, () => random.between(0, highest))
  return String.fromCharCode(...units)
}
