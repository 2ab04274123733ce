import { writeFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import type { Home } from '../hosts/home.ts'
import type { Workbench } from '../hosts/workbench.ts'
import type { AppWindow } from '../pages/app-window.ts'

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

test.beforeEach(async ({ home, workbench }) => {
  await open(home, workbench)
  for (const [key, quote] of MARKS) {
    const start = TEXT.lastIndexOf(quote)
    await workbench.window.reader.drag(TEXT, { start, end: start + quote.length })
    await workbench.window.press(key, 'Escape')
  }
})

test('spans are told where they begin and end, and the text stays one', async ({ workbench }) => {
  const { window } = workbench
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
  await window.inspector.spans.first().click()
  await expect(window.reader.region, 'handles are for the mouse alone').toMatchAriaSnapshot(`
    - paragraph
    - paragraph:
      - mark: "[claim: At least"
      - mark:
        - mark: "[casualty figure: 34 soldiers"
        - text: "]"
      - mark: "died ]"
  `)
})

test('the numbers of paragraphs are for the eye, and never read into the text', async ({
  workbench,
}) => {
  await expect(workbench.window.reader.region).toMatchAriaSnapshot(`
    - /children: equal
    - paragraph: "Idlib: what the ministry said"
    - paragraph
    - paragraph: The end.
  `)
})

test('the spans are a list whose options know their place', async ({ workbench }) => {
  const { window } = workbench
  const { list, spans, selected } = window.inspector
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

test('what keys do is told', async ({ workbench }) => {
  const { window, page } = workbench
  const expectTold = telling(page.getByRole('log', { name: 'Announcements' }), window)
  await window.press('Mod+Home')
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

  await test.step('and why something was not done', async () => {
    await window.press('Mod+Home', 'Tab', 'Shift+Digit3')
    await expect(page.getByRole('alert')).toContainText(/.+/)
  })
})

/** Presses a key, and waits until this is told. */
function telling(log: Locator, window: AppWindow): (key: string, words: string) => Promise<void> {
  return (key, words) =>
    test.step(`${key}: ${words}`, async () => {
      await window.press(key)
      await expect(log).toHaveText(words)
    })
}

async function open(home: Home, workbench: Workbench): Promise<void> {
  await writeFile(home.path('said.txt'), TEXT)
  await workbench.importByDialog([home.path('said.txt')])
  await workbench.window.imports.commit('1 article imported.')
  await workbench.window.imports.finish()
  await expect(workbench.window.reader.blocks.first()).toBeVisible()
}
