import { test } from '@playwright/test'

/** Skips the present test, and prints why: the reporters do not. */
export function skipWhere(condition: boolean, reason: string): void {
  if (condition) console.log(`SKIPPED ${test.info().title}: ${reason}`)
  test.skip(condition, reason)
}
