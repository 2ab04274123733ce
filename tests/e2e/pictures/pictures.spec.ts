import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { ROOT, type Home } from '../hosts/home.ts'
import type { AppWindow } from '../pages/app-window.ts'
import { Figures } from '../pages/figures.ts'
import { beginReview } from '../support/begin-review.ts'
import { inWindows1251 } from '../support/encodings.ts'
import { resize } from '../support/resize.ts'

const IMAGES = path.join(ROOT, 'docs', 'images')

/** Made one of the example sets, so that the sample project opens with marks. */
const ANNOTATOR = 'Miriam Keller'

const FRAME = [1440, 900] as const

const ARABIC = `قصف ليلي على ريف إدلب

إدلب، 28 شباط 2020 — قالت مصادر محلية إن 11 مدنيا على الأقل قتلوا وأصيب 23 آخرون في قصف ليلي على ريف إدلب الجنوبي يوم الخميس.

وذكر متحدث باسم فرق الإنقاذ أن عدد الضحايا قد يرتفع لأن عائلات ما زالت تحت الأنقاض. «نحتاج إلى ممر آمن»، قال المتحدث.

ونقلت وكالة رويترز عن مسؤول في أنقرة أن المحادثات ستستأنف في 5 آذار.
`

const RUSSIAN = `Переговоры в Анкаре

Делегации встретились в субботу и разошлись без соглашения.
`

test('pictures', async ({ home, start }) => {
  mkdirSync(IMAGES, { recursive: true })
  const workbench = await start()
  const { page, window } = workbench
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(workbench, FRAME)
  await window.welcome.name.fill(ANNOTATOR)
  await take(page, 'first-start')
  await window.welcome.begin(ANNOTATOR)

  await window.library.open('Night strike in Idlib raises the toll')
  await window.inspector.list
    .getByRole('option', { name: /^casualty figure/ })
    .first()
    .click()
  await page.mouse.move(0, 0)
  await take(page, 'workbench-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await take(page, 'workbench-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await resize(workbench, [1280, 800])
  await take(page, 'workbench-1280')
  await resize(workbench, [900, 700])
  await take(page, 'workbench-900')

  await resize(workbench, FRAME)
  await window.press('?')
  await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible()
  await take(page, 'keys')
  await window.press('Escape')

  await workbench.importByDialog(await filesToImport(home))
  await expect(window.imports.files).toHaveCount(5)
  await take(page, 'import')
  await window.imports.commit('2 articles imported.')
  await window.imports.finish()
  await window.library.open('قصف ليلي على ريف إدلب')
  await window.reader.expectText(ARABIC)
  await markArabic(window)
  await take(page, 'rtl')
})

test('pictures of a review', async ({ start }) => {
  const { workbench, review } = await beginReview(start)
  const { page, window } = workbench
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(workbench, FRAME)
  await review.text.focus()
  await review.openCount()
  await window.press('a', 'Enter', 'Enter', 'c')
  await page.keyboard.type('Does the hedge belong to the figure? Guideline 4.2 says so.')
  await window.press('Enter', 'j')
  await page.mouse.move(0, 0)
  await take(page, 'review')

  const figures = new Figures(page)
  await figures.open()
  await expect(figures.figure('Exact F1 by label')).toBeVisible()
  await take(page, 'figures')
})

async function filesToImport(home: Home): Promise<readonly string[]> {
  const files = {
    'idlib-night.txt': ARABIC,
    'peregovory.txt': inWindows1251(RUSSIAN),
    'scan-of-page-3.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]),
    'notes.txt': '',
  }
  for (const [name, content] of Object.entries(files)) await writeFile(home.path(name), content)
  const known = path.join(ROOT, 'seeds', 'articles', '03-night-strike.txt')
  return [...Object.keys(files).map((name) => home.path(name)), known]
}

/** Marks from the word at which a quote begins so many words onwards, which here is to the left. */
async function markArabic(window: AppWindow): Promise<void> {
  const { reader, page, inspector } = window
  const marks = [
    ['إدلب، 28', 1, 2, '3'],
    ['مصادر محلية', 0, 1, '2'],
    ['إن 11', 1, 3, '4'],
    ['متحدث باسم', 0, 3, '2'],
    ['أن عدد الضحايا', 0, 9, '1'],
  ] as const
  for (const [index, [quote, skipped, words, key]] of marks.entries()) {
    await page.keyboard.press('Escape')
    await reader.click(ARABIC, ARABIC.indexOf(quote))
    await window.press(...Array.from({ length: skipped }, () => 'ArrowLeft'))
    await window.press(...Array.from({ length: words }, () => 'Shift+ArrowLeft'), key)
    await expect(inspector.spans).toHaveCount(index + 1)
  }
  await inspector.spans.filter({ hasText: '11' }).click()
  await page.mouse.move(0, 0)
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve))
    })
  })
  const file = path.join(IMAGES, `${name}.png`)
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
}
