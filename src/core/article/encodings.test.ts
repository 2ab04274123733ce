import { describe, expect, it } from 'vitest'
import { ENCODING_NAMES, encodings, labelOf } from './encodings.ts'

describe('encodings', () => {
  it('names each encoding once', () => {
    expect(new Set(ENCODING_NAMES).size).toBe(encodings.length)
  })

  it('gives labels that decoders know', () => {
    for (const name of ENCODING_NAMES) {
      expect(new TextDecoder(labelOf(name)).decode(Uint8Array.of())).toBe('')
    }
  })
})
