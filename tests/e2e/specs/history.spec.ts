import { expect, test } from '../fixtures.ts'
import { CommandPalette } from '../pages/command-palette.ts'
import { HistoryPanel } from '../pages/history-panel.ts'
import { longestArticle } from '../support/articles.ts'

test('steps back to any point of an article’s history, and forward again', async ({
  workbench,
}) => {
  let { window } = workbench
  let history = new HistoryPanel(workbench.page)
  await workbench.importByDialog([longestArticle().path])
  await window.imports.commit('1 article imported.')
  await window.imports.finish()
  await expect(window.reader.region).toBeVisible()

  await test.step('it teaches what it is for while there is nothing in it', async () => {
    await window.press('Mod+Shift+H')
    await expect(history.root).toContainText('Nothing was changed here yet.')
    await window.press('Escape')
    await expect(history.root).toBeHidden()
    await expect(window.reader.region).toBeFocused()
  })

  await window.press('Mod+Home', '1', 'ArrowRight', '2', 'Mod+Z', 'ArrowRight', '3', '1')
  await expect(window.inspector.spans).toHaveCount(2)
  const present = await window.inspector.names()

  const rows = [
    '“.+” relabelled date to claim, \\d\\d:\\d\\d, Ada Ünal$',
    '“.+” marked as date',
    '“.+” undid: marked as actor',
    '“.+” marked as actor',
    '“.+” marked as claim',
    'Beginning before the first change$',
  ]
  await test.step('it lists every change, also what was undone', async () => {
    await window.press('Mod+Shift+H')
    await expect(history.list).toBeFocused()
    await history.expectRows(rows)
    await expect(history.selected).toHaveAttribute('aria-posinset', '1')
    await expect(history.past).toBeHidden()
  })

  await test.step('the text shows the past, in which nothing can be changed', async () => {
    await window.press('ArrowDown', 'ArrowDown', 'ArrowDown')
    await expect(history.selected).toHaveAttribute('aria-posinset', '4')
    const active = (await history.selected.getAttribute('id')) ?? ''
    await expect(history.list).toHaveAttribute('aria-activedescendant', active)
    await expect(history.past).toContainText(/As it was at \d\d:\d\d/)
    await expect(window.status.root).toContainText('2 spans')
    await window.press('4')
    await expect(workbench.page.getByRole('alert')).toContainText('marks of the past')
    await window.press('Escape')
    await expect(history.past).toBeHidden()
    await window.inspector.expectNames(present)
  })

  await test.step('going back is one edit, which one undo takes back', async () => {
    await new CommandPalette(workbench.page).choose('history', /History of this article/)
    await expect(history.list).toBeFocused()
    await window.press('End', 'ArrowUp', 'Enter')
    await window.expectMessage(/Went back to \d\d:\d\d; undo brings the marks back/)
    await history.expectRows(['“.+” deleted, was claim', ...rows])
    await expect(window.status.root).toContainText('1 span')
    await window.press('Mod+Z')
    await expect(history.rows).toHaveCount(rows.length + 2)
    await window.press('Mod+Shift+H')
    await window.inspector.expectNames(present)
    await window.status.expectSaved()
  })

  await test.step('it is there after a restart', async () => {
    window = await workbench.restart()
    history = new HistoryPanel(workbench.page)
    await window.inspector.expectNames(present)
    await window.press('Mod+Shift+H')
    await history.expectRows(['.+ undid: ', '.+', ...rows])
    await window.press('End')
    await history.button('Go Back to Here').click()
    await expect(window.reader.region).toBeFocused()
    await window.expectMessage('Went back to the beginning')
    await window.press('Mod+Z', 'Escape')
    await window.inspector.expectNames(present)
  })
})
