import { expect, test } from '../fixtures.ts'
import { BackupsDialog } from '../pages/backups-dialog.ts'
import { CommandPalette } from '../pages/command-palette.ts'
import { longestArticle } from '../support/articles.ts'
import { makeYesterdays } from '../support/date-backup.ts'

test('restores yesterday’s marks from the menu', async ({ workbench, home }) => {
  const project = home.path('Casualties')
  let { window } = workbench
  await workbench.importByDialog([longestArticle().path])
  await window.imports.commit('1 article imported.')
  await window.imports.finish()
  await expect(window.reader.region).toBeVisible()
  await window.press('Escape', 'Mod+Home', '1', 'ArrowRight', '2')
  await expect(window.inspector.spans).toHaveCount(2)
  await window.status.expectSaved()
  const yesterdays = await window.inspector.names()
  await home.run('backup', project)
  await makeYesterdays(project)

  await window.press('ArrowRight', '3')
  await expect(window.inspector.spans).toHaveCount(3)
  await window.press('Mod+Home', 'Enter', 'Delete')
  await expect(window.inspector.spans).toHaveCount(2)
  await window.status.expectSaved()
  const todays = await window.inspector.names()
  expect(todays).not.toEqual(yesterdays)
  await window.choose('Back Up Now')
  await window.expectMessage('The project is backed up.')

  const backups = new BackupsDialog(workbench.page)
  await test.step('what would happen is said before it does', async () => {
    await window.choose('Restore from a Backup…')
    await expect(backups.backups).toHaveCount(2)
    await expect(backups.button('Restore…'), 'the latest is as the project is now').toBeDisabled()
    await backups.choose(/^Yesterday/)
    await expect(backups.foretold.first()).toHaveText(/^1 file will hold again/)
    await window.inspector.expectNames(todays)
  })
  await backups.restore(/Restored 1 file\. .+\.quarantine/)
  await window.inspector.expectNames(yesterdays)
  await window.status.expectSaved()

  await test.step('marks are made on it, and it is there after a restart', async () => {
    await window.press('Mod+End', '1')
    await expect(window.inspector.spans).toHaveCount(3)
    await window.status.expectSaved()
    window = await workbench.restart()
    await expect(window.inspector.spans).toHaveCount(3)
  })

  await test.step('what was replaced can be brought back in its turn', async () => {
    await new CommandPalette(workbench.page).choose('restore backup', /Restore from a Backup/)
    const again = new BackupsDialog(workbench.page)
    await again.choose(/^Today/)
    await again.restore(/Restored 1 file/)
    await window.inspector.expectNames(todays)
  })
})

test('says that there is no backup yet, and makes the first', async ({ workbench }) => {
  const { window, page } = workbench
  const backups = new BackupsDialog(page)
  await window.choose('Restore from a Backup…')
  await expect(page.getByText('There is no backup yet.')).toBeVisible()
  await backups.button('Back Up Now').click()
  await expect(backups.backups).toHaveCount(1)
  await window.press('Escape')
  await expect(backups.root).toBeHidden()
})
