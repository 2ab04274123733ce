const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const PADDING = 61
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0))

/** The value of each base64 character by its code; 255 where the code is none. */
const VALUES = new Uint8Array(128).fill(255)
for (const [value, code] of CODES.entries()) VALUES[code] = value

/** Bytes turned into text at once: a multiple of 3, and few enough to be passed as arguments. */
const CHUNK = 3 * 8192

/** Encodes bytes as base64 with padding. The contract knows neither Node's way nor the browser's. */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let start = 0; start < bytes.length; start += CHUNK) {
    parts.push(encodeChunk(bytes.subarray(start, start + CHUNK)))
  }
  return parts.join('')
}

function encodeChunk(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  let at = 0
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index
    const group =
      ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0)
    codes[at++] = CODES[group >> 18] ?? 0
    codes[at++] = CODES[(group >> 12) & 63] ?? 0
    codes[at++] = left > 1 ? (CODES[(group >> 6) & 63] ?? 0) : PADDING
    codes[at++] = left > 2 ? (CODES[group & 63] ?? 0) : PADDING
  }
  return String.fromCharCode(...codes)
}

/**
 * Decodes what {@link encodeBase64} writes and nothing looser: no line ends, no missing padding, no
 * stray bits, so that every text stands for one sequence of bytes.
 * @returns null when the text is not base64.
 */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  const end = text.length - padding
  let at = 0
  let bits = 0
  let held = 0
  for (let index = 0; index < end; index++) {
    const value = VALUES[text.charCodeAt(index)] ?? 255
    if (value === 255) return null
    bits = ((bits << 6) | value) & 0xfff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[at++] = bits >> held
  }
  const stray = bits & ((1 << held) - 1)
  return stray === 0 ? bytes : null
}
