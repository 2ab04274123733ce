import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { CommandPalette } from '../pages/command-palette.ts'
import { ReviewView } from '../pages/review.ts'
import { beginReview, REVIEWER } from '../support/begin-review.ts'

interface Line {
  readonly annotator: string
  readonly status: string
  readonly spans: readonly { readonly id: string; readonly text: string }[]
  readonly review: {
    readonly open: number
    readonly verdicts: readonly { readonly took: string | null; readonly reason: string | null }[]
  }
}

test('a reviewer decides an article with the keyboard, one key a disagreement', async ({
  start,
}) => {
  const { workbench, review } = await beginReview(start)
  await expect(review.rows).toHaveCount(5)
  await review.text.focus()
  const title = await review.openTitle()
  const open = await review.openCount()
  expect(open).toBeGreaterThan(4)

  await test.step('a key takes what all agree on', async () => {
    await workbench.window.press('a')
    await expect(review.progress).toContainText(/^\s*([1-9]\d*) of/)
  })
  await test.step('each key decides one', async () => {
    const keys = ['1', '2', 'Enter', 'x']
    for (const [index, key] of keys.entries()) {
      await workbench.window.press(key)
      await expect(review.waiting).toHaveCount(open - index - 1)
    }
  })
  await test.step('undo and redo', async () => {
    await workbench.window.press('u')
    await expect(review.waiting).toHaveCount(open - 3)
    await workbench.window.press('Mod+Shift+Z')
    await expect(review.waiting).toHaveCount(open - 4)
  })
  await test.step('the rest, and the approval', async () => {
    for (let left = open - 4; left > 0; left--) {
      await workbench.window.press('Enter')
      await expect(review.waiting).toHaveCount(left - 1)
    }
    await workbench.window.press('Shift+A')
    await expect(review.rows.filter({ hasText: title })).toHaveAccessibleDescription(/approved/)
    await workbench.window.status.expectSaved()
  })
  await test.step('all of it is there after a restart', async () => {
    const window = await workbench.restart()
    await window.expectProject('Sample project')
    const again = new ReviewView(workbench.page)
    await again.show()
    await expect(again.rows.filter({ hasText: title })).toHaveAccessibleDescription(
      /approved, 0 open$/,
    )
  })
})

test('gives reasons, own versions and comments, and exports the adjudicated set with them', async ({
  start,
  home,
}) => {
  const { workbench, review } = await beginReview(start)
  const { window, page } = workbench
  await review.text.focus()
  const open = await review.openCount()

  await window.press('r')
  await page.keyboard.type('The guideline leaves the article out')
  await window.press('Enter', '1')
  await expect(review.waiting).toHaveCount(open - 1)

  await test.step('a version of the reviewer’s own', async () => {
    await window.press('e')
    const draft = page.getByRole('group', { name: 'A version of your own' })
    await expect(draft).toBeFocused()
    const quote = await draft.locator('blockquote').textContent()
    await window.press('ArrowRight')
    await expect(draft.locator('blockquote')).not.toHaveText(quote ?? '')
    await window.press('3', 'Enter')
    await expect(draft).toBeHidden()
    await expect(review.waiting).toHaveCount(open - 2)
  })
  await test.step('a comment', async () => {
    await window.press('c')
    await page.keyboard.type('Is the hedge part of it?')
    await window.press('Enter')
    await expect(review.card).toContainText(`${REVIEWER} Is the hedge part of it?`)
  })
  await test.step('the list, one key away', async () => {
    await window.press('v')
    await expect(page.getByRole('article').first()).toBeVisible()
    await window.press('v')
    await expect(review.text).toBeVisible()
  })
  await window.status.expectSaved()

  const file = home.path('adjudicated.jsonl')
  await workbench.host.saveAs(file, async () => {
    await window.choose('Export Adjudicated Sets…')
    await page.getByRole('button', { name: 'Export 1 article' }).click()
  })
  await window.expectMessage(/Exported 1 line to /)
  const [line] = (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((json) => JSON.parse(json) as Line)
  expect(line).toMatchObject({ annotator: 'adjudicated', status: 'in-progress' })
  expect(line?.review.verdicts).toHaveLength(2)
  expect(line?.review.verdicts[0]).toMatchObject({ reason: 'The guideline leaves the article out' })
  expect(line?.spans).toHaveLength(2)
})

test('a verdict stays while its marks do, and is asked again when they change', async ({
  start,
  home,
}) => {
  const { workbench, review } = await beginReview(start)
  const { window } = workbench
  await review.text.focus()
  const open = await review.openCount()
  for (let left = open; left > 0; left--) {
    await window.press('Enter')
    await expect(review.waiting).toHaveCount(left - 1)
  }
  await window.status.expectSaved()

  await test.step('a colleague’s set changes on disk', async () => {
    const project = path.join(home.projectsFolder, 'Sample project')
    await moveFirstSpan(project, await reviewedArticle(project))
    await expect(review.waiting).toHaveCount(1, { timeout: 10_000 })
    await expect(review.waiting).toContainText('changed since')
  })
})

/** The id of the one article that has a review. */
async function reviewedArticle(project: string): Promise<string> {
  const names = await readdir(path.join(project, 'reviews'), { recursive: true })
  return path.basename(names.find((name) => name.endsWith('.json')) ?? '', '.json')
}

/** Shortens a disputed span of Miriam Keller's by a character, as her own program would. */
async function moveFirstSpan(project: string, article: string): Promise<void> {
  const { writeFile, rename } = await import('node:fs/promises')
  const review = JSON.parse(
    await readFile(await fileOf(path.join(project, 'reviews'), article), 'utf8'),
  ) as { records: { ground: { annotator: string; span: { id: string } }[] }[] }
  const grounds = review.records.flatMap(({ ground }) => ground)
  const judged = grounds.find(({ annotator }) => annotator === 'miriam-keller')?.span.id
  const file = await fileOf(path.join(project, 'annotations', 'miriam-keller'), article)
  const set = JSON.parse(await readFile(file, 'utf8')) as {
    revision: number
    spans: { id: string; end: number; text: string }[]
  }
  const span = set.spans.find(({ id }) => id === judged)
  if (span === undefined) throw new Error('None of the spans that were judged is there')
  span.end -= 1
  span.text = Array.from(span.text).slice(0, -1).join('')
  set.revision += 1
  await writeFile(`${file}.new`, JSON.stringify(set))
  await rename(`${file}.new`, file)
}

async function fileOf(folder: string, article: string): Promise<string> {
  const names = await readdir(folder, { recursive: true })
  const name = names.find((each) => path.basename(each) === `${article}.json`)
  return path.join(folder, name ?? '')
}

test('hides what others have marked until the own set is done, or blind marking is switched off', async ({
  start,
}) => {
  const { workbench, review } = await beginReview(start)
  const { window, page } = workbench
  const palette = new CommandPalette(page)
  const title = await review.openTitle()
  const hidden = page.getByRole('heading', { name: 'Finish your own marks first' })
  await window.press('F6')
  await window.library.open(title)
  await window.reader.region.focus()
  await window.press('Mod+Home', '1')
  await window.status.expectText('In progress')
  await window.press('F7')
  await expect(hidden).toBeVisible()
  await expect(review.text).toBeHidden()

  await palette.choose('blind', /Blind Marking On or Off/)
  await expect(window.message).toContainText('Blind marking is off')
  await expect(review.text).toBeVisible()
  await expect(hidden).toBeHidden()
  await palette.choose('blind', /Blind Marking On or Off/)
  await expect(window.message).toContainText('Blind marking is on')
  await expect(hidden).toBeVisible()
})
