import type { Page } from '@playwright/test'
import { ANNOTATOR, expect, test } from '../fixtures.ts'
import type { Workbench } from '../hosts/workbench.ts'
import { CommandPalette } from '../pages/command-palette.ts'
import { Figures } from '../pages/figures.ts'
import { FindBar } from '../pages/find-bar.ts'
import { HistoryPanel } from '../pages/history-panel.ts'
import { KeysSheet } from '../pages/keys-sheet.ts'
import { LabelsDialog } from '../pages/labels-dialog.ts'
import { ReadingSettings } from '../pages/reading-settings.ts'
import { expectNoBarriers } from '../support/expect-no-barriers.ts'
import { skipWhere } from '../support/skip-where.ts'
import { resize, zoomTwice } from '../support/resize.ts'

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>

/** Colours are all that differs between looks, and without motion they change at once. */
const OTHER_LOOKS: readonly (readonly [string, Media])[] = [
  ['dark', { colorScheme: 'dark', reducedMotion: 'reduce' }],
  ['in colours of one’s own', { colorScheme: 'light', forcedColors: 'active' }],
]

test('a checker of accessibility finds nothing on any screen in any look', async ({
  start,
  host,
}) => {
  skipWhere(host === 'electron', 'the checker reads pages, and the pages are the same')
  const workbench = await start()
  const { window, page } = workbench
  await begin(workbench)
  await expectNoBarriersInAnyLook(page, 'the text with spans')

  const bar = new FindBar(page)
  await bar.seek('the')
  await bar.expectCount(/^1 of/)
  await expectNoBarriersInAnyLook(page, 'the find bar')
  await bar.close()

  const palette = new CommandPalette(page)
  await palette.open()
  await expectNoBarriersInAnyLook(page, 'the palette')
  await window.press('Escape')
  await expect(palette.root).toBeHidden()

  const reading = new ReadingSettings(page)
  await reading.open()
  await expectNoBarriersInAnyLook(page, 'the reading settings')
  await window.press('Escape')
  await expect(reading.panel).toBeHidden()

  const keys = new KeysSheet(page)
  await keys.open()
  await expectNoBarriersInAnyLook(page, 'the keys')
  await keys.close()

  const history = new HistoryPanel(page)
  await window.press('Mod+Shift+H', 'ArrowDown')
  await expect(history.past).toBeVisible()
  await expectNoBarriersInAnyLook(page, 'the past')
  await window.press('Escape')
  await expect(history.root).toBeHidden()
  const figures = new Figures(page)
  await figures.open()
  await figures.part('Exact F1 by label', 'claim').click()
  await expect(figures.places.first()).toBeVisible()
  await expectNoBarriersInAnyLook(page, 'the figures')
  await figures.figure('Exact F1 by label').getByRole('button', { name: 'As a table' }).click()
  await expectNoBarriersInAnyLook(page, 'a figure as a table')
  await window.press('F6')

  const labels = new LabelsDialog(page)
  await labels.open()
  await labels.unfold('actor')
  await expectNoBarriersInAnyLook(page, 'the labels')
  await window.press('Escape')
  await expect(labels.root).toBeHidden()

  await resize(workbench, [900, 700])
  await expectNoBarriersInAnyLook(page, 'a narrow window')
})

test('all can be reached twice as large, and nothing moves by itself', async ({ start }) => {
  const workbench = await start()
  const { window, page } = workbench
  await begin(workbench)

  await test.step('twice as large, every part is there and can be reached', async () => {
    await zoomTwice(workbench)
    const parts = [
      page.getByRole('button', { name: /^Project menu/ }),
      window.library.search,
      window.library.selected,
      window.labels.label('casualty figure'),
      new ReadingSettings(page).opener,
      window.inspector.selected,
      window.inspector.note,
      window.status.save,
    ]
    for (const part of parts) {
      await part.scrollIntoViewIfNeeded()
      await expect(part).toBeInViewport({ ratio: 0.9 })
    }
    await expect(window.reader.region).toBeInViewport()
    const { frame, blocks } = await window.reader.sight.look()
    expect(frame.right - frame.left, 'room to read in').toBeGreaterThan(200)
    expect(blocks.length).toBeGreaterThan(0)

    await test.step('and nothing lies beside the window', async () => {
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        scrollTo(1000, 0)
        return { beyond: scrollWidth - clientWidth, scrolled: scrollX }
      })
      expect(overflow).toEqual({ beyond: 0, scrolled: 0 })
      const cut = await window.reader.region.evaluate((region) => {
        const scroller = region.closest('.reader-scroller') ?? region
        return scroller.scrollWidth - scroller.clientWidth
      })
      expect(cut, 'the text is not cut off').toBe(0)
    })
    await expectNoBarriers(page, 'a large window', 'all')
  })

  await test.step('with little motion nothing moves by itself', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await new FindBar(page).open()
    await new FindBar(page).close()
    await new CommandPalette(page).open()
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .map(({ effect }) => effect?.getComputedTiming().endTime)
        .filter((time) => typeof time !== 'number' || time > 1),
    )
    expect(moving).toEqual([])
  })
})

/** Opens the sample project, and marks some of its text in layers. */
async function begin({ window }: Workbench): Promise<void> {
  await window.welcome.begin(ANNOTATOR)
  await expect(window.library.options).toHaveCount(5)
  await window.press('Mod+Home', '2', 'ArrowRight', 'ArrowRight', 'Mod+Shift+ArrowRight', '1')
  await window.press('Shift+Digit3')
  await expect(window.inspector.spans).toHaveCount(3)
  await window.status.expectSaved()
}

/** Looks at a screen in one look after the other. @param where - As it completes "on …". */
async function expectNoBarriersInAnyLook(page: Page, where: string): Promise<void> {
  await expectNoBarriers(page, where, 'all')
  for (const [look, media] of OTHER_LOOKS) {
    await page.emulateMedia(media)
    await expectNoBarriers(page, `${where}, ${look}`, 'colours')
  }
  await page.emulateMedia({ forcedColors: 'none' })
  await page.emulateMedia({ reducedMotion: 'no-preference' })
}
