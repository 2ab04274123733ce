import { readFile } from 'node:fs/promises'
import { ANNOTATOR, expect, test } from '../fixtures.ts'

const NOTE = 'seen and/or told, 5 times'

test('keys mean nothing behind a dialog, and themselves in a note, which is not lost', async ({
  start,
}) => {
  const workbench = await start()
  const { window, page } = workbench
  await window.welcome.begin(ANNOTATOR)
  await expect(window.library.options).toHaveCount(5)

  await test.step('keys mean nothing behind a dialog', async () => {
    await window.press('Mod+Home', '?')
    const dialog = page.getByRole('dialog', { name: 'All keys' })
    await expect(dialog).toBeVisible()
    await window.press('2', 'j', 'd', 'Escape')
    await expect(dialog).toBeHidden()
    await expect(window.inspector.spans).toHaveCount(0)
    await window.status.expectText('Not started')
  })

  await test.step('no article is sought, marked or opened by what is typed', async () => {
    await window.press('Mod+Home', '1', 'n')
    await expect(window.inspector.note).toBeFocused()
    await page.keyboard.type(NOTE)
    await expect(window.inspector.note).toHaveValue(NOTE)
    await expect(window.library.search).toHaveValue('')
  })

  await test.step('a note that is being typed is exported', async () => {
    const lines = await readFile(await workbench.saveExport(), 'utf8')
    expect(lines).toContain(JSON.stringify({ note: NOTE }).slice(1, -1))
  })

  await test.step('and outlives the end of the program', async () => {
    await window.inspector.note.fill('changed at the last moment')
    const again = await workbench.restart()
    await again.inspector.spans.first().click()
    await expect(again.inspector.note).toHaveValue('changed at the last moment')
  })
})
