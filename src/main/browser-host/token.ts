import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const TOKEN_BYTES = 32

/**
 * How long a wrong secret waits for its refusal. With the bound on connections this also bounds how
 * many can be tried in a second, without ever keeping out who knows the right one.
 */
export const WRONG_TOKEN_COSTS = 1000

/** @returns A fresh 256-bit secret that stands in a URL as it is. */
export function freshToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** Compares two secrets in a time that says nothing about where they differ, or how long they are. */
export function tokensMatch(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right))
}

function digest(token: string): Uint8Array {
  return createHash('sha256').update(token).digest()
}
