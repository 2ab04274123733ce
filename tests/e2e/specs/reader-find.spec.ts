import { writeFile } from 'node:fs/promises'
import { Prose } from '../../bench/reader/documents/prose.ts'
import { Random } from '../../bench/reader/documents/random.ts'
import { expect, test } from '../fixtures.ts'
import type { Home } from '../hosts/home.ts'
import type { Workbench } from '../hosts/workbench.ts'
import { FindBar } from '../pages/find-bar.ts'
import { checkExport } from '../support/exported.ts'

const TEXT = `Idlib: what the ministry said

The Café Roma was hit on Friday. The cafe\u0301 had been full, “The café is gone”, the owner said.

In Łódź the CAFE of the same name stayed open. Officials in Idlib, and a cafeteria nearby, closed.

On 28 February 34 soldiers died; on 1 March 2020 the ministry\u2019s office spoke of 36 💔.
`

test('finds as one types, and goes from hit to hit', async ({ home, workbench }) => {
  const { window, page } = workbench
  const bar = new FindBar(page)
  await open(home, workbench, TEXT)
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

  await test.step('from the text too', async () => {
    await bar.close()
    await expect(window.reader.region).toBeFocused()
    await window.press('F3')
    await window.press('2')
    await window.inspector.expectSelected('actor: cafe\u0301')
  })
})

test('compares as strictly as is asked', async ({ home, workbench }) => {
  const bar = new FindBar(workbench.page)
  await open(home, workbench, TEXT)
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
})

test('finds by regular expressions, and tells what is wrong with one', async ({
  home,
  workbench,
}) => {
  const bar = new FindBar(workbench.page)
  await open(home, workbench, TEXT)
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
})

test('a hit is marked by Escape and a label’s key', async ({ home, workbench }) => {
  const { window } = workbench
  const bar = new FindBar(workbench.page)
  await open(home, workbench, TEXT)
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

test('an expression without an end does not hang the window', async ({ home, workbench }) => {
  const { window, page } = workbench
  const bar = new FindBar(page)
  const prose = new Prose(new Random(7))
  const text = `${prose.article(100_000)}\n\n${'a'.repeat(20_000)}!\n\n${prose.article(100_000)}\n`
  await open(home, workbench, text)
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

async function open(home: Home, workbench: Workbench, text: string): Promise<void> {
  await writeFile(home.path('found.txt'), text)
  await workbench.importByDialog([home.path('found.txt')])
  await workbench.window.imports.commit('1 article imported.')
  await workbench.window.imports.finish()
  await expect(workbench.window.reader.blocks.first()).toBeVisible()
}
