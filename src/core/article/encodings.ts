/**
 * The encodings that a text file can be read in: the name shown to people and kept with the article,
 * and the label under which a decoder knows it.
 * @see The WHATWG Encoding Standard, https://encoding.spec.whatwg.org/#names-and-labels
 */
export const encodings = [
  { name: 'UTF-8', label: 'utf-8' },
  { name: 'UTF-8 with BOM', label: 'utf-8' },
  { name: 'UTF-16 LE', label: 'utf-16le' },
  { name: 'UTF-16 BE', label: 'utf-16be' },
  { name: 'Windows-1250', label: 'windows-1250' },
  { name: 'Windows-1251', label: 'windows-1251' },
  { name: 'Windows-1252', label: 'windows-1252' },
  { name: 'Windows-1253', label: 'windows-1253' },
  { name: 'Windows-1254', label: 'windows-1254' },
  { name: 'Windows-1255', label: 'windows-1255' },
  { name: 'Windows-1256', label: 'windows-1256' },
  { name: 'ISO-8859-2', label: 'iso-8859-2' },
  { name: 'KOI8-R', label: 'koi8-r' },
  { name: 'Shift_JIS', label: 'shift_jis' },
  { name: 'EUC-JP', label: 'euc-jp' },
  { name: 'GB18030', label: 'gb18030' },
  { name: 'Big5', label: 'big5' },
  { name: 'EUC-KR', label: 'euc-kr' },
] as const

/** An encoding by the name that people see. */
export type EncodingName = (typeof encodings)[number]['name']

/** The names alone, in the order in which a person chooses from them. */
export const ENCODING_NAMES: readonly EncodingName[] = encodings.map(({ name }) => name)

/** The label under which a `TextDecoder` knows an encoding. */
export function labelOf(encoding: EncodingName): string {
  const found = encodings.find(({ name }) => name === encoding)
  if (!found) throw new RangeError(`Unknown encoding ${encoding}`)
  return found.label
}
