import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { ANNOTATOR, expect, test } from '../fixtures.ts'
import { CommandPalette } from '../pages/command-palette.ts'
import { KeysSheet } from '../pages/keys-sheet.ts'

test('the palette opens articles, marks and runs commands, and gives the focus back', async ({
  start,
}) => {
  const { window, page } = await start()
  const palette = new CommandPalette(page)
  await window.welcome.begin(ANNOTATOR)
  await expect(window.library.options).toHaveCount(5)

  await test.step('Escape, the same keys and a click beside it close it', async () => {
    await window.library.search.focus()
    await palette.open()
    await window.press('Escape')
    await expect(palette.root).toBeHidden()
    await expect(window.library.search).toBeFocused()
    await palette.open()
    await window.press('Mod+K')
    await expect(palette.root).toBeHidden()
    await palette.opener.click()
    await expect(palette.field).toBeFocused()
    await page.mouse.click(4, 4)
    await expect(palette.root).toBeHidden()
  })

  await test.step('an article by its title', async () => {
    const title = (await window.library.titles())[2] ?? ''
    await palette.choose(title.slice(0, 14), new RegExp(title))
    await expect(window.library.selected).toHaveAccessibleName(title)
  })

  await test.step('a label, on what the cursor covers', async () => {
    await window.reader.region.focus()
    await window.press('Mod+Home', 'ArrowRight')
    await palette.choose('mcl', /Mark as claim/)
    await expect(window.inspector.spans).toHaveCount(1)
    await expect(window.reader.region).toBeFocused()
  })

  await test.step('a command that moves the focus', async () => {
    await palette.choose('search', /Search articles/)
    await expect(window.library.search).toBeFocused()
    await palette.open()
    await expect(palette.active).toHaveText(/Search articles/)
    await window.press('Escape')
  })

  await test.step('by the arrows; what cannot be done says why', async () => {
    await palette.open()
    await page.keyboard.type('redo')
    await expect(palette.active).toContainText('There is nothing to redo')
    await window.press('Enter')
    await expect(palette.root).toBeVisible()
    await window.press('End', 'ArrowDown')
    await expect(palette.options.first()).toHaveAttribute('aria-selected', 'true')
    await window.press('ArrowUp')
    await expect(palette.options.last()).toHaveAttribute('aria-selected', 'true')
  })
})

test('keys travel in a file, are changed, named where they conflict, and outlive the program', async ({
  start,
}) => {
  const workbench = await start()
  const { window, page, home, host } = workbench
  const sheet = new KeysSheet(page)
  await window.welcome.begin(ANNOTATOR)
  await expect(window.library.options).toHaveCount(5)
  const titles = await window.library.titles()

  await sheet.open()
  await test.step('they travel in a file', async () => {
    await sheet.change('Focus on the paragraph', 'F', 'Control+Shift+b')
    await expect(sheet.key('Focus on the paragraph', 'Ctrl+Shift+B')).toBeVisible()

    const file = home.path('rubricator-keys.json')
    await host.saveAs(file, () => sheet.button('Export…').click())
    await expect(sheet.outcome).toContainText('Exported the keys to')
    const content: unknown = JSON.parse(await readFile(file, 'utf8'))
    expect(content).toMatchObject({
      format: 'rubricator-keys/1',
      keys: { 'view.focus': ['Mod+Shift+B'], 'articles.next': ['j'] },
    })

    await sheet.button('Reset all').click()
    await expect(sheet.key('Focus on the paragraph', 'F')).toBeVisible()
    const chooser = page.waitForEvent('filechooser')
    await sheet.button('Import…').click()
    await (await chooser).setFiles(file)
    await expect(sheet.outcome).toContainText('are in use')
    await expect(sheet.key('Focus on the paragraph', 'Ctrl+Shift+B')).toBeVisible()
    await sheet.button('Undo').click()
    await expect(sheet.key('Focus on the paragraph', 'F')).toBeVisible()
  })

  await test.step('Escape leaves a key as it was', async () => {
    await sheet.key('Next article', 'J').click()
    await window.press('Escape')
    await expect(sheet.root).toBeVisible()
    await expect(sheet.key('Next article', 'J')).toBeFocused()
  })

  await test.step('what the system keeps is refused', async () => {
    await sheet.change('Next article', 'J', 'F5')
    await expect(sheet.row('Next article')).toContainText('F5 cannot be used')
    await window.press('k')
  })

  await test.step('both rows tell of a conflict', async () => {
    await expect(sheet.row('Next article')).toContainText('K no longer means “Previous article”.')
    await expect(sheet.row('Previous article')).toContainText('K means “Next article” instead.')
    await expect(sheet.conflicts).toContainText('2 conflicts')
    await sheet.change('Previous article', 'K', 'Tab')
    await sheet.change('Previous article', 'Tab', 'Control+Shift+ArrowUp')
    await expect(sheet.conflicts).toBeHidden()
  })

  await test.step('what was changed holds, also in the next start', async () => {
    await sheet.close()
    await window.press('k')
    await expect(window.library.selected).toHaveAccessibleName(titles[1] ?? '')
    await window.status.expectText('K Ctrl+Shift+↑ articles')

    const again = await workbench.restart()
    await expect(again.library.options).toHaveCount(5)
    await again.press('Control+Shift+ArrowUp')
    await expect(again.library.selected).toHaveAccessibleName(titles[0] ?? '')
  })
})

