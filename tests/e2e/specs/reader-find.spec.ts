import { Prose } from '../../bench/reader/documents/prose.ts'
import { Random } from '../../bench/reader/documents/random.ts'
import { expect, test } from '../fixtures.ts'
import type { AppWindow } from '../pages/app-window.ts'
import { FindBar } from '../pages/find-bar.ts'
import { checkExport } from '../support/exported.ts'
import { importTexts } from '../support/import-texts.ts'

const TEXT = `Idlib: what the ministry said

The Café Roma was hit on Friday. The cafe\u0301 had been full, “The café is gone”, the owner said.

In Łódź the CAFE of the same name stayed open. Officials in Idlib, and a cafeteria nearby, closed.

On 28 February 34 soldiers died; on 1 March 2020 the ministry\u2019s office spoke of 36 💔.
`

test('finds what is typed, as strictly as is asked, and also by expressions', async ({
  workbench,
}) => {
  const { window, page } = workbench
  const bar = new FindBar(page)
  await importTexts(workbench, [TEXT])

  await test.step('finds as one types, and goes from hit to hit', async () => {
    await bar.open()
    await page.keyboard.type('c')
    await bar.expectCount(/^1 of \d+$/)
    await page.keyboard.type('afe')
    await bar.expectCount('1 of 5')
    await expect(window.inspector.spans, 'what is typed marks nothing').toHaveCount(0)
    await window.press('Enter', 'Enter')
    await bar.expectCount('3 of 5')
    await window.press('Shift+Enter')
    await bar.expectCount('2 of 5')
    await bar.previous.click()
    await bar.previous.click()
    await bar.expectCount('5 of 5')
    await bar.next.click()
    await bar.expectCount('1 of 5')
    await window.press('F3')
    await bar.expectCount('2 of 5')
    await window.press('Shift+F3')
    await bar.expectCount('1 of 5')
  })

  await test.step('from the text too', async () => {
    await bar.close()
    await expect(window.reader.region).toBeFocused()
    await window.press('F3')
    await window.press('2')
    await window.inspector.expectSelected('actor: cafe\u0301')
    await window.press('Mod+Z')
    await expect(window.inspector.spans).toHaveCount(0)
  })

  await test.step('compares as strictly as is asked', async () => {
    await goToTop(window)
    await bar.seek('café')
    await bar.expectCount('1 of 5')
    await bar.switch('Whole words only', true)
    await bar.expectCount('1 of 4')
    await bar.switch('Match case', true)
    await bar.expectCount('1 of 2')
    await bar.switch('Match case', false)
    await bar.switch('Match accents, quotes and dashes', true)
    await bar.expectCount('1 of 3')
    await bar.switch('Match accents, quotes and dashes', false)
    await bar.switch('Whole words only', false)

    await bar.seek('lodz')
    await bar.expectCount('1 of 1')
    await bar.seek("ministry's")
    await bar.expectCount('1 of 1')
    await bar.seek('💔')
    await bar.expectCount('1 of 1')
    await bar.seek('nowhere')
    await bar.expectCount('No hits')
    await expect(bar.next).toBeDisabled()
    await bar.close()
  })

  await test.step('finds by regular expressions, and tells what is wrong with one', async () => {
    await goToTop(window)
    await bar.open()
    await bar.switch('Regular expression', true)
    await bar.seek(String.raw`\b\d{2}\b`)
    await bar.expectCount('1 of 3')
    await bar.seek('(')
    await expect(bar.problem).toBeVisible()
    await expect(bar.field).toHaveAttribute('aria-invalid', 'true')
    await bar.seek('^On')
    await expect(bar.problem).toBeHidden()
    await bar.expectCount('1 of 1')
    await bar.seek('(ministry|owner) said')
    await bar.expectCount('1 of 2')
    await bar.switch('Regular expression', false)
    await bar.close()
  })

  await test.step('a hit is marked by Escape and a label’s key', async () => {
    await bar.seek('34 soldiers')
    await bar.expectCount('1 of 1')
    await bar.close()
    await window.press('4')
    await window.inspector.expectSelected('casualty figure: 34 soldiers')
    await bar.seek('idlib')
    await bar.expectCount(/of 2$/)
    await bar.next.click()
    await bar.close()
    await window.press('2')
    await window.status.expectSaved()

    const [record] = await checkExport(await workbench.saveExport())
    expect(record?.spans.map(({ label, text }) => `${label}: ${text}`)).toContain(
      'casualty figure: 34 soldiers',
    )
    expect(record?.spans.find(({ label }) => label === 'actor')?.text).toBe('Idlib')
  })

  await test.step('an expression without an end does not hang the window', async () => {
    const prose = new Prose(new Random(7))
    const text = `${prose.article(100_000)}\n\n${'a'.repeat(20_000)}!\n\n${prose.article(100_000)}\n`
    await importTexts(workbench, [text])
    await expect(window.inspector.spans).toHaveCount(0)
    await bar.open()
    await bar.switch('Regular expression', true)
    await bar.seek('(a+)+$')
    await test.step('while it is tried, mouse and keys work', async () => {
      await window.reader.click(text, 3)
      await window.press('1')
      await expect(window.inspector.spans).toHaveCount(1)
      await window.status.expectSaved()
    })
    await test.step('it is given up, and the next one is found', async () => {
      await expect(bar.problem).toBeVisible()
      await bar.seek('a{20}!')
      await bar.expectCount('1 of 1')
      await bar.close()
      await window.press('2')
      await expect(window.inspector.spans).toHaveCount(2)
    })
  })
})

/** Which hit is the first depends on where the cursor stands. */
async function goToTop(window: AppWindow): Promise<void> {
  await window.reader.region.focus()
  await window.press('Mod+Home')
}
