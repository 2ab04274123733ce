import { ANNOTATOR, expect, test } from '../fixtures.ts'
import type { AppWindow } from '../pages/app-window.ts'
import { FindBar } from '../pages/find-bar.ts'

const FIRST = 'Delegation leaves Ankara with nothing agreed'
const STRIKE = 'Night strike in Idlib raises the toll'
const PRESIDENTS = 'Two presidents talk while the border waits'

test('finds articles by words and phrases, and shows where they stand', async ({ start }) => {
  const { window, page } = await start()
  const find = new FindBar(page)
  await begin(window)

  await test.step('all words, in the text or in the title', async () => {
    await window.press('/')
    await expect(window.library.search).toBeFocused()
    await page.keyboard.type('erdoğan PUTIN')
    await expect(window.library.found).toHaveText(/^[1-4] of 5 articles$/)
    const found = await window.library.titles()
    expect(found).toContain(PRESIDENTS)
  })

  await test.step('a phrase, as a whole', async () => {
    await window.library.search.fill('"talked by  telephone')
    await expect(window.library.options).toHaveCount(1)
    await expect(window.library.found).toHaveText('1 of 5 articles')
  })

  await test.step('Enter opens the first, with the hits in its text', async () => {
    await window.library.search.fill('erdogan')
    await expect(window.library.found).toHaveText('3 of 5 articles')
    await window.press('Enter')
    await expect(window.library.selected).toHaveAccessibleName(FIRST)
    await expect(window.library.list).toBeFocused()
    await expect(find.field).toHaveValue('erdogan')
    await expect(find.count).toHaveText(/^1 of \d+$/)
  })

  await test.step('the next article is the next that was found', async () => {
    await window.press('j')
    await expect(window.library.selected).toHaveAccessibleName(STRIKE)
    await window.press('j', 'j')
    await expect(window.library.selected).toHaveAccessibleName(PRESIDENTS)
    await window.press('k')
    await expect(window.library.selected).toHaveAccessibleName(STRIKE)
  })

  await test.step('Escape shows all, and goes back to the text', async () => {
    await window.press('/', 'Escape')
    await expect(window.reader.region).toBeFocused()
    await expect(window.library.options).toHaveCount(5)
    await expect(window.library.selected).toHaveAccessibleName(STRIKE)
    await expect(window.library.found).toBeEmpty()
    await expect(find.root).toBeHidden()
  })

  await test.step('Enter right after typing opens what is found', async () => {
    await window.press('/')
    await page.keyboard.type('"talked by telephone"')
    await window.press('Enter')
    await expect(window.library.selected).toHaveAccessibleName(PRESIDENTS)
    await window.press('/', 'Escape')
  })

  await test.step('nothing found says how to go on', async () => {
    await window.library.search.fill('zeppelin')
    await expect(window.library.found).toHaveText('0 of 5 articles')
    await expect(page.getByText('Nothing found.')).toBeVisible()
    await expect(page.getByText('Leave a word out')).toBeVisible()
  })
})

test('filters articles by what is known of them and by what is marked', async ({ start }) => {
  const { window, page } = await start()
  const { filters, options, found } = window.library
  await begin(window)
  await window.reader.region.focus()
  await window.press('Mod+Home', '1', 'n')
  await window.inspector.note.fill('Compare with Reuters')
  await window.press('Enter')
  await window.status.expectSaved()

  await test.step('by keys: the panel opens with the keyboard in it, and Escape closes it', async () => {
    await window.reader.region.focus()
    await window.press('Shift+F')
    await expect(filters.choice('Outlet')).toBeFocused()
    await window.press('Escape')
    await expect(filters.panel).toBeHidden()
    await expect(filters.opener).toBeFocused()
  })

  await test.step('outlet and days', async () => {
    await filters.open()
    await filters.choose('Outlet', 'Harbour Wire')
    await expect(options).toHaveCount(1)
    await expect(filters.chips).toHaveText(['Harbour Wire'])
    await filters.choose('Outlet', 'Any outlet')
    await filters.since.fill('2020-03-01')
    await expect(found).toHaveText(/^[1-4] of 5 articles$/)
    await filters.since.fill('2020-02-28')
    await filters.until.fill('2020-02-28')
    await expect(filters.chips).toHaveText(['28 Feb 2020'])
    await expect(options.first()).toBeVisible()
    expect(await window.library.titles()).toContain(STRIKE)
    await filters.clear.click()
    await expect(options).toHaveCount(5)
  })

  await test.step('one’s own marks', async () => {
    await filters.choose('Label', 'claim')
    await expect(options).toHaveCount(1)
    await filters.note.fill('REUTERS')
    await expect(options).toHaveCount(1)
    await filters.choose('Status', 'Done')
    await expect(found).toHaveText('0 of 5 articles')
    await window.press('Escape')
    await expect(filters.chips).toHaveText(['Done', 'Label: claim', 'Note: REUTERS'])
  })

  await test.step('a chip takes its filter away', async () => {
    await page.getByRole('button', { name: 'Without filter: Done' }).click()
    await expect(options).toHaveCount(1)
    await expect(window.library.search).toBeFocused()
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect(options).toHaveCount(5)
  })

  await test.step('a colleague’s marks', async () => {
    await filters.open()
    await filters.choose('Marks of', /Tarık/)
    await expect(found).toHaveText('5 of 5 articles')
    await filters.note.fill('33')
    await expect(found).toHaveText(/^\d of 5 articles$/)
    await window.press('Escape')
    await window.library.search.fill('zeppelin')
    await expect(found).toHaveText('0 of 5 articles')
    await page.getByRole('button', { name: 'Search without the filters' }).click()
    await expect(filters.chips).toHaveCount(0)
    await expect(window.library.search).toHaveValue('zeppelin')
  })
})

test('what was found stays while it is worked on', async ({ start }) => {
  const { window } = await start()
  await begin(window)
  await window.library.filters.open()
  await window.library.filters.choose('Status', 'Not started')
  await window.press('Escape')
  await expect(window.library.found).toHaveText('5 of 5 articles')
  await window.reader.region.focus()
  await window.press('d')
  await expect(window.library.selected).not.toHaveAccessibleName(FIRST)
  await expect(window.library.options).toHaveCount(5)
})

async function begin(window: AppWindow): Promise<void> {
  await window.welcome.begin(ANNOTATOR)
  await expect(window.library.options).toHaveCount(5)
}