test('a held key does nothing twice, and keys of other keyboards mean what they show', async ({
  start,
}) => {
  const { window, page } = await start()
  const sheet = new KeysSheet(page)
  await window.welcome.begin(ANNOTATOR)
  await expect(window.library.options).toHaveCount(5)
  const titles = await window.library.titles()
  await window.press('Mod+Home')
  await test.step('a French digit without Shift, and with it', async () => {
    await type(page, { code: 'Digit1', key: '&' })
    await type(page, { code: 'Digit2', key: '2', shiftKey: true })
    await expect(window.inspector.spans).toHaveCount(2)
  })

  await test.step('a German Z', async () => {
    await type(page, { code: 'KeyY', key: 'z', ctrlKey: true })
    await expect(window.inspector.spans).toHaveCount(1)
  })

  await test.step('a Russian О in the place of J, and an Arabic question mark', async () => {
    await type(page, { code: 'KeyJ', key: 'о' })
    await expect(window.library.selected).toHaveAccessibleName(titles[1] ?? '')
    await type(page, { code: 'Slash', key: '؟', shiftKey: true })
    await expect(sheet.root).toBeVisible()
    await sheet.close()
  })

  await test.step('a held key moves on, but marks and ends nothing twice', async () => {
    await window.press('Mod+Home')
    await hold(page, 'ArrowRight', 3)
    await hold(page, '1', 4)
    await expect(window.inspector.spans).toHaveCount(1)
    await hold(page, 'l', 2)
    await hold(page, 'd', 5)
    await window.status.expectText('Not started')
    const done = page.locator('[role=option][aria-description*="Done"]')
    await expect(done).toHaveCount(1)
    await hold(page, '/', 4)
    await expect(window.library.search).toHaveValue('')
  })
})

interface Press {
  readonly code: string
  readonly key: string
  readonly shiftKey?: true
  readonly ctrlKey?: true
}

/** Holds a key so long that it repeats. */
async function hold(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.down(key)
  await page.keyboard.up(key)
}

/** A key press of a keyboard that the test does not have. */
async function type(page: Page, press: Press): Promise<void> {
  await page.evaluate((init) => {
    const target = document.activeElement ?? document.body
    const event = { ...init, bubbles: true, cancelable: true, composed: true }
    target.dispatchEvent(new KeyboardEvent('keydown', event))
  }, press)
}
