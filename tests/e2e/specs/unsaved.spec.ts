import { mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import type { Workbench } from '../hosts/workbench.ts'
import { CommandPalette } from '../pages/command-palette.ts'
import { ReviewView } from '../pages/review.ts'
import { UnsavedDialog } from '../pages/unsaved-dialog.ts'
import { beginReview } from '../support/begin-review.ts'
import { checkExport } from '../support/exported.ts'
import { refuseMarks, takeAway } from '../support/failing-disk.ts'
import { longestArticle } from '../support/articles.ts'
import { skipWhere } from '../support/skip-where.ts'

test('marks that the disk does not take are shown, tried again by themselves and on demand', async ({
  workbench,
}) => {
  const { window, page } = workbench
  await markOnce(workbench)
  const heal = await refuseMarks(projectOf(workbench))
  await window.press('ArrowRight', '2')
  await expect(window.status.save).toHaveText(/^Not saved: Could not .+annotations/)
  await expect(window.inspector.spans).toHaveCount(2)

  await test.step('trying again says why it is not saved still', async () => {
    await window.status.root.getByRole('button', { name: 'Try Again' }).click()
    await expect(window.status.save).toHaveText(/^Not saved: /)
  })
  await heal()
  await test.step('the command saves', async () => {
    await new CommandPalette(page).choose('save now', /Save Now/)
    await window.status.expectSaved()
    await expect(window.status.root.getByRole('button', { name: 'Try Again' })).toBeHidden()
  })
  await test.step('and so does waiting', async () => {
    const healAgain = await refuseMarks(projectOf(workbench))
    await window.press('ArrowRight', '1')
    await expect(window.status.save).toHaveText(/^Not saved: /)
    await healAgain()
    await window.status.expectSaved()
  })
  const again = await workbench.restart()
  await expect(again.inspector.spans).toHaveCount(3)
})

test('marks of a project that has gone are exported, and imported into another', async ({
  workbench,
  home,
}) => {
  const { window } = workbench
  const unsaved = new UnsavedDialog(workbench.page)
  await markOnce(workbench)
  await takeAway(projectOf(workbench))
  await window.press('ArrowRight', '2')
  await expect(window.status.save).toHaveText(/^Not saved: /)
  const names = await window.inspector.names()

  const file = home.path('rescued.jsonl')
  await workbench.host.saveAs(file, () =>
    window.status.root.getByRole('button', { name: 'Export…' }).click(),
  )
  await window.expectMessage(/Exported 1 article with marks that are not saved to /)
  const [record] = await checkExport(file)
  expect(record?.spans).toHaveLength(2)
  expect(record?.text).toBe(longestArticle().text)

  await test.step('another project is opened only when the person says so', async () => {
    await window.press('Mod+Shift+N')
    const creating = window.projects.create('Elsewhere')
    await unsaved.expectLosses('1 mark')
    await unsaved.answer('Go On Without Saving')
    await creating
    await window.expectProject('Elsewhere')
    await window.status.expectSaved()
  })
  expect(await readdir(home.folder), 'no folder has come back').not.toContain('Casualties')

  await workbench.importByDialog([file])
  await window.imports.commit('1 article and 1 annotation set imported.')
  await window.imports.finish()
  await window.inspector.expectNames(names)
})

test('marks of a drive that is pulled out wait until it is back, and nothing is written in its place', async ({
  workbench,
}) => {
  const { window } = workbench
  await markOnce(workbench)
  const titles = await window.library.titles()
  const bringBack = await takeAway(projectOf(workbench))
  await test.step('an empty folder is no project', async () => {
    await mkdir(projectOf(workbench))
    await window.press('ArrowRight', '2')
    await expect(window.status.save).toHaveText(/^Not saved: Could not find .+project\.json/)
    await window.status.root.getByRole('button', { name: 'Try Again' }).click()
    await expect(window.status.save).toHaveText(/^Not saved: /)
    expect(await readdir(projectOf(workbench))).toEqual([])
    expect(await window.library.titles()).toEqual(titles)
  })
  await rmdir(projectOf(workbench))
  await bringBack()
  await window.status.expectSaved()
  const again = await workbench.restart()
  await expect(again.inspector.spans).toHaveCount(2)
})

test('ending the program asks about marks that are not saved, and ends when they are', async ({
  workbench,
}) => {
  const { window, page } = workbench
  const unsaved = new UnsavedDialog(page)
  await markOnce(workbench)
  const heal = await refuseMarks(projectOf(workbench))
  await window.press('ArrowRight', '2', 'ArrowRight', '3')
  await expect(window.status.save).toHaveText(/^Not saved: /)

  await workbench.host.beginClose()
  await unsaved.expectLosses('2 marks')
  await expect(unsaved.problem).toContainText('annotations')
  await unsaved.button('Try Again').click()
  await expect(unsaved.problem).toContainText('annotations')

  const ended = workbench.host.ended()
  await heal()
  await unsaved.button('Try Again').click()
  await ended
  const again = await workbench.restart()
  await expect(again.inspector.spans).toHaveCount(3)
})

test('ending the program without saving is possible, and only what was named is lost', async ({
  workbench,
}) => {
  const { window, page } = workbench
  const unsaved = new UnsavedDialog(page)
  await markOnce(workbench)
  const heal = await refuseMarks(projectOf(workbench))
  await window.press('ArrowRight', '2')
  await expect(window.status.save).toHaveText(/^Not saved: /)
  await workbench.host.beginClose()
  await unsaved.expectLosses('1 mark')
  const ended = workbench.host.ended()
  await unsaved.button('Close Without Saving').click()
  await ended
  await heal()
  const again = await workbench.restart()
  await expect(again.inspector.spans).toHaveCount(1)
})

test('a person who stays goes on as before', async ({ workbench }) => {
  const { window, page } = workbench
  const unsaved = new UnsavedDialog(page)
  await markOnce(workbench)
  const heal = await refuseMarks(projectOf(workbench))
  await window.press('ArrowRight', '2')
  await expect(window.status.save).toHaveText(/^Not saved: /)
  await workbench.host.beginClose()
  await unsaved.expectLosses('1 mark')
  await unsaved.answer('Stay')
  await heal()
  await window.status.expectSaved()
  await window.press('ArrowRight', '3')
  await expect(window.inspector.spans).toHaveCount(3)
  await window.status.expectSaved()
})

test('discarding goes back to what is on disk', async ({ workbench }) => {
  const { window, page } = workbench
  const unsaved = new UnsavedDialog(page)
  await markOnce(workbench)
  const heal = await refuseMarks(projectOf(workbench))
  await window.press('ArrowRight', '2')
  await expect(window.status.save).toHaveText(/^Not saved: /)
  const palette = new CommandPalette(page)
  await palette.choose('discard', /Discard Unsaved Marks/)
  await unsaved.expectLosses('1 mark')
  await unsaved.answer('Keep')
  await expect(window.inspector.spans).toHaveCount(2)
  await palette.choose('discard', /Discard Unsaved Marks/)
  await unsaved.answer('Discard')
  await expect(window.inspector.spans).toHaveCount(1)
  await window.status.expectSaved()
  await heal()
})

test('verdicts that the disk does not take are told, exported, and taken in again', async ({
  start,
  home,
}) => {
  const { workbench, review } = await beginReview(start)
  const { window, page } = workbench
  const project = home.path('Rubricator', 'Sample project')
  const inTheWay = path.join(project, 'reviews')
  await writeFile(inTheWay, 'in the way')
  await review.text.focus()
  const [title, open] = [await review.openTitle(), await review.openCount()]
  await window.press('1', 'x')
  await expect(review.waiting).toHaveCount(open - 2)
  await expect(window.status.save).toHaveText(/^Not saved: Could not .+reviews/)

  const file = home.path('rescued.rubricator-pack.jsonl')
  await workbench.host.saveAs(file, () =>
    window.status.root.getByRole('button', { name: 'Export…' }).click(),
  )
  await window.expectMessage(/Exported 1 review with words that are not saved to /)
  const unsaved = new UnsavedDialog(page)
  await workbench.host.beginClose()
  await unsaved.expectLosses('2 decisions')
  const ended = workbench.host.ended()
  await unsaved.button('Close Without Saving').click()
  await ended

  await rm(inTheWay)
  await home.run('unpack', project, file)
  const again = await workbench.restart()
  await again.expectProject('Sample project')
  const found = new ReviewView(workbench.page)
  await found.show()
  await found.open(title)
  await expect(found.waiting).toHaveCount(open - 2)
})

test('a browser asks before its tab is closed', async ({ host, workbench }) => {
  skipWhere(host === 'electron', 'the desktop program asks itself')
  const { window, page } = workbench
  await markOnce(workbench)
  const heal = await refuseMarks(projectOf(workbench))
  await window.press('ArrowRight', '2')
  await expect(window.status.save).toHaveText(/^Not saved: /)
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect(window.inspector.spans).toHaveCount(2)
  await heal()
  await window.status.expectSaved()
})

function projectOf({ home }: Workbench): string {
  return home.path('Casualties')
}

/** Imports an article and marks in it, so that the marks have a folder. */
async function markOnce(workbench: Workbench): Promise<void> {
  const { window } = workbench
  await workbench.importByDialog([longestArticle().path])
  await window.imports.commit('1 article imported.')
  await window.imports.finish()
  await expect(window.reader.region).toBeVisible()
  await window.press('Escape', 'Mod+Home', '1')
  await expect(window.inspector.spans).toHaveCount(1)
  await window.status.expectSaved()
}
