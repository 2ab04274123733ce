import { expect, test } from '../fixtures.ts'
import type { Home } from '../hosts/home.ts'
import type { Workbench } from '../hosts/workbench.ts'
import { FeedbackPanel } from '../pages/feedback-panel.ts'
import { ReviewView } from '../pages/review.ts'

const TITLE = 'Delegation leaves Ankara with nothing agreed'
const REASON = 'The article belongs to the name'

let workbench: Workbench

/** Maria Koch has reviewed an article that both have marked, and asks for changes. */
test.beforeEach(async ({ home, start, preparedProjects }) => {
  const project = home.path('project')
  await preparedProjects.copy('sample', project)
  workbench = await start({ project })
  await workbench.window.welcome.begin('Maria Koch')
  const { window, page } = workbench
  await expect(window.library.options).toHaveCount(5)
  const review = new ReviewView(page)
  await review.show()
  await review.open(TITLE)
  const open = await review.openCount()
  await window.press('r')
  await page.keyboard.type(REASON)
  // Tarik Aydın’s version, and then Miriam Keller’s.
  await window.press('Enter', '2')
  await expect(review.waiting).toHaveCount(open - 1)
  await window.press('c')
  await page.keyboard.type('Is the month enough?')
  await window.press('Enter')
  await expect(review.card).toContainText('Is the month enough?')
  await review.text.focus()
  await window.press('1')
  await expect(review.waiting).toHaveCount(open - 2)
  // What they differ in by a value alone is left open.
  await window.press('s', 'x')
  await expect(review.waiting).toHaveCount(open - 3)
  await window.press('a', 'Shift+C')
  await expect(review.rows.filter({ hasText: TITLE })).toHaveAccessibleDescription(/changes asked/)
  await window.status.expectSaved()
})

/** Somebody else sits down at the same project. */
async function changePerson(home: Home, name: string): Promise<FeedbackPanel> {
  const window = await workbench.restart(() => home.forgetPerson())
  await window.welcome.begin(name)
  await expect(window.library.options).toHaveCount(5)
  await window.library.open(TITLE)
  return new FeedbackPanel(workbench.page)
}

test('an annotator reads what was changed and why, takes it over, and undoes that', async ({
  home,
}) => {
  const feedback = await changePerson(home, 'Miriam Keller')
  const { window } = workbench
  const row = window.library.options.filter({ hasText: TITLE })
  await expect(row).toHaveAccessibleDescription(/^changes asked/)
  await expect(feedback.root).toContainText('Changes asked')
  await expect(feedback.items).toHaveCount(3)
  await expect(feedback.root).toContainText('3 of 3 open')
  const before = await window.inspector.names()

  await test.step('a key goes to the first, and the span in the text', async () => {
    await window.reader.region.focus()
    await window.press('r')
    await expect(feedback.chosen).toContainText('Bounds changed')
    await expect(feedback.chosen).toContainText(`Maria Koch: ${REASON}`)
    await window.inspector.expectSelected('actor: diplomatic source')
  })
  await test.step('another takes it over', async () => {
    await window.press('t')
    await window.inspector.expectSelected('actor: a diplomatic source')
    await expect(feedback.chosen.getByRole('img', { name: 'followed' })).toBeVisible()
    await expect(feedback.root).toContainText('2 of 3 open')
    await window.press('r')
    await feedback.chosen.getByRole('button', { name: 'Delete mine too' }).click()
    await expect(feedback.root).toContainText('1 of 3 open')
    await window.press('r', 't')
    await expect(feedback.root).toContainText('all followed')
    await expect.poll(() => window.inspector.names()).toHaveLength(before.length - 2)
    await window.status.expectSaved()
  })
  await test.step('undo brings the own marks back', async () => {
    await window.reader.region.focus()
    await window.press('Mod+Z', 'Mod+Z', 'Mod+Z')
    await window.inspector.expectNames(before)
    await expect(feedback.root).toContainText('3 of 3 open')
  })
})

test('an annotator answers, and the reviewer reads it', async ({ home }) => {
  const feedback = await changePerson(home, 'Tarik Aydın')
  const { window, page } = workbench
  await feedback.choose('from 8 to 10 February')
  await expect(feedback.chosen).toContainText('Maria Koch Is the month enough?')
  await window.reader.region.focus()
  await window.press('a')
  await expect(feedback.answer).toBeFocused()
  await page.keyboard.type('The day is in the text, too.')
  await window.press('Enter')
  await expect(feedback.chosen).toContainText('Tarik Aydın The day is in the text, too.')
  await window.status.expectSaved()

  const again = await workbench.restart(() => home.forgetPerson())
  await again.welcome.begin('Maria Koch')
  await expect(again.library.options).toHaveCount(5)
  const review = new ReviewView(workbench.page)
  await review.show()
  await review.open(TITLE)
  await review.disagreements.filter({ hasText: '8 to 10 February' }).click()
  await expect(review.card).toContainText('Tarik Aydın The day is in the text, too.')
})
