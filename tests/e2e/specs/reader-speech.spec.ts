import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import type { AppWindow } from '../pages/app-window.ts'
import { importTexts } from '../support/import-texts.ts'

/*
 * What a screen reader makes of the text and its spans, and what it is told.
 */

const TEXT = `Idlib: what the ministry said

At least 34 soldiers died on Friday, the ministry said. Others were hurt.

The end.
`
const MARKS = [
  ['1', 'At least 34 soldiers'],
  ['4', '34 soldiers died'],
  ['2', 'the ministry'],
] as const

test('spans and what keys do are told, and the text is read as one', async ({ workbench }) => {
  const { window, page } = workbench
  const { list, spans, selected } = window.inspector
  await importTexts(workbench, [TEXT])
  await mark(window)

  await test.step('the numbers of paragraphs are for the eye, and never read into the text', () =>
    expect(window.reader.region).toMatchAriaSnapshot(`
      - /children: equal
      - paragraph: "Idlib: what the ministry said"
      - paragraph
      - paragraph: The end.
    `))

  await test.step('spans are told where they begin and end, and the text stays one', async () => {
    await expect(window.reader.region).toMatchAriaSnapshot(`
      - paragraph: "Idlib: what the ministry said"
      - paragraph:
        - mark: "[claim: At least"
        - mark:
          - mark: "[casualty figure: 34 soldiers"
          - text: "]"
        - mark: "died ]"
        - text: "on Friday,"
        - mark: "[actor: the ministry ]"
        - text: said. Others were hurt.
      - paragraph: /The end\\.$/
    `)
    await spans.first().click()
    await expect(window.reader.region, 'handles are for the mouse alone').toMatchAriaSnapshot(`
      - paragraph
      - paragraph:
        - mark: "[claim: At least"
        - mark:
          - mark: "[casualty figure: 34 soldiers"
          - text: "]"
        - mark: "died ]"
    `)
    await window.press('Escape')
    await expect(selected).toHaveCount(0)
  })

  await test.step('the spans are a list whose options know their place', async () => {
    await expect(spans).toHaveCount(3)
    for (const index of [0, 1, 2]) {
      await expect(spans.nth(index)).toHaveAttribute('aria-setsize', '3')
      await expect(spans.nth(index)).toHaveAttribute('aria-posinset', String(index + 1))
    }
    await expect(list).toMatchAriaSnapshot(`
      - listbox "Spans":
        - 'option "claim: At least 34 soldiers"'
        - 'option "casualty figure: 34 soldiers died"'
        - 'option "actor: the ministry"'
    `)
    await list.focus()
    await window.press('ArrowDown', 'ArrowDown')
    await expect(selected).toHaveAccessibleName('casualty figure: 34 soldiers died')
    const id = (await selected.getAttribute('id')) ?? ''
    await expect(list).toHaveAttribute('aria-activedescendant', id)
  })

  await test.step('what keys do is told', async () => {
    const expectTold = telling(page.getByRole('log', { name: 'Announcements' }), window)
    await window.reader.region.focus()
    await window.press('Escape', 'Mod+Home')
    await expectTold('Tab', 'claim: At least 34 soldiers')
    await expectTold('Tab', 'casualty figure: 34 soldiers died')
    await expectTold('Shift+Tab', 'claim: At least 34 soldiers')
    await expectTold('3', 'date: At least 34 soldiers')
    await expectTold('Mod+Z', 'Undone: claim changed to date: At least 34 soldiers')
    await expectTold('Mod+Shift+Z', 'Redone: claim changed to date: At least 34 soldiers')
    await expectTold('Alt+ArrowRight', 'At least 34 soldiers died')
    await expectTold('Mod+Z', 'Undone: date moved to: At least 34 soldiers died')
    await window.press('Mod+Home', 'Tab')
    await expectTold('Delete', 'Deleted date: At least 34 soldiers')
    await expectTold('Mod+Z', 'Undone: date deleted: At least 34 soldiers')
    await expectTold('Shift+Digit2', 'actor: At least 34 soldiers')
    await expectTold('Mod+Z', 'Undone: actor added: At least 34 soldiers')
    await expectTold('d', 'Every article is done')
    await expectTold('Shift+D', 'Status: In progress')
  })

  await test.step('and why something was not done', async () => {
    await window.press('Mod+Home', 'Tab', 'Shift+Digit3')
    await expect(page.getByRole('alert')).toContainText(/.+/)
  })
})

async function mark(window: AppWindow): Promise<void> {
  for (const [key, quote] of MARKS) {
    const start = TEXT.lastIndexOf(quote)
    await window.reader.drag(TEXT, { start, end: start + quote.length })
    await window.press(key, 'Escape')
  }
}

/** Presses a key, and waits until this is told. */
function telling(log: Locator, window: AppWindow): (key: string, words: string) => Promise<void> {
  return (key, words) =>
    test.step(`${key}: ${words}`, async () => {
      await window.press(key)
      await expect(log).toHaveText(words)
    })
}
