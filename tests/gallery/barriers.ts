/** What holds for a page, of which a story is a part. */
const RULES_FOR_PAGES = ['bypass', 'landmark-one-main', 'page-has-heading-one', 'region']

/**
 * What the checker of accessibility finds in a story, a line each. It is asked in each window by
 * itself: Playwright's wrapper of it lets all windows of a page ask each other, which takes five times
 * as long.
 */
export async function barriersIn(rules: 'all' | 'colours'): Promise<readonly string[]> {
  const { default: axe } = await import('axe-core')
  const { violations } = await axe.run(document, {
    iframes: false,
    // No rule that is asked looks into style sheets.
    preload: false,
    resultTypes: ['violations'],
    ...(rules === 'colours'
      ? { runOnly: ['color-contrast'] }
      : { rules: Object.fromEntries(RULES_FOR_PAGES.map((id) => [id, { enabled: false }])) }),
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id} at ${target.join(' ')}: ${html}`),
  )
}
