import { test } from '@playwright/test'

/** A step whose failure is shown where the spec called it, not inside of a page object. */
export function boxed<T>(title: string, body: () => Promise<T>): Promise<T> {
  return test.step(title, body, { box: true })
}
