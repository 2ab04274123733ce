import { readFile } from 'node:fs/promises'
import { ANNOTATOR, expect, test } from '../fixtures.ts'
import { ReadingSettings } from '../pages/reading-settings.ts'
import { skipWhere } from '../support/skip-where.ts'

test('the panel takes the keys, the text follows it at once, and settings outlive the program', async ({
  start,
}) => {
  const workbench = await start()
  const { window, page } = workbench
  const reading = new ReadingSettings(page)
  await window.welcome.begin(ANNOTATOR)
  await expect(window.reader.region).toBeVisible()

  await test.step('Escape leads to the text', async () => {
    await reading.opener.focus()
    await window.press('Enter')
    await expect(reading.size).toBeFocused()
    await expect(reading.opener).toHaveAttribute('aria-expanded', 'true')
    await window.press('1', 'j')
    await expect(window.labels.label('claim')).toHaveAttribute('aria-pressed', 'false')
    await window.press('Escape')
    await expect(reading.panel).toBeHidden()
    await expect(reading.opener).toHaveAttribute('aria-expanded', 'false')
    await expect(window.reader.region).toBeFocused()
    await window.press('Mod+Home', '1')
    await expect(window.inspector.spans).toHaveCount(1)
  })

  await test.step('a click elsewhere closes it, and so does a second on its button', async () => {
    await reading.open()
    await window.library.search.click()
    await expect(reading.panel).toBeHidden()
    await reading.open()
    await reading.opener.click()
    await expect(reading.panel).toBeHidden()
  })

  await test.step('Tab leads out of it', async () => {
    await reading.open()
    await reading.switch('Focus mode').focus()
    await window.press('Tab')
    await expect(reading.panel).toBeHidden()
    await expect(window.reader.region).toBeFocused()
  })

  await test.step('it stays closed when it is left before its opening is drawn', async () => {
    await reading.closeAsItOpens()
    await expect(reading.panel).toBeHidden()
    await expect(reading.opener).toHaveAttribute('aria-expanded', 'false')
  })

  await test.step('the text follows the settings at once', async () => {
    await reading.open()
    await window.press('ArrowRight', 'ArrowRight')
    await expect(reading.size).toHaveValue('21')
    await expect(window.reader.region).toHaveCSS('font-size', '21px')
    await reading.panel.getByRole('button', { name: 'Smaller text' }).click()
    await expect(window.reader.region).toHaveCSS('font-size', '20px')
    await reading.panel.getByRole('button', { name: 'Wider column' }).click()
    await expect(reading.width).toHaveAttribute('aria-valuetext', '660 px')
    await reading.font('Sans').check()
    await expect(window.reader.region).toHaveCSS('font-family', /Inter/)
    await reading.switch('Paragraph numbers').uncheck()
  })

  await test.step('and they outlive the program', async () => {
    // The program is ended at once after the last change.
    await reading.switch('Label letters').check()
    const again = await workbench.restart()
    const kept = new ReadingSettings(again.page)
    await expect(again.reader.region).toHaveCSS('font-size', '20px')
    await kept.open()
    await expect(kept.size).toHaveValue('20')
    await expect(kept.width).toHaveValue('660')
    await expect(kept.font('Sans')).toBeChecked()
    await expect(kept.switch('Paragraph numbers')).not.toBeChecked()
    await expect(kept.switch('Label letters')).toBeChecked()
    await kept.reset.click()
    await expect(again.reader.region).toHaveCSS('font-size', '19px')
    await expect(kept.font('Serif')).toBeChecked()
  })
})

test('what was changed last is kept when the page is closed right after', async ({
  home,
  host,
  start,
}) => {
  skipWhere(host === 'electron', 'its window is closed as the test above closes it')
  const { window, page } = await start()
  await window.welcome.begin(ANNOTATOR)
  await expect(window.reader.region).toBeVisible()
  await new ReadingSettings(page).open()
  // No time passes any more in which the change would be remembered anyway.
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 60_000)
  await window.press('ArrowRight')
  await page.close({ runBeforeUnload: true })
  const file = home.path('settings', 'Rubricator', 'settings.json')
  await expect.poll(() => readFile(file, 'utf8')).toMatch(/"size": ?20\b/)
})
