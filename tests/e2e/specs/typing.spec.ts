import { readFile } from 'node:fs/promises'
import { ANNOTATOR, expect, test } from '../fixtures.ts'
import type { AppWindow } from '../pages/app-window.ts'

const NOTE = 'seen and/or told, 5 times'

test('a note that is being typed is exported, and outlives the end of the program', async ({
  start,
}) => {
  const workbench = await start()
  await typeNote(workbench.window)
  // What is typed means itself: no article is sought, marked or opened by it.
  await expect(workbench.window.inspector.note).toHaveValue(NOTE)
  await expect(workbench.window.library.search).toHaveValue('')

  const lines = await readFile(await workbench.saveExport(), 'utf8')
  expect(lines).toContain(JSON.stringify({ note: NOTE }).slice(1, -1))

  await workbench.window.inspector.note.fill('changed at the last moment')
  const again = await workbench.restart()
  await again.inspector.spans.first().click()
  await expect(again.inspector.note).toHaveValue('changed at the last moment')
})

test('keys mean nothing behind a dialog', async ({ start }) => {
  const { window } = await start()
  await window.welcome.begin(ANNOTATOR)
  await expect(window.library.options).toHaveCount(5)
  await window.press('Mod+Home', '?')
  await expect(window.page.getByRole('dialog', { name: 'All keys' })).toBeVisible()
  await window.press('2', 'j', 'd', 'Escape')
  await expect(window.inspector.spans).toHaveCount(0)
  await window.status.expectText('Not started')
})

async function typeNote(window: AppWindow): Promise<void> {
  await window.welcome.begin(ANNOTATOR)
  await expect(window.library.options).toHaveCount(5)
  await window.press('Mod+Home', '1', 'n')
  await expect(window.inspector.note).toBeFocused()
  await window.page.keyboard.type(NOTE)
}
