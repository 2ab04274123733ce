import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { paragraphsOf } from '../../../src/core/text/paragraphs.ts'
import { ANNOTATOR, expect, test } from '../fixtures.ts'
import { ROOT } from '../hosts/home.ts'
import { LabelsDialog } from '../pages/labels-dialog.ts'
import { ReadingSettings } from '../pages/reading-settings.ts'

const LABELS = ['claim', 'actor', 'date', 'casualty figure']

test('assistive programs find every part by role and name, and keys reach it', async ({
  start,
}) => {
  const { window, page } = await start()
  await window.welcome.begin(ANNOTATOR)
  await expect(window.library.options).toHaveCount(5)

  await test.step('roles and names are those that assistive programs and tests rely on', async () => {
    await expect(window.labels.buttons).toHaveCount(4)
    for (const [index, name] of LABELS.entries()) {
      await expect(window.labels.label(name)).toHaveAttribute(
        'aria-keyshortcuts',
        String(index + 1),
      )
    }
    await expect(window.status.save).toHaveText('Saved')
  })

  await test.step('the text is the article’s, without its line ends', async () => {
    const folder = path.join(ROOT, 'seeds', 'articles')
    const texts = await Promise.all(
      (await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')),
    )
    const unbroken = texts.map((text) =>
      paragraphsOf(text)
        .map((range) => text.slice(range.start, range.end))
        .join(''),
    )
    const shown = await window.reader.paragraphs()
    expect(unbroken).toContain(shown.map((paragraph) => paragraph.text).join(''))
    const drawn = (await window.reader.sight.look()).blocks.map((block) => block.text)
    await expect(window.reader.region, 'nothing else stands there').toHaveText(drawn.join(''), {
      useInnerText: false,
    })
  })

  await test.step('every part can be reached with Tab', async () => {
    await window.library.search.focus()
    await window.press('Tab')
    await expect(window.library.filters.opener).toBeFocused()
    await window.press('Tab')
    await expect(window.library.list).toBeFocused()
    // The splitter between the panes.
    await window.press('Tab', 'Tab')
    await expect(window.labels.label('claim')).toBeFocused()
    await window.press('ArrowRight')
    await expect(window.labels.label('actor')).toBeFocused()
    await window.press('Tab')
    await expect(new LabelsDialog(window.page).opener).toBeFocused()
    await window.press('Tab')
    await expect(new ReadingSettings(window.page).opener).toBeFocused()
    await window.press('Tab')
    await expect(window.reader.region).toBeFocused()
    // Without spans there is nothing that Tab goes through in the text.
    await window.press('Tab', 'Tab')
    await expect(window.inspector.list).toBeFocused()
  })

  await test.step('? shows all keys, and Escape closes it', async () => {
    await window.press('?')
    const dialog = page.getByRole('dialog', { name: 'All keys' })
    await expect(dialog).toBeVisible()
    for (const title of ['Mark as claim', 'Next sentence', 'Delete the span', 'Next article']) {
      await expect(window.keys.getByText(title).first()).toBeVisible()
    }
    await window.press('1')
    await window.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('a span is named by label and quote', async () => {
    await window.reader.region.focus()
    await window.press('Mod+Home', 'Shift+ArrowRight', '4')
    const quote = (await window.inspector.card.getByRole('blockquote').textContent()) ?? ''
    await window.inspector.expectSelected(`casualty figure: ${quote}`)
    await expect(window.labels.label('casualty figure')).toHaveAccessibleDescription(/^1 span/)
    await expect(page.getByRole('log', { name: 'Announcements' })).toHaveText(
      `casualty figure: ${quote}`,
    )
    await expect(window.library.selected).toHaveAccessibleDescription(/1 span$/)
  })

  await test.step('the list is searched, and Escape shows all again', async () => {
    const wanted = (await window.library.titles())[2] ?? ''
    await window.press('/')
    await expect(window.library.search).toBeFocused()
    await page.keyboard.type(wanted)
    await expect(window.library.options).toHaveCount(1)
    await window.press('Enter')
    await expect(window.library.selected).toHaveAccessibleName(wanted)
    await expect(window.library.list).toBeFocused()
    await window.press('/', 'Escape')
    await expect(window.library.options).toHaveCount(5)
  })
})
