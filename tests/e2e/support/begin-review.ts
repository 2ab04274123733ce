import { expect } from '../fixtures.ts'
import type { Workbench } from '../hosts/workbench.ts'
import { ReviewView } from '../pages/review.ts'

/** Who reviews the sample project, which others have marked. */
export const REVIEWER = 'Maria Koch'

/** Starts the program as somebody new, and shows the review of the sample project. */
export async function beginReview(
  start: () => Promise<Workbench>,
): Promise<{ workbench: Workbench; review: ReviewView }> {
  const workbench = await start()
  await workbench.window.welcome.begin(REVIEWER)
  await workbench.window.expectProject('Sample project')
  await expect(workbench.window.library.options).toHaveCount(5)
  const review = new ReviewView(workbench.page)
  await review.show()
  await expect(review.text).toBeVisible()
  return { workbench, review }
}
