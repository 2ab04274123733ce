import type { TextRange } from '../../../src/core/text/range.ts'
import { expect, test } from '../fixtures.ts'
import { checkExport } from '../support/exported.ts'
import { importTexts } from '../support/import-texts.ts'

const FAMILY = '👩‍👩‍👧‍👦'
const ARABIC = 'قال المتحدث باسم الوزارة إن 12 شخصا قتلوا يوم الجمعة.'
const ENGLISH = `Cafe\u0301 “Roma”: at\u00A0least 34\u00A0soldiers died 💔 on Friday, the ministry said.`
const TEXT = `${FAMILY} Four 👍🏽 of 🇹🇷🇸🇾 wait\r\n\r\n${ARABIC}\r\n\r\n${ENGLISH}\r\nA last line, in 𝒮𝒸𝓇𝒾𝓅𝓉.\r\n`

test.beforeEach(async ({ workbench }) => {
  await importTexts(workbench, [TEXT])
  await workbench.window.reader.expectText(TEXT)
})

test('offsets are exact behind emoji, Arabic and combining marks', async ({ workbench }) => {
  const { window } = workbench
  const marks: readonly (readonly [string, string, string])[] = [
    ['actor', '2', FAMILY],
    ['claim', '1', '👍🏽'],
    ['actor', '2', 'المتحدث باسم الوزارة'],
    ['claim', '1', 'شخصا قتلوا'],
    ['actor', '2', 'Cafe\u0301'],
    ['casualty figure', '4', '34\u00A0soldiers'],
    ['date', '3', 'Friday'],
    ['claim', '1', '𝒮𝒸𝓇𝒾𝓅𝓉'],
  ]
  for (const [label, key, quote] of marks) {
    await window.reader.drag(TEXT, find(quote))
    await window.press(key)
    await window.inspector.expectSelected(`${label}: ${quote}`)
    await window.press('Escape')
  }
  await window.reader.expectText(TEXT)
  await window.status.expectSaved()

  const again = await workbench.restart()
  await again.inspector.expectNames(marks.map(([label, , quote]) => `${label}: ${quote}`))
  const [record] = await checkExport(await workbench.saveExport())
  expect(record?.text).toBe(TEXT)
  for (const [, , quote] of marks) {
    const start = Array.from(TEXT.slice(0, TEXT.indexOf(quote))).length
    expect(record?.spans).toContainEqual(
      expect.objectContaining({ text: quote, start, end: start + Array.from(quote).length }),
    )
  }
})

test('what a person or a program selects is whole characters, which can only be read', async ({
  workbench,
}) => {
  const { window, host } = workbench

  await test.step('half a character is never marked', async () => {
    // A person's mouse cannot stop inside of a cluster; a program's selection can.
    const family = find(FAMILY)
    await window.reader.blocks.first().evaluate((paragraph) => {
      const node = paragraph.firstChild?.nodeType === 3 ? paragraph.firstChild : null
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
      const text = node ?? walker.nextNode()
      if (text) getSelection()?.setBaseAndExtent(text, 1, text, 4)
    })
    await window.press('Alt+Digit1')
    await window.inspector.expectNames([`claim: ${TEXT.slice(family.start, family.end)}`])
    await window.press('Mod+Z', 'Escape')
  })

  await test.step('copying gives exactly the article’s text', async () => {
    const range = { start: find('Four').start, end: find('at\u00A0least').end }
    await window.reader.drag(TEXT, range)
    await window.press('Mod+C')
    await expect.poll(() => host.readClipboard()).toBe(TEXT.slice(range.start, range.end))
  })

  await test.step('of a selected span too', async () => {
    const quote = '34\u00A0soldiers died 💔 on'
    await window.reader.drag(TEXT, find(quote))
    await window.press('1')
    await window.inspector.expectSelected(`claim: ${quote}`)
    await window.press('Mod+C')
    await expect.poll(() => host.readClipboard()).toBe(quote)
    await window.press('Escape')
  })

  await test.step('and nothing can be typed, cut or dropped into it', async () => {
    await window.reader.drag(TEXT, find('Friday'))
    await window.press('Mod+X', 'x', 'Mod+V', 'Enter')
    await window.reader.expectText(TEXT)
  })

  await test.step('arrows go where they point in right-to-left text', async () => {
    const words = ARABIC.split(' ')
    await window.reader.click(TEXT, find(ARABIC).start)
    await window.press('ArrowLeft', '2')
    await window.inspector.expectSelected(`actor: ${words[1]}`)
    await window.press('Alt+ArrowLeft')
    await window.inspector.expectSelected(`actor: ${words[1]} ${words[2]}`)
    await window.press('Alt+Shift+ArrowRight')
    await window.inspector.expectSelected(`actor: ${words.slice(0, 3).join(' ')}`)
    await window.press('Alt+ArrowRight')
    await window.inspector.expectSelected(`actor: ${words.slice(0, 2).join(' ')}`)

    await window.press('Escape')
    await window.reader.click(TEXT, find('شخصا').start)
    await window.press('Shift+ArrowLeft', 'Shift+ArrowLeft', '1')
    await window.inspector.expectSelected('claim: شخصا قتلوا يوم')
  })
})

function find(quote: string): TextRange {
  const start = TEXT.indexOf(quote)
  if (start === -1) throw new Error(`The text does not hold ${quote}`)
  return { start, end: start + quote.length }
}
