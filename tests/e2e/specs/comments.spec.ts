import { expect, test } from '../fixtures.ts'
import { CommentsDialog } from '../pages/comments-dialog.ts'
import { ReviewView } from '../pages/review.ts'

const FIRST = 'Delegation leaves Ankara with nothing agreed'
const SECOND = 'Joint patrols rehearse what the deal left open'

test('comments of all articles are listed, answered, resolved and gone to', async ({
  home,
  start,
  preparedProjects,
}) => {
  const project = home.path('project')
  await preparedProjects.copy('sample', project)
  const workbench = await start({ project })
  const { window, page } = workbench
  await window.welcome.begin('Maria Koch')
  await expect(window.library.options).toHaveCount(5)
  const review = new ReviewView(page)
  const comments = new CommentsDialog(page)

  await test.step('nothing is there at first', async () => {
    await comments.open()
    await expect(comments.root).toContainText('Nobody has commented yet')
    await window.press('Escape')
    await expect(comments.dialog).toBeHidden()
  })
  await test.step('comments on a place and on an article', async () => {
    await review.show()
    await review.open(FIRST)
    await window.press('c')
    await page.keyboard.type('With the article?')
    await window.press('Enter')
    await expect(review.card).toContainText('Maria Koch With the article?')
    await review.open(SECOND)
    await window.press('m')
    await expect(page.getByRole('textbox', { name: 'Comment on the article' })).toBeFocused()
    await page.keyboard.type('Read it again, please.')
    await window.press('Enter')
    const decision = page.getByRole('complementary', { name: 'Decision' })
    await expect(decision).toContainText('Maria Koch Read it again, please.')
  })
  await test.step('both are listed with what they are about', async () => {
    await comments.open()
    await expect(comments.threads).toHaveCount(2)
    await expect(comments.thread('With the article?')).toContainText('diplomatic source')
    await expect(comments.thread('With the article?')).toContainText('Marked by')
    await expect(comments.thread('Read it again')).toContainText('On the article')
  })
  await test.step('one is answered and resolved', async () => {
    const thread = comments.thread('With the article?')
    await thread.getByRole('textbox', { name: 'Answer' }).fill('Yes, see the guideline.')
    await window.press('Enter')
    await expect(thread).toContainText('Yes, see the guideline.')
    await thread.getByRole('button', { name: 'Resolve' }).click()
    await expect(comments.threads).toHaveCount(1)
    await comments.show('Resolved')
    await expect(comments.thread('With the article?')).toContainText('Yes, see the guideline.')
  })
  await test.step('it leads to its place', async () => {
    const go = comments.root.getByRole('button', { name: /^Go to “With the article\?”/ })
    await go.focus()
    await window.press('Enter')
    await expect(comments.dialog).toBeHidden()
    await expect(review.rows.filter({ hasText: FIRST })).toHaveAttribute('aria-selected', 'true')
    await expect(review.card).toContainText('Yes, see the guideline.')
    await window.status.expectSaved()
  })
  await test.step('they are there after a restart', async () => {
    const again = await workbench.restart()
    await expect(again.library.options).toHaveCount(5)
    const dialog = new CommentsDialog(workbench.page)
    await dialog.open()
    await expect(dialog.threads).toHaveCount(1)
    await dialog.show('All')
    await expect(dialog.threads).toHaveCount(2)
  })
})
