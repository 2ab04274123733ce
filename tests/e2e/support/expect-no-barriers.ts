import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

/** Which rules the checker of accessibility is asked for: those about colours take a fraction of the time. */
export type Rules = 'all' | 'colours'

/** @param where - What is looked at, as it completes "on …". */
export function expectNoBarriers(page: Page, where: string, rules: Rules): Promise<void> {
  return test.step(`on ${where}`, async () => {
    // Electron has no browser context in which the checker could open a page of its own.
    const checker = new AxeBuilder({ page }).setLegacyMode().options({
      // No rule that is asked looks into style sheets.
      preload: false,
      resultTypes: ['violations'],
      ...(rules === 'colours' ? { runOnly: ['color-contrast'] } : {}),
    })
    const { violations } = await checker.analyze()
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`,
    )
    expect(found, where).toEqual([])
  })
}
